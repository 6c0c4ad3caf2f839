import { Checkbox, Group, Select, TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { CountField } from '../../ui/count-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Building, Room } from '../../../shared/buildings/buildings.contract.ts'

interface RoomFormProps {
  readonly building: Building
  /** null: a new one. */
  readonly room: Room | null
  readonly onClose: () => void
}

type Values = Pick<Room, 'name' | 'capacity' | 'stepFree' | 'partOfId' | 'archived'> & {
  readonly setupMinutes: number | null
  readonly cleardownMinutes: number | null
}
const blank: Values = { name: '', capacity: null, stepFree: null, setupMinutes: 0, cleardownMinutes: 0, partOfId: null, archived: false } // prettier-ignore
const startOf = (room: Room | null): Values => {
  if (room === null) return blank
  const { name, capacity, stepFree, setupMinutes, cleardownMinutes, partOfId, archived } = room
  return { name, capacity, stepFree, setupMinutes, cleardownMinutes, partOfId, archived }
}

function useSaveRoom(building: Building, room: Room | null, onSaved: () => void) {
  const options = { failure: 'inline', undo: true, onDone: onSaved } as const
  const create = useCommand('buildings', 'createRoom', { ...options, done: (r) => `Added ${r.name}` })
  const update = useCommand('buildings', 'updateRoom', {
    ...options,
    done: (r) => (r.archived ? `Archived ${r.name}` : `Changed ${r.name}`),
  })
  const save = ({ archived, setupMinutes, cleardownMinutes, ...rest }: Values) => {
    const fields = { ...rest, setupMinutes: setupMinutes ?? 0, cleardownMinutes: cleardownMinutes ?? 0 }
    if (room === null) create.mutate({ ...fields, buildingId: building.id })
    else update.mutate({ ...fields, archived, id: room.id, version: room.version })
  }
  return { save, error: create.error ?? update.error, pending: create.isPending || update.isPending }
}

const stepFreeValues = { unknown: null, yes: true, no: false } as const
const stepFreeChoices = [
  { value: 'unknown', label: 'Not known' },
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const
const chosenStepFree = (value: boolean | null) => (value === null ? 'unknown' : value ? 'yes' : 'no')

export function RoomForm({ building, room, onClose }: RoomFormProps) {
  const key = `room ${building.id} ${room?.id ?? 'new'} ${room?.version ?? 0}`
  const { values, change, forget } = useDraft(key, startOf(room))
  const { save, error, pending } = useSaveRoom(building, room, () => {
    forget()
    onClose()
  })
  const { idOf, field } = useFields(error)
  const others = building.rooms.filter((one) => one.id !== room?.id && !one.archived)
  const count = (name: 'capacity' | 'setupMinutes' | 'cleardownMinutes') => ({
    ...field(name),
    value: values[name],
    onChange: (value: number | null) => change({ [name]: value }),
  })
  return (
    <FormPanel
      title={room === null ? `Add a room to ${building.name}` : `${room.name}, ${building.name}`}
      onClose={onClose}
      onSubmit={() => save(values)}
      submit={room === null ? 'Add the room' : 'Save'}
      pending={pending}
      error={error}
      idOf={idOf}
    >
      <TextInput
        {...field('name')}
        label="Name"
        value={values.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        autoFocus
      />
      <CountField
        {...count('capacity')}
        label="Seats (optional)"
        hint="The largest safe number of people, as the facilities officer sets it."
      />
      <Select
        {...field('stepFree')}
        label="Step-free"
        data={[...stepFreeChoices]}
        value={chosenStepFree(values.stepFree)}
        onChange={(chosen) => {
          const choice = stepFreeChoices.find((one) => one.value === chosen)
          if (choice) change({ stepFree: stepFreeValues[choice.value] })
        }}
        allowDeselect={false}
      />
      <Group grow align="flex-start">
        <CountField {...count('setupMinutes')} label="Set-up, minutes" max={240} />
        <CountField {...count('cleardownMinutes')} label="Clear-down, minutes" max={240} />
      </Group>
      <Select
        {...field('partOfId')}
        label="Part of a larger room (optional)"
        placeholder="A room of its own"
        clearable
        clearButtonProps={{ 'aria-label': 'Make it a room of its own' }}
        data={others.map((one) => ({ value: String(one.id), label: one.name }))}
        value={values.partOfId}
        onChange={(chosen) => change({ partOfId: others.find((one) => one.id === chosen)?.id ?? null })}
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
