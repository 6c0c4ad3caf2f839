import type { Insertable } from 'kysely'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import type { Db, Tx } from '../store.ts'
import type { MarkCorrectionTable } from './registers.table.ts'

/** The mark of a person at a session, whole. */
export const findMarkRow = (db: Db, sessionId: SessionId, personId: PersonId) =>
  db
    .selectFrom('mark')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
export type MarkRow = NonNullable<Awaited<ReturnType<typeof findMarkRow>>>

/** When and by whom a register was completed, with the group it is of; undefined where there is no such session. */
export const findCompletion = (db: Db, id: SessionId) =>
  db
    .selectFrom('session')
    .where('id', '=', id)
    .select(['id', 'group_id', 'register_completed_at', 'register_completed_by'])
    .executeTakeFirst()
export type Completion = NonNullable<Awaited<ReturnType<typeof findCompletion>>>

/** How many marks a register has. */
export async function countMarks(db: Db, id: SessionId): Promise<number> {
  const row = await db
    .selectFrom('mark')
    .where('session_id', '=', id)
    .select((eb) => eb.fn.countAll<number>().as('marks'))
    .executeTakeFirstOrThrow()
  return row.marks
}

/** Writes down what a correction changed. */
export async function insertCorrection(tx: Tx, row: Insertable<MarkCorrectionTable>): Promise<void> {
  await tx.insertInto('mark_correction').values(row).execute()
}

/** The corrections of a register, the latest first, with whose mark and by whom. */
export const listCorrections = (db: Db, sessionId: SessionId) =>
  db
    .selectFrom('mark_correction as correction')
    .innerJoin('person', 'person.id', 'correction.person_id')
    .innerJoin('user', 'user.id', 'correction.by_user')
    .where('correction.session_id', '=', sessionId)
    .select(['correction.id', 'correction.person_id', 'correction.from_code', 'correction.to_code'])
    .select(['correction.reason', 'correction.at', 'user.name as by_name'])
    .select(['person.first_name', 'person.last_name', 'person.known_as'])
    .orderBy('correction.at', 'desc')
    .orderBy('correction.id', 'desc')
    .execute()
