import { memo, useMemo } from 'react'
import type { CSSProperties } from 'react'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import type { BoardRow as Row } from '../../../shared/bookings/board.rules.ts'
import { alongBoard, hourMarks, stretchesOf } from '../../../shared/bookings/day-board.rules.ts'
import type { Hours, Shut } from '../../../shared/bookings/day-board.rules.ts'
import { between, Piece } from './board-pieces.tsx'
import classes from './board.module.css'

export interface BoardRowProps {
  readonly row: Row
  readonly sharing: ReadonlySet<string>
  readonly hours: Hours
  /** When the building is shut that day: parts of the board's hours. */
  readonly shut: readonly Hours[]
  readonly closed: readonly Shut[]
  /** Its free time in half hours, because it is being used; whole before that. */
  readonly cut: boolean
  readonly bookings: readonly Booking[]
  /** By id: they take the room, but are not what is asked for. */
  readonly faint: ReadonlySet<string>
  readonly isToday: boolean
  readonly openedId: string | null
  readonly onOpen: (booking: Booking) => void
  /** null: this person may only look. */
  readonly onBook: ((row: Row, from: string) => void) | null
}

/** The lines at each half hour, and the hours when the building is shut, lie behind a row as pictures: as pieces of their own they took most of the time to draw. */
function behind(hours: Hours, shut: readonly Hours[]): CSSProperties {
  const anHour = alongBoard(hourMarks(hours)[1] ?? hours.to, hours) * 100
  const stops = shut.flatMap(({ from, to }) => {
    const [start, end] = [alongBoard(from, hours) * 100, alongBoard(to, hours) * 100]
    return [`transparent ${start}%`, `var(--board-shut) ${start}%`, `var(--board-shut) ${end}%`, `transparent ${end}%`] // prettier-ignore
  })
  const lines =
    'linear-gradient(to right, var(--g-hairline) 1px, transparent 1px), linear-gradient(to right, color-mix(in srgb, var(--g-hairline) 50%, transparent) 1px, transparent 1px)'
  const dim = stops.length === 0 ? '' : `, linear-gradient(to right, ${stops.join(', ')})`
  return {
    backgroundImage: lines + dim,
    backgroundSize: `${anHour}% 100%, ${anHour / 2}% 100%${dim === '' ? '' : ', 100% 100%'}`,
  }
}

/** One room on one day. */
export const BoardRow = memo(function BoardRow(props: BoardRowProps) {
  const { row, sharing, hours, shut, closed, bookings, cut, onBook, isToday } = props
  const { roomId: id, date, room } = row
  const stretches = useMemo(
    () => stretchesOf({ id, sharing, date, hours, closed }, bookings, cut ? 'half hours' : 'whole'),
    [id, sharing, date, hours, closed, bookings, cut],
  )
  const lanes = Math.max(0, ...stretches.map((stretch) => stretch.lane))
  const style = lanes === 0 ? undefined : ({ '--lanes': lanes } as CSSProperties) // as: a property of our own
  return (
    <div role="row" className={classes.row} data-row={row.key} data-today={isToday} style={style}>
      <div role="rowheader" className={classes.room}>
        <span className={classes.roomName}>{row.label}</span>
        {row.label === room.name && room.capacity !== null && (
          <span className={classes.quiet}>seats {room.capacity}</span>
        )}
      </div>
      <div role="presentation" data-track className={classes.track} style={behind(hours, shut)}>
        {stretches
          .filter(({ kind }) => kind !== 'free' || onBook !== null)
          .map((stretch) => (
            <div
              key={`${stretch.kind} ${stretch.bookings[0]?.id ?? stretch.from}`}
              role="gridcell"
              className={classes.cell}
              style={{ ...between(stretch.from, stretch.to, hours), ...inLane(stretch.lane) }}
            >
              <Piece {...props} stretch={stretch} />
            </div>
          ))}
      </div>
    </div>
  )
})

/** What holds nothing lies under what does, each lane a line of words high. */
const inLane = (lane: number): CSSProperties =>
  lane === 0
    ? {}
    : {
        insetBlockStart: 'auto',
        insetBlockEnd: `calc((var(--lanes) - ${lane}) * var(--board-lane))`,
        height: 'var(--board-lane)',
      }
