import { Group, SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { TimeField } from '../../ui/time-field.tsx'
import type { Unused } from '../../../shared/views/views.contract.ts'

interface UnusedFieldProps {
  readonly value: Unused | null
  readonly onChange: (unused: Unused | null) => void
}

/** Only rooms that nobody has: all day, or between two times. */
export function UnusedField({ value, onChange }: UnusedFieldProps) {
  const between = value?.kind === 'between' ? value : { from: '10:00', to: '12:00' }
  const choose = (kind: string) =>
    onChange(
      kind === 'all-day'
        ? { kind }
        : kind === 'between'
          ? { kind, from: between.from, to: between.to }
          : null,
    )
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        Rooms
      </Text>
      <SegmentedControl
        aria-label="Rooms"
        fullWidth
        data={[
          { value: 'all', label: 'All' },
          { value: 'all-day', label: 'Nothing booked' },
          { value: 'between', label: 'Free between' },
        ]}
        value={value?.kind ?? 'all'}
        onChange={choose}
      />
      {value?.kind === 'between' && <Between value={value} onChange={onChange} />}
    </div>
  )
}

type BetweenProps = UnusedFieldProps & { readonly value: Extract<Unused, { kind: 'between' }> }

/** What is typed is kept while it is not yet a time of day in its order; the board follows once it is. */
function Between({ value, onChange }: BetweenProps) {
  const [typed, setTyped] = useState<{ from: string | null; to: string | null }>(value)
  const change = (part: Partial<typeof typed>) => {
    const { from, to } = { ...typed, ...part }
    setTyped({ from, to })
    if (from !== null && to !== null && from < to) onChange({ kind: 'between', from, to })
  }
  return (
    <Group grow mt="xs" align="flex-start">
      <TimeField label="Free from" value={typed.from} onChange={(from) => change({ from })} />
      <TimeField label="Free until" value={typed.to} onChange={(to) => change({ to })} />
    </Group>
  )
}
