import { Button, Kbd } from '@mantine/core'
import { useId } from 'react'
import type { MarkCode } from '../../../shared/registers/registers.contract.ts'
import classes from './register.module.css'

interface RegisterFootProps {
  readonly codes: readonly MarkCode[]
  readonly marked: number
  readonly all: number
  readonly said: string
  /** Before the day only apologies can be marked. */
  readonly ahead: boolean
  readonly onCode: (code: string) => void
  readonly onRest: () => void
  readonly onWalkIn: () => void
  readonly onComplete: () => void
}

/** Where the register stands, the keys as buttons for the mouse, and the one next step. */
export function RegisterFoot(props: RegisterFootProps) {
  const { codes, marked, all, said, ahead, onCode, onRest, onWalkIn, onComplete } = props
  const reason = useId()
  const left = all - marked
  const notYet = ahead ? 'It can be completed on the day' : left > 0 ? `Mark the ${left} left first` : null
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
      </div>
      <div className={classes.next}>
        <p className={classes.count}>
          <strong>
            {marked} of {all} marked
          </strong>
        </p>
        <p className={classes.said} role="status" aria-live="polite">
          {said}
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
