import { Link } from 'wouter'
import { useToday } from '../../api/session.ts'
import type { Group } from '../../../shared/groups/groups.contract.ts'
import { callsLeft, topicsLeft } from '../../../shared/groups/topics.rules.ts'
import { deliveryModeLabels } from '../../../shared/programmes/session-kinds.ts'
import { count } from '../../../shared/text.ts'
import { dayInWords } from '../../../shared/time/format.ts'
import classes from './groups.module.css'

const inWords = (topics: readonly { readonly title: string }[]) =>
  new Intl.ListFormat('en-GB').format(topics.map((one) => one.title))

/** What to know of a group before its sessions: whether it is paused, whom it runs beside, what no date delivers. */
export function GroupNotes({ group }: { group: Group }) {
  const today = useToday()
  const { linked, pausedOn, warnings } = group
  // What a pause took out may come back with its sessions.
  const goesOn = group.status !== 'cancelled' && pausedOn === null
  const left = goesOn ? topicsLeft(group.manual, group.sessions) : []
  const calls = goesOn ? callsLeft(group.manual, group.sessions) : []
  const notes = [
    ...(pausedOn !== null && group.status !== 'paused' ? [`Pauses from ${dayInWords(pausedOn, today)}: ${group.pausedReason ?? ''}.`] : []), // prettier-ignore
    ...(group.mode === 'in-person' ? [] : [`Meets ${deliveryModeLabels[group.mode].toLowerCase()}.`]),
    ...(left.length === 0 ? [] : [`No date yet for ${inWords(left)}.`]),
    ...(calls.length === 0 ? [] : [`No call or visit yet for ${inWords(calls)}. Add one under More.`]), // prettier-ignore
    ...(group.completeAt === null ? [] : [`Completing takes ${count(group.completeAt, 'session')}.`]),
    ...(group.edition === group.programmeEdition ? [] : ['Its programme has changed since it was planned; this group keeps the older edition.']), // prettier-ignore
  ]
  if (linked === null && notes.length === 0 && warnings.length === 0) return null
  return (
    <ul className={classes.notes} aria-label="About this group">
      {warnings.map((warning) => (
        <li key={warning} data-warning="true">
          {warning}
        </li>
      ))}
      {linked !== null && (
        <li>
          Beside <Link to={`/groups/${linked.id}`}>{linked.name}</Link>, in the same slot
          {linked.apart > 0 &&
            `; ${count(linked.apart, 'date')} to come ${linked.apart === 1 ? 'is' : 'are'} of one of the two alone`}
          .
        </li>
      )}
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}
