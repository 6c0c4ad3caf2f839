import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { streamLabels, type Staff } from '../../../shared/staff/staff.contract.ts'
import type { StaffId } from '../../../shared/ids.ts'

interface FacilitatorsProps extends Omit<MultiSelectProps, 'data' | 'value' | 'onChange'> {
  readonly staff: readonly Staff[]
  readonly value: readonly StaffId[]
  readonly onChange: (ids: StaffId[]) => void
}

/** Who leads a group, each with their stream. Somebody who has left is offered only while they still lead it. */
export function FacilitatorsField({ staff, value, onChange, ...rest }: FacilitatorsProps) {
  const chosen = new Set(value)
  return (
    <MultiSelect
      {...rest}
      data={staff
        .filter((one) => !one.archived || chosen.has(one.id))
        .map((one) => ({
          value: String(one.id),
          label: `${one.name}, ${streamLabels[one.stream].toLowerCase()}`,
        }))}
      value={value.map(String)}
      onChange={(ids) => onChange(staff.filter((one) => ids.includes(one.id)).map((one) => one.id))}
      searchable
      hidePickedOptions
      maxValues={12}
      nothingFoundMessage="Nobody of that name"
    />
  )
}
