import { useState } from 'react'
import { api } from '../../api/client.ts'
import { failureText } from '../../api/notify.tsx'
import { refreshAll } from '../../api/queries.ts'
import { readEntry } from '../../../shared/outcomes/entry.rules.ts'
import type { Measure, Reading, TimePoint } from '../../../shared/outcomes/outcomes.contract.ts'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import { longDate } from '../../../shared/time/format.ts'
import classes from './outcomes.module.css'

interface ReadingFieldProps {
  readonly groupId: GroupId
  readonly personId: PersonId
  readonly measure: Measure
  readonly item: number
  readonly timePoint: TimePoint
  readonly reading: Reading | undefined
  /** The day that a new number is of; null while it cannot be read. */
  readonly takenOn: string | null
  readonly label: string
  readonly column: number
  /** Nothing has been written for this goal: Enter passes it over. */
  readonly blank: boolean
}

/** The number, or the reason why there is none; empty when nothing was recorded. */
export const readingText = (reading: Reading | undefined): string =>
  reading?.value?.toString() ?? reading?.notDoneReason ?? ''

/** `Of 12 October 2026`, with the whole of a reason that the cell has no room for. */
const hoverText = ({ notDoneReason, takenOn }: Reading) =>
  [notDoneReason, `Of ${longDate(takenOn)}`].filter((part) => part !== null).join('. ')

/** One number, or in words why there is none. Saved on leaving it; what cannot be saved stays, with the problem. */
export function ReadingField(props: ReadingFieldProps) {
  const { reading, label, column, blank } = props
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const stored = readingText(reading)
  const save = async () => {
    if (draft === null || draft.trim() === stored) {
      setDraft(null)
      setProblem(null)
      return
    }
    const failure = await send(props, draft)
    setProblem(failure)
    if (failure === null) setDraft(null)
  }
  return (
    <>
      <input
        className={classes.field}
        aria-label={label}
        aria-invalid={problem !== null}
        data-column={column}
        data-blank={blank}
        data-reason={reading !== undefined && reading.value === null && draft === null}
        title={reading && hoverText(reading)}
        placeholder="–"
        autoComplete="off"
        value={draft ?? stored}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || draft === null) return
          event.stopPropagation()
          setDraft(null)
          setProblem(null)
        }}
      />
      {problem !== null && (
        <span className={classes.problem} role="alert">
          {problem}
        </span>
      )}
    </>
  )
}

/** Answers why it was not saved; null when it was. */
async function send(
  { groupId, personId, measure, item, timePoint, takenOn }: ReadingFieldProps,
  text: string,
) {
  const entry = readEntry(measure, text)
  if (entry.kind === 'problem') return entry.message
  if (takenOn === null) return 'Enter above which day this number is of. It is not saved yet.'
  try {
    await api.outcomes.setReading({
      groupId,
      personId,
      measureId: measure.id,
      timePoint,
      item,
      value: entry.kind === 'value' ? entry.value : null,
      notDoneReason: entry.kind === 'not-done' ? entry.reason : null,
      takenOn,
    })
    await refreshAll()
    return null
  } catch (error) {
    return failureText(error)
  }
}
