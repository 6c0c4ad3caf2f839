import { Checkbox, TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { CountField } from '../../ui/count-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { BuildingDetails } from '../../../shared/buildings/buildings.contract.ts'
import type { Equipment } from '../../../shared/buildings/equipment.contract.ts'

interface EquipmentFormProps {
  readonly building: BuildingDetails
  /** null: something new. */
  readonly equipment: Equipment | null
  readonly onClose: () => void
}

interface Values {
  readonly name: string
  readonly quantity: number | null
  readonly archived: boolean
}

function useSaveEquipment({ building, equipment, onClose }: EquipmentFormProps, onSaved: () => void) {
  const onDone = () => {
    onSaved()
    onClose()
  }
  const options = { failure: 'inline', undo: true, onDone } as const
  const create = useCommand('buildings', 'addEquipment', { ...options, done: (one) => `Added ${one.name}` })
  const update = useCommand('buildings', 'updateEquipment', {
    ...options,
    done: (one) => (one.archived && equipment?.archived === false ? `Archived ${one.name}` : `Changed ${one.name}`), // prettier-ignore
  })
  const save = ({ name, quantity, archived }: Values) => {
    // Empty is refused by name, as a wrong number is.
    const fields = { name, quantity: quantity ?? -1 }
    if (equipment === null) create.mutate({ ...fields, buildingId: building.id })
    else update.mutate({ ...fields, archived, id: equipment.id, version: equipment.version })
  }
  return { save, error: create.error ?? update.error, pending: create.isPending || update.isPending }
}

export function EquipmentForm(props: EquipmentFormProps) {
  const { building, equipment, onClose } = props
  const key = `equipment ${building.id} ${equipment?.id ?? 'new'} ${equipment?.version ?? 0}`
  const { values, change, forget } = useDraft<Values>(key, {
    name: equipment?.name ?? '',
    quantity: equipment?.quantity ?? 1,
    archived: equipment?.archived ?? false,
  })
  const { save, error, pending } = useSaveEquipment(props, forget)
  const { idOf, field } = useFields(error)
  return (
    <FormPanel
      title={equipment?.name ?? 'Add equipment'}
      onClose={onClose}
      onSubmit={() => save(values)}
      submit={equipment === null ? 'Add the equipment' : 'Save'}
      pending={pending}
      error={error}
      idOf={idOf}
    >
      <TextInput
        {...field('name')}
        label="What it is"
        description="For example, Laptops."
        value={values.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        autoFocus
      />
      <CountField
        {...field('quantity')}
        label="How many there are"
        value={values.quantity}
        onChange={(quantity) => change({ quantity })}
        max={1000}
      />
      {equipment !== null && (
        <Checkbox
          label="Archived"
          description="Cannot be taken by a booking any more. What happened with it stays."
          checked={values.archived}
          onChange={(event) => change({ archived: event.currentTarget.checked })}
        />
      )}
    </FormPanel>
  )
}
