import { z } from 'zod'
import type { FileMadeId } from '../../shared/ids.ts'
import type { Db } from '../store.ts'

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
