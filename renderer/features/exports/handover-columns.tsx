import { ActionIcon, Button, Select, TextInput, Textarea } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { HandoverColumn, HandoverContent } from '../../../shared/exports/handover.contract.ts'
import { fits, handoverFieldKeys, handoverFields, type HandoverField } from '../../../shared/exports/handover.fields.ts' // prettier-ignore
import classes from './handover.module.css'

interface HandoverColumnsProps {
  readonly content: HandoverContent
  readonly onChange: (columns: HandoverColumn[]) => void
}

const blank: HandoverColumn = { heading: '', field: 'last-name', words: null, theirs: [] }

/** The columns in their order: what each is called there, and what of ours stands in it. */
export function HandoverColumns({ content, onChange }: HandoverColumnsProps) {
  const { columns, rows } = content
  const put = (at: number, column: HandoverColumn) =>
    onChange(columns.map((one, place) => (place === at ? column : one)))
  const swap = (at: number, by: 1 | -1) => {
    const [one, other] = [columns[at], columns[at + by]]
    if (one && other) onChange(columns.with(at, other).with(at + by, one))
  }
  return (
    <>
      <ol className={classes.columns} aria-label="Columns">
        {columns.map((column, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a column has nothing of its own that stays while it is typed
          <li key={at}>
            <div className={classes.pair}>
              <TextInput
                label={`Heading ${at + 1}`}
                value={column.heading}
                onChange={(event) => put(at, { ...column, heading: event.currentTarget.value })}
              />
              <FieldSelect
                rows={rows}
                value={column.field}
                onChange={(field) => put(at, { ...column, field, words: null, theirs: [] })}
              />
            </div>
            <More column={column} onChange={(next) => put(at, next)} />
            <div className={classes.move}>
              <Step label={`Move column ${at + 1} up`} disabled={at === 0} onClick={() => swap(at, -1)}>
                <IconArrowUp size={16} aria-hidden />
              </Step>
              <Step
                label={`Move column ${at + 1} down`}
                disabled={at === columns.length - 1}
                onClick={() => swap(at, 1)}
              >
                <IconArrowDown size={16} aria-hidden />
              </Step>
              <Step label={`Take column ${at + 1} out`} onClick={() => onChange(columns.toSpliced(at, 1))}>
                <IconX size={16} aria-hidden />
              </Step>
            </div>
          </li>
        ))}
      </ol>
      <Button variant="default" onClick={() => onChange([...columns, blank])}>
        Add a column
      </Button>
    </>
  )
}

interface StepProps {
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

const Step = ({ label, disabled = false, onClick, children }: StepProps) => (
  <ActionIcon variant="default" size={28} aria-label={label} disabled={disabled} onClick={onClick}>
    {children}
  </ActionIcon>
)

interface FieldSelectProps {
  readonly rows: HandoverContent['rows']
  readonly value: HandoverField
  readonly onChange: (field: HandoverField) => void
}

const FieldSelect = ({ rows, value, onChange }: FieldSelectProps) => (
  <Select
    label="What stands in it"
    data={handoverFieldKeys
      .filter((key) => fits(key, rows))
      .map((key) => ({ value: key, label: handoverFields[key].label }))}
    value={value}
    onChange={(chosen) => onChange(handoverFieldKeys.find((key) => key === chosen) ?? value)}
    allowDeselect={false}
    searchable
  />
)

interface MoreProps {
  readonly column: HandoverColumn
  readonly onChange: (column: HandoverColumn) => void
}

/** What some columns need beside: words of their own, a system, or our words in theirs. */
function More({ column, onChange }: MoreProps) {
  if (column.field === 'fixed' || column.field === 'reference')
    return (
      <TextInput
        label={column.field === 'fixed' ? 'The words' : 'Of which system'}
        value={column.words ?? ''}
        onChange={(event) => onChange({ ...column, words: event.currentTarget.value })}
      />
    )
  const { kind } = handoverFields[column.field]
  return kind === 'text' || kind === 'yes-no' ? <TheirWords column={column} onChange={onChange} /> : null
}

const linesOf = (column: HandoverColumn) =>
  column.theirs.map(({ ours, theirs }) => `${ours} = ${theirs}`).join('\n')

/** `Present = Attended`, a line each. What is typed stands as it was typed until the field is left. */
function TheirWords({ column, onChange }: MoreProps) {
  const [typed, setTyped] = useState(linesOf(column))
  return (
    <details>
      <summary>Our words in theirs{column.theirs.length > 0 && ` (${column.theirs.length})`}</summary>
      <Textarea
        aria-label="Our words in theirs"
        description="A line each: Present = Attended. What is not here stays as it is."
        autosize
        minRows={2}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          onChange({ ...column, theirs: pairsIn(event.currentTarget.value) })
        }}
      />
    </details>
  )
}

function pairsIn(text: string): HandoverColumn['theirs'] {
  return text.split('\n').flatMap((words) => {
    const [ours = '', theirs = ''] = words.split('=').map((part) => part.trim())
    return ours === '' || theirs === '' ? [] : [{ ours, theirs }]
  })
}
