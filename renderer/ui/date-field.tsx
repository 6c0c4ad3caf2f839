import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { useToday } from '../api/session.ts'
import { readDate, type Yearless } from '../../shared/time/entry.ts'
import { typedDate } from '../../shared/time/format.ts'
import { useTyped } from './use-typed.ts'

export interface EntryProps<Value> {
  readonly id?: string
  readonly label: string
  readonly hint?: string
  readonly value: Value | null
  /** `problem` says what is wrong with what was typed; the value is null then. null: nothing wrong. */
  readonly onChange: (value: Value | null, problem: string | null) => void
  /** From the form; the field shows its own about what was typed. */
  readonly error?: string | undefined
  readonly disabled?: boolean
}

interface DateFieldProps extends EntryProps<string> {
  readonly autoFocus?: boolean
  /** Which side of today a date typed without its year is on. */
  readonly yearless?: Yearless
}

const PROBLEM = 'Enter a date, such as 27/10/2026.'

/** A date, typed in any usual way (1/4/26, 1 Apr, today, +7) or picked. The value is `2026-10-27`. */
export function DateField(props: DateFieldProps) {
  const { id, label, hint, value, onChange, error, disabled = false, autoFocus = false, yearless } = props
  const today = useToday()
  const [picking, setPicking] = useState(false)
  const typed = useTyped({
    value,
    onChange,
    read: (text) => readDate(text, today, yearless),
    write: typedDate,
    problem: PROBLEM,
  })
  const pick = (picked: string | null) => {
    setPicking(false)
    onChange(picked, null)
  }
  return (
    <Popover
      opened={picking}
      onChange={setPicking}
      position="bottom-end"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <TextInput
          {...(id !== undefined && { id })}
          label={label}
          description={hint}
          error={error ?? typed.problem}
          disabled={disabled}
          autoFocus={autoFocus}
          placeholder="dd/mm/yyyy"
          autoComplete="off"
          {...typed.input}
          rightSection={
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={disabled}
              aria-label={`Choose ${label.toLowerCase()} from a calendar`}
              aria-expanded={picking}
              onClick={() => setPicking(!picking)}
            >
              <IconCalendar size={18} aria-hidden />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={`Choose ${label.toLowerCase()}`}>
        <DatePicker
          previousLabel="Earlier"
          nextLabel="Later"
          hideOutsideDates
          value={value}
          defaultDate={value ?? today}
          onChange={pick}
          size="sm"
          highlightToday
        />
      </Popover.Dropdown>
    </Popover>
  )
}
