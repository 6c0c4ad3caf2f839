import type { WaitingRow } from '../../../shared/enrolments/waiting.contract.ts'
import { lastTryWords } from './words.ts'
import classes from './enrolments.module.css'

/** The number to ring, only where it is safe; and the last try. */
export function Reach(row: Pick<WaitingRow, 'reach' | 'lastContact'>) {
  const last = lastTryWords(row)
  return (
    <>
      {row.reach.call === null ? (
        <span className={classes.small}>{row.reach.noCall}</span>
      ) : (
        <span className={classes.nowrap}>{row.reach.call}</span>
      )}
      {last !== null && <div className={classes.small}>{last}</div>}
    </>
  )
}
