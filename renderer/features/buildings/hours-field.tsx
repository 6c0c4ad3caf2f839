import { TextInput } from '@mantine/core'
import { hoursInWords, readHours } from '../../../shared/buildings/hours.rules.ts'
import { overlapping, type Hours } from '../../../shared/buildings/opening.rules.ts'
import { useTyped } from '../../ui/use-typed.ts'

export const HOURS_PROBLEM = 'Write hours that do not overlap, such as 9am to 5pm or 9-12, 1-5pm.'

/** `9am to midday and 1pm to 5pm`; closed is the empty box. */
const readWords = (text: string): string | null => {
  const hours = readHours(text)
  return hours === null || overlapping(hours) !== null ? null : hoursInWords(hours)
}

/** The hours in words, as `HoursField` holds them; null is closed. */
export const wordsOf = (hours: readonly Hours[]): string | null =>
  hours.length === 0 ? null : hoursInWords(hours)
export const hoursOf = (words: string | null): Hours[] => (words === null ? [] : (readHours(words) ?? []))

interface HoursFieldProps {
  readonly id: string
  readonly label: string
  /** The label is there for screen readers alone: a table heads the field. */
  readonly labelHidden?: boolean
  readonly hint?: string
  /** `9am to 5pm`; null is closed. */
  readonly value: string | null
  /** `problem` says what is wrong with what was typed; the value is null then. */
  readonly onChange: (value: string | null, problem: string | null) => void
  readonly error?: string | undefined
  readonly disabled?: boolean
  readonly autoFocus?: boolean
}

/** The hours of one day in one box, typed as people write them: 9-5, or 9-12, 1-5pm. Empty is closed. */
export function HoursField(props: HoursFieldProps) {
  const { id, label, labelHidden = false, hint, value, onChange, error, disabled = false, autoFocus } = props
  const typed = useTyped({
    value,
    onChange,
    read: readWords,
    write: (words) => words,
    problem: HOURS_PROBLEM,
  })
  return (
    <TextInput
      id={id}
      {...(labelHidden ? { 'aria-label': label } : { label })}
      description={hint}
      error={error ?? typed.problem}
      disabled={disabled}
      autoFocus={autoFocus ?? false}
      placeholder="Closed"
      autoComplete="off"
      {...typed.input}
      value={typed.input.value === 'closed' ? '' : typed.input.value}
    />
  )
}
