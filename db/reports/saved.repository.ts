import type { Insertable } from 'kysely'
import type { SavedReportId, UserId } from '../../shared/ids.ts'
import type { Db, Tx } from '../store.ts'
import type { SavedReportTable } from './reports.table.ts'

const withOwner = (db: Db) =>
  db
    .selectFrom('saved_report')
    .innerJoin('user', 'user.id', 'saved_report.user_id')
    .selectAll('saved_report')
    .select('user.name as by')

/** The reports that a person kept and those that others share, by name. */
export const listFor = (db: Db, userId: UserId) =>
  withOwner(db)
    .where((eb) => eb.or([eb('user_id', '=', userId), eb('shared', '=', 1)]))
    .orderBy('saved_report.name_key')
    .orderBy('saved_report.id')
    .execute()
export type SavedRow = Awaited<ReturnType<typeof listFor>>[number]

/** One saved report, if it is this person's. */
export const findOf = (db: Db, userId: UserId, id: SavedReportId): Promise<SavedRow | undefined> =>
  withOwner(db).where('saved_report.id', '=', id).where('user_id', '=', userId).executeTakeFirst()

/** The report of this name that a person kept. `nameKey` is folded. */
export const findNamed = (db: Db, userId: UserId, nameKey: string): Promise<SavedRow | undefined> =>
  withOwner(db).where('user_id', '=', userId).where('saved_report.name_key', '=', nameKey).executeTakeFirst()

/** Keeps a report. */
export async function insertSaved(tx: Tx, row: Insertable<SavedReportTable>): Promise<void> {
  await tx.insertInto('saved_report').values(row).execute()
}

/** Changes a saved report. Answers false when it is no longer at `version`. */
export async function updateSaved(
  tx: Tx,
  id: SavedReportId,
  version: number,
  change: Omit<SavedReportTable, 'id' | 'user_id' | 'version'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('saved_report')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Removes a saved report: nothing hangs on it. Answers false when it is no longer at `version`. */
export async function deleteSaved(tx: Tx, id: SavedReportId, version: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('saved_report')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
