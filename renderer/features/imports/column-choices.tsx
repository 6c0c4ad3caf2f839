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

/** What each column is: as guessed, to be put right. Columns that are left out stay out of the way. */
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
    <section className={classes.section} aria-labelledby="list-columns">
      <h2 id="list-columns">What the columns are</h2>
      <div className={classes.columns}>{used.map(choice)}</div>
      {others.length > 0 && (
        <details className={classes.more} open={used.length === 0}>
          <summary>{count(others.length, 'other column')}, left out</summary>
          <div className={`${classes.columns} ${classes.more}`}>{others.map(choice)}</div>
        </details>
      )}
    </section>
  )
}

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
