import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import { privateUnlessSaid } from '../../../shared/bookings/outright.rules.ts'
import { EquipmentFields, MinutesFields } from './hold-fields.tsx'
import {
  ContactField,
  LayoutField,
  NoteField,
  PeopleField,
  PrivateField,
  PurposeField,
  TitleField,
  type Details,
  type Privacy,
  type What,
} from './what-fields.tsx'

interface ChangeFormProps {
  readonly booking: Booking
  /** How far the change goes, of a booking that is one of a series. */
  readonly scope?: ReactNode
  readonly onClose: () => void
  readonly onChanged: (booking: Booking) => void
}

interface Change extends What, Privacy {
  readonly expiresOn: string | null
}

const startOf = (b: Booking): Change => ({
  title: b.title,
  // A session's is not asked for.
  purpose: b.purpose === 'session' ? 'other' : b.purpose,
  contact: b.contact ?? '',
  note: b.note ?? '',
  people: b.people,
  layout: b.layout ?? '',
  equipment: b.equipment.map(({ equipmentId, quantity }) => ({ equipmentId, quantity })),
  setupMinutes: b.setupMinutes,
  cleardownMinutes: b.cleardownMinutes,
  private: b.private,
  expiresOn: b.expiresOn,
})

/** Only minutes that were changed are sent: each room of the booking keeps its own otherwise. */
const changedMinutes = (booking: Booking, { setupMinutes, cleardownMinutes }: Details) => ({
  ...(setupMinutes !== null && setupMinutes !== booking.setupMinutes && { setupMinutes }),
  ...(cleardownMinutes !== null && cleardownMinutes !== booking.cleardownMinutes && { cleardownMinutes }),
})

/** What a booking says, for all its rooms. When and where it is stays. */
export function ChangeForm({ booking, scope, onClose, onChanged }: ChangeFormProps) {
  const { id, version, buildingId } = booking
  const buildings = useQuery(ask('buildings', 'list', {})).data ?? []
  const room = buildings.flatMap((one) => one.rooms).find((one) => one.id === booking.roomId)
  const { values, change, forget } = useDraft(`change ${id} ${version}`, startOf(booking))
  const update = useCommand('bookings', 'update', {
    failure: 'inline',
    done: ({ title }) => `Changed ${title}`,
    undo: true,
    onDone: (changed) => {
      forget()
      onChanged(changed)
    },
  })
  const { idOf, field } = useFields(update.error)
  const save = () => {
    const {
      setupMinutes: _setup,
      cleardownMinutes: _cleardown,
      expiresOn,
      equipment,
      purpose,
      ...rest
    } = values
    const expiry = booking.status === 'tentative' ? { expiresOn } : {}
    update.mutate({
      id,
      version,
      ...rest,
      ...expiry,
      ...(booking.sessionId === null && { purpose }),
      equipment: [...equipment],
      ...changedMinutes(booking, values),
    })
  }
  const fields = { value: values, onChange: change, field }
  return (
    <FormPanel
      title={`Change ${booking.title}`}
      onClose={onClose}
      onSubmit={save}
      submit="Save the changes"
      pending={update.isPending}
      error={update.error}
      idOf={idOf}
    >
      {scope}
      {booking.sessionId === null && (
        <>
          <TitleField {...fields} />
          <PurposeField
            {...fields}
            // One that is about a family from now on is not left open to all by oversight.
            onChange={({ purpose = values.purpose }) =>
              change({ purpose, private: values.private || privateUnlessSaid(purpose) })
            }
          />
        </>
      )}
      <PeopleField {...fields} room={room} />
      <LayoutField {...fields} />
      <EquipmentFields {...fields} buildingId={buildingId} />
      <ContactField {...fields} />
      <NoteField {...fields} />
      <MinutesFields {...fields} />
      {booking.status === 'tentative' && (
        <DateField
          {...field('expiresOn')}
          label="Keep it until"
          value={values.expiresOn}
          onChange={(expiresOn) => change({ expiresOn })}
        />
      )}
      <PrivateField {...fields} />
    </FormPanel>
  )
}
