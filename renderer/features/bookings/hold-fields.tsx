import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { CountField } from '../../ui/count-field.tsx'
import type { BuildingId } from '../../../shared/ids.ts'
import type { Details, FieldsProps } from './what-fields.tsx'
import classes from './bookings.module.css'

type MinutesProps = FieldsProps<Pick<Details, 'setupMinutes' | 'cleardownMinutes'>>

/** Minutes before and after; empty is what the room has. */
export function MinutesFields({ value, onChange, field }: MinutesProps) {
  return (
    <Group grow align="flex-start">
      <CountField
        {...field('setupMinutes')}
        label="Minutes before"
        hint="Empty: the room’s own."
        value={value.setupMinutes}
        onChange={(setupMinutes) => onChange({ setupMinutes })}
        max={240}
      />
      <CountField
        {...field('cleardownMinutes')}
        label="Minutes after"
        hint="Empty: the room’s own."
        value={value.cleardownMinutes}
        onChange={(cleardownMinutes) => onChange({ cleardownMinutes })}
        max={240}
      />
    </Group>
  )
}

interface EquipmentProps extends FieldsProps<Pick<Details, 'equipment'>> {
  readonly buildingId: BuildingId | null
}

/** What the building has to carry about: how many of each are wanted. Nothing to fill in where it has none. */
export function EquipmentFields({ buildingId, value, onChange, field }: EquipmentProps) {
  const here = useEquipmentOf(buildingId)
  if (here.length === 0) return null
  const quantityOf = (id: string) => value.equipment.find((one) => one.equipmentId === id)?.quantity ?? null
  return (
    <fieldset className={classes.fieldset}>
      <legend>Equipment (optional)</legend>
      {here.map((thing) => (
        <CountField
          key={thing.id}
          {...field(`equipment.${thing.id}`)}
          label={`${thing.name} (of ${thing.quantity})`}
          value={quantityOf(thing.id)}
          onChange={(quantity) => {
            const others = value.equipment.filter((one) => one.equipmentId !== thing.id)
            onChange({ equipment: quantity ? [...others, { equipmentId: thing.id, quantity }] : others })
          }}
          max={thing.quantity}
        />
      ))}
    </fieldset>
  )
}

function useEquipmentOf(buildingId: BuildingId | null) {
  const none = '00000000-0000-7000-8000-000000000000'
  const query = useQuery({
    ...ask('buildings', 'get', { id: buildingId ?? none }),
    enabled: buildingId !== null,
  })
  return (query.data?.equipment ?? []).filter((thing) => !thing.archived)
}
