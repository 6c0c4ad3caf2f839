import { personId, type EnrolmentId, type PersonId } from '../../shared/ids.ts'
import { alertStanding } from '../people/alert-standing.ts'
import { countOpen } from '../people/alerts.repository.ts'
import { findById } from '../people/people.repository.ts'
import type { CommandContext } from '../context.ts'
import type { Tx } from '../store.ts'
import { imageOf, laterRows } from './audit.repository.ts'
import type { Change } from './change.ts'

type Check = (context: CommandContext, change: Change) => Promise<string | null>

const idIn = ({ before, after }: Change, column: string): PersonId =>
  personId.parse((before ?? after)?.[column])

/** Whoever may no longer know of an alert can no longer write one, by undoing either. */
async function mayNotKnow(context: CommandContext, ids: readonly PersonId[]): Promise<string | null> {
  for (const id of ids) if ((await alertStanding(context.tx, context, id)).maySee) return null
  return 'alerts of this person are no longer yours to see'
}

/** Everybody sees the marker as long as an alert stands. */
async function unmarked({ tx }: CommandContext, id: PersonId): Promise<string | null> {
  const row = await findById(tx, id)
  if (row === undefined || row.alert === 1 || (await countOpen(tx, id)) === 0) return null
  return 'another alert of this person stands'
}

const alert_note: Check = async (context, change) => {
  const id = idIn(change, 'person_id')
  return (await mayNotKnow(context, [id])) ?? unmarked(context, id)
}

const must_not_meet: Check = (context, change) =>
  mayNotKnow(context, [idIn(change, 'person_id'), idIn(change, 'other_id')])

const person: Check = (context, change) => unmarked(context, personId.parse(change.rowId))

/** That one of these, whom somebody must not meet, was given a place after a change: nobody was told of it then. */
export async function joinedSince(
  tx: Tx,
  { seq }: Change,
  enrolments: readonly EnrolmentId[],
): Promise<string | null> {
  if (enrolments.length === 0) return null
  const later = await laterRows(tx, seq, ['enrolment_event'])
  const theirs = later.some((row) => enrolments.some((id) => imageOf(row.after ?? row.before)?.['enrolment_id'] === id)) // prettier-ignore
  return theirs ? 'somebody has joined the group since who must not meet them' : null
}

/** What an undo may not break of people and their alerts. */
export const peopleChecks = { alert_note, must_not_meet, person } as const
