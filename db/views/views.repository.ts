import type { Insertable, Selectable } from 'kysely'
import type { SavedViewId, UserId } from '../../shared/ids.ts'
import type { ViewScreen } from '../../shared/views/views.contract.ts'
import type { Db, Tx } from '../store.ts'
import type { SavedViewTable } from './views.table.ts'

export type SavedViewRow = Selectable<SavedViewTable>

/** The views of one person, by name. */
export const listOf = (db: Db, userId: UserId): Promise<SavedViewRow[]> =>
  db
    .selectFrom('saved_view')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('name_key')
    .orderBy('id')
    .execute()

/** One view, if it is this person's. */
export const findOf = (db: Db, userId: UserId, id: SavedViewId): Promise<SavedViewRow | undefined> =>
  db
    .selectFrom('saved_view')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()

/** The view of this name that a person has for a screen. `nameKey` is folded. */
export const findNamed = (
  db: Db,
  { userId, screen, nameKey }: { userId: UserId; screen: ViewScreen; nameKey: string },
): Promise<SavedViewRow | undefined> =>
  db
    .selectFrom('saved_view')
    .selectAll()
    .where('user_id', '=', userId)
    .where('screen', '=', screen)
    .where('name_key', '=', nameKey)
    .executeTakeFirst()

/** Keeps a view. */
export async function insertView(tx: Tx, row: Insertable<SavedViewTable>): Promise<void> {
  await tx.insertInto('saved_view').values(row).execute()
}

/** Changes a view. Answers false when it is no longer at `version`. */
export async function updateView(
  tx: Tx,
  id: SavedViewId,
  version: number,
  change: Pick<SavedViewTable, 'name' | 'name_key' | 'state'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('saved_view')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Removes a view: nothing hangs on it. Answers false when it is no longer at `version`. */
export async function deleteView(tx: Tx, id: SavedViewId, version: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('saved_view')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
