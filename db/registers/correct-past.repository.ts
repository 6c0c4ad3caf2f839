import { sql } from 'kysely'
import type { GroupId, PersonId, SessionId, UserId } from '../../shared/ids.ts'
import { toChange } from '../audit/audit.repository.ts'
import type { Change } from '../audit/change.ts'
import type { Db } from '../store.ts'

/** Entries of the journal whose command was at an instant (UTC) or later: earliest first. */
const writtenFrom = (db: Db, from: string) =>
  db
    .selectFrom('journal')
    .selectAll('journal')
    .where(sql<string>`(SELECT at FROM audit_entry WHERE id = journal.command_id)`, '>=', from)
    .orderBy('journal.seq')

/** What was written to the marks of a session from an instant on. The condition is that of the index journal_mark. */
export async function marksWrittenFrom(db: Db, sessionId: SessionId, from: string): Promise<Change[]> {
  const rows = await marksWritten(db, sessionId, from).execute()
  return rows.map(toChange)
}

/** The query of `marksWrittenFrom`, apart so that a test can read its plan. */
export const marksWritten = (db: Db, sessionId: SessionId, from: string) =>
  writtenFrom(db, from).where(
    sql<boolean>`journal.table_name = 'mark' AND json_extract(coalesce(journal.after, journal.before), '$.session_id') = ${sessionId}`,
  )

/** What was written to some rows of a table from an instant on. */
export async function rowsWrittenFrom(
  db: Db,
  table: 'person' | 'session' | 'enrolment_event',
  ids: readonly string[],
  from: string,
): Promise<Change[]> {
  if (ids.length === 0) return []
  const rows = await writtenFrom(db, from)
    .where('journal.row_id', 'in', ids)
    .where('journal.table_name', '=', table)
    .execute()
  return rows.map(toChange)
}

/** The marks of a session as they stand. */
export const listMarkRows = (db: Db, sessionId: SessionId) =>
  db.selectFrom('mark').selectAll().where('session_id', '=', sessionId).execute()

/** The session with the names of its group, as they stand. */
export const findSession = (db: Db, id: SessionId) =>
  db
    .selectFrom('session')
    .innerJoin('programme_group as g', 'g.id', 'session.group_id')
    .where('session.id', '=', id)
    .select(['session.id', 'session.group_id', 'session.starts_at', 'session.ends_at'])
    .select(['session.did_not_run', 'session.register_completed_at', 'session.register_completed_by'])
    .select(['g.name as group_name', 'g.public_title'])
    .executeTakeFirst()

/** The lines of the histories with a group, each with whose it is. */
export const listHistories = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('enrolment')
    .innerJoin('enrolment_event as event', 'event.enrolment_id', 'enrolment.id')
    .where('enrolment.group_id', '=', groupId)
    .where(sql<boolean>`enrolment.role IS NOT 'volunteer'`)
    .select(['event.id', 'enrolment.person_id', 'event.status', 'event.on_date', 'event.step'])
    .execute()

/** Whom a session for some expects; null where it expects everybody. */
export async function findInvitees(db: Db, id: SessionId): Promise<Set<PersonId> | null> {
  const row = await db.selectFrom('session').select('invited_only').where('id', '=', id).executeTakeFirst()
  if (row?.invited_only !== 1) return null
  const invitees = await db
    .selectFrom('session_invitee')
    .select('person_id')
    .where('session_id', '=', id)
    .execute()
  return new Set(invitees.map((one) => one.person_id))
}

/** People by their ids, in the order of a register. */
export async function listPeople(db: Db, ids: readonly PersonId[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('person')
    .where('id', 'in', ids)
    .select(['id', 'first_name', 'last_name', 'known_as'])
    .orderBy('sort_key')
    .orderBy('id')
    .execute()
}

/** The names of users by their ids. */
export async function userNames(db: Db, ids: readonly UserId[]): Promise<Map<UserId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('user').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
