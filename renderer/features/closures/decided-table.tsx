import type { Decided } from '../../../shared/closures/desk.contract.ts'
import { shortDay, timeRange } from '../../../shared/time/format.ts'
import classes from './closures.module.css'

/** What was moved and cancelled before: where it was and where it is. */
export function DecidedTable({ decided }: { decided: readonly Decided[] }) {
  if (decided.length === 0) return null
  return (
    <section className={classes.decided}>
      <h2>Already decided</h2>
      <table className={classes.desk} aria-label="Already decided">
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">What</th>
            <th scope="col">Was in</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {decided.map((one) => (
            <tr key={one.bookingId}>
              <td className={classes.time}>
                {shortDay(one.startsAt)}, {timeRange(one.startsAt, one.endsAt)}
              </td>
              <td className={classes.title}>{one.title}</td>
              <td>{one.from}</td>
              <td>{one.did === 'cancel' ? 'Cancelled' : one.to}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
