import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { KeyLegend } from '../../ui/keys.tsx'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import type { BoardRow as Row } from '../../../shared/bookings/board.rules.ts'
import type { Target } from '../../../shared/bookings/board-move.rules.ts'
import { boardKeys } from '../views/view-keys.ts'
import { BoardGroup } from './board-group.tsx'
import { HourRow, nowStyle, useNowOn } from './board-hours.tsx'
import { moveOnBoard, useOneTabStop } from './board-keys.ts'
import { useKeptPlace } from './use-kept-place.ts'
import { boardModel, groupWords } from './board-model.ts'
import { BoardRow } from './board-row.tsx'
import { CarryLayer } from './carry-layer.tsx'
import type { Board } from './use-board.ts'
import { useCarry } from './use-carry.ts'
import { useFolded } from './use-folded.ts'
import classes from './board.module.css'

const none: ReadonlySet<string> = new Set()
/** So many groups fill a large screen: they are drawn at once, and the rest of the county right after them. */
const IN_VIEW = 7

interface RoomBoardProps {
  readonly board: Board
  readonly today: string
  /** What the rows are: rooms of a day, or days of a week. */
  readonly of: 'Room' | 'Day'
  readonly openedId: string | null
  readonly onOpen: (booking: Booking) => void
  readonly onMove: (booking: Booking, target: Target) => void
  /** null: this person may only look. */
  readonly onBook: ((target: Target) => void) | null
  /** null: for half an hour or more, as the form has it. */
  readonly onBookFrom: ((row: Row, from: string) => void) | null
  /** Keys of the screen: another day, another view. Answers whether the key was one. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

/**
 * The rows whose free time is drawn in half hours: those that the pointer or the focus has been in. The rest have one
 * piece for each gap, which is what makes a county's day quick to draw.
 */
function useCutRows() {
  const [rows, setRows] = useState<ReadonlySet<string>>(none)
  const cut = (inRow: unknown) => {
    const row =
      inRow instanceof Element ? inRow.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined
    if (row !== undefined && !rows.has(row)) setRows(new Set([...rows, row]))
  }
  return { cutRows: rows, cut }
}

/** Rooms down and time across. Every piece is a button; the arrow keys go from piece to piece, with Alt they move one. */
export function RoomBoard(props: RoomBoardProps) {
  const { board, today, of, openedId, onOpen, onMove, onBook, onBookFrom, onKey } = props
  const { groups, onBoard, drawn, faint } = board
  const grid = useRef<HTMLDivElement>(null)
  useOneTabStop(grid)
  const { cutRows, cut } = useCutRows()
  const { folded, toggle } = useFolded()
  const model = useMemo(() => boardModel(groups, onBoard, drawn), [groups, onBoard, drawn])
  const { hours } = model
  const unfolded = useMemo(
    () => groups.filter((group) => !folded.has(group.key)).flatMap((group) => group.rows),
    [groups, folded],
  )
  const keepPlace = useKeptPlace(grid)
  const carry = useCarry({ grid, board: onBoard, drawn, rows: unfolded, hours, onMove, onBook })
  const { store, justDropped } = carry
  const open = useSteady((booking: Booking) => justDropped() || onOpen(booking))
  const bookFrom = useSteady((row: Row, from: string) => justDropped() || onBookFrom?.(row, from))
  const openedRow = drawn.find((booking) => booking.id === openedId)?.roomId
  const now = useNowOn(hours, model.dates)
  const drawnFirst = useDeferredValue(Infinity, IN_VIEW)
  const keys = (event: KeyboardEvent) =>
    carry.onKey(event) || onKey(event) || moveOnBoard(event, (row) => flushSync(() => cut(row)))
  return (
    <>
      <div className={classes.frame}>
        <div
          ref={grid}
          className={classes.board}
          role="grid"
          data-of={of}
          tabIndex={-1}
          aria-label="Rooms by time"
          style={nowStyle(now, hours)}
          onKeyDown={keys}
          onFocus={(event) => {
            cut(event.target)
            keepPlace(event.target)
          }}
          onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || store.set(null)}
          onPointerOver={(event) => cut(event.target)}
          {...carry.pointer}
        >
          <HourRow hours={hours} now={now} of={of} />
          {groups.slice(0, drawnFirst).map((group) => (
            <BoardGroup
              key={group.key}
              group={group}
              folded={folded.has(group.key)}
              onFold={toggle}
              words={groupWords(group, model, folded.has(group.key))}
            >
              {group.rows.map((row) => (
                <BoardRow
                  key={row.key}
                  row={row}
                  sharing={onBoard.sharing.get(row.roomId) ?? none}
                  hours={hours}
                  shut={model.shutOf(row.building.id, row.date)}
                  closed={model.closedOf(row.roomId)}
                  cut={cutRows.has(row.key)}
                  bookings={model.bookingsOf(row)}
                  faint={faint}
                  isToday={row.date === today}
                  openedId={openedRow === row.roomId ? openedId : null}
                  onOpen={open}
                  onBook={onBookFrom === null ? null : bookFrom}
                />
              ))}
            </BoardGroup>
          ))}
        </div>
        <CarryLayer store={store} grid={grid} hours={hours} buildings={onBoard.buildings} />
      </div>
      <KeyLegend items={boardKeys} />
    </>
  )
}

/** A function that stays the same while what it does is always the newest: rows are drawn again only for their own sake. */
function useSteady<A extends readonly unknown[]>(does: (...args: A) => unknown): (...args: A) => void {
  const latest = useRef(does)
  useLayoutEffect(() => {
    latest.current = does
  })
  const [steady] = useState(
    () =>
      (...args: A) =>
        void latest.current(...args),
  )
  return steady
}
