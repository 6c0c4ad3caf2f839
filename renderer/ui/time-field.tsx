import { TextInput } from '@mantine/core'
import { readTime } from '../../shared/time/entry.ts'
import { clockTime } from '../../shared/time/format.ts'
import type { EntryProps } from './date-field.tsx'
import { useTyped } from './use-typed.ts'

const PROBLEM = 'Enter a time, such as 9:30am.'

/** A time, typed in any usual way (9, 930, 9.30am, 2pm, midday). The value is `09:30`; it shows as `9:30am`. */
export function TimeField({ id, label, hint, value, onChange, error, disabled = false }: EntryProps<string>) {
  const typed = useTyped({ value, onChange, read: readTime, write: clockTime, problem: PROBLEM })
  return (
    <TextInput
      {...(id !== undefined && { id })}
      label={label}
      description={hint}
      error={error ?? typed.problem}
      disabled={disabled}
      autoComplete="off"
      {...typed.input}
    />
  )
}
