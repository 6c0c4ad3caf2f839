import { Checkbox } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Building, Room } from '../../../shared/buildings/buildings.contract.ts'
import type { BookingToCome } from '../../../shared/buildings/to-come.contract.ts'
import { RefusedBookings } from './bookings-to-come.tsx'
import { RoomFields, type RoomValues } from './room-fields.tsx'

interface RoomFormProps {
  readonly building: Building
  /** null: a new one. */
  readonly room: Room | null
  readonly onClose: () => void
  /** Shows a booking that stands in the way of archiving. */
  readonly onOpenBooking: (booking: BookingToCome) => void
}

const startOf = (room: Room | null): RoomValues => ({
  name: room?.name ?? '',
  capacity: room?.capacity ?? null,
  leastPeople: room?.leastPeople ?? null,
  stepFree: room?.stepFree ?? null,
  features: room?.features ?? [],
  floor: room?.floor ?? '',
  phone: room?.phone ?? '',
  note: room?.note ?? '',
  setupMinutes: room?.setupMinutes ?? 0,
  cleardownMinutes: room?.cleardownMinutes ?? 0,
  partOfId: room?.partOfId ?? null,
  needsApproval: room?.needsApproval ?? false,
  archived: room?.archived ?? false,
})

function useSaveRoom(building: Building, room: Room | null, onSaved: () => void) {
  const options = { failure: 'inline', undo: true, onDone: onSaved } as const
  const create = useCommand('buildings', 'createRoom', { ...options, done: (r) => `Added ${r.name}` })
  const update = useCommand('buildings', 'updateRoom', {
    ...options,
    done: (r) => (r.archived && room?.archived === false ? `Archived ${r.name}` : `Changed ${r.name}`),
  })
  const save = ({ archived, setupMinutes, cleardownMinutes, ...rest }: RoomValues) => {
    const fields = { ...rest, setupMinutes: setupMinutes ?? 0, cleardownMinutes: cleardownMinutes ?? 0 }
    if (room === null) create.mutate({ ...fields, buildingId: building.id })
    else update.mutate({ ...fields, archived, id: room.id, version: room.version })
  }
  return { save, error: create.error ?? update.error, pending: create.isPending || update.isPending }
}

export function RoomForm({ building, room, onClose, onOpenBooking }: RoomFormProps) {
  const key = `room ${building.id} ${room?.id ?? 'new'} ${room?.version ?? 0}`
  const { values, change, forget } = useDraft(key, startOf(room))
  const { save, error, pending } = useSaveRoom(building, room, () => {
    forget()
    onClose()
  })
  const { idOf, field } = useFields(error)
  return (
    <FormPanel
      title={room === null ? `Add a room to ${building.name}` : `${room.name}, ${building.name}`}
      onClose={onClose}
      onSubmit={() => save(values)}
      submit={room === null ? 'Add the room' : 'Save'}
      pending={pending}
      error={error}
      idOf={idOf}
      help={<RefusedBookings error={error} onOpen={onOpenBooking} />}
    >
      <RoomFields building={building} room={room} values={values} change={change} field={field} />
      <Checkbox
        label="Asked for before it is booked"
        description="Somebody who looks after the building decides each time."
        checked={values.needsApproval}
        onChange={(event) => change({ needsApproval: event.currentTarget.checked })}
      />
      {room !== null && (
        <Checkbox
          label="Archived"
          description="Cannot be booked any more. What happened here stays."
          checked={values.archived}
          onChange={(event) => change({ archived: event.currentTarget.checked })}
        />
      )}
    </FormPanel>
  )
}
