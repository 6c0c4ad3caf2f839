import { TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import type { FocusEvent } from 'react'
import { useToday } from '../api/session.ts'
import { readDate } from '../../shared/time/entry.ts'
import type { EntryProps } from './date-field.tsx'
import classes from './birth-date-field.module.css'

type Parts = readonly [day: string, month: string, year: string]
const boxes = ['Day', 'Month', 'Year'] as const
const HINT = 'For example, 27 3 2024'

const toParts = (value: string | null): Parts => {
  const [year = '', month = '', day = ''] = value?.split('-') ?? []
  return [day.replace(/^0/, ''), month.replace(/^0/, ''), year]
}

/** Reads the three boxes: the date, or what to do about them. All empty is an answer too. */
export function readBirthDate(parts: Parts, today: string): { value: string | null; problem: string | null } {
  const given = parts.map((part) => part.trim())
  if (given.every((part) => part === '')) return { value: null, problem: null }
  const missing = boxes.filter((_, index) => given[index] === '').map((box) => box.toLowerCase())
  if (missing.length > 0) return { value: null, problem: `Enter the ${missing.join(' and the ')} of birth.` }
  const value = readDate(given.join(' '), today)
  if (value === null) return { value, problem: 'Enter a real date of birth.' }
  return value > today
    ? { value: null, problem: 'Enter a date of birth in the past.' }
    : { value, problem: null }
}

/** A date of birth in three boxes, as GOV.UK asks for it. Months may be words. The value is `2024-03-27`. */
export function BirthDateField({
  id,
  label,
  hint = HINT,
  value,
  onChange,
  error,
  disabled,
}: EntryProps<string>) {
  const today = useToday()
  const own = useId()
  const [parts, setParts] = useState(() => toParts(value))
  const [problem, setProblem] = useState<string | null>(null)
  const change = (index: number, text: string) => {
    const next: Parts = [
      index === 0 ? text : parts[0],
      index === 1 ? text : parts[1],
      index === 2 ? text : parts[2],
    ]
    const read = readBirthDate(next, today)
    setParts(next)
    if (problem !== null) setProblem(read.problem)
    onChange(read.value, read.problem)
  }
  // Said on leaving the three boxes, not between them.
  const leave = (event: FocusEvent<HTMLFieldSetElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setProblem(readBirthDate(parts, today).problem)
  }
  const shown = error ?? problem
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the focus leave its boxes
    <fieldset className={classes.field} onBlur={leave} aria-describedby={`${own}-hint ${own}-error`}>
      <legend className={classes.legend}>{label}</legend>
      <p id={`${own}-hint`} className={classes.hint}>
        {hint}
      </p>
      <p id={`${own}-error`} className={classes.error}>
        {shown}
      </p>
      <div className={classes.boxes}>
        {boxes.map((box, index) => (
          <TextInput
            key={box}
            {...(index === 0 && id !== undefined && { id })}
            label={box}
            value={parts[index] ?? ''}
            onChange={(event) => change(index, event.currentTarget.value)}
            error={shown !== null && shown !== undefined}
            disabled={disabled ?? false}
            autoComplete="off"
            className={box === 'Year' ? classes.year : classes.short}
          />
        ))}
      </div>
    </fieldset>
  )
}
