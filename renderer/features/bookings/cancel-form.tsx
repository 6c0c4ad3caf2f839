import { Autocomplete } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { useOpenList } from '../../ui/use-open-list.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { cancelReasons } from '../../../shared/bookings/cancel-reasons.ts'
import { roomsOfBooking } from '../../../shared/bookings/status.rules.ts'

interface CancelFormProps {
  readonly booking: Booking
  readonly onClose: () => void
  readonly onCancelled: () => void
}

/** Frees the rooms. No question asked: it can be undone, and the reason is kept. */
export function CancelForm({ booking, onClose, onCancelled }: CancelFormProps) {
  const { id, version, title, together } = booking
  const { values, change, forget } = useDraft(`cancel ${id} ${version}`, { reason: '' })
  const rooms = together.length > 0 ? `${roomsOfBooking(booking)} are` : 'The room is'
  const cancel = useCommand('bookings', 'cancel', {
    failure: 'inline',
    done: `Cancelled ${title}. ${rooms} free again.`,
    undo: true,
    onDone: () => {
      forget()
      onCancelled()
    },
  })
  const list = useOpenList()
  const { idOf, field } = useFields(cancel.error)
  return (
    <FormPanel
      title={`Cancel ${title}`}
      onClose={onClose}
      onSubmit={() => cancel.mutate({ id, version, reason: values.reason })}
      submit="Cancel the booking"
      pending={cancel.isPending}
      error={cancel.error}
      idOf={idOf}
    >
      {booking.sessionId !== null && (
        <p>The session is recorded as one that did not run, and counts in no figures.</p>
      )}
      {together.length > 0 && <p>{roomsOfBooking(booking)} are given up together.</p>}
      <Autocomplete
        {...field('reason')}
        {...list}
        data-own-words
        label="Why"
        description="Choose a usual reason or type your own."
        data={[...cancelReasons]}
        value={values.reason}
        onChange={(reason) => change({ reason })}
        autoFocus
      />
    </FormPanel>
  )
}
