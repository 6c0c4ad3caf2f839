import type { Db, Tx } from '../store.ts'

/** The names that the service goes by, how bookings are asked for, and whether the county is an invented one. */
export interface Settings {
  readonly serviceName: string
  readonly buildingWord: string
  readonly askAgain: boolean
  /** On which day of the week people waiting are counted: 1 Monday … 7 Sunday. */
  readonly snapshotWeekday: number
  readonly sample: boolean
  /** Counts of people from 1 up to one less than this are hidden in whatever leaves. */
  readonly smallNumber: number
}

const defaults: Settings = {
  serviceName: 'Children and Family Wellbeing Service',
  buildingWord: 'Building',
  askAgain: true,
  snapshotWeekday: 1,
  sample: false,
  smallNumber: 5,
}

/** Every setting of the county; what nobody has set is as the program comes. */
export async function readSettings(db: Db): Promise<Settings> {
  const rows = await db.selectFrom('setting').selectAll().execute()
  const value = new Map(rows.map((row) => [row.id, row.value]))
  return {
    serviceName: value.get('service-name') ?? defaults.serviceName,
    buildingWord: value.get('building-word') ?? defaults.buildingWord,
    askAgain: value.get('ask-again') !== 'no',
    snapshotWeekday: Number(value.get('snapshot-weekday') ?? defaults.snapshotWeekday),
    sample: value.get('sample') === 'yes',
    smallNumber: Number(value.get('small-number') ?? defaults.smallNumber),
  }
}

export async function writeSetting(
  tx: Tx,
  id:
    | 'service-name'
    | 'building-word'
    | 'ask-again'
    | 'sample'
    | 'snapshot-weekday'
    | 'offer-days'
    | 'travel-minutes'
    | 'small-number',
  value: string,
): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ id, value })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ value }))
    .execute()
}
