import { Link } from 'wouter'
import type { registerStates } from '../../shared/groups/groups.contract.ts'
import classes from './steps.module.css'

type RegisterState = (typeof registerStates)[number]

export interface Step {
  readonly id: string
  /** `Session 4, Tue 3 Nov` */
  readonly label: string
  /** null: did not run. */
  readonly number: number | null
  readonly state: RegisterState
  /** What its state is called, where that is not as usual. */
  readonly words?: string
  readonly to?: string
  /** The step that is looked at, or comes next. */
  readonly current?: boolean
}

export const registerStateWords: Readonly<Record<RegisterState, string>> = {
  'not-due': 'To come',
  due: 'Register to take',
  started: 'Register started',
  complete: 'Register complete',
  'did-not-run': 'Did not run',
}
const signs: Readonly<Record<RegisterState, string | null>> = {
  'not-due': null,
  due: '!',
  started: '…',
  complete: '✓',
  'did-not-run': '–',
}

/** A run of sessions as steps on a thin line: done, owed, to come, did not run; each says so in words. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol className={classes.steps} aria-label={label}>
      {steps.map((step) => (
        <li key={step.id} className={classes.step} data-state={step.state}>
          <StepMark step={step} />
        </li>
      ))}
    </ol>
  )
}

function StepMark({ step }: { step: Step }) {
  const words = `${step.label}: ${(step.words ?? registerStateWords[step.state]).toLowerCase()}`
  const shared = {
    className: classes.mark ?? '',
    title: words,
    'aria-current': step.current ? ('step' as const) : undefined,
  }
  const inside = (
    <>
      <span aria-hidden>{signs[step.state] ?? step.number}</span>
      <span className="sr-only">{words}</span>
    </>
  )
  if (step.to === undefined) return <span {...shared}>{inside}</span>
  return (
    <Link to={step.to} {...shared}>
      {inside}
    </Link>
  )
}
