import type { Selectable } from 'kysely'
import type { Times } from '../../shared/bookings/held.rules.ts'
import type { SessionId } from '../../shared/ids.ts'
import type { SessionTable } from '../groups/groups.table.ts'
import type { Db, Tx } from '../store.ts'

export type SessionRow = Selectable<SessionTable>

export const findSession = (db: Db, id: SessionId): Promise<SessionRow | undefined> =>
  db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst()

/** Moves a session with its booking. A later change to the whole series leaves it where it now is. */
export async function moveSessionRow(
  tx: Tx,
  { id, version }: SessionRow,
  { startsAt, endsAt }: Times,
): Promise<void> {
  await tx
    .updateTable('session')
    .set({ starts_at: startsAt, ends_at: endsAt, changed_by_hand: 1, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

/** Records that a session did not run. A later change to the whole series does not bring it back. */
export async function cancelSessionRow(
  tx: Tx,
  { id, version }: Pick<SessionRow, 'id' | 'version'>,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('session')
    .set({ did_not_run: 1, reason, changed_by_hand: 1, version: version + 1 })
    .where('id', '=', id)
    .execute()
}
