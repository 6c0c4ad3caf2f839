import { useState } from 'react'
import type { ChangeEvent, KeyboardEvent } from 'react'

interface Typed {
  readonly value: string | null
  readonly onChange: (value: string | null, problem: string | null) => void
  /** null: it cannot be read. */
  readonly read: (text: string) => string | null
  readonly write: (value: string) => string
  readonly problem: string
}

/**
 * A box that is typed into freely and read on leaving it. What cannot be read stays as it was typed, with the problem
 * said: nothing typed is ever cleared.
 */
export function useTyped({ value, onChange, read, write, problem }: Typed) {
  const [draft, setDraft] = useState<string | null>(null)
  const [unread, setUnread] = useState(false)
  const settle = () => {
    if (draft === null) return
    const text = draft.trim()
    const result = text === '' ? null : read(text)
    const failed = text !== '' && result === null
    setUnread(failed)
    if (!failed) setDraft(null)
    onChange(result, failed ? problem : null)
  }
  // A value given from outside (a pick, a reset) takes the place of what could not be read.
  const shown = value !== null && unread ? write(value) : (draft ?? (value === null ? '' : write(value)))
  return {
    problem: unread && value === null ? problem : undefined,
    input: {
      value: shown,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        setUnread(false)
        setDraft(event.currentTarget.value)
      },
      onBlur: settle,
      // Enter submits the form: it must be given what was just typed.
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter') settle()
      },
    },
  }
}
