import type { Db, Tx } from '../store.ts'

/** The names that the service goes by, how bookings are asked for, and whether the county is an invented one. */
export interface Settings {
  readonly serviceName: string
  readonly buildingWord: string
  readonly askAgain: boolean
  readonly sample: boolean
}

const defaults: Settings = {
  serviceName: 'Children and Family Wellbeing Service',
  buildingWord: 'Building',
  askAgain: true,
  sample: false,
}

export async function readSettings(db: Db): Promise<Settings> {
  const rows = await db.selectFrom('setting').selectAll().execute()
  const value = new Map(rows.map((row) => [row.id, row.value]))
  return {
    serviceName: value.get('service-name') ?? defaults.serviceName,
    buildingWord: value.get('building-word') ?? defaults.buildingWord,
    askAgain: value.get('ask-again') !== 'no',
    sample: value.get('sample') === 'yes',
  }
}

export async function writeSetting(
  tx: Tx,
  id: 'service-name' | 'building-word' | 'ask-again' | 'sample' | 'offer-days' | 'travel-minutes',
  value: string,
): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ id, value })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ value }))
    .execute()
}
