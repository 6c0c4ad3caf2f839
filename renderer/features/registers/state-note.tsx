import { Button } from '@mantine/core'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { civilNow } from '../../../shared/time/civil.ts'
import { clockTime, longDate } from '../../../shared/time/format.ts'
import classes from './register.module.css'

/** Why the sheet cannot be written on, or what can be written on it only; null for an open register. */
export function StateNote({ register, onReopen }: { register: Register; onReopen: () => void }) {
  if (register.state === 'complete' && register.completedAt !== null) {
    const at = civilNow(new Date(register.completedAt))
    return (
      <div className={classes.note}>
        <p>
          <strong>Complete.</strong> {register.completedBy} completed it on {longDate(at)} at {clockTime(at)}.
        </p>
        <Button variant="default" onClick={onReopen}>
          Reopen register
        </Button>
      </div>
    )
  }
  if (register.state === 'did-not-run')
    return (
      <p className={classes.note}>
        <span>
          <strong>This session did not run,</strong> so it has no register and counts in no figure.
        </span>
      </p>
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
