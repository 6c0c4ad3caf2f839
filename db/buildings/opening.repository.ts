import type { Opening } from '../../shared/buildings/opening.rules.ts'
import type { BuildingId } from '../../shared/ids.ts'
import { fromFlag } from '../flag.ts'
import type { Db } from '../store.ts'

/** When each building, or this one, is open: its weekly hours and its dated exceptions, in four queries for all. */
export async function readOpenings(db: Db, buildingId?: BuildingId): Promise<Map<BuildingId, Opening>> {
  const buildings = await db.selectFrom('building').select(['id', 'opens_on_bank_holidays']).execute()
  const weekly = Map.groupBy(
    await db.selectFrom('opening_hours').selectAll().execute(),
    (row) => row.building_id,
  )
  const exceptions = Map.groupBy(await listExceptions(db), (row) => row.buildingId)
  const wanted = buildingId === undefined ? buildings : buildings.filter((one) => one.id === buildingId)
  return new Map(
    wanted.map(({ id, opens_on_bank_holidays }) => [
      id,
      {
        weekly: weekly.get(id) ?? [],
        exceptions: exceptions.get(id) ?? [],
        opensOnBankHolidays: fromFlag(opens_on_bank_holidays),
      },
    ]),
  )
}

/** Every change of hours on dates, earliest first, with its own hours: none is shut. */
export async function listExceptions(db: Db) {
  const rows = await db
    .selectFrom('opening_exception')
    .selectAll()
    .orderBy('from_date')
    .orderBy('id')
    .execute()
  const hours = Map.groupBy(
    await db.selectFrom('opening_exception_hours').selectAll().orderBy('opens').execute(),
    (row) => row.exception_id,
  )
  return rows.map((row) => ({
    id: row.id,
    buildingId: row.building_id,
    fromDate: row.from_date,
    toDate: row.to_date,
    reason: row.reason,
    version: row.version,
    hours: (hours.get(row.id) ?? []).map(({ opens, closes }) => ({ opens, closes })),
  }))
}
