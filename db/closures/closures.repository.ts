import { sql, type Insertable } from 'kysely'
import type { ClosureTime } from '../../shared/closures/times.rules.ts'
import { idOf, type BuildingId, type ClosureId, type RoomId } from '../../shared/ids.ts'
import type { NewId } from '../context.ts'
import type { Db, Tx } from '../store.ts'
import type { ClosureTable } from './closures.table.ts'

const placeId = idOf('closed place')
const timeId = idOf('closed time')

/** A building closed as a whole, or a room of one. */
export interface Place {
  readonly buildingId: BuildingId
  readonly roomId: RoomId | null
}

/** Every room with its building, or those of one building, archived ones too. */
export function listRoomPlaces(db: Db, buildingId?: BuildingId | null) {
  const query = db.selectFrom('room').select(['id', 'building_id', 'name']).orderBy('name').orderBy('id')
  return (buildingId ? query.where('building_id', '=', buildingId) : query).execute()
}

const closures = (db: Db) =>
  db
    .selectFrom('closure')
    .leftJoin('user', 'user.id', 'closure.closed_by')
    .selectAll('closure')
    .select('user.name as closed_by_name')
    .orderBy('closure.id')
export type ClosureRow = Awaited<ReturnType<typeof listAll>>[number]

/** Every closure, over and lifted ones too. */
export const listAll = (db: Db) => closures(db).execute()

/** Closures that are not lifted and have a time that ends after a local date-time. */
export const listStanding = (db: Db, localNow: string) =>
  closures(db)
    .where('closure.lifted_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('closure_time')
          .select('closure_time.id')
          .whereRef('closure_time.closure_id', '=', 'closure.id')
          .where('closure_time.ends_at', '>', localNow),
      ),
    )
    .execute()

export const findById = (db: Db, id: ClosureId): Promise<ClosureRow | undefined> =>
  closures(db).where('closure.id', '=', id).executeTakeFirst()

/** The places of closures with their names, in the order of buildings and rooms. */
export async function listPlaces(db: Db, ids: readonly ClosureId[]) {
  if (ids.length === 0) return new Map<ClosureId, never[]>()
  const rows = await db
    .selectFrom('closure_place')
    .innerJoin('building', 'building.id', 'closure_place.building_id')
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .leftJoin('room', 'room.id', 'closure_place.room_id')
    .where('closure_place.closure_id', 'in', [...ids])
    .orderBy('building.name_key')
    .orderBy(sql`room.name IS NOT NULL`)
    .orderBy('room.name')
    .select(['closure_place.closure_id', 'building.id as buildingId', 'building.name as buildingName'])
    .select(['locality.half', 'room.id as roomId', 'room.name as roomName'])
    .execute()
  return Map.groupBy(rows, (row) => row.closure_id)
}

/** The times of closures, earliest first. */
export async function listTimes(db: Db, ids: readonly ClosureId[]) {
  if (ids.length === 0) return new Map<ClosureId, never[]>()
  const rows = await db
    .selectFrom('closure_time')
    .select(['closure_id', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('closure_id', 'in', [...ids])
    .orderBy('starts_at')
    .execute()
  return Map.groupBy(rows, (row) => row.closure_id)
}

/** The buildings of places, with what decides who may close them; unknown ones are left out. */
export const listBuildings = (db: Db, ids: readonly BuildingId[]) =>
  db
    .selectFrom('building')
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .select(['building.id', 'building.name', 'locality.half'])
    .where('building.id', 'in', [...ids])
    .execute()

export async function insertClosure(tx: Tx, row: Insertable<ClosureTable>): Promise<void> {
  await tx.insertInto('closure').values(row).execute()
}

/** Answers false when the closure is no longer at `version`. */
export async function updateClosure(
  tx: Tx,
  { id, version }: Pick<ClosureRow, 'id' | 'version'>,
  change: Partial<Omit<Insertable<ClosureTable>, 'id' | 'version'>>,
): Promise<boolean> {
  const result = await tx
    .updateTable('closure')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Makes these the places of a closure. What stays keeps its row. */
export async function setPlaces(
  tx: Tx,
  newId: NewId,
  id: ClosureId,
  places: readonly Place[],
): Promise<void> {
  const there = await tx.selectFrom('closure_place').selectAll().where('closure_id', '=', id).execute()
  const same = (row: (typeof there)[number], place: Place) =>
    row.building_id === place.buildingId && row.room_id === place.roomId
  const gone = there.filter((row) => !places.some((place) => same(row, place))).map((row) => row.id)
  if (gone.length > 0) await tx.deleteFrom('closure_place').where('id', 'in', gone).execute()
  const rows = places
    .filter((place) => !there.some((row) => same(row, place)))
    .map(({ buildingId, roomId }) => ({ id: newId(placeId), closure_id: id, building_id: buildingId, room_id: roomId })) // prettier-ignore
  if (rows.length > 0) await tx.insertInto('closure_place').values(rows).execute()
}

/** Makes these the times of a closure. What stays keeps its row. */
export async function setTimes(
  tx: Tx,
  newId: NewId,
  id: ClosureId,
  times: readonly ClosureTime[],
): Promise<void> {
  const there = await tx.selectFrom('closure_time').selectAll().where('closure_id', '=', id).execute()
  const same = (row: (typeof there)[number], time: ClosureTime) =>
    row.starts_at === time.startsAt && row.ends_at === time.endsAt
  const gone = there.filter((row) => !times.some((time) => same(row, time))).map((row) => row.id)
  // Those that go first leave room for one that starts when they did.
  if (gone.length > 0) await tx.deleteFrom('closure_time').where('id', 'in', gone).execute()
  const rows = times
    .filter((time) => !there.some((row) => same(row, time)))
    .map(({ startsAt, endsAt }) => ({ id: newId(timeId), closure_id: id, starts_at: startsAt, ends_at: endsAt })) // prettier-ignore
  if (rows.length > 0) await tx.insertInto('closure_time').values(rows).execute()
}
