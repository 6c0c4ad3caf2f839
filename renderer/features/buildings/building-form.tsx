import { Checkbox, Select, TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { useBuildingWord } from '../../api/session.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Building, Locality } from '../../../shared/buildings/buildings.contract.ts'

interface BuildingFormProps {
  /** null: a new one. */
  readonly building: Building | null
  readonly localities: readonly Locality[]
  readonly onClose: () => void
}

interface Values {
  readonly name: string
  readonly localityId: Building['localityId']
  readonly address: string
  readonly phone: string
  readonly archived: boolean
}
const startOf = (b: Building | null): Values => ({
  name: b?.name ?? '',
  localityId: b?.localityId ?? null,
  address: b?.address ?? '',
  phone: b?.phone ?? '',
  archived: b?.archived ?? false,
})

function useSaveBuilding(building: Building | null, onSaved: () => void) {
  const options = { failure: 'inline', undo: true, onDone: onSaved } as const
  const create = useCommand('buildings', 'create', { ...options, done: (b) => `Added ${b.name}` })
  const update = useCommand('buildings', 'update', {
    ...options,
    done: (b) => (b.archived ? `Archived ${b.name}` : `Changed ${b.name}`),
  })
  const save = ({ archived, ...fields }: Values) => {
    if (building === null) create.mutate(fields)
    else update.mutate({ ...fields, archived, id: building.id, version: building.version })
  }
  return { save, error: create.error ?? update.error, pending: create.isPending || update.isPending }
}

export function BuildingForm({ building, localities, onClose }: BuildingFormProps) {
  const word = useBuildingWord().toLowerCase()
  const key = `building ${building?.id ?? 'new'} ${building?.version ?? 0}`
  const { values, change, forget } = useDraft(key, startOf(building))
  const { save, error, pending } = useSaveBuilding(building, () => {
    forget()
    onClose()
  })
  const { idOf, field } = useFields(error)
  const text = (name: 'name' | 'address' | 'phone') => ({
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
