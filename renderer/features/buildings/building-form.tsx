import { Checkbox, Group, Select, Textarea, TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { useBuildingWord } from '../../api/session.ts'
import { go } from '../../location.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Building, Locality } from '../../../shared/buildings/buildings.contract.ts'
import type { BookingToCome } from '../../../shared/buildings/to-come.contract.ts'
import { RefusedBookings } from './bookings-to-come.tsx'

interface BuildingFormProps {
  /** null: a new one. */
  readonly building: Building | null
  readonly localities: readonly Locality[]
  readonly onClose: () => void
  /** Shows a booking that stands in the way of archiving. */
  readonly onOpenBooking?: (booking: BookingToCome) => void
}

interface Values {
  readonly name: string
  readonly localityId: Building['localityId']
  readonly address: string
  readonly phone: string
  readonly latitude: string
  readonly longitude: string
  readonly note: string
  readonly archived: boolean
}
const startOf = (b: Building | null): Values => ({
  name: b?.name ?? '',
  localityId: b?.localityId ?? null,
  address: b?.address ?? '',
  phone: b?.phone ?? '',
  latitude: b?.latitude?.toString() ?? '',
  longitude: b?.longitude?.toString() ?? '',
  note: b?.note ?? '',
  archived: b?.archived ?? false,
})

/** Empty is not known; what is no number is refused by name, as a wrong number is. */
const degrees = (text: string) => (text.trim() === '' ? null : Number(text.trim()))

function useSaveBuilding(building: Building | null, onSaved: (saved: Building) => void) {
  const options = { failure: 'inline', undo: true, onDone: onSaved } as const
  const create = useCommand('buildings', 'create', { ...options, done: (b) => `Added ${b.name}` })
  const update = useCommand('buildings', 'update', {
    ...options,
    done: (b) => (b.archived && building?.archived === false ? `Archived ${b.name}` : `Changed ${b.name}`),
  })
  const save = ({ archived, latitude, longitude, ...rest }: Values) => {
    const fields = { ...rest, latitude: degrees(latitude), longitude: degrees(longitude) }
    if (building === null) create.mutate(fields)
    else update.mutate({ ...fields, archived, id: building.id, version: building.version })
  }
  return { save, error: create.error ?? update.error, pending: create.isPending || update.isPending }
}

/** What a building is called and where it is. A new one leads to its page, where its rooms are added. */
export function BuildingForm({ building, localities, onClose, onOpenBooking }: BuildingFormProps) {
  const word = useBuildingWord().toLowerCase()
  const key = `building ${building?.id ?? 'new'} ${building?.version ?? 0}`
  const { values, change, forget } = useDraft(key, startOf(building))
  const { save, error, pending } = useSaveBuilding(building, (saved) => {
    forget()
    onClose()
    if (building === null) go(`/settings/buildings/${saved.id}`)
  })
  const { idOf, field } = useFields(error)
  const text = (name: 'name' | 'address' | 'phone' | 'latitude' | 'longitude' | 'note') => ({
    ...field(name),
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  return (
    <FormPanel
      title={building?.name ?? `Add a ${word}`}
      onClose={onClose}
      onSubmit={() => save(values)}
      submit={building === null ? `Add the ${word}` : 'Save'}
      pending={pending}
      error={error}
      idOf={idOf}
      help={onOpenBooking && <RefusedBookings error={error} onOpen={onOpenBooking} />}
    >
      <TextInput {...text('name')} label="Name" autoFocus />
      <Select
        {...field('localityId')}
        label="Locality (optional)"
        placeholder="Not set"
        clearable
        clearButtonProps={{ 'aria-label': 'Take the locality away' }}
        data={localities.map((one) => ({ value: String(one.id), label: one.name }))}
        value={values.localityId}
        onChange={(chosen) => change({ localityId: localities.find((one) => one.id === chosen)?.id ?? null })}
      />
      <TextInput {...text('address')} label="Address (optional)" />
      <TextInput {...text('phone')} label="Phone (optional)" />
      <Group grow align="flex-start">
        <TextInput {...text('latitude')} label="Latitude (optional)" description="For example, 52.6369." />
        <TextInput {...text('longitude')} label="Longitude (optional)" description="For example, -1.1398." />
      </Group>
      <Textarea
        {...text('note')}
        label="Note (optional)"
        description="For those who look after the building."
        autosize
        minRows={2}
      />
      {building !== null && (
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
