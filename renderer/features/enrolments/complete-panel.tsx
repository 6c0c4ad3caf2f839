import { Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useOpenList } from '../../ui/use-open-list.ts'
import { leavingReasonLabels, leavingReasons } from '../../../shared/enrolments/reasons.ts'
import type { GroupId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import classes from './enrolments.module.css'

type Completion = Output<'enrolments', 'completion'>
type Person = Completion['people'][number]

/** What is said of each: completed, left for a reason, or still enrolled. */
const choices = [
  { value: 'completed', label: 'Completed' },
  { value: 'stays', label: 'Stays enrolled' },
  ...leavingReasons.map((value) => ({ value, label: `Left: ${leavingReasonLabels[value].toLowerCase()}` })),
]

/**
 * Suggested by the rule of the group, and never done by it: who cannot reach it any more did not complete. Without a rule
 * whoever came is suggested, and nothing is said of somebody who never did.
 */
const suggestion = ({ state, attended }: Person): string =>
  state === 'reached' || (state === 'no-rule' && attended > 0)
    ? 'completed'
    : state === 'cannot'
      ? 'did-not-engage'
      : 'stays'

/** What the button does: those who complete, and beside them those who are recorded as having left. */
function submitWords(outcomes: readonly string[]): string {
  const completed = outcomes.filter((one) => one === 'completed').length
  const left = outcomes.length - completed
  if (left === 0) return `Complete ${count(completed, 'person', 'people')}`
  const leavers = count(left, 'leaver', 'leavers')
  return completed === 0 ? `Record ${leavers}` : `Complete ${completed}, record ${leavers}`
}

/** Completes a group in one step: each as the rule suggests, changed where somebody knows better. */
export function CompletePanel({ groupId, onClose }: { groupId: GroupId; onClose: () => void }) {
  const query = useQuery(ask('enrolments', 'completion', { groupId }))
  if (query.data === undefined) return null
  return <CompleteForm groupId={groupId} completion={query.data} onClose={onClose} />
}

function CompleteForm({
  groupId,
  completion,
  onClose,
}: {
  groupId: GroupId
  completion: Completion
  onClose: () => void
}) {
  const { completeAt, open, people } = completion
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [onDate, setOnDate] = useState<string | null>(completion.onDate)
  const outcomeOf = (one: Person) => chosen[one.enrolmentId] ?? suggestion(one)
  const complete = useCommand('enrolments', 'complete', {
    failure: 'inline',
    undo: true,
    done: ({ completed, withdrawn }) =>
      `${count(completed, 'person has', 'people have')} completed, ${withdrawn} left`,
    onDone: onClose,
  })
  const { idOf, field } = useFields(complete.error)
  const named = people.filter((one) => outcomeOf(one) !== 'stays')
  const save = () => {
    if (onDate === null) return
    const each = named.map((one) => {
      const reasonKind = leavingReasons.find((kind) => kind === outcomeOf(one)) ?? null
      const { enrolmentId, version } = one
      return { enrolmentId, version, reasonKind, outcome: reasonKind === null ? ('completed' as const) : ('withdrawn' as const) } // prettier-ignore
    })
    complete.mutate({ groupId, onDate, people: each })
  }
  return (
    <FormPanel
      title="Complete the group"
      submit={submitWords(named.map(outcomeOf))}
      pending={complete.isPending}
      error={complete.error}
      idOf={idOf}
      onClose={onClose}
      onSubmit={save}
    >
      <p>
        {completeAt === null
          ? 'This group has no rule for completing. Say of each what is so.'
          : `Completing takes ${count(completeAt, 'session')}.`}
        {open > 0 && ` ${count(open, 'register is', 'registers are')} not complete yet.`}
      </p>
      <DateField
        {...field('onDate')}
        label="From"
        hint="The day after the last session, so that no register changes."
        value={onDate}
        onChange={setOnDate}
        autoFocus
      />
      <Stack gap={12}>
        {people.map((one) => (
          <Outcome
            key={one.enrolmentId}
            person={one}
            value={outcomeOf(one)}
            onChange={(value) => setChosen({ ...chosen, [one.enrolmentId]: value })}
          />
        ))}
      </Stack>
      {people.length === 0 && <p className={classes.quiet}>Nobody is enrolled today.</p>}
    </FormPanel>
  )
}

function Outcome({
  person,
  value,
  onChange,
}: {
  person: Person
  value: string
  onChange: (value: string) => void
}) {
  const list = useOpenList()
  return (
    <Select
      {...list}
      label={person.name}
      description={person.words}
      data={choices}
      value={value}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      allowDeselect={false}
    />
  )
}
