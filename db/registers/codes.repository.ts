import { sql, type Insertable, type Updateable } from 'kysely'
import type { CodeSettings } from '../../shared/registers/codes.contract.ts'
import { fixedCodes } from '../../shared/registers/codes.rules.ts'
import type { MarkFlags } from '../../shared/registers/mark-code.ts'
import { toFlag } from '../flag.ts'
import type { Db, Tx } from '../store.ts'
import { toCode } from './registers.repository.ts'
import type { MarkCodeTable } from './registers.table.ts'

const isUsed = sql<number>`(EXISTS (SELECT 1 FROM mark WHERE mark.code = mark_code.id)
  OR EXISTS (SELECT 1 FROM mark_correction AS c WHERE mark_code.id IN (c.from_code, c.to_code)))`

/** Every mark as the settings show it, in the order of the register. */
export async function listSettings(db: Db): Promise<CodeSettings[]> {
  const rows = await db
    .selectFrom('mark_code')
    .selectAll()
    .select(isUsed.as('used'))
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...toCode(row),
    used: row.used === 1,
    fixed: fixedCodes.includes(row.id),
    version: row.version,
  }))
}

/** What a mark says, as columns. */
export const flagColumns = ({ attended, expected, contact, apology, minutes }: MarkFlags) => ({
  attended: toFlag(attended),
  expected: toFlag(expected),
  contact: toFlag(contact),
  apology: toFlag(apology),
  minutes,
})

/** Adds a mark to those offered. */
export async function insertCode(tx: Tx, row: Insertable<MarkCodeTable>): Promise<void> {
  await tx.insertInto('mark_code').values(row).execute()
}

/** Changes a mark. Answers false, and changes nothing, when it is no longer at `version`. */
export async function updateCode(
  tx: Tx,
  letter: string,
  version: number,
  change: Updateable<MarkCodeTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('mark_code')
    .set({ ...change, version: version + 1 })
    .where('id', '=', letter)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Puts the marks in this order. Those whose place stays are left alone. */
export async function orderCodes(tx: Tx, letters: readonly string[]): Promise<void> {
  for (const [at, letter] of letters.entries())
    await tx
      .updateTable('mark_code')
      .set({ position: at + 1 })
      .where('id', '=', letter)
      .where('position', '<>', at + 1)
      .execute()
}
