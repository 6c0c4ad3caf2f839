import { Select } from '@mantine/core'
import { placeColumnKinds, placeColumnLabels } from '../../../shared/buildings/list.contract.ts'
import type { PlaceColumn, PlaceTable } from '../../../shared/buildings/list.contract.ts'
import { count } from '../../../shared/text.ts'
import classes from './place-list.module.css'

interface PlaceColumnsProps {
  readonly table: PlaceTable
  readonly columns: readonly PlaceColumn[]
  readonly onChange: (columns: PlaceColumn[]) => void
}

const choices = placeColumnKinds.map((kind) => ({ value: kind, label: placeColumnLabels[kind] }))

/** What each column is: as guessed, in one line, to be opened and put right. */
export function PlaceColumns({ table, columns, onChange }: PlaceColumnsProps) {
  const used = columns.flatMap((kind, i) => (kind === 'ignore' ? [] : [i]))
  const others = columns.length - used.length
  const choose = (index: number, kind: PlaceColumn) =>
    // A kind is had by one column at a time: taking it for this one takes it from the other.
    onChange(columns.map((old, i) => (i === index ? kind : old === kind && kind !== 'ignore' ? 'ignore' : old))) // prettier-ignore
  return (
    <details className={classes.columnChoices} open={!columns.includes('building')}>
      <summary>
        Columns:{' '}
        {used.map((i) => columnWords(table.columns[i]?.heading ?? '', columns[i] ?? 'ignore')).join(', ') ||
          'say what each one is'}
        {others > 0 && used.length > 0 && `; ${count(others, 'other')} left out`}
      </summary>
      <div className={classes.columns}>
        {table.columns.map((column, i) => (
          <ColumnChoice
            // Two columns may have one heading: a column is known by its place.
            // oxlint-disable-next-line react/no-array-index-key
            key={i}
            heading={column.heading}
            example={table.rows.map((row) => row.cells[i] ?? '').find((cell) => cell.trim() !== '') ?? ''}
            kind={columns[i] ?? 'ignore'}
            onChange={(kind) => choose(i, kind)}
          />
        ))}
      </div>
    </details>
  )
}

const columnWords = (heading: string, kind: PlaceColumn) =>
  heading.toLowerCase() === placeColumnLabels[kind].toLowerCase()
    ? heading
    : `${heading} as ${placeColumnLabels[kind].charAt(0).toLowerCase()}${placeColumnLabels[kind].slice(1)}`

interface ColumnChoiceProps {
  readonly heading: string
  readonly example: string
  readonly kind: PlaceColumn
  readonly onChange: (kind: PlaceColumn) => void
}

function ColumnChoice({ heading, example, kind, onChange }: ColumnChoiceProps) {
  return (
    <div>
      <Select
        label={heading}
        data={choices}
        value={kind}
        allowDeselect={false}
        onChange={(chosen) => onChange(placeColumnKinds.find((one) => one === chosen) ?? kind)}
      />
      <div className={classes.example}>{example === '' ? 'Empty' : `For example ${example}`}</div>
    </div>
  )
}
