import { enrolmentStatusLabels } from '../../../shared/enrolments/enrolments.contract.ts'
import type { RegisterRow } from '../../../shared/registers/registers.contract.ts'
import classes from './register.module.css'

/** What else is to be known of a row at a glance, in words. */
export function RowChips({ row }: { row: RegisterRow }) {
  return (
    <>
      {row.role === 'adult' && <span className={classes.chip}>Adult</span>}
      {row.walkIn && <span className={classes.chip}>Walk-in</span>}
      {row.walkIn && waits(row) && row.standing !== null && (
        <span className={classes.chip}>{enrolmentStatusLabels[row.standing]}</span>
      )}
    </>
  )
}

/** Whether somebody who came is still owed a decision on a place in this group. */
export const waits = ({ standing }: Pick<RegisterRow, 'standing'>): boolean =>
  standing === 'referred' || standing === 'waiting' || standing === 'offered'
