import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react'
import { cellKey, type GridCursor } from '../../ui/use-grid-cursor.ts'
import {
  cellText,
  whenWords,
  type EntryColumn,
  type EntryGrid,
  type EntryRow,
} from '../../../shared/outcomes/entry-grid.rules.ts'
import { completerLabels } from '../../../shared/outcomes/measure-details.ts'
import { rangeInWords } from '../../../shared/outcomes/readings.rules.ts'
import { longDate, shortDate } from '../../../shared/time/format.ts'
import { EntryEditor } from './entry-editor.tsx'
import { refusedKey, type Beside, type EntryWork } from './use-entry-work.ts'
import { placeKey, type Saving } from './use-entry-saving.ts'
import classes from './entry.module.css'

export interface EntryTableProps {
  readonly label: string
  readonly grid: EntryGrid
  readonly beside: readonly Beside[]
  readonly cursor: GridCursor
  readonly work: EntryWork
  readonly saving: Saving
  readonly readOnly: boolean
  /** The day of a row in which nothing stands yet. */
  readonly dayOf: (row: EntryRow) => string | null
  /** Where the star of a person is; null where the measure has none. */
  readonly starOf: ((row: EntryRow) => string) | null
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onMouse: (event: MouseEvent<HTMLElement>) => void
}

const besideNames: Readonly<Record<Beside, string>> = { by: 'Completed by', on: 'Day' }

/** People by numbers. The keys are heard by the table; a cell becomes a field only while it is typed into. */
export function EntryTable(props: EntryTableProps) {
  const { label, grid, beside, cursor, readOnly, onKeyDown, onFocus, onMouse, saving } = props
  const { hold } = cursor
  return (
    <table
      ref={hold}
      className={classes.table}
      // A grid is a table whose cells take the focus.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      aria-label={label}
      aria-multiselectable
      aria-readonly={readOnly}
      data-saving={saving.size > 0}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onMouseDown={onMouse}
      onMouseMove={onMouse}
    >
      <thead>
        <tr>
          <th scope="col" className={classes.corner}>
            Name
          </th>
          {grid.columns.map((column) => (
            <th key={column.key} scope="col" className={classes.head} title={headWords(column)}>
              <span>{column.name}</span>
            </th>
          ))}
          {beside.map((which) => (
            <th key={which} scope="col" className={classes.besideHead}>
              {besideNames[which]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.rows.map((row, at) => (
          <Row key={row.key} {...props} row={row} at={at} />
        ))}
      </tbody>
    </table>
  )
}

const headWords = (column: EntryColumn) =>
  `${column.name}, ${rangeInWords(column.shape)}, ${column.shape.direction === 'higher-is-better' ? 'higher' : 'lower'} is better`

type RowProps = EntryTableProps & { readonly row: EntryRow; readonly at: number }

function Row(props: RowProps) {
  const { row, at, grid, beside, starOf } = props
  const again = grid.rows[at - 1]?.personId === row.personId
  return (
    <tr data-counts={row.counts} data-again={again}>
      <th scope="row" className={classes.name}>
        {/* From the cells Ctrl + Enter leads there, so Tab passes it over. */}
        {starOf === null ? (
          row.name
        ) : (
          <a href={`#${starOf(row)}`} tabIndex={-1}>
            {row.name}
          </a>
        )}
        {!row.enrolled && <span className={classes.left}>Left or completed</span>}
        {!row.counts && <span className={classes.left}>Kept, not in figures</span>}
      </th>
      {grid.columns.map((column, index) => (
        <ValueCell key={column.key} {...props} column={column} index={index} />
      ))}
      {beside.map((which, index) => (
        <BesideCell key={which} {...props} which={which} index={grid.columns.length + index} />
      ))}
    </tr>
  )
}

/** What every cell of the grid says of itself. */
function cellProps({ cursor }: EntryTableProps, row: number, column: number) {
  const { head, block } = cursor
  const chosen = row >= block.top && row <= block.bottom && column >= block.left && column <= block.right
  return {
    'data-at': cellKey({ row, column }),
    tabIndex: head.row === row && head.column === column ? 0 : -1,
    'aria-selected': chosen,
  }
}

const isEditing = ({ work }: EntryTableProps, row: number, column: number) =>
  work.editing?.place.row === row && work.editing.place.column === column

function ValueCell(props: RowProps & { column: EntryColumn; index: number }) {
  const { row, at, column, index, work, saving, grid } = props
  const cell = row.cells[index]
  if (cell === undefined) return null
  const refused = work.refused.get(refusedKey(grid, { row: at, column: index }))
  const under = saving.get(placeKey({ ...row, ...column }))
  const text = refused?.text ?? under ?? cellText(cell)
  const reason = cell.reading?.value === null && under === undefined && refused === undefined
  const what = `${row.name}, ${column.name}`
  const said = [
    what,
    text === '' ? 'nothing recorded' : reason ? `not done: ${text}` : text,
    cell.made ? 'the sum of its parts' : '',
    row.counts ? '' : 'kept, not in figures',
    refused?.words ?? '',
  ].filter((part) => part !== '')
  return (
    <td
      {...cellProps(props, at, index)}
      className={classes.cell}
      aria-label={said.join(', ')}
      aria-readonly={cell.made}
      aria-invalid={refused !== undefined}
      data-reason={reason}
      data-made={cell.made}
      data-saving={under !== undefined}
      title={hover(row, cell.reading, refused?.words)}
    >
      {isEditing(props, at, index) ? (
        <EntryEditor work={work} label={what} kind="value" />
      ) : (
        <span>{text === '' ? '·' : text}</span>
      )}
    </td>
  )
}

/** `Declined. Of 12 October 2026, worker and family together. Lower because: …` */
function hover(row: EntryRow, reading: EntryRow['cells'][number]['reading'], refused: string | undefined) {
  if (reading === undefined) return refused
  const by = row.completedBy === 'not-said' ? '' : `, ${completerLabels[row.completedBy].toLowerCase()}`
  return [
    refused,
    reading.notDoneReason,
    `${whenWords(reading)}, ${longDate(reading.takenOn)}${by}`,
    reading.fallReason === null ? null : `Lower because: ${reading.fallReason}`,
  ]
    .filter((part) => part !== null && part !== undefined)
    .join('. ')
}

function BesideCell(props: RowProps & { which: Beside; index: number }) {
  const { row, at, which, index, work, dayOf, grid } = props
  const day = row.takenOn ?? dayOf(row)
  const text = which === 'by' ? completerLabels[row.completedBy] : day === null ? '–' : shortDate(day)
  return (
    <td
      {...cellProps(props, at, index)}
      className={classes.beside}
      aria-label={`${row.name}, ${besideNames[which].toLowerCase()}, ${text}`}
      data-usual={row.takenOn === null}
    >
      {isEditing(props, at, index) ? (
        <EntryEditor work={work} label={`${row.name}, ${besideNames[which].toLowerCase()}`} kind={which} completers={grid.measure.details.completedBy} /> // prettier-ignore
      ) : (
        text
      )}
    </td>
  )
}
