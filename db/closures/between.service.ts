import type { ClosedTime } from '../../shared/closures/closures.contract.ts'
import { shuts, type ClosableRoom } from '../../shared/closures/closed.rules.ts'
import type { BuildingId, RoomId } from '../../shared/ids.ts'
import { addDays, at } from '../../shared/time/civil.ts'
import { listOverlaps } from '../buildings/rooms.repository.ts'
import type { Db } from '../store.ts'
import { listClosed } from './closed.repository.ts'
import { listRoomPlaces } from './closures.repository.ts'

interface Asked {
  /** Local dates, both included. */
  readonly from: string
  readonly to: string
  readonly buildingId?: BuildingId | null | undefined
}

/** What is closed on some days, each time with the rooms that it shuts. */
export async function closedBetween(db: Db, { from, to, buildingId }: Asked): Promise<ClosedTime[]> {
  const closed = await listClosed(db, at(from, '00:00'), at(addDays(to, 1), '00:00'))
  if (closed.length === 0) return []
  const rooms = await closableRooms(db, buildingId)
  const times = closed.map((time) => ({
    ...time,
    buildingIds: time.buildingIds.filter((id) => !buildingId || id === buildingId),
    roomIds: rooms.filter((room) => shuts(time, room)).map((room) => room.id),
  }))
  return times.filter((time) => time.everywhere || time.buildingIds.length > 0 || time.roomIds.length > 0)
}

/** A room as closures see it. */
export interface PlacedRoom extends ClosableRoom {
  readonly id: RoomId
  readonly buildingId: BuildingId
}

/** Every room, or those of one building, archived ones too: what was closed stays closed in hindsight. */
export async function closableRooms(db: Db, buildingId?: BuildingId | null): Promise<PlacedRoom[]> {
  const sharing = await listOverlaps(db)
  const rooms = await listRoomPlaces(db, buildingId)
  return rooms.map(({ id, building_id }) => ({
    id,
    buildingId: building_id,
    sharing: sharing.get(id) ?? new Set([id]),
  }))
}
