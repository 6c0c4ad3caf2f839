import { TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'

interface DecideFormProps {
  readonly booking: Booking
  readonly onClose: () => void
  readonly onDecided: () => void
}

/** No to what was asked for, with a reason for the person who asked. */
export function RefuseForm({ booking, onClose, onDecided }: DecideFormProps) {
  const { id, version, title } = booking
  const { values, change, forget } = useDraft(`refuse ${id} ${version}`, { reason: '' })
  const decide = useCommand('bookings', 'decide', {
    failure: 'inline',
    done: `Said no to ${title}`,
    undo: true,
    onDone: () => {
      forget()
      onDecided()
    },
  })
  const { idOf, field } = useFields(decide.error)
  return (
    <FormPanel
      title={`Say no to ${title}`}
      onClose={onClose}
      onSubmit={() => decide.mutate({ id, version, accept: false, reason: values.reason })}
      submit="Say no"
      pending={decide.isPending}
      error={decide.error}
      idOf={idOf}
    >
      <TextInput
        {...field('reason')}
        label="Why"
        description="The person who asked reads this."
        value={values.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        autoFocus
      />
    </FormPanel>
  )
}
