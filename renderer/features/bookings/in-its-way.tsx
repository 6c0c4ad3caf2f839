import type { Output } from '../../api/client.ts'
import { bookingStatusLabels } from '../../../shared/bookings/bookings.contract.ts'
import { obstacleInWords } from '../../../shared/bookings/obstacles.rules.ts'
import { timeRange } from '../../../shared/time/format.ts'
import classes from './bookings.module.css'

type Beside = Pick<Output<'bookings', 'get'>, 'obstacles' | 'overlaps'>

/** What stands in the way of a booking, and what else would like its room: in words, with whom to ask. */
export function InItsWay({ obstacles, overlaps }: Beside) {
  return (
    <>
      {obstacles.length > 0 && (
        <section className={classes.inTheWay}>
          <h3>In the way</h3>
          <ul>
            {obstacles.map((obstacle) => (
              <li key={JSON.stringify(obstacle)}>{obstacleInWords(obstacle)}.</li>
            ))}
          </ul>
        </section>
      )}
      {overlaps.length > 0 && (
        <section className={classes.inTheWay}>
          <h3>Also wanted at this time</h3>
          <ul>
            {overlaps.map((one) => (
              <li key={one.bookingId}>
                {one.title}, {one.roomName}, {timeRange(one.heldFrom, one.heldUntil)}:{' '}
                {bookingStatusLabels[one.status].toLowerCase()}
                {one.contact === null ? '' : ` by ${one.contact}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
