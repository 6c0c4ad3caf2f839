import { sql, type Insertable, type Selectable } from 'kysely'
import type { GroupId, PersonId, SessionId, UserId } from '../../shared/ids.ts'
import type { MarkCode } from '../../shared/registers/mark-code.ts'
import type { Mark } from '../../shared/registers/marking.contract.ts'
import { inBatches } from '../batches.ts'
import { fromFlag } from '../flag.ts'
import type { Db, Tx } from '../store.ts'
import type { MarkCodeTable, MarkTable } from './registers.table.ts'

/** A mark's letter is also its key, unless another was chosen. */
export const toCode = (row: Selectable<MarkCodeTable>): MarkCode => ({
  code: row.id,
  label: row.label,
  attended: fromFlag(row.attended),
  expected: fromFlag(row.expected),
  contact: fromFlag(row.contact),
  apology: fromFlag(row.apology),
  minutes: row.minutes,
  key: row.key ?? row.id.toLowerCase(),
  retired: fromFlag(row.retired),
})

/** Every mark there is, retired ones too, in the order they are shown. */
export const listCodes = (db: Db) =>
  db.selectFrom('mark_code').selectAll().orderBy('position').orderBy('id').execute()

export const findCode = (db: Db, code: string) =>
  db.selectFrom('mark_code').selectAll().where('id', '=', code).executeTakeFirst()

const anyMark = sql<number>`EXISTS (SELECT 1 FROM mark WHERE mark.session_id = session.id)`.as('marked')

/** What decides the state of one register. */
export const findFacts = (db: Db, id: SessionId) =>
  db
    .selectFrom('session')
    .where('session.id', '=', id)
    .select(['session.id', 'session.group_id', 'session.starts_at', 'session.did_not_run'])
    .select(['session.register_completed_at', anyMark])
    .executeTakeFirst()

/** A session with the words that head its register. `number` counts the sessions that ran or will, up to this one. */
export const findHeading = (db: Db, id: SessionId) =>
  db
    .selectFrom('session')
    .innerJoin('programme_group as g', 'g.id', 'session.group_id')
    .innerJoin('programme', 'programme.id', 'g.programme_id')
    .leftJoin('booking', (join) =>
      join
        .onRef('booking.session_id', '=', 'session.id')
        .on('booking.status', '=', 'confirmed')
        .on('booking.lead_id', 'is', null),
    )
    .leftJoin('room', 'room.id', 'booking.room_id')
    .leftJoin('building', 'building.id', 'room.building_id')
    .leftJoin('user', 'user.id', 'session.register_completed_by')
    .where('session.id', '=', id)
    .select(['session.id', 'session.group_id', 'session.starts_at', 'session.ends_at'])
    .select(['session.did_not_run', 'session.reason', 'session.version', anyMark])
    .select(['session.register_completed_at', 'user.name as completed_by'])
    .select(['session.note', 'session.mode', 'g.mode as mode_of_group', 'programme.delivery'])
    .select(['g.name as group_name', 'g.public_title', 'programme.name as programme_name'])
    .select(['room.name as room_name', 'building.name as building_name'])
    .select([
      sql<number>`(SELECT count(*) FROM session s WHERE s.group_id = session.group_id AND s.did_not_run = 0)`.as(
        'session_count',
      ),
      sql<number>`(SELECT count(*) FROM session s WHERE s.group_id = session.group_id AND s.did_not_run = 0 AND (s.starts_at, s.id) <= (session.starts_at, session.id))`.as(
        'number',
      ),
    ])
    .executeTakeFirst()

/** Those who lead a group, by name. */
export const listFacilitators = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('group_facilitator')
    .innerJoin('staff', 'staff.id', 'group_facilitator.staff_id')
    .where('group_facilitator.group_id', '=', groupId)
    .select(['staff.id', 'staff.name'])
    .orderBy('staff.name_key')
    .execute()

/** Up to `limit` sessions of a group that ran before this one began, the latest first. */
export const listEarlier = (db: Db, groupId: GroupId, startsAt: string, limit: number) =>
  db
    .selectFrom('session')
    .where('group_id', '=', groupId)
    .where('did_not_run', '=', 0)
    .where('starts_at', '<', startsAt)
    .select('id')
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** The letters of some sessions. */
export async function listLetters(db: Db, sessionIds: readonly SessionId[]) {
  if (sessionIds.length === 0) return []
  return db
    .selectFrom('mark')
    .where('session_id', 'in', sessionIds)
    .select(['session_id', 'person_id', 'code'])
    .execute()
}

const marks = (db: Db) =>
  db
    .selectFrom('mark')
    .innerJoin('user', 'user.id', 'mark.marked_by')
    .select(['mark.id', 'mark.person_id', 'mark.code', 'mark.minutes', 'mark.note', 'mark.marked_at'])
    .select('user.name as marked_by')

export const findMark = (db: Db, sessionId: SessionId, personId: PersonId) =>
  marks(db).where('mark.session_id', '=', sessionId).where('mark.person_id', '=', personId).executeTakeFirst()

/** The marks that some people have in a session. */
export const findMarks = (db: Db, sessionId: SessionId, personIds: readonly PersonId[]) =>
  marks(db).where('mark.session_id', '=', sessionId).where('mark.person_id', 'in', personIds).execute()
export type MarkRecord = Awaited<ReturnType<typeof findMarks>>[number]

/** What is recorded, as screens see it. */
export const toMark = (row: Omit<MarkRecord, 'id' | 'person_id'>): Mark => ({
  code: row.code,
  minutes: row.minutes,
  note: row.note,
  markedAt: row.marked_at,
  markedBy: row.marked_by,
})

/** The sessions of a group whose registers are complete. */
export async function completeRegisters(db: Db, groupId: GroupId): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('session')
    .where('group_id', '=', groupId)
    .where('register_completed_at', 'is not', null)
    .select('id')
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Adds marks. A person has at most one in a session: the database refuses a second. */
export async function insertMarks(tx: Tx, rows: readonly Insertable<MarkTable>[]): Promise<void> {
  for (const some of inBatches(rows)) await tx.insertInto('mark').values(some).execute()
}

/** Changes a mark that is there. */
export async function updateMark(
  tx: Tx,
  id: string,
  change: Partial<Pick<MarkTable, 'code' | 'minutes' | 'note' | 'marked_at' | 'marked_by'>>,
): Promise<void> {
  await tx
    .updateTable('mark')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Takes a mark away: back to not recorded. */
export async function deleteMark(tx: Tx, sessionId: SessionId, personId: PersonId): Promise<void> {
  await tx.deleteFrom('mark').where('session_id', '=', sessionId).where('person_id', '=', personId).execute()
}

/** Completes a register, or opens it again with both null. */
export async function setCompleted(
  tx: Tx,
  id: SessionId,
  at: string | null,
  by: UserId | null,
): Promise<void> {
  await tx
    .updateTable('session')
    .set((eb) => ({
      register_completed_at: at,
      register_completed_by: by,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** The sessions of the days from `from` to `to`, both included, with what decides the states of their registers. */
export const listBetween = (db: Db, from: string, to: string) =>
  db
    .selectFrom('session')
    .innerJoin('programme_group as g', 'g.id', 'session.group_id')
    .where('session.starts_at', '>=', from)
    // Every time of a day sorts before the day with "U" after it, "T" being what stands between date and time.
    .where('session.starts_at', '<', `${to}U`)
    .select(['session.id', 'session.group_id', 'session.starts_at', 'session.ends_at'])
    .select(['session.did_not_run', 'session.register_completed_at', anyMark, 'g.name as group_name'])
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .execute()
