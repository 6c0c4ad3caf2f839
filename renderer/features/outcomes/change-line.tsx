import { movementOf } from '../../../shared/outcomes/change.rules.ts'
import type { Measure } from '../../../shared/outcomes/outcomes.contract.ts'
import classes from './outcomes.module.css'

const words = { improved: 'Better', same: 'Same', worse: 'Worse' } as const

/** From before to after on the measure's range, with the change in words and figures beside it. */
export function ChangeLine({
  measure,
  before,
  after,
}: {
  measure: Measure
  before: number | null
  after: number | null
}) {
  if (before === null || after === null) return <span className={classes.quiet}>–</span>
  const movement = movementOf(before, after, measure.direction)
  const place = (value: number) => 6 + (88 * (value - measure.minimum)) / (measure.maximum - measure.minimum)
  const change = Math.round((after - before) * 100) / 100
  return (
    <span className={classes.change} data-movement={movement}>
      <svg viewBox="0 0 100 16" className={classes.line} aria-hidden>
        <line x1="6" x2="94" y1="8" y2="8" className={classes.range} />
        <line x1={place(before)} x2={place(after)} y1="8" y2="8" className={classes.moved} />
        <circle cx={place(before)} cy="8" r="4" className={classes.from} />
        <circle cx={place(after)} cy="8" r="5" className={classes.to} />
      </svg>
      <span>
        {words[movement]}
        {change !== 0 && ` ${change > 0 ? '+' : '−'}${Math.abs(change)}`}
      </span>
    </span>
  )
}
