import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import classes from './register.module.css'

interface DidNotRunProps {
  readonly register: Register
  readonly onClose: () => void
}

/** The session did not run: why, and what follows from it, before it is said. */
export function DidNotRunPanel({ register, onClose }: DidNotRunProps) {
  const [reason, setReason] = useState('')
  const cancel = useCommand('groups', 'cancelSession', {
    failure: 'inline',
    undo: true,
    done: 'Recorded that the session did not run',
    onDone: onClose,
  })
  const { idOf, field } = useFields(cancel.error)
  const { sessionId, version, roomName } = register
  return (
    <FormPanel
      title="The session did not run"
      submit="Record that it did not run"
      pending={cancel.isPending}
      error={cancel.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={() => cancel.mutate({ id: sessionId, version, reason })}
    >
      <p className={classes.quiet}>
        It leaves every count, it is nobody’s absence{roomName === null ? '' : `, and ${roomName} is freed`}.
        You can run it again on another day afterwards.
      </p>
      <Textarea
        {...field('reason')}
        label="Why?"
        description="Such as: the heating failed, nobody to lead it, nobody came"
        autosize
        minRows={2}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormPanel>
  )
}
