import { takesOutright, type Asked } from '../../shared/bookings/outright.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { RoomId } from '../../shared/ids.ts'
import type { Who } from '../../shared/users/scope.rules.ts'
import { listOverlaps } from '../buildings/rooms.repository.ts'
import { found } from '../changed.ts'
import { fromFlag } from '../flag.ts'
import type { Db } from '../store.ts'
import { listWantedRooms, type WantedRoomRow } from './wanted-rooms.repository.ts'

/**
 * The rooms of one booking, the main one first. Refuses rooms that are not there, that are archived (unless the booking
 * already has them), of two buildings, or one inside another.
 */
export async function roomsFor(
  db: Db,
  ids: readonly RoomId[],
  has: readonly RoomId[] = [],
): Promise<[WantedRoomRow, ...WantedRoomRow[]]> {
  const rooms = await listWantedRooms(db, ids)
  const [first, ...further] = rooms
  const main = found(rooms.length === ids.length ? first : undefined, 'room')
  for (const room of rooms)
    if ((room.archived === 1 || room.building_archived === 1) && !has.includes(room.id))
      throw new AppError('CONFLICT', 'This room has been archived, so it cannot be booked. Nothing was saved. Choose another room.') // prettier-ignore
  if (further.some((room) => room.building_id !== main.building_id))
    refuseRooms('The rooms of one booking are in one building. Book the other building separately.')
  if (further.length > 0) await refuseSharedFloor(db, rooms)
  return [main, ...further]
}

async function refuseSharedFloor(db: Db, rooms: readonly WantedRoomRow[]): Promise<void> {
  const overlaps = await listOverlaps(db)
  for (const [i, one] of rooms.entries())
    for (const other of rooms.slice(i + 1))
      if (overlaps.get(one.id)?.has(other.id))
        refuseRooms(`${one.name} and ${other.name} share floor. Choose the larger of the two.`)
}

function refuseRooms(message: string): never {
  throw new AppError('INVALID_INPUT', message, { fields: { roomIds: message } })
}

export const askedOf = (room: WantedRoomRow): Asked => ({
  buildingId: room.building_id,
  half: room.half,
  needsApproval: fromFlag(room.needs_approval),
})

/** Whether all of these rooms are this person's to take. */
export const takesAllOutright = (
  who: Who,
  rooms: readonly WantedRoomRow[],
  leadsItsGroup: boolean,
): boolean => rooms.every((room) => takesOutright(who, askedOf(room), leadsItsGroup))
