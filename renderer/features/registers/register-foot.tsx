import { Button, Kbd } from '@mantine/core'
import { useId } from 'react'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import { count } from '../../../shared/text.ts'
import { Keys } from '../../ui/keys.tsx'
import type { Said } from './use-marking.ts'
import classes from './register.module.css'

interface RegisterFootProps {
  readonly codes: readonly MarkCode[]
  readonly marked: number
  readonly all: number
  readonly said: Said
  /** Marks that were refused: the register cannot be completed over them. */
  readonly failed: number
  /** Before the day only apologies can be marked. */
  readonly ahead: boolean
  readonly onCode: (code: string) => void
  readonly onRest: () => void
  readonly onWalkIn: () => void
  readonly onComplete: () => void
}

/** Where the register stands, the keys as buttons for the mouse, and the one next step. */
export function RegisterFoot(props: RegisterFootProps) {
  const { codes, marked, all, said, failed, ahead, onCode, onRest, onWalkIn, onComplete } = props
  const reason = useId()
  const left = all - marked
  const notYet = reasonNotYet({ ahead, left, failed })
  return (
    <div className={classes.foot}>
      <div className={classes.codes} role="group" aria-label="Mark the row in hand">
        {codes.map((code) => (
          <button
            key={code.code}
            type="button"
            className={classes.code}
            disabled={ahead && code.code !== 'A'}
            // The focus stays in the sheet, on the row that is being marked.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onCode(code.code)}
          >
            <Kbd size="xs">{code.code}</Kbd> {code.label}
          </button>
        ))}
        <ul className={classes.keys} aria-label="More keys">
          <li>
            <Keys keys={['Delete']} /> Not recorded
          </li>
          <li>
            <Keys keys={['Ctrl', 'Z']} /> Undo
          </li>
        </ul>
      </div>
      <div className={classes.next}>
        <p className={classes.count}>
          <strong>
            {marked} of {all} marked
          </strong>
        </p>
        <p className={classes.said} role="status" aria-live="polite">
          {said.whose !== '' && <span className="sr-only">{said.whose}. </span>}
          {said.text}
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
      </div>
    </div>
  )
}

/** Why the register cannot be completed yet; null when it can. */
function reasonNotYet({
  ahead,
  left,
  failed,
}: {
  ahead: boolean
  left: number
  failed: number
}): string | null {
  if (ahead) return 'It can be completed on the day'
  if (failed > 0)
    return `Give the ${count(failed, 'mark')} again that ${failed === 1 ? 'was' : 'were'} not saved`
  return left > 0 ? `Mark the ${count(left, 'person', 'people')} left first` : null
}
