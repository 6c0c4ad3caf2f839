import { sql } from 'kysely'
import { displayName } from '../../shared/people/people.rules.ts'
import { inviteeId, type FamilyId, type GroupId, type PersonId, type SessionId } from '../../shared/ids.ts'
import type { NewId } from '../context.ts'
import { statusAsAt } from '../enrolments/enrolments.repository.ts'
import { expectedRows } from '../enrolments/expected.repository.ts'
import type { Db, Tx } from '../store.ts'

export interface Invitee {
  readonly sessionId: SessionId
  readonly personId: PersonId
  readonly name: string
}

/** Who is invited to each session of a group that is for some, by session and name. */
export async function listInvited(db: Db, groupId: GroupId): Promise<Invitee[]> {
  const rows = await db
    .selectFrom('session_invitee')
    .innerJoin('session', 'session.id', 'session_invitee.session_id')
    .innerJoin('person', 'person.id', 'session_invitee.person_id')
    .where('session.group_id', '=', groupId)
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .orderBy('person.sort_key')
    .select([
      'session_invitee.session_id',
      'person.id',
      'person.first_name',
      'person.last_name',
      'person.known_as',
    ])
    .execute()
  return rows.map((row) => ({ sessionId: row.session_id, personId: row.id, name: nameOf(row) }))
}

/** Makes exactly these the people invited to a session. */
export async function setInvitees(
  tx: Tx,
  newId: NewId,
  sessionId: SessionId,
  personIds: readonly PersonId[],
): Promise<void> {
  const there = await tx
    .selectFrom('session_invitee')
    .selectAll()
    .where('session_id', '=', sessionId)
    .execute()
  for (const row of there.filter((one) => !personIds.includes(one.person_id)))
    await tx.deleteFrom('session_invitee').where('id', '=', row.id).execute()
  for (const person_id of new Set(personIds))
    if (!there.some((one) => one.person_id === person_id))
      await tx
        .insertInto('session_invitee')
        .values({ id: newId(inviteeId), session_id: sessionId, person_id })
        .execute()
}

/** Those in a group on a local date, without volunteers, by name. */
export async function listInGroup(db: Db, groupId: GroupId, date: string) {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .where('enrolment.group_id', '=', groupId)
    .where(sql<boolean>`enrolment.role IS NOT 'volunteer'`)
    .where(statusAsAt(sql.ref('enrolment.id'), sql`${date}`), '=', 'enrolled')
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .select(['person.id', 'person.first_name', 'person.last_name', 'person.known_as', 'person.family_id'])
    .execute()
  return rows.map((row) => ({
    personId: row.id,
    name: nameOf(row),
    familyId: row.family_id satisfies FamilyId | null,
  }))
}

/** By person, whether they came to a session they were expected at; null where nothing is recorded. */
export async function listCame(db: Db, sessionId: SessionId): Promise<ReadonlyMap<PersonId, boolean | null>> {
  const rows = await db
    .selectFrom(expectedRows(db, { sessionIds: [sessionId] }).as('e'))
    .select(['person_id', 'attended'])
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.attended === null ? null : row.attended === 1]))
}

/** Which of these people have a mark at a session. */
export async function listMarked(db: Db, sessionId: SessionId): Promise<PersonId[]> {
  const rows = await db.selectFrom('mark').select('person_id').where('session_id', '=', sessionId).execute()
  return rows.map((row) => row.person_id)
}

const nameOf = (row: { first_name: string; last_name: string; known_as: string | null }) =>
  displayName({ firstName: row.first_name, lastName: row.last_name, knownAs: row.known_as })
