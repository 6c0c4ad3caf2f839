import type { Insertable, Selectable, Updateable } from 'kysely'
import type { TermId } from '../../shared/ids.ts'
import type { BankHoliday, Term } from '../../shared/settings/settings.contract.ts'
import { fromFlag } from '../flag.ts'
import type { Db, Tx } from '../store.ts'
import type { BankHolidayTable, TermTable } from './settings.table.ts'

export type TermRow = Selectable<TermTable>

export const toTerm = (row: TermRow): Term => ({
  id: row.id,
  name: row.name,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  sample: fromFlag(row.sample),
  version: row.version,
})

/** The terms, earliest first. What lies between two is a school holiday. */
export const listTerms = (db: Db): Promise<TermRow[]> =>
  db.selectFrom('term').selectAll().orderBy('starts_on').execute()

export const findTerm = (db: Db, id: TermId): Promise<TermRow | undefined> =>
  db.selectFrom('term').selectAll().where('id', '=', id).executeTakeFirst()

/** A term that shares a day with `from` to `to`, both included: local dates. */
export function findOverlappingTerm(
  db: Db,
  from: string,
  to: string,
  except: TermId | null,
): Promise<TermRow | undefined> {
  const query = db
    .selectFrom('term')
    .selectAll()
    .where('starts_on', '<=', to)
    .where('ends_on', '>=', from)
    .orderBy('starts_on')
  return (except === null ? query : query.where('id', '<>', except)).executeTakeFirst()
}

export async function insertTerm(tx: Tx, term: Insertable<TermTable>): Promise<void> {
  await tx.insertInto('term').values(term).execute()
}

/** Answers false when the term is no longer at `version`. */
export async function updateTerm(
  tx: Tx,
  id: TermId,
  version: number,
  change: Updateable<TermTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('term')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Answers whether there was one. Nothing refers to a term, so it can be taken away. */
export async function deleteTerm(tx: Tx, id: TermId): Promise<boolean> {
  const result = await tx.deleteFrom('term').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** The bank holidays, earliest first. */
export async function listBankHolidays(db: Db): Promise<BankHoliday[]> {
  const rows = await db.selectFrom('bank_holiday').selectAll().orderBy('id').execute()
  return rows.map(({ id, name }) => ({ date: id, name }))
}

export const findBankHoliday = (db: Db, date: string) =>
  db.selectFrom('bank_holiday').selectAll().where('id', '=', date).executeTakeFirst()

export async function insertBankHolidays(
  tx: Tx,
  holidays: readonly Insertable<BankHolidayTable>[],
): Promise<void> {
  await tx
    .insertInto('bank_holiday')
    .values([...holidays])
    .execute()
}

/** Answers whether there was one. */
export async function deleteBankHoliday(tx: Tx, date: string): Promise<boolean> {
  const result = await tx.deleteFrom('bank_holiday').where('id', '=', date).executeTakeFirst()
  return result.numDeletedRows === 1n
}
