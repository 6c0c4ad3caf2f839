import type { RefObject } from 'react'
import type { Register, RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { DidNotRunPanel } from './did-not-run-panel.tsx'
import { PersonPeek } from './person-peek.tsx'
import { RecordStrip } from './record-strip.tsx'
import { SessionRecord } from './session-record.tsx'
import type { useRegisterActions } from './use-register-actions.ts'
import classes from './register.module.css'

interface SideProps {
  readonly register: Register
  readonly inHand: RegisterRow | undefined
  readonly actions: ReturnType<typeof useRegisterActions>
  readonly readOnly: boolean
  readonly mayWrite: boolean
  readonly note: RefObject<HTMLTextAreaElement | null>
  readonly onBack: () => void
}

/** What stands in place of the person in hand, when something is filled in; null for nothing. */
export function panelOf({
  register,
  actions,
  mayWrite,
}: Pick<SideProps, 'register' | 'actions' | 'mayWrite'>) {
  if (actions.record.opened)
    return <SessionRecord register={register} mayWrite={mayWrite} onClose={actions.record.close} />
  if (actions.didNotRun.opened)
    return <DidNotRunPanel register={register} onClose={actions.didNotRun.close} />
  return null
}

/** The person in hand, and under them the session. */
export function BesideSheet({
  register,
  inHand,
  actions,
  readOnly,
  note,
  onBack,
}: Omit<SideProps, 'mayWrite'>) {
  return (
    <div className={classes.side}>
      <PersonPeek register={register} row={inHand} readOnly={readOnly} note={note} onNoteDone={onBack} />
      <RecordStrip
        register={register}
        onDelivered={actions.delivered}
        onRecord={actions.record.open}
        onDidNotRun={actions.didNotRun.open}
      />
    </div>
  )
}
