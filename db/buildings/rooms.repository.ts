import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Room } from '../../shared/buildings/buildings.contract.ts'
import { idOf, type BuildingId, type RoomId } from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import type { NewId } from '../context.ts'
import { fromFlag } from '../flag.ts'
import { inEachOthersWay } from '../bookings/in-the-way.sql.ts'
import type { Db, Tx } from '../store.ts'
import type { RoomTable } from './buildings.table.ts'

export type RoomRow = Selectable<RoomTable>

const featureId = idOf('feature of a room')

/** What is in each room, by name. */
export type Features = ReadonlyMap<RoomId, readonly string[]>

/** What is fixed in these rooms, or in every one. */
export async function listFeatures(db: Db, roomIds?: readonly RoomId[]): Promise<Features> {
  let query = db.selectFrom('room_feature').select(['room_id', 'name']).orderBy('name_key')
  if (roomIds) query = query.where('room_id', 'in', [...roomIds])
  const byRoom = Map.groupBy(await query.execute(), (row) => row.room_id)
  return new Map([...byRoom].map(([id, rows]) => [id, rows.map((row) => row.name)]))
}

/** Makes these the features of a room. */
export async function setFeatures(tx: Tx, newId: NewId, id: RoomId, names: readonly string[]): Promise<void> {
  const wanted = new Map(names.map((name) => [fold(name), name]))
  const there = await tx.selectFrom('room_feature').selectAll().where('room_id', '=', id).execute()
  const gone = there.filter((row) => wanted.get(row.name_key) !== row.name)
  if (gone.length > 0)
    await tx
      .deleteFrom('room_feature')
      .where(
        'id',
        'in',
        gone.map((row) => row.id),
      )
      .execute()
  const kept = new Set(there.filter((row) => !gone.includes(row)).map((row) => row.name_key))
  const rows = [...wanted]
    .filter(([key]) => !kept.has(key))
    .map(([name_key, name]) => ({ id: newId(featureId), room_id: id, name, name_key }))
  if (rows.length > 0) await tx.insertInto('room_feature').values(rows).execute()
}

export const toRoom = (row: RoomRow, features: readonly string[] = []): Room => ({
  id: row.id,
  buildingId: row.building_id,
  name: row.name,
  capacity: row.capacity,
  stepFree: row.step_free === null ? null : fromFlag(row.step_free),
  setupMinutes: row.setup_minutes,
  cleardownMinutes: row.cleardown_minutes,
  partOfId: row.part_of_id,
  leastPeople: row.least_people,
  features: [...features],
  floor: row.floor,
  phone: row.phone,
  note: row.note,
  needsApproval: fromFlag(row.needs_approval),
  sample: fromFlag(row.sample),
  archived: fromFlag(row.archived),
  version: row.version,
})

export const findRoom = (db: Db, id: RoomId): Promise<RoomRow | undefined> =>
  db.selectFrom('room').selectAll().where('id', '=', id).executeTakeFirst()

/** The rooms of a building, archived ones too. */
export const listRooms = (db: Db, buildingId: BuildingId): Promise<RoomRow[]> =>
  db.selectFrom('room').selectAll().where('building_id', '=', buildingId).orderBy('name').execute()

/** Rooms that can be booked, with the name of their building. */
export function listBookable(db: Db, { buildingId }: { buildingId?: BuildingId | null | undefined } = {}) {
  let query = db
    .selectFrom('room')
    .innerJoin('building', 'building.id', 'room.building_id')
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .selectAll('room')
    .select(['building.name as building_name', 'locality.half'])
    .where('room.archived', '=', 0)
    .where('building.archived', '=', 0)
  if (buildingId) query = query.where('room.building_id', '=', buildingId)
  return query.execute()
}
export type BookableRoom = Awaited<ReturnType<typeof listBookable>>[number]

/** A room with the name of its building, archived or not. */
export const findRoomNamed = (db: Db, id: RoomId) =>
  db
    .selectFrom('room')
    .innerJoin('building', 'building.id', 'room.building_id')
    .selectAll('room')
    .select('building.name as building_name')
    .where('room.id', '=', id)
    .executeTakeFirst()

/** A room that can be booked; undefined when it, or its building, is archived. */
export const findBookable = (db: Db, id: RoomId) =>
  db
    .selectFrom('room')
    .innerJoin('building', 'building.id', 'room.building_id')
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .selectAll('room')
    .select(['building.name as building_name', 'locality.half'])
    .where('room.id', '=', id)
    .where('room.archived', '=', 0)
    .where('building.archived', '=', 0)
    .executeTakeFirst()

/** By room, every room that shares its floor, itself among them. */
export async function listOverlaps(db: Db): Promise<Map<RoomId, Set<RoomId>>> {
  const rows = await db.selectFrom('room_overlap').selectAll().execute()
  const byRoom = Map.groupBy(rows, (row) => row.room_id)
  return new Map([...byRoom].map(([id, others]) => [id, new Set(others.map((row) => row.other_id))]))
}

export async function insertRoom(tx: Tx, room: Insertable<RoomTable>): Promise<void> {
  await tx.insertInto('room').values(room).execute()
}

/** Answers false when the room is no longer at `version`. */
export async function updateRoom(
  tx: Tx,
  id: RoomId,
  version: number,
  change: Updateable<RoomTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('room')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Bookings of these rooms that end after `localNow`: what stands in the way of archiving them. */
export async function countBookingsToCome(
  db: Db,
  roomIds: readonly RoomId[],
  localNow: string,
): Promise<number> {
  if (roomIds.length === 0) return 0
  const row = await db
    .selectFrom('booking')
    .select(sql<number>`count(*)`.as('n'))
    .where('room_id', 'in', [...roomIds])
    .where('held_from', '>=', localNow.slice(0, 10))
    .where('ends_at', '>', localNow)
    .where('status', 'in', ['confirmed', 'tentative', 'requested'])
    // What was never made certain, and whose last day is over, has lapsed.
    .where((eb) =>
      eb.or([
        eb('status', '=', 'confirmed'),
        eb('expires_on', 'is', null),
        eb('expires_on', '>=', localNow.slice(0, 10)),
      ]),
    )
    .executeTakeFirstOrThrow()
  return row.n
}

/** Pairs of bookings to come in this building that would be in each other's way on the same floor. */
export async function countDoubleBookings(db: Db, buildingId: BuildingId, localNow: string): Promise<number> {
  const row = await db
    .selectFrom('room')
    .innerJoin('booking as one', 'one.room_id', 'room.id')
    .innerJoin('room_overlap', 'room_overlap.room_id', 'room.id')
    .innerJoin('booking as other', 'other.room_id', 'room_overlap.other_id')
    .select(sql<number>`count(*)`.as('n'))
    .where('room.building_id', '=', buildingId)
    .where('one.held_from', '>=', localNow.slice(0, 10))
    .where('other.held_from', '>=', sql<string>`substr(one.held_from, 1, 10)`)
    .whereRef('other.held_from', '<', 'one.held_until')
    .whereRef('one.held_from', '<', 'other.held_until')
    .where(inEachOthersWay('one', 'other'))
    .whereRef('one.id', '<', 'other.id')
    .where('one.status', '=', 'confirmed')
    .where('other.status', '=', 'confirmed')
    .executeTakeFirstOrThrow()
  return row.n
}
