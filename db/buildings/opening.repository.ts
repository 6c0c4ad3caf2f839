import type { Hours, Opening } from '../../shared/buildings/opening.rules.ts'
import { idOf, type BuildingId, type OpeningExceptionId } from '../../shared/ids.ts'
import type { NewId } from '../context.ts'
import { fromFlag } from '../flag.ts'
import type { Db, Tx } from '../store.ts'

const hoursId = idOf('stretch of opening hours')

/** When each building, or this one, is open: its weekly hours and its dated exceptions, in four queries for all. */
export async function readOpenings(db: Db, buildingId?: BuildingId): Promise<Map<BuildingId, Opening>> {
  let buildings = db.selectFrom('building').select(['id', 'opens_on_bank_holidays'])
  if (buildingId) buildings = buildings.where('id', '=', buildingId)
  const weekly = Map.groupBy(await listWeekly(db, buildingId), (row) => row.buildingId)
  const exceptions = Map.groupBy(await listExceptions(db, buildingId), (row) => row.buildingId)
  return new Map(
    (await buildings.execute()).map(({ id, opens_on_bank_holidays }) => [
      id,
      {
        weekly: weekly.get(id) ?? [],
        exceptions: exceptions.get(id) ?? [],
        opensOnBankHolidays: fromFlag(opens_on_bank_holidays),
      },
    ]),
  )
}

/** The usual hours of every building, or of this one, by weekday and then by time. */
export async function listWeekly(db: Db, buildingId?: BuildingId) {
  let query = db.selectFrom('opening_hours').selectAll().orderBy('weekday').orderBy('opens')
  if (buildingId) query = query.where('building_id', '=', buildingId)
  return (await query.execute()).map(({ id, building_id, ...hours }) => ({
    id,
    buildingId: building_id,
    ...hours,
  }))
}

/** Every change of hours on dates, or those of one building, earliest first, with its own hours: none is shut. */
export async function listExceptions(db: Db, buildingId?: BuildingId) {
  let query = db.selectFrom('opening_exception').selectAll().orderBy('from_date').orderBy('id')
  if (buildingId) query = query.where('building_id', '=', buildingId)
  const hours = Map.groupBy(
    await db.selectFrom('opening_exception_hours').selectAll().orderBy('opens').execute(),
    (row) => row.exception_id,
  )
  return (await query.execute()).map((row) => ({
    id: row.id,
    buildingId: row.building_id,
    fromDate: row.from_date,
    toDate: row.to_date,
    reason: row.reason,
    version: row.version,
    hours: (hours.get(row.id) ?? []).map(({ opens, closes }) => ({ opens, closes })),
  }))
}

/** One change of hours, with the building it is of. */
export async function findException(db: Db, id: OpeningExceptionId) {
  const row = await db
    .selectFrom('opening_exception')
    .select('building_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return (await listExceptions(db, row.building_id)).find((one) => one.id === id)
}

type Weekly = Hours & { readonly weekday: number }
const sameHours = (a: Weekly, b: Weekly) =>
  a.weekday === b.weekday && a.opens === b.opens && a.closes === b.closes

/** Makes these the usual hours of a building. What stays is not touched. */
export async function setWeekly(
  tx: Tx,
  newId: NewId,
  buildingId: BuildingId,
  week: readonly Weekly[],
): Promise<void> {
  const there = await listWeekly(tx, buildingId)
  const gone = there.filter((row) => !week.some((one) => sameHours(row, one))).map((row) => row.id)
  if (gone.length > 0) await tx.deleteFrom('opening_hours').where('id', 'in', gone).execute()
  const rows = week
    .filter((one) => !there.some((row) => sameHours(row, one)))
    .map(({ weekday, opens, closes }) => ({
      id: newId(hoursId),
      building_id: buildingId,
      weekday,
      opens,
      closes,
    }))
  if (rows.length > 0) await tx.insertInto('opening_hours').values(rows).execute()
}

interface ExceptionFields {
  readonly fromDate: string
  readonly toDate: string
  readonly reason: string
  readonly hours: readonly Hours[]
}
const columns = ({ fromDate, toDate, reason }: ExceptionFields) => ({
  from_date: fromDate,
  to_date: toDate,
  reason,
})

export async function insertException(
  tx: Tx,
  newId: NewId,
  exception: ExceptionFields & { readonly id: OpeningExceptionId; readonly buildingId: BuildingId },
): Promise<void> {
  const { id, buildingId, hours } = exception
  await tx
    .insertInto('opening_exception')
    .values({ id, building_id: buildingId, ...columns(exception), version: 1 })
    .execute()
  await insertHours(tx, newId, id, hours)
}

/** Answers false when the change of hours is no longer at `version`. */
export async function updateException(
  tx: Tx,
  newId: NewId,
  id: OpeningExceptionId,
  version: number,
  fields: ExceptionFields,
): Promise<boolean> {
  const result = await tx
    .updateTable('opening_exception')
    .set({ ...columns(fields), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await tx.deleteFrom('opening_exception_hours').where('exception_id', '=', id).execute()
  await insertHours(tx, newId, id, fields.hours)
  return true
}

async function insertHours(
  tx: Tx,
  newId: NewId,
  id: OpeningExceptionId,
  hours: readonly Hours[],
): Promise<void> {
  const rows = hours.map(({ opens, closes }) => ({ id: newId(hoursId), exception_id: id, opens, closes }))
  if (rows.length > 0) await tx.insertInto('opening_exception_hours').values(rows).execute()
}

/** Takes a change of hours away with its hours. Answers false when it is no longer at `version`. */
export async function removeException(tx: Tx, id: OpeningExceptionId, version: number): Promise<boolean> {
  const there = await tx
    .selectFrom('opening_exception')
    .select('id')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (there === undefined) return false
  await tx.deleteFrom('opening_exception_hours').where('exception_id', '=', id).execute()
  await tx.deleteFrom('opening_exception').where('id', '=', id).execute()
  return true
}
