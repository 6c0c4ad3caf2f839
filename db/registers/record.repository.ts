import type { Insertable } from 'kysely'
import type { ParticipantRole } from '../../shared/enrolments/participants.rules.ts'
import type { HeadcountId, SessionId } from '../../shared/ids.ts'
import type { DeliveryMode } from '../../shared/programmes/session-kinds.ts'
import type { Delivered } from '../../shared/registers/record.contract.ts'
import type { SessionStaffTable } from '../groups/groups.table.ts'
import type { Db, Tx } from '../store.ts'

/** Changes what stands with a session itself: its note, or how it met. */
export async function updateSession(
  tx: Tx,
  id: SessionId,
  change: { readonly note: string | null } | { readonly mode: DeliveryMode | null },
): Promise<void> {
  await tx
    .updateTable('session')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Who delivered a session, leads first, then by name. */
export async function listDelivered(db: Db, sessionId: SessionId): Promise<Delivered[]> {
  const rows = await db
    .selectFrom('session_staff')
    .innerJoin('staff', 'staff.id', 'session_staff.staff_id')
    .where('session_staff.session_id', '=', sessionId)
    .select(['staff.id', 'staff.name', 'session_staff.part', 'session_staff.minutes'])
    .orderBy('session_staff.part')
    .orderBy('staff.name_key')
    .execute()
  return rows.map(({ id, name, part, minutes }) => ({ staffId: id, name, part, minutes }))
}

/** Writes who delivered a session in place of whoever was written; those who stay keep their rows. */
export async function replaceDelivered(
  tx: Tx,
  sessionId: SessionId,
  rows: readonly Insertable<SessionStaffTable>[],
): Promise<void> {
  const there = await listDelivered(tx, sessionId)
  const wanted = new Map(rows.map((row) => [row.staff_id, row]))
  for (const { staffId, part, minutes } of there) {
    const row = wanted.get(staffId)
    wanted.delete(staffId)
    const same = row !== undefined && row.part === part && row.minutes === minutes
    if (same) continue
    await tx.deleteFrom('session_staff').where('session_id', '=', sessionId).where('staff_id', '=', staffId).execute() // prettier-ignore
    if (row !== undefined) wanted.set(staffId, row)
  }
  if (wanted.size > 0) await tx.insertInto('session_staff').values([...wanted.values()]).execute() // prettier-ignore
}

/** The heads counted at a session, by role. */
export async function listHeadcounts(db: Db, sessionId: SessionId): Promise<Map<ParticipantRole, number>> {
  const rows = await db
    .selectFrom('session_headcount')
    .where('session_id', '=', sessionId)
    .select(['role', 'people'])
    .execute()
  return new Map(rows.map((row) => [row.role, row.people]))
}

/** How many heads were counted at these sessions in all roles. A session where none were has no entry. */
export async function sumHeads(db: Db, sessionIds: readonly SessionId[]): Promise<Map<SessionId, number>> {
  const rows = await db
    .selectFrom('session_headcount')
    .where('session_id', 'in', [...sessionIds])
    .groupBy('session_id')
    .select(['session_id', (eb) => eb.fn.sum<number>('people').as('people')])
    .execute()
  return new Map(rows.map((row) => [row.session_id, row.people]))
}

/** Writes the heads counted in a role; null takes the count away. */
export async function putHeadcount(
  tx: Tx,
  id: HeadcountId,
  place: { readonly session_id: SessionId; readonly role: ParticipantRole },
  people: number | null,
): Promise<void> {
  if (people === null)
    await tx.deleteFrom('session_headcount').where('session_id', '=', place.session_id).where('role', '=', place.role).execute() // prettier-ignore
  else
    await tx
      .insertInto('session_headcount')
      .values({ id, ...place, people })
      .onConflict((conflict) => conflict.columns(['session_id', 'role']).doUpdateSet({ people }))
      .execute()
}
