import type { Insertable, Selectable } from 'kysely'
import type { SeriesId, SeriesSkipId } from '../../shared/ids.ts'
import type { Db, Tx } from '../store.ts'
import type { SeriesSkipTable } from './series.table.ts'

export type SkipRow = Selectable<SeriesSkipTable>

export const findSkipped = (db: Db, id: SeriesSkipId): Promise<SkipRow | undefined> =>
  db.selectFrom('series_skip').selectAll().where('id', '=', id).executeTakeFirst()

/** The dates that a series left out, earliest first. */
export const listOf = (db: Db, id: SeriesId): Promise<SkipRow[]> =>
  db.selectFrom('series_skip').selectAll().where('series_id', '=', id).orderBy('date').execute()

export async function insertSkipped(tx: Tx, rows: readonly Insertable<SeriesSkipTable>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('series_skip').values(rows).execute()
}

export async function moveSkipped(tx: Tx, id: SeriesSkipId, date: string): Promise<void> {
  await tx.updateTable('series_skip').set({ date }).where('id', '=', id).execute()
}

/** Forgets one date that was left out: it is in the series now. */
export async function deleteSkipped(tx: Tx, id: SeriesSkipId): Promise<void> {
  await tx.deleteFrom('series_skip').where('id', '=', id).execute()
}

/** Forgets what lies after the end of a series: nobody would try it again. */
export async function deleteAfter(tx: Tx, id: SeriesId, date: string): Promise<void> {
  await tx.deleteFrom('series_skip').where('series_id', '=', id).where('date', '>', date).execute()
}
