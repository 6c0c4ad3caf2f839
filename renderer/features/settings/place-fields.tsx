import { MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import type { BuildingId, StaffId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/permissions.ts'
import { halves, type Half } from '../../../shared/users/scope.rules.ts'

/** Which member of staff somebody is, and which places their role is about. */
export interface Place {
  readonly staffId: StaffId | null
  readonly buildingIds: BuildingId[]
  readonly half: Half | null
}

export const halfLabels: Readonly<Record<Half, string>> = { east: 'East', west: 'West' }

interface PlaceFieldsProps {
  readonly role: Role
  readonly place: Place
  readonly onChange: (place: Place) => void
  readonly field: (name: string) => { readonly id: string; readonly error: string | undefined }
}

/** Only what the role goes by: an assistant has buildings, a facilities officer a half, a facilitator their groups. */
export function PlaceFields({ role, place, onChange, field }: PlaceFieldsProps) {
  return (
    <>
      {role === 'assistant' && <OwnBuildings {...{ place, onChange, field }} />}
      {role === 'facilities' && (
        <Select
          {...field('half')}
          label="Half of the county (optional)"
          description="They open, close and book the buildings of this half. Both, when none is chosen."
          placeholder="Both halves"
          clearable
          clearButtonProps={{ 'aria-label': 'Choose both halves' }}
          data={halves.map((half) => ({ value: half, label: halfLabels[half] }))}
          value={place.half}
          onChange={(chosen) => onChange({ ...place, half: halves.find((half) => half === chosen) ?? null })}
        />
      )}
      <MemberOfStaff {...{ role, place, onChange, field }} />
    </>
  )
}

function OwnBuildings({ place, onChange, field }: Omit<PlaceFieldsProps, 'role'>) {
  const buildings = useQuery(ask('buildings', 'list', {})).data ?? []
  return (
    <MultiSelect
      {...field('buildingIds')}
      label="Their buildings (optional)"
      description="They book rooms here, and ask for rooms elsewhere. Every building, when none is chosen."
      placeholder={place.buildingIds.length === 0 ? 'Every building' : ''}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Choose every building' }}
      data={buildings.map((one) => ({ value: String(one.id), label: one.name }))}
      value={place.buildingIds}
      onChange={(chosen) =>
        onChange({
          ...place,
          buildingIds: buildings.map((one) => one.id).filter((id) => chosen.includes(id)),
        })
      }
    />
  )
}

function MemberOfStaff({ role, place, onChange, field }: PlaceFieldsProps) {
  const staff = (useQuery(ask('staff', 'list', {})).data ?? []).filter(
    (one) => !one.archived || one.id === place.staffId,
  )
  return (
    <Select
      {...field('staffId')}
      label={role === 'facilitator' ? 'Member of staff' : 'Member of staff (optional)'}
      description={
        role === 'facilitator'
          ? 'The groups they lead are theirs to plan and change. Nobody else’s are.'
          : 'Shows them the groups they lead, and their number to those who want a room they have booked.'
      }
      placeholder="Nobody"
      clearable
      clearButtonProps={{ 'aria-label': 'Choose nobody' }}
      searchable
      data={staff.map((one) => ({ value: String(one.id), label: one.name }))}
      value={place.staffId}
      onChange={(chosen) =>
        onChange({ ...place, staffId: staff.find((one) => one.id === chosen)?.id ?? null })
      }
    />
  )
}
