import { AppError } from '../../shared/errors.ts'
import { ageWarning } from '../../shared/enrolments/age.rules.ts'
import { enrolmentStatusLabels, type EnrolmentStatus, type RosterRow } from '../../shared/enrolments/enrolments.contract.ts' // prettier-ignore
import { nextStep, type EnrolmentEvent } from '../../shared/enrolments/roster.rules.ts'
import { enrolmentId, type EnrolmentId, type GroupId, type PersonId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { longDate } from '../../shared/time/format.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { findById as findPerson, toPerson } from '../people/people.repository.ts'
import * as enrolments from './enrolments.repository.ts'
import { personCounts, type SessionCounts } from './expected.repository.ts'
import { findGroup, type EnrolmentGroup } from './group.repository.ts'

/** The people of a group; without a date, as it stands today and with those who join later. */
export async function roster(
  { db, today }: QueryContext,
  groupId: GroupId,
  asAt: string | null,
): Promise<RosterRow[]> {
  const group = found(await findGroup(db, groupId), 'group')
  const rows = await (asAt === null
    ? enrolments.rosterWithComing(db, groupId, today)
    : enrolments.rosterAsAt(db, groupId, asAt))
  const counts = await personCounts(db, { groupIds: [groupId], ...(asAt === null ? {} : { to: asAt }) })
  return rows.map((row) => toRosterRow(row, group, counts.get(row.id), asAt ?? today))
}

function toRosterRow(
  row: enrolments.RosterRecord,
  group: EnrolmentGroup,
  counts: SessionCounts | undefined,
  date: string,
): RosterRow {
  const person = toPerson(row)
  return {
    enrolmentId: row.enrolment_id,
    personId: person.id,
    name: displayName(person),
    dateOfBirth: person.dateOfBirth,
    mosaicId: person.mosaicId,
    familyName: person.familyName,
    phone: person.phone,
    safeToCall: person.safeToCall,
    allergies: person.allergies,
    alert: person.alert,
    provisional: person.provisional,
    status: row.status,
    since: row.on_date,
    reason: row.reason,
    ageWarning: ageWarning(person.dateOfBirth, group.firstDate ?? date, group.ages),
    attended: counts?.attended ?? 0,
    expected: counts?.marked ?? 0,
    version: row.enrolment_version,
  }
}

type NewEnrolment = {
  groupId: GroupId
  personId: PersonId
  status: 'referred' | 'waiting' | 'enrolled'
  onDate: string
}

/** The first line of a person's history with a group. */
export async function enrol(context: CommandContext, { groupId, personId, status, onDate }: NewEnrolment) {
  const { tx } = context
  const group = found(await findGroup(tx, groupId), 'group')
  const person = found(await findPerson(tx, personId), 'person')
  if (group.cancelled)
    throw new AppError(
      'CONFLICT',
      'This group has been cancelled, so nobody can join it. Nothing was changed.',
    )
  const there = await enrolments.findFor(tx, groupId, personId)
  if (there)
    throw new AppError(
      'CONFLICT',
      `${displayName(toPerson(person))} is already in the list of this group. Nothing was changed. Change their line there instead.`,
      { enrolmentId: there.id },
    )
  const id = context.newId(enrolmentId)
  await enrolments.insertEnrolments(
    tx,
    [{ id, group_id: groupId, person_id: personId, version: 1 }],
    [
      {
        id: context.newId(enrolments.eventId),
        enrolment_id: id,
        on_date: onDate,
        step: 1,
        status,
        reason: null,
      },
    ],
  )
  return { enrolmentId: id }
}

type Change = {
  enrolmentId: EnrolmentId
  version: number
  status: EnrolmentStatus
  onDate: string
  reason: string | null
}

/** One more line of a history. What stood before stays, so past registers do not change. */
export async function change(context: CommandContext, { enrolmentId: id, version, ...line }: Change) {
  const { tx } = context
  found(await enrolments.findById(tx, id), 'enrolment')
  const events = await enrolments.listEvents(tx, id)
  refuseOverruled(events, line)
  const step = nextStep(events, line.onDate)
  const event = { id: context.newId(enrolments.eventId), enrolment_id: id, on_date: line.onDate, step, status: line.status, reason: line.reason } // prettier-ignore
  if (!(await enrolments.addEvent(tx, version, event))) throw changedSince('enrolment')
  return { enrolmentId: id }
}

/** A line before another says nothing when the later one overrules it; having joined earlier is the exception. */
function refuseOverruled(
  events: readonly EnrolmentEvent[],
  line: { status: EnrolmentStatus; onDate: string },
) {
  const next = events.find((event) => event.onDate > line.onDate)
  if (!next || next.status === line.status) return
  const message = `They are ${enrolmentStatusLabels[next.status].toLowerCase()} from ${longDate(next.onDate)}, which is later. Nothing was changed. Choose that date or a later one.`
  throw new AppError('INVALID_INPUT', message, { fields: { onDate: message } })
}
