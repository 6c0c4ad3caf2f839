import { Autocomplete, Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf } from '../../ui/form-panel.tsx'
import {
  aboveKinds,
  aboveLabels,
  belowKinds,
  belowLabels,
  type OldLayout,
  type OldLayoutContent,
} from '../../../shared/exports/old-layout.contract.ts'
import { oldFieldKeys, oldFields } from '../../../shared/exports/old-layout.fields.ts'
import classes from './old-layouts.module.css'

/** A layout as it is worked on: learnt just now, or one that is there. */
export interface LayoutDraft {
  readonly layout: OldLayout | null
  readonly name: string
  readonly content: OldLayoutContent
  readonly found: readonly { readonly text: string; readonly times: number }[]
  readonly notes: readonly string[]
}

interface OldLayoutFormProps {
  readonly draft: LayoutDraft
  readonly onClose: () => void
}

/** What each heading is filled with, and what the old workbook writes for each mark: asked, never guessed. */
export function OldLayoutForm({ draft, onClose }: OldLayoutFormProps) {
  const [name, setName] = useState(draft.name)
  const [content, setContent] = useState(draft.content)
  const id = useId()
  const options = { failure: 'inline', undo: true, onDone: onClose } as const
  const save = useCommand('exports', 'saveOldLayout', { ...options, done: `Saved the layout ${name}` })
  const change = useCommand('exports', 'changeOldLayout', { ...options, done: `Changed the layout ${name}` })
  const { layout } = draft
  const put = (retired: boolean) =>
    layout === null
      ? save.mutate({ name, content })
      : change.mutate({ name, content, id: layout.id, version: layout.version, retired })
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        put(layout?.retired ?? false)
      }}
    >
      <ErrorSummary errors={problemsOf(save.error ?? change.error, (field) => `${id}-${field}`)} />
      {draft.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <TextInput
        id={`${id}-name`}
        label="Name of the layout"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={80}
        w={360}
        autoFocus
      />{' '}
      {/* prettier-ignore */}
      <Marks id={`${id}-marks`} draft={draft} content={content} onChange={setContent} />
      <Headings id={`${id}-columns`} content={content} onChange={setContent} />
      <Around content={content} onChange={setContent} />
      <div className={classes.foot} data-page-foot>
        <Button type="submit" loading={save.isPending || change.isPending}>
          Save the layout
        </Button>
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        {layout !== null && (
          <Button variant="subtle" color="gray" onClick={() => put(!layout.retired)}>
            {layout.retired ? 'Use it again' : 'Retire it'}
          </Button>
        )}
      </div>
    </form>
  )
}

interface PartProps {
  readonly content: OldLayoutContent
  readonly onChange: (content: OldLayoutContent) => void
}

const BLANK = '(leave blank)'

/** The marks of the program, each with what the old workbook writes for it. */
function Marks({ id, draft, content, onChange }: PartProps & { id: string; draft: LayoutDraft }) {
  const codes = useQuery(ask('registers', 'listCodes', {}))
  const theirs = new Map(content.marks.map((one) => [one.code, one.theirs]))
  const set = (code: string, typed: string) => {
    const others = content.marks.filter((one) => one.code !== code)
    const mark = { code, theirs: typed === BLANK ? '' : typed.trim() }
    onChange({ ...content, marks: typed === '' ? others : [...others, mark] })
  }
  const shown = (code: string) => (theirs.get(code) === '' ? BLANK : (theirs.get(code) ?? ''))
  return (
    <section id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>What the old workbook writes for each mark</h2>
      {draft.found.length > 0 && (
        <p className={classes.quiet}>
          Found in it: {draft.found.map((one) => `${one.text} (${one.times})`).join(', ')}. What they mean
          differs from one workbook to another, so nothing is filled in for you.
        </p>
      )}
      <div className={classes.grid}>
        {(codes.data ?? [])
          .filter((code) => !code.retired)
          .map((code) => (
            <Autocomplete
              key={code.code}
              label={`${code.code}: ${code.label}`}
              data={[...draft.found.map((one) => one.text), BLANK]}
              value={shown(code.code)}
              onChange={(typed) => set(code.code, typed)}
              filter={({ options }) => options}
              maxLength={30}
            />
          ))}
      </div>
    </section>
  )
}

const fieldChoices = oldFieldKeys.map((value) => ({ value, label: oldFields[value] }))

/** Every heading as it is, in its order, with what is written under it. */
function Headings({ id, content, onChange }: PartProps & { id: string }) {
  const set = (at: number, field: string | null) => {
    const known = oldFieldKeys.find((one) => one === field)
    if (known === undefined) return
    onChange({ ...content, columns: content.columns.map((one, i) => (i === at ? { ...one, field: known } : one)) }) // prettier-ignore
  }
  return (
    <section id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>What stands under each heading</h2>
      <div className={classes.grid}>
        {content.columns.map(({ heading, field }, at) => (
          <Select
            // Headings may be there twice: only their place tells them apart.
            key={`${at} ${heading}`}
            label={heading === '' ? `Column ${at + 1}, without a heading` : heading}
            data={fieldChoices}
            value={field}
            onChange={(value) => set(at, value)}
            allowDeselect={false}
            searchable
          />
        ))}
      </div>
    </section>
  )
}

/** What stands above the headings and under the rows. */
function Around({ content, onChange }: PartProps) {
  const above = content.above.filter((one) => one.what !== 'words')
  if (above.length + content.below.length === 0) return null
  return (
    <section aria-labelledby="old-around">
      <h2 id="old-around">Above the headings and under the rows</h2>
      <div className={classes.grid}>
        {above.map((cell) => (
          <Select
            key={`${cell.row} ${cell.column}`}
            label={`Row ${cell.row}, column ${cell.column}`}
            data={aboveKinds
              .filter((kind) => kind !== 'words')
              .map((value) => ({ value, label: aboveLabels[value] }))}
            value={cell.what}
            allowDeselect={false}
            onChange={(value) => {
              const what = aboveKinds.find((kind) => kind === value) ?? cell.what
              onChange({
                ...content,
                above: content.above.map((one) => (one === cell ? { ...one, what } : one)),
              })
            }}
          />
        ))}
        {content.below.map((line, at) => (
          <Select
            key={`${at} ${line.words}`}
            label={`Under the rows: ${line.words}`}
            data={belowKinds.map((value) => ({ value, label: belowLabels[value] }))}
            value={line.what}
            allowDeselect={false}
            onChange={(value) => {
              const what = belowKinds.find((kind) => kind === value) ?? line.what
              onChange({
                ...content,
                below: content.below.map((one) => (one === line ? { ...one, what } : one)),
              })
            }}
          />
        ))}
      </div>
    </section>
  )
}
