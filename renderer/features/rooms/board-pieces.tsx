import type { CSSProperties } from 'react'
import { programmeClass } from '../../ui/programme-tag.tsx'
import { bookingStatusLabels } from '../../../shared/bookings/bookings.contract.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { alongBoard, leavesAt, minuteOf } from '../../../shared/bookings/day-board.rules.ts'
import type { Hours, Stretch } from '../../../shared/bookings/day-board.rules.ts'
import { timeOf } from '../../../shared/time/civil.ts'
import { clockTime, timeRange } from '../../../shared/time/format.ts'
import type { BoardRowProps } from './board-row.tsx'
import { isMovable } from './carry.ts'
import classes from './board.module.css'

type PieceProps = BoardRowProps & { readonly stretch: Stretch<Booking> }

export const between = (from: string, to: string, hours: Hours): CSSProperties => {
  const start = alongBoard(from, hours)
  return { insetInlineStart: `${start * 100}%`, width: `${(alongBoard(to, hours) - start) * 100}%` }
}

/** One stretch of a room's day, as a button. */
export function Piece(props: PieceProps) {
  const { stretch } = props
  const [booking] = stretch.bookings
  if (stretch.kind === 'booking' && booking)
    return props.faint.has(booking.id) ? (
      <FaintPiece {...props} />
    ) : (
      <BookingPiece {...props} booking={booking} />
    )
  if (stretch.kind === 'taken') return <TakenPiece {...props} />
  return stretch.kind === 'closed' ? <ClosedPiece {...props} /> : <FreePiece {...props} />
}

function FreePiece({ stretch, row, cut, shut, onBook }: PieceProps) {
  if (onBook === null) return null
  const from = timeOf(stretch.from)
  const until = cut ? '' : ` to ${clockTime(timeOf(stretch.to))}`
  const isShut = cut && shut.some((one) => one.from <= from && from < one.to)
  return (
    <button
      type="button"
      className={classes.free}
      tabIndex={-1}
      data-free
      data-from={stretch.from}
      data-to={stretch.to}
      aria-label={`${row.name}, ${isShut ? 'not open at' : 'free from'} ${clockTime(from)}${until}. Book`}
      onClick={() => onBook(row, from)}
    >
      {cut && <span aria-hidden>{clockTime(from)}</span>}
    </button>
  )
}

/** What the words of a booking add when it is not simply confirmed. */
const statusWord = ({ status }: Booking) => (status === 'confirmed' ? '' : bookingStatusLabels[status])

/** So short that no word of it could be read in a day's width. Minutes. */
const SHORT = 20
/** So short that its words and its times do not both have room. Minutes. */
const BRIEF = 60

/** A booking with its set-up and clear-down faint around it. */
function BookingPiece({
  stretch,
  booking,
  openedId,
  onOpen,
  row,
}: PieceProps & { readonly booking: Booking }) {
  const held = { from: timeOf(stretch.from), to: timeOf(stretch.to) }
  const times = timeRange(booking.startsAt, leavesAt(booking))
  const word = statusWord(booking)
  const others = booking.together.map((one) => one.roomName).join(', ')
  const details = [word, times, others && `with ${others}`].filter((part) => part !== '')
  const movable = isMovable(booking)
  const minutes = minuteOf(leavesAt(booking)) - minuteOf(booking.startsAt)
  return (
    <button
      type="button"
      className={classes.held}
      tabIndex={-1}
      data-from={stretch.from}
      data-to={stretch.to}
      data-booking={booking.id}
      data-status={booking.status}
      data-movable={movable}
      data-short={minutes <= SHORT}
      data-brief={minutes > SHORT && minutes <= BRIEF}
      data-opened={openedId === booking.id}
      title={[booking.title, ...details].join(', ')}
      onClick={() => onOpen(booking)}
    >
      <span className="sr-only">{[booking.title, ...details, row.name].join(', ')}</span>
      <span
        className={`${programmeClass(booking.colour)} ${classes.booking}`}
        style={between(booking.startsAt, leavesAt(booking), held)}
        aria-hidden
      >
        <span className={classes.title}>{booking.title}</span>
        <span className={classes.times}>{details.join(', ')}</span>
        {movable && (
          <>
            <span className={classes.edge} data-edge="start" />
            <span className={classes.edge} data-edge="end" />
          </>
        )}
      </span>
    </button>
  )
}

/** It takes the room, but the filter does not ask for it: shown so that the room does not look free. */
function FaintPiece({ stretch, row, onOpen }: PieceProps) {
  const [booking] = stretch.bookings
  return (
    <button
      type="button"
      className={classes.faint}
      tabIndex={-1}
      data-from={stretch.from}
      data-to={stretch.to}
      aria-label={`${row.name}, taken ${timeRange(stretch.from, stretch.to)}, left out by the filter`}
      title={booking?.title}
      onClick={() => booking && onOpen(booking)}
    />
  )
}

/** Another room that shares this one's floor is booked: half the hall is in use. */
function TakenPiece({ stretch, row, onOpen }: PieceProps) {
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
      aria-label={`${row.name}, taken ${timeRange(stretch.from, stretch.to)} because ${words}`}
      onClick={() => first && onOpen(first)}
    >
      {words}
    </button>
  )
}

/** Shut for a reason. Pressed, it leads to the form, which says what an override asks of whom. */
function ClosedPiece({ stretch, row, onBook }: PieceProps) {
  const words = `closed ${timeRange(stretch.from, stretch.to)}: ${stretch.reason ?? ''}`
  return (
    <button
      type="button"
      className={classes.closed}
      tabIndex={-1}
      data-from={stretch.from}
      data-to={stretch.to}
      title={words}
      onClick={() => onBook?.(row, timeOf(stretch.from))}
    >
      <span className="sr-only">{`${row.name}, ${words}`}</span>
      <span aria-hidden>Closed: {stretch.reason}</span>
    </button>
  )
}
