import { Select } from '@mantine/core'
import { columnKinds, columnLabels } from '../../../shared/imports/imports.contract.ts'
import type { ColumnKind, ImportTable } from '../../../shared/imports/imports.contract.ts'
import { count } from '../../../shared/text.ts'
import classes from './imports.module.css'

interface ColumnChoicesProps {
  readonly table: ImportTable
  readonly columns: readonly ColumnKind[]
  readonly onChange: (columns: ColumnKind[]) => void
}

const choices = columnKinds.map((kind) => ({ value: kind, label: columnLabels[kind] }))

/** What each column is: as guessed, in one line, to be opened and put right. */
export function ColumnChoices({ table, columns, onChange }: ColumnChoicesProps) {
  const used = table.columns.flatMap((column, i) => (column.kind === 'ignore' ? [] : [i]))
  const others = table.columns.flatMap((column, i) => (column.kind === 'ignore' ? [i] : []))
  const choose = (index: number, kind: ColumnKind) =>
    // A kind is had by one column at a time: taking it for this one takes it from the other.
    onChange(
      columns.map((old, i) => (i === index ? kind : old === kind && kind !== 'ignore' ? 'ignore' : old)),
    )
  const choice = (index: number) => (
    <ColumnChoice
      key={index}
      heading={table.columns[index]?.heading ?? ''}
      sample={table.rows.map((row) => row.cells[index] ?? '').find((cell) => cell.trim() !== '') ?? ''}
      kind={columns[index] ?? 'ignore'}
      onChange={(kind) => choose(index, kind)}
    />
  )
  return (
    <details className={classes.columnChoices} open={used.length === 0 || !namesKnown(columns)}>
      <summary>
        Columns:{' '}
        {used.map((i) => columnWords(table.columns[i]?.heading ?? '', columns[i] ?? 'ignore')).join(', ')}
        {used.length === 0 && 'say what each one is'}
        {others.length > 0 && used.length > 0 && `; ${count(others.length, 'other')} left out`}
      </summary>
      <div className={classes.columns}>{[...used, ...others].map(choice)}</div>
    </details>
  )
}

/** Without a name no row can be used, so the columns are shown at once. */
const namesKnown = (columns: readonly ColumnKind[]) =>
  columns.includes('full-name') || (columns.includes('first-name') && columns.includes('last-name'))

/** `DOB is Date of birth`; `Mosaic ID` where the heading says it already. */
const columnWords = (heading: string, kind: ColumnKind) =>
  heading.toLowerCase() === columnLabels[kind].toLowerCase()
    ? heading
    : `${heading} as ${columnLabels[kind].toLowerCase()}`

interface ColumnChoiceProps {
  readonly heading: string
  readonly sample: string
  readonly kind: ColumnKind
  readonly onChange: (kind: ColumnKind) => void
}

function ColumnChoice({ heading, sample, kind, onChange }: ColumnChoiceProps) {
  return (
    <div>
      <Select
        label={heading}
        data={choices}
        value={kind}
        allowDeselect={false}
        onChange={(chosen) => onChange(columnKinds.find((one) => one === chosen) ?? kind)}
      />
      <div className={classes.sample}>{sample === '' ? 'Empty' : `For example ${sample}`}</div>
    </div>
  )
}
