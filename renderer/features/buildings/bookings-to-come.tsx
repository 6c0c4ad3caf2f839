import { Button } from '@mantine/core'
import { ApiError } from '../../api/client.ts'
import { toComeSchema, type BookingToCome, type ToCome } from '../../../shared/buildings/to-come.contract.ts'
import { shortDay, timeRange } from '../../../shared/time/format.ts'
import classes from './buildings.module.css'

interface BookingsToComeProps {
  readonly bookings: ToCome
  readonly onOpen: (booking: BookingToCome) => void
}

/** Bookings that somebody has to look at, each with its way on. */
export function BookingsToCome({ bookings, onOpen }: BookingsToComeProps) {
  const more = bookings.count - bookings.first.length
  return (
    <>
      <ul className={classes.toCome}>
        {bookings.first.map((booking) => (
          <li key={booking.bookingId}>
            <span className={classes.twoLines}>
              <span>{booking.title}</span>
              <span className={classes.under}>
                {shortDay(booking.startsAt)}, {timeRange(booking.startsAt, booking.endsAt)} ·{' '}
                {booking.roomName}
              </span>
            </span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Open ${booking.title}, ${shortDay(booking.startsAt)}`}
              onClick={() => onOpen(booking)}
            >
              Open
            </Button>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes.quiet}>And {more} more, later.</p>}
    </>
  )
}

/** What stands in the way of archiving, out of the refusal. */
export function RefusedBookings({ error, onOpen }: { error: unknown } & Pick<BookingsToComeProps, 'onOpen'>) {
  const details = error instanceof ApiError ? error.details['toCome'] : undefined
  const { data } = toComeSchema.safeParse(details)
  return data === undefined ? null : <BookingsToCome bookings={data} onOpen={onOpen} />
}
