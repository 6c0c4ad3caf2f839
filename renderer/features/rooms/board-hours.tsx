import type { CSSProperties } from 'react'
import { alongBoard, hourMarks, type Hours } from '../../../shared/bookings/day-board.rules.ts'
import { dateOf } from '../../../shared/time/civil.ts'
import { clockTime } from '../../../shared/time/format.ts'
import { useLocalNow } from '../bookings/use-local-now.ts'
import classes from './board.module.css'

/** This moment, when the board shows it. */
export function useNowOn(hours: Hours, dates: ReadonlySet<string>): string | null {
  const now = useLocalNow()
  const time = now.slice(11)
  return dates.has(dateOf(now)) && time >= hours.from && time < hours.to ? now : null
}

/** Where the line of this moment stands in every row of today. */
export const nowStyle = (now: string | null, hours: Hours): CSSProperties =>
  now === null ? {} : ({ '--now': `${alongBoard(now, hours) * 100}%` } as CSSProperties) // as: a property of our own

/** The hours of the day, which stay in view, with this moment among them. */
export function HourRow({ hours, now, of }: { hours: Hours; now: string | null; of: string }) {
  return (
    <div role="row" className={classes.row} data-head>
      <div role="columnheader" className={classes.room}>
        {of}
      </div>
      <div role="columnheader" className={classes.track} aria-label="Time">
        {hourMarks(hours).map((hour) => (
          <span
            key={hour}
            className={classes.hour}
            style={{ insetInlineStart: `${alongBoard(hour, hours) * 100}%` }}
          >
            {clockTime(hour)}
          </span>
        ))}
        {now !== null && (
          <span className={classes.nowTime} style={{ insetInlineStart: `${alongBoard(now, hours) * 100}%` }}>
            {clockTime(now)}
          </span>
        )}
      </div>
    </div>
  )
}
