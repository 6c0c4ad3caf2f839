import { Button, Kbd } from '@mantine/core'
import { useId } from 'react'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import { count } from '../../../shared/text.ts'
import { MarkButtons, MoreKeys, type Families } from './register-legend.tsx'
import type { Said } from './use-marking.ts'
import classes from './register.module.css'

interface RegisterFootProps {
  readonly codes: readonly MarkCode[]
  readonly marked: number
  /** Of those marked, how many came. */
  readonly came: number
  readonly all: number
  readonly families: Families
  readonly said: Said
  /** Marks that were refused: the register cannot be completed over them. */
  readonly failed: number
  /** Before the day only apologies can be marked. */
  readonly ahead: boolean
  readonly onCode: (code: string) => void
  readonly onFamilies: () => void
  readonly onRest: () => void
  readonly onWalkIn: () => void
  readonly onComplete: () => void
}

/** Where the register stands, the keys as buttons for the mouse, and the one next step. */
export function RegisterFoot(props: RegisterFootProps) {
  const { codes, marked, came, all, said, failed, ahead, onCode, onRest, onWalkIn, onComplete } = props
  const left = all - marked
  return (
    <div className={classes.foot}>
      <MarkButtons codes={codes} ahead={ahead} onCode={onCode} />
      <div className={classes.more}>
        <p className={classes.said} role="status" aria-live="polite">
          {said.whose !== '' && <span className="sr-only">{said.whose}. </span>}
          {said.text}
        </p>
        <MoreKeys families={props.families} onFamilies={props.onFamilies} />
      </div>
      <div className={classes.next}>
        <p className={classes.count}>
          <strong>
            {marked} of {all} marked
          </strong>
          {marked > 0 && <span className={classes.came}> {came} came</span>}
        </p>
        <Button variant="default" disabled={ahead} onClick={onWalkIn} rightSection={<Kbd size="xs">W</Kbd>}>
          Add a walk-in
        </Button>
        <Button
          variant="default"
          disabled={ahead || left === 0}
          onClick={onRest}
          rightSection={<Kbd size="xs">R</Kbd>}
        >
          Everyone else absent
        </Button>
        <Complete notYet={reasonNotYet({ ahead, left, failed })} onComplete={onComplete} />
      </div>
    </div>
  )
}

/** Can be reached and read while it cannot be done, so that its reason is heard. */
function Complete({ notYet, onComplete }: { notYet: string | null; onComplete: () => void }) {
  const reason = useId()
  return (
    <div className={classes.complete}>
      <Button
        {...(notYet !== null && { 'data-disabled': true })}
        aria-disabled={notYet !== null}
        aria-describedby={reason}
        onClick={onComplete}
      >
        Complete register
      </Button>
      <p id={reason} className={classes.reason}>
        {notYet ?? 'Ctrl + Enter'}
      </p>
    </div>
  )
}

interface Standing {
  readonly ahead: boolean
  readonly left: number
  readonly failed: number
}

/** Why the register cannot be completed yet; null when it can. */
function reasonNotYet({ ahead, left, failed }: Standing): string | null {
  if (ahead) return 'It can be completed on the day'
  if (failed > 0)
    return `Give the ${count(failed, 'mark')} again that ${failed === 1 ? 'was' : 'were'} not saved`
  return left > 0 ? `Mark the ${count(left, 'person', 'people')} left first` : null
}
