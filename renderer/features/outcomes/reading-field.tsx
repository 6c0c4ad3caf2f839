import { useState } from 'react'
import { api } from '../../api/client.ts'
import { failureText } from '../../api/notify.tsx'
import { refreshAll } from '../../api/queries.ts'
import { readEntry } from '../../../shared/outcomes/entry.rules.ts'
import type { Measure, Reading, TimePoint } from '../../../shared/outcomes/outcomes.contract.ts'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import classes from './outcomes.module.css'

interface ReadingFieldProps {
  readonly groupId: GroupId
  readonly personId: PersonId
  readonly measure: Measure
  readonly item: number
  readonly timePoint: TimePoint
  readonly reading: Reading | undefined
  /** The day that a new number is of. */
  readonly takenOn: string
  readonly label: string
  readonly column: number
  /** Nothing has been written for this goal: Enter passes it over. */
  readonly blank: boolean
}

const textOf = (reading: Reading | undefined) =>
  reading === undefined ? '' : (reading.value?.toString() ?? reading.notDoneReason ?? '')

/** One number, or in words why there is none. Saved on leaving it; what cannot be saved stays, with the problem. */
export function ReadingField(props: ReadingFieldProps) {
  const { reading, label, column, blank } = props
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const stored = textOf(reading)
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
        title={reading?.notDoneReason ?? undefined}
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
