import type { Insertable } from 'kysely'
import type { SeriesId, SeriesSkipId } from '../../shared/ids.ts'
import { ruleSchema, type Rule } from '../../shared/series/rule.ts'
import type { RunRow } from '../../shared/series/series.contract.ts'
import type { Skipped } from '../../shared/series/skipped.contract.ts'
import type { Db, Tx } from '../store.ts'
import type { SeriesSkipTable } from './series.table.ts'

/** Keeps the rule a run came from, with the dates it left out and why. */
export async function insertSeries(
  tx: Tx,
  id: SeriesId,
  rule: Rule,
  skipped: readonly Insertable<SeriesSkipTable>[],
): Promise<void> {
  await tx
    .insertInto('series')
    .values({ id, rule: JSON.stringify(rule) })
    .execute()
  if (skipped.length > 0) await tx.insertInto('series_skip').values(skipped).execute()
}

/** The rule of a series; undefined when there is no such series. */
export async function findRule(db: Db, id: SeriesId): Promise<Rule | undefined> {
  const row = await db.selectFrom('series').select('rule').where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toRule(row.rule)
}

/** Keeps the rule as it is from now on. */
export async function updateRule(tx: Tx, id: SeriesId, rule: Rule): Promise<void> {
  await tx
    .updateTable('series')
    .set({ rule: JSON.stringify(rule) })
    .where('id', '=', id)
    .execute()
}

export const toRule = (json: string): Rule => ruleSchema.parse(JSON.parse(json))

/** The dates that a series left out, earliest first. */
export const listSkipped = (db: Db, id: SeriesId): Promise<Skipped[]> =>
  db
    .selectFrom('series_skip')
    .select(['id', 'date', 'kind', 'reason'])
    .where('series_id', '=', id)
    .orderBy('date')
    .execute()

/** The rows that a run left out, as the file keeps them. */
export const toSkipped = (
  rows: readonly RunRow[],
  id: SeriesId,
  newId: () => SeriesSkipId,
): Insertable<SeriesSkipTable>[] =>
  rows
    .filter((row) => row.state === 'skip')
    .map(({ date, kind, reason }) => ({
      id: newId(),
      series_id: id,
      date,
      kind: kind ?? 'by-hand',
      reason: reason ?? '',
    }))
