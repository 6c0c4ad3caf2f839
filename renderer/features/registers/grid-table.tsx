import { memo, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { PersonName } from '../../ui/person-name.tsx'
import type { Grid, GridPerson, GridSession } from '../../../shared/registers/grid.contract.ts'
import type { Block } from '../../../shared/registers/grid-block.rules.ts'
import { NOT_EXPECTED_SIGN } from '../../../shared/registers/grid-words.rules.ts'
import { sessionInWords } from '../../../shared/registers/grid.rules.ts'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import { shortDay } from '../../../shared/time/format.ts'
import { cellWords, columnWords, toneOf } from './grid-cell-words.ts'
import type { GridCursor } from './use-grid-cursor.ts'
import { cellKey } from './use-grid-cursor.ts'
import classes from './grid.module.css'

interface GridTableProps {
  readonly grid: Grid
  readonly cursor: GridCursor
  readonly readOnly: boolean
  /** Something is still on its way to the disk. */
  readonly saving: boolean
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onMouse: (event: MouseEvent<HTMLElement>) => void
}

/** People by sessions. The keys are heard by the table: a cell is only a letter, so that hundreds of them stay light. */
export function GridTable({ grid, cursor, readOnly, saving, onMouse, ...heard }: GridTableProps) {
  const { block, head, hold } = cursor
  const states = grid.sessions.map((session) => session.state).join(' ')
  return (
    <table
      ref={hold}
      className={classes.table}
      // A grid is a table whose cells take the focus; the letters are pressed in them.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      aria-label={`Registers of ${grid.groupName}`}
      aria-multiselectable
      aria-readonly={readOnly}
      onMouseDown={onMouse}
      onMouseMove={onMouse}
      data-saving={saving}
      {...heard}
    >
      <thead>
        <tr>
          <th scope="col" className={classes.corner}>
            Name
          </th>
          {grid.sessions.map((session, at) => (
            <SessionHead
              key={session.sessionId}
              session={session}
              chosen={at >= block.left && at <= block.right}
            />
          ))}
          <th scope="col" className={classes.sum}>
            <abbr title="How often they came, of the sessions that ran, expected them and have a mark">
              Came
            </abbr>
          </th>
        </tr>
      </thead>
      <tbody>
        {grid.people.map((person, row) => {
          const inBlock = row >= block.top && row <= block.bottom
          return (
            <GridRow
              key={person.personId}
              person={person}
              row={row}
              states={states}
              codes={grid.codes}
              from={inBlock ? block.left : -1}
              to={inBlock ? block.right : -1}
              stop={head.row === row ? head.column : -1}
            />
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className={classes.corner}>
            <abbr title="How many came, of those expected with a mark">Came</abbr>
          </th>
          {grid.sessions.map((session) => (
            <td key={session.sessionId} className={classes.sum}>
              {sumOf(session.counts, '/')}
            </td>
          ))}
          <td className={classes.sum}>{sumOf(total(grid), ' of ')}</td>
        </tr>
      </tfoot>
    </table>
  )
}

type Counts = Pick<GridPerson['counts'], 'marked' | 'attended'>

/** How many came of those with a mark: nothing where nothing is recorded, which is not none. */
const sumOf = ({ attended, marked }: Counts, of: string) => (marked === 0 ? '' : `${attended}${of}${marked}`)

const total = ({ people }: Grid): Counts => ({
  marked: people.reduce((sum, person) => sum + person.counts.marked, 0),
  attended: people.reduce((sum, person) => sum + person.counts.attended, 0),
})

/** Number, day and topic. It leads to the register itself; from the cells Ctrl + Enter does, so Tab passes it over. */
function SessionHead({ session, chosen }: { session: GridSession; chosen: boolean }) {
  const { number, startsAt, topic, invitedOnly } = session
  const more = [invitedOnly ? 'for those invited' : null, columnWords(session)].filter(
    (word) => word !== null,
  )
  const said = [sessionInWords(session), topic, ...more].filter((word) => word !== null).join(', ')
  return (
    <th
      scope="col"
      className={classes.head}
      data-state={session.state}
      data-chosen={chosen}
      aria-label={said}
      title={said}
    >
      <a href={`#/registers/${session.sessionId}`} tabIndex={-1}>
        <span className={classes.number}>
          <span className="sr-only">Session </span>
          {number ?? NOT_EXPECTED_SIGN}
        </span>
        <span className={classes.day}>{shortDay(startsAt).slice(4)}</span>
        {topic !== null && <span className={classes.topic}>{topic}</span>}
      </a>
    </th>
  )
}

interface RowProps {
  readonly person: GridPerson
  readonly row: number
  /** The state of each column, in one word each: text, so that a row is drawn again only when one changes. */
  readonly states: string
  readonly codes: readonly MarkCode[]
  /** The first and last column that is chosen in this row, -1 where none is; and the one with the focus. */
  readonly from: Block['left']
  readonly to: Block['right']
  readonly stop: number
}

const GridRow = memo(function GridRow({ person, row, states, codes, from, to, stop }: RowProps) {
  const columns = states.split(' ')
  return (
    <tr>
      <th scope="row" className={classes.name} data-chosen={from >= 0}>
        <PersonName name={person.name} alert={person.alert} provisional={person.provisional} />
      </th>
      {person.cells.map((cell, column) => {
        const tone = toneOf(cell, codes)
        return (
          <td
            // The order is the order of the sessions: nothing else names a cell.
            key={column}
            data-at={cellKey({ row, column })}
            className={classes.cell}
            tabIndex={column === stop ? 0 : -1}
            aria-selected={column >= from && column <= to}
            aria-label={cellWords(cell, codes)}
            data-tone={tone}
            data-state={columns[column]}
            data-corrected={cell.corrected}
            data-note={cell.note !== null}
            title={cell.note ?? undefined}
          >
            {cell.code ?? (tone === 'off' ? NOT_EXPECTED_SIGN : '·')}
            {cell.minutes !== null && <sub>{cell.minutes}</sub>}
          </td>
        )
      })}
      <td className={classes.sum}>{sumOf(person.counts, ' of ')}</td>
    </tr>
  )
})
