import type { MeasureId } from '../../shared/ids.ts'
import type { MeasureOverTime } from '../../shared/outcomes/editions.rules.ts'
import type { Measure } from '../../shared/outcomes/outcomes.contract.ts'
import { measureSchema } from '../../shared/outcomes/outcomes.contract.ts'
import type { Db, Tx } from '../store.ts'
import type { MeasureEditionTable } from './outcomes.table.ts'

/** An earlier edition of a measure: how it stood, and the last day it was in use. */
export interface EarlierEdition {
  readonly number: number
  readonly until: string
  readonly measure: Measure
}

const toEdition = (row: MeasureEditionTable): EarlierEdition => ({
  number: row.number,
  until: row.until_date,
  measure: measureSchema.parse(JSON.parse(row.content)),
})

/** The earlier editions of a measure, the latest first. */
export async function listEditions(db: Db, id: MeasureId): Promise<EarlierEdition[]> {
  const rows = await db
    .selectFrom('measure_edition')
    .selectAll()
    .where('measure_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toEdition)
}

/** The earlier editions of several measures, by measure and number: for readings that were taken by one of them. */
export async function listEditionsOf(db: Db, ids: readonly MeasureId[]): Promise<EarlierEdition[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('measure_edition')
    .selectAll()
    .where('measure_id', 'in', ids)
    .orderBy('measure_id')
    .orderBy('number')
    .execute()
  return rows.map(toEdition)
}

/** These measures, each with its earlier editions: what numbers of those are judged by. */
export async function overTime(db: Db, measures: readonly Measure[]): Promise<MeasureOverTime[]> {
  const all = await listEditionsOf(db, measures.filter((one) => one.edition > 1).map((one) => one.id)) // prettier-ignore
  const byMeasure = Map.groupBy(all, ({ measure }) => measure.id)
  return measures.map((one) => ({
    ...one,
    earlier: (byMeasure.get(one.id) ?? []).map(({ measure }) => measure),
  }))
}

/** Keeps an edition as it stands. */
export async function insertEdition(tx: Tx, edition: MeasureEditionTable): Promise<void> {
  await tx.insertInto('measure_edition').values(edition).execute()
}

/** How many numbers were taken by each edition of a measure, forms without a name counted one by one. */
export async function countByEdition(db: Db, id: MeasureId): Promise<ReadonlyMap<number, number>> {
  const named = await db
    .selectFrom('reading')
    .where('measure_id', '=', id)
    .where('value', 'is not', null)
    .groupBy('edition')
    .select((eb) => ['edition', eb.fn.countAll<number>().as('numbers')])
    .execute()
  const nameless = await db
    .selectFrom('feedback_tally')
    .where('measure_id', '=', id)
    .groupBy('edition')
    .select((eb) => ['edition', eb.fn.sum<number>('people').as('numbers')])
    .execute()
  const all = new Map<number, number>()
  for (const { edition, numbers } of [...named, ...nameless])
    all.set(edition, (all.get(edition) ?? 0) + numbers)
  return all
}
