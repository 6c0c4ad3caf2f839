import type { RoomId } from '../../shared/ids.ts'
import type { Db } from '../store.ts'

/** Rooms with what decides who may book them, archived or not, in the order asked for; unknown ones are left out. */
export async function listWantedRooms(db: Db, ids: readonly RoomId[]) {
  const rows = await wantedRooms(db)
    .where('room.id', 'in', [...ids])
    .execute()
  return ids.flatMap((id) => rows.filter((row) => row.id === id))
}

/** As `listWantedRooms`, every room that can be booked. */
export const listAllBookable = (db: Db) =>
  wantedRooms(db).where('room.archived', '=', 0).where('building.archived', '=', 0).execute()

const wantedRooms = (db: Db) =>
  db
    .selectFrom('room')
    .innerJoin('building', 'building.id', 'room.building_id')
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .selectAll('room')
    .select(['building.name as building_name', 'building.archived as building_archived'])
    .select(['building.locality_id', 'building.latitude', 'building.longitude', 'locality.half'])

export type WantedRoomRow = Awaited<ReturnType<typeof listAllBookable>>[number]
