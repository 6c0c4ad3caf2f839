import { Tooltip } from '@mantine/core'
import { useId } from 'react'
import type {
  CellUnit,
  ReportCell,
  ReportColumn,
  ReportLine,
  ReportTable,
} from '../../../shared/reports/report.ts'
import { cellText, isCompared, numberText, restsOn } from './cell-text.ts'
import type { OpenCell } from './report-address.ts'
import classes from './reports.module.css'

interface TableProps {
  readonly table: ReportTable
  /** Opens the rows behind a figure; left out where nothing can be opened: as it leaves. */
  readonly onOpen?: ((cell: OpenCell) => void) | undefined
  readonly open: OpenCell | null
  readonly threshold: number
}

/** One table of a report: each number opens the rows it is made of, and each heading says what it means. */
export function ReportTableView({ table, onOpen, open, threshold }: TableProps) {
  const id = useId()
  const compared = isCompared(table)
  const line = (one: ReportLine) => (
    <tr key={one.key}>
      <th scope="row">{one.name}</th>
      {table.columns.map((column, at) => {
        const place = { table: table.key, line: one.key, column: column.key }
        return (
          <Figure
            key={column.key}
            column={column}
            cell={one.cells[at]}
            compared={compared}
            threshold={threshold}
            of={one.name}
            opened={open?.table === place.table && open.line === place.line && open.column === place.column}
            onOpen={onOpen && (() => onOpen(place))}
          />
        )
      })}
    </tr>
  )
  return (
    <section className={classes.tableSection}>
      <h2 id={id} className={classes.heading}>
        {table.title}
      </h2>
      {table.lines.length === 0 && <p className={classes.quiet}>Nothing is recorded for what was asked.</p>}
      {table.lines.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by the arrow keys
        <div className={classes.wide} role="region" aria-labelledby={id} tabIndex={0}>
          <table className={classes.table} aria-labelledby={id}>
            <Head table={table} />
            <tbody>{table.lines.map(line)}</tbody>
            {table.total && <tfoot>{line(table.total)}</tfoot>}
          </table>
        </div>
      )}
      {table.notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
    </section>
  )
}

/** Each heading with its definition on hover; the details below the tables have them all for everybody. */
function Head({ table }: { table: ReportTable }) {
  return (
    <thead>
      <tr>
        <th scope="col">{table.lineHeading}</th>
        {table.columns.map((column) => (
          <Tooltip key={column.key} label={column.definition} multiline w={320} openDelay={300}>
            <th scope="col">{column.name}</th>
          </Tooltip>
        ))}
      </tr>
    </thead>
  )
}

interface FigureProps {
  readonly column: ReportColumn
  readonly cell: ReportCell | undefined
  readonly compared: boolean
  readonly threshold: number
  readonly of: string
  readonly opened: boolean
  readonly onOpen: (() => void) | undefined
}

function Figure({ column, cell, compared, threshold, of, opened, onOpen }: FigureProps) {
  if (!cell) return <td>–</td>
  const text = cellText(column.unit, cell)
  const rests = restsOn(column.unit, cell)
  const opens = onOpen && cell.value !== null
  return (
    <td data-opened={opened || undefined} data-hidden={cell.hidden}>
      {opens ? (
        <button type="button" className={classes.figure} aria-expanded={opened} onClick={onOpen}>
          {text}
          <span className="sr-only">{`, ${column.name}, ${of}: show the rows`}</span>
        </button>
      ) : (
        text
      )}
      {cell.hidden && <span className="sr-only"> hidden</span>}
      {cell.leaves === 'hidden' && <Leaves threshold={threshold} />}
      {rests !== null && <span className={classes.rests}>{rests}</span>}
      {compared && <Before unit={column.unit} cell={cell} />}
    </td>
  )
}

/** The mark of a number that the screen shows and that no paper and no file will. */
const Leaves = ({ threshold }: { threshold: number }) => (
  <Tooltip label={`Hidden when it leaves: fewer than ${threshold} people, or tells of so few`} multiline w={240}>
    <span className={classes.leaves}>
      <span aria-hidden>[c]</span>
      <span className="sr-only"> hidden when it leaves</span>
    </span>
  </Tooltip>
) // prettier-ignore

const Before = ({ unit, cell }: { unit: CellUnit; cell: ReportCell }) => (
  <span className={classes.rests}>
    {cell.hidden ? '' : `was ${numberText(unit, cell.before)}`}
  </span>
) // prettier-ignore
