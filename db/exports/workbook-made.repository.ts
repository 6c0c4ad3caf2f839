import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { BaselineSheet } from '../../shared/exports/coming-back.rules.ts'
import type { FileMadeId, GroupId } from '../../shared/ids.ts'
import { DEFINITIONS_VERSION } from '../../shared/reports/definitions.ts'
import type { Common } from '../context.ts'
import type { Db, Tx } from '../store.ts'

interface WorkbookMade {
  readonly id: FileMadeId
  readonly groupId: GroupId
  readonly sheets: readonly { readonly name: string; readonly rows: number }[]
  readonly bytes: Uint8Array
  readonly baseline: readonly BaselineSheet[]
}

/** Remembers that a group's workbook was made and what stood in it, so that it can be compared when it comes back. */
export async function recordWorkbook({ now, actor }: Common, tx: Tx, made: WorkbookMade): Promise<void> {
  await tx
    .insertInto('file_made')
    .values({
      id: made.id,
      kind: 'group-workbook',
      asked: JSON.stringify({ groupId: made.groupId }),
      sheets: JSON.stringify(made.sheets),
      hash: createHash('sha256').update(made.bytes).digest('hex'),
      definitions_version: DEFINITIONS_VERSION,
      made_at: now,
      made_by: actor.id,
      baseline: JSON.stringify(made.baseline),
      salt: null,
    })
    .execute()
}

const standing = z.strictObject({
  value: z.union([z.string(), z.number()]).nullable(),
  reason: z.string().nullable(),
  on: z.string().nullable(),
})
const baselineSchema = z.array(
  z.strictObject({
    sheet: z.enum(['register', 'goals', 'outcomes', 'feedback']),
    columns: z.record(z.string(), z.string()),
    rows: z.array(
      z.strictObject({
        key: z.string(),
        says: z.record(z.string(), z.string()),
        places: z.record(z.string(), standing),
      }),
    ),
  }),
)
const askedSchema = z.looseObject({ groupId: z.string() })

/** A group's workbook that this county made: of which group, when, by whom, and what stood in it. Undefined for none. */
export async function findWorkbook(db: Db, id: FileMadeId) {
  const row = await db
    .selectFrom('file_made')
    .innerJoin('user', 'user.id', 'file_made.made_by')
    .where('file_made.id', '=', id)
    .where('file_made.kind', '=', 'group-workbook')
    .select(['file_made.asked', 'file_made.baseline', 'file_made.made_at', 'user.name'])
    .executeTakeFirst()
  if (row === undefined || row.baseline === null) return undefined
  return {
    groupId: askedSchema.parse(JSON.parse(row.asked)).groupId,
    madeAt: row.made_at,
    madeBy: row.name,
    baseline: baselineSchema.parse(JSON.parse(row.baseline)),
  }
}
