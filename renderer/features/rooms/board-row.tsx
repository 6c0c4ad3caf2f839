import { memo } from 'react'
import type { CSSProperties } from 'react'
import { programmeClass } from '../../ui/programme-tag.tsx'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { alongBoard, hourMarks, stretchesOf } from '../../../shared/bookings/day-board.rules.ts'
import type { Hours, Stretch } from '../../../shared/bookings/day-board.rules.ts'
import type { Room } from '../../../shared/buildings/buildings.contract.ts'
import type { RoomId } from '../../../shared/ids.ts'
import { timeOf } from '../../../shared/time/civil.ts'
import { clockTime, timeRange } from '../../../shared/time/format.ts'
import classes from './rooms.module.css'

interface BoardRowProps {
  readonly room: Room
  readonly sharing: ReadonlySet<string>
  readonly date: string
  readonly hours: Hours
  /** Its free time in half hours, because it is being used; whole before that. */
  readonly cut: boolean
  readonly bookings: readonly Booking[]
  readonly openedId: string | null
  readonly onOpen: (booking: Booking) => void
  readonly onBook: ((room: RoomId, from: string) => void) | null
}

const between = (from: string, to: string, hours: Hours): CSSProperties => {
  const start = alongBoard(from, hours)
  return { insetInlineStart: `${start * 100}%`, width: `${(alongBoard(to, hours) - start) * 100}%` }
}

/** The lines at each half hour lie behind a row: as pieces of their own they took most of the time to draw. */
const linesOf = (hours: Hours): CSSProperties => {
  const anHour = alongBoard(hourMarks(hours)[1] ?? hours.to, hours) * 100
  return { backgroundSize: `${anHour}% 100%, ${anHour / 2}% 100%` }
}

/** One room's day. */
export const BoardRow = memo(function BoardRow(props: BoardRowProps) {
  const { room, sharing, date, hours, bookings, cut, onBook } = props
  const free = cut ? 'half hours' : 'whole'
  const stretches = stretchesOf({ id: room.id, sharing }, date, hours, bookings, free)
  return (
    <div role="row" className={classes.row} data-room={room.id}>
      <div role="rowheader" className={classes.room}>
        <span className={classes.roomName}>{room.name}</span>
        {room.capacity !== null && <span className={classes.quiet}>seats {room.capacity}</span>}
      </div>
      <div role="presentation" className={classes.track} style={linesOf(hours)}>
        {stretches
          .filter(({ kind }) => kind !== 'free' || onBook !== null)
          .map((stretch) => (
            <div
              key={`${stretch.kind} ${stretch.from}`}
              role="gridcell"
              className={classes.cell}
              style={between(stretch.from, stretch.to, hours)}
            >
              <Piece {...props} stretch={stretch} />
            </div>
          ))}
      </div>
    </div>
  )
})

function Piece(props: BoardRowProps & { readonly stretch: Stretch<Booking> }) {
  const { stretch, onBook, room } = props
  const [booking] = stretch.bookings
  if (stretch.kind === 'booking' && booking) return <BookingPiece {...props} booking={booking} />
  if (stretch.kind === 'taken') return <TakenPiece {...props} />
  if (onBook === null) return null
  const from = timeOf(stretch.from)
  const until = props.cut ? '' : ` to ${clockTime(timeOf(stretch.to))}`
  return (
    <button
      type="button"
      className={classes.free}
      tabIndex={-1}
      data-from={stretch.from}
      data-to={stretch.to}
      aria-label={`${room.name}, free from ${clockTime(from)}${until}. Book`}
      onClick={() => onBook(room.id, from)}
    >
      {props.cut && <span aria-hidden>{clockTime(from)}</span>}
    </button>
  )
}

interface BookingPieceProps extends BoardRowProps {
  readonly stretch: Stretch<Booking>
  readonly booking: Booking
}

/** A booking with its set-up and clear-down faint around it. */
function BookingPiece({ stretch, booking, openedId, onOpen, room }: BookingPieceProps) {
  const held = { from: timeOf(booking.heldFrom), to: timeOf(booking.heldUntil) }
  const times = timeRange(booking.startsAt, booking.endsAt)
  return (
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its words lie deeper than the rule looks
    <button
      type="button"
      className={classes.held}
      tabIndex={-1}
      data-from={stretch.from}
      data-to={stretch.to}
      data-opened={openedId === booking.id}
      title={`${booking.title}, ${times}`}
      onClick={() => onOpen(booking)}
    >
      <span
        className={`${programmeClass(booking.colour)} ${classes.booking}`}
        style={between(booking.startsAt, booking.endsAt, held)}
      >
        <span className={classes.title}>
          {booking.title}
          <span className="sr-only">, </span>
        </span>
        <span className={classes.times}>
          {times}
          <span className="sr-only">, {room.name}</span>
        </span>
      </span>
    </button>
  )
}

/** Another room that shares this one's floor is booked: half the hall is in use. */
function TakenPiece({ stretch, room, onOpen }: BoardRowProps & { readonly stretch: Stretch<Booking> }) {
  const words = stretch.bookings.map((b) => `${b.roomName}: ${b.title}`).join('; ')
  const [first] = stretch.bookings
  return (
    <button
      type="button"
      className={classes.taken}
      tabIndex={-1}
      data-from={stretch.from}
      data-to={stretch.to}
      title={words}
      aria-label={`${room.name}, taken ${timeRange(stretch.from, stretch.to)} because ${words}`}
      onClick={() => first && onOpen(first)}
    >
      {words}
    </button>
  )
}
