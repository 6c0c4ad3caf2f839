import type { Hours } from '../../../shared/buildings/opening.rules.ts'
import classes from './hours-strip.module.css'

/** Minutes of the day between which strips are drawn; what lies outside is drawn to the edge. */
const [FROM, UNTIL] = [6 * 60, 22 * 60]
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const percent = (time: string) =>
  (100 * (Math.min(UNTIL, Math.max(FROM, minutesOf(time))) - FROM)) / (UNTIL - FROM)

/** A day as a strip, the open hours filled: the words beside it say the same. */
export function HoursStrip({ hours }: { hours: readonly Hours[] }) {
  return (
    <div className={classes.strip} aria-hidden>
      {hours.map(({ opens, closes }) => (
        <span
          key={opens}
          className={classes.open}
          style={{ insetInlineStart: `${percent(opens)}%`, width: `${percent(closes) - percent(opens)}%` }}
        />
      ))}
    </div>
  )
}

const marks = [
  ['9am', '09:00'],
  ['midday', '12:00'],
  ['3pm', '15:00'],
  ['6pm', '18:00'],
] as const

/** What the strips under it are drawn to. */
export function StripScale() {
  return (
    <div className={classes.scale} aria-hidden>
      {marks.map(([words, time]) => (
        <span key={time} style={{ insetInlineStart: `${percent(time)}%` }}>
          {words}
        </span>
      ))}
    </div>
  )
}
