import { Group } from '@mantine/core'
import { DateField } from '../../ui/date-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { at } from '../../../shared/time/civil.ts'

/** A day and two wall times, each null while it is empty or cannot be read. */
export interface When {
  readonly date: string | null
  readonly from: string | null
  readonly to: string | null
}

/** The local date-times to ask for, or what to say first. */
export function timesOf({ date, from, to }: When): { startsAt: string; endsAt: string } | null {
  return date === null || from === null || to === null
    ? null
    : { startsAt: at(date, from), endsAt: at(date, to) }
}

interface WhenFieldsProps {
  readonly value: When
  readonly onChange: (part: Partial<When>) => void
  readonly field: (name: string) => { id: string; error: string | undefined }
}

export function WhenFields({ value, onChange, field }: WhenFieldsProps) {
  return (
    <>
      <DateField {...field('date')} label="Date" value={value.date} onChange={(date) => onChange({ date })} />
      <Group grow align="flex-start">
        <TimeField
          {...field('startsAt')}
          label="From"
          value={value.from}
          onChange={(from) => onChange({ from })}
        />
        <TimeField {...field('endsAt')} label="To" value={value.to} onChange={(to) => onChange({ to })} />
      </Group>
    </>
  )
}
