import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'

interface CancelFormProps {
  readonly booking: Booking
  readonly onClose: () => void
  readonly onCancelled: () => void
}

/** Frees the room. No question asked: it can be undone, and the reason is kept. */
export function CancelForm({ booking, onClose, onCancelled }: CancelFormProps) {
  const [reason, setReason] = useState('')
  const { id, version, title } = booking
  const cancel = useCommand('bookings', 'cancel', {
    failure: 'inline',
    done: `Cancelled ${title}. The room is free again.`,
    undo: true,
    onDone: onCancelled,
  })
  const { idOf, field } = useFields(cancel.error)
  return (
    <FormPanel
      title={`Cancel ${title}`}
      onClose={onClose}
      onSubmit={() => cancel.mutate({ id, version, reason })}
      submit="Cancel the booking"
      pending={cancel.isPending}
      error={cancel.error}
      idOf={idOf}
    >
      {booking.sessionId !== null && (
        <p>The session is recorded as one that did not run, and counts in no figures.</p>
      )}
      <TextInput
        {...field('reason')}
        label="Why"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autoFocus
      />
    </FormPanel>
  )
}
