import { Pill, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useToday } from '../../api/session.ts'
import { readDate } from '../../../shared/time/entry.ts'
import { dayInWords } from '../../../shared/time/format.ts'
import type { RuleFieldsProps } from './rule-fields.tsx'
import classes from './rule-fields.module.css'

const PROBLEM = 'Enter a date, such as 27/10/2026.'

/** Dates one by one: typed and added with Enter, or picked on a calendar; each can be taken away again. */
export function DatesField({ draft, change, idOf, errors }: RuleFieldsProps) {
  const today = useToday()
  const dates = draft.dates.toSorted()
  const give = (next: readonly string[]) => change({ dates: [...new Set(next)].toSorted() })
  return (
    <div className={classes.dates}>
      <div className={classes.picked}>
        <AddDate
          id={idOf('dates')}
          error={errors['dates']}
          today={today}
          onAdd={(date) => give([...dates, date])}
        />
        <ul className={classes.pills} aria-label="Dates picked">
          {dates.map((date) => (
            <Pill
              key={date}
              component="li"
              withRemoveButton
              removeButtonProps={{
                'aria-label': `Take away ${dayInWords(date, today)}`,
                tabIndex: 0,
                'aria-hidden': false,
              }}
              onRemove={() => give(dates.filter((one) => one !== date))}
            >
              {dayInWords(date, today)}
            </Pill>
          ))}
        </ul>
      </div>
      <DatePicker
        type="multiple"
        previousLabel="Earlier"
        nextLabel="Later"
        hideOutsideDates
        value={dates}
        defaultDate={dates[0] ?? today}
        onChange={give}
        size="xs"
        highlightToday
      />
    </div>
  )
}

interface AddDateProps {
  readonly id: string
  readonly error: string | undefined
  readonly today: string
  readonly onAdd: (date: string) => void
}

function AddDate({ id, error, today, onAdd }: AddDateProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const add = () => {
    const date = readDate(text, today)
    setProblem(date === null ? PROBLEM : null)
    if (date === null) return
    onAdd(date)
    setText('')
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || text.trim() === '') return
    // Enter adds the date; it does not send the form.
    event.preventDefault()
    add()
  }
  return (
    <TextInput
      id={id}
      label="Add a date"
      description="Type it and press Enter, or pick it on the calendar."
      placeholder="dd/mm/yyyy"
      autoComplete="off"
      error={problem ?? error}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={keys}
      onBlur={() => text.trim() !== '' && add()}
    />
  )
}
