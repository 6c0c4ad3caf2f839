import { Button } from '@mantine/core'
import { useMay, useToday } from '../../api/session.ts'
import { go } from '../../location.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { needsReason } from '../../../shared/registers/correct.rules.ts'
import { civilNow, dateOf } from '../../../shared/time/civil.ts'
import { clockTime, longDate } from '../../../shared/time/format.ts'
import classes from './register.module.css'

/** Why the sheet cannot be written on, or what can be written on it only; null for an open register. */
export function StateNote({ register, onReopen }: { register: Register; onReopen: () => void }) {
  const may = useMay()
  const today = useToday()
  if (register.state === 'complete' && register.completedAt !== null) {
    const at = civilNow(new Date(register.completedAt))
    return (
      <div className={classes.note}>
        <p>
          <strong>Complete.</strong> {register.completedBy} completed it on {longDate(at)} at {clockTime(at)}.
        </p>
        {/* Later it is corrected mark by mark, each with its reason. */}
        {!needsReason(dateOf(at), today) && (
          <Button variant="default" onClick={onReopen}>
            Reopen register
          </Button>
        )}
      </div>
    )
  }
  if (register.state === 'did-not-run')
    return (
      <div className={classes.note}>
        <p>
          <strong>This session did not run{register.reason === null ? '' : `: ${register.reason}`}.</strong>{' '}
          It has no register and counts in no figure.
        </p>
        {register.mayChangeGroup && may('groups.edit') && (
          <Button variant="default" onClick={() => go(`/groups/${register.groupId}/sessions`)}>
            Run it on another day
          </Button>
        )}
      </div>
    )
  if (register.state === 'not-due')
    return (
      <p className={classes.note}>
        <span>
          <strong>Not due yet.</strong> Until {longDate(register.startsAt)} only apologies (A) can be marked.
        </span>
      </p>
    )
  return null
}
