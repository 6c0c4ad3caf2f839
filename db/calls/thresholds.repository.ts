import { defaultThresholds, thresholdsSchema, type Thresholds } from '../../shared/calls/thresholds.ts'
import type { Db, Tx } from '../store.ts'

const SETTING = 'who-needs-a-call'

/** From when on somebody needs a call: as set, and as it comes wherever nobody has set it. */
export async function readThresholds(db: Db): Promise<Thresholds> {
  const row = await db.selectFrom('setting').select('value').where('id', '=', SETTING).executeTakeFirst()
  if (row === undefined) return defaultThresholds
  // What an older program kept may lack what a newer one asks for.
  const kept: unknown = JSON.parse(row.value)
  return thresholdsSchema.parse({ ...defaultThresholds, ...(typeof kept === 'object' ? kept : {}) })
}

export async function writeThresholds(tx: Tx, thresholds: Thresholds): Promise<void> {
  const value = JSON.stringify(thresholds)
  await tx
    .insertInto('setting')
    .values({ id: SETTING, value })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ value }))
    .execute()
}
