import { useState } from 'react'
import { api } from '../../api/client.ts'
import { failureText } from '../../api/notify.tsx'
import { refreshAll } from '../../api/queries.ts'
import type { GroupId, MeasureId, PersonId } from '../../../shared/ids.ts'
import classes from './outcomes.module.css'

interface GoalFieldProps {
  readonly goal: { groupId: GroupId; personId: PersonId; measureId: MeasureId; item: number }
  readonly text: string
  readonly label: string
  readonly column: number
  /** Nothing has been written for this goal: Enter passes it over. */
  readonly blank: boolean
  /** Words are being typed: the next goal may be wanted. */
  readonly onWriting: () => void
}

/** The words of a goal, written where they stand. */
export function GoalField({ goal, text, label, column, blank, onWriting }: GoalFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const save = () => {
    if (draft === null || draft.trim() === text) {
      setDraft(null)
      return setProblem(null)
    }
    api.outcomes.setGoal({ ...goal, text: draft }).then(
      async () => {
        await refreshAll()
        setDraft(null)
        setProblem(null)
      },
      (error: unknown) => setProblem(failureText(error)),
    )
  }
  return (
    <>
      <input
        className={classes.goal}
        aria-label={label}
        aria-invalid={problem !== null}
        data-column={column}
        data-blank={blank}
        placeholder={`Goal ${goal.item} in words`}
        autoComplete="off"
        maxLength={300}
        value={draft ?? text}
        onChange={(event) => {
          setDraft(event.currentTarget.value)
          if (event.currentTarget.value.trim() !== '') onWriting()
        }}
        onBlur={save}
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
