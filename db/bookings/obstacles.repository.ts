import type { Obstacle } from '../../shared/bookings/obstacles.contract.ts'
import { heldTimes, type Buffers, type Times } from '../../shared/bookings/held.rules.ts'
import { mostBeside } from '../../shared/buildings/equipment.rules.ts'
import { isOpenFor, openOn } from '../../shared/buildings/opening.rules.ts'
import { closuresOf, type ClosableRoom } from '../../shared/closures/closed.rules.ts'
import { bankHolidayOn } from '../../shared/groups/calendar.rules.ts'
import type { BookingId, BuildingId } from '../../shared/ids.ts'
import { readOpenings } from '../buildings/opening.repository.ts'
import { listOverlaps, type BookableRoom } from '../buildings/rooms.repository.ts'
import { listClosed } from '../closures/closed.repository.ts'
import { listBankHolidays } from '../settings/calendar.repository.ts'
import type { Db } from '../store.ts'
import { findClashes, type Wanted } from './clashes.repository.ts'
import { listAllEquipment, listUses, type EquipmentWanted } from './equipment-use.repository.ts'

/** A room wanted for a time, with what is known of the room. */
export interface WantedRoom extends Wanted {
  readonly startsAt: string
  readonly endsAt: string
  readonly buildingId: BuildingId
  readonly roomName: string
  readonly buildingName: string
  /** What of the building's equipment is wanted with it; of a booking of several rooms, with the main one. */
  readonly equipment?: readonly EquipmentWanted[]
}

interface Asking {
  readonly key?: string
  /** The booking itself (its main room), which is not in its own way. */
  readonly except?: BookingId | null
  readonly equipment?: readonly EquipmentWanted[]
}

/** The question whether a room can be had: with which minutes before and after, and which booking is to move there. */
export const wantedIn = (
  room: Pick<BookableRoom, 'id' | 'name' | 'building_id' | 'building_name'>,
  { startsAt, endsAt, ...buffers }: Times & Buffers,
  { key = room.id, except = null, equipment = [] }: Asking = {},
): WantedRoom => ({
  key,
  except,
  equipment,
  roomId: room.id,
  roomName: room.name,
  buildingId: room.building_id,
  buildingName: room.building_name,
  startsAt,
  endsAt,
  ...heldTimes({ startsAt, endsAt, ...buffers }),
})

/** What is in the way of one room. */
export const findObstaclesOf = async (db: Db, wanted: WantedRoom): Promise<Obstacle[]> =>
  (await findObstacles(db, [wanted])).get(wanted.key) ?? []

/**
 * What stands in the way of each wanted room, by the caller's key: other bookings, closures, hours that the building
 * is not open, and equipment that is not left. However many are asked about, the number of queries is the same. Each is empty for a free room.
 */
export async function findObstacles(db: Db, wanted: readonly WantedRoom[]): Promise<Map<string, Obstacle[]>> {
  const found = new Map<string, Obstacle[]>()
  if (wanted.length === 0) return found
  const add = (key: string, obstacle: Obstacle) => found.set(key, [...(found.get(key) ?? []), obstacle])
  for (const { key, ...clash } of await findClashes(db, wanted)) add(key, { kind: 'booking', ...clash })
  const isShut = await shutRooms(db, wanted)
  const lacks = await lackingEquipment(db, wanted)
  for (const one of wanted) for (const obstacle of [...isShut(one), ...lacks(one)]) add(one.key, obstacle)
  return found
}

/** Reads who has what, once for all, and answers what is not left for one room at a time. */
async function lackingEquipment(
  db: Db,
  wanted: readonly WantedRoom[],
): Promise<(one: WantedRoom) => Obstacle[]> {
  const asking = wanted.filter((one) => (one.equipment ?? []).length > 0)
  if (asking.length === 0) return () => []
  const all = new Map((await listAllEquipment(db)).map((row) => [row.id, row]))
  const ids = [...new Set(asking.flatMap((one) => (one.equipment ?? []).map((thing) => thing.equipmentId)))]
  const uses = await listUses(db, ids, {
    heldFrom: asking.map((one) => one.heldFrom).reduce((a, b) => (a < b ? a : b)),
    heldUntil: asking.map((one) => one.heldUntil).reduce((a, b) => (a > b ? a : b)),
  })
  return (one) =>
    (one.equipment ?? []).flatMap(({ equipmentId, quantity }): Obstacle[] => {
      const thing = all.get(equipmentId)
      const others = uses.filter((use) => use.equipmentId === equipmentId && use.bookingId !== one.except)
      // What belongs to another building, or is no longer there, is not to be had here.
      const here = thing?.building_id === one.buildingId && thing.archived === 0
      const left = here ? Math.max(0, thing.quantity - mostBeside(one, others)) : 0
      const name = thing?.name ?? 'Equipment'
      return quantity <= left ? [] : [{ kind: 'equipment', equipmentId, name, wanted: quantity, left }]
    })
}

/** Reads what is closed and when buildings are open, once for all, and answers for one room at a time. */
async function shutRooms(db: Db, wanted: readonly WantedRoom[]): Promise<(one: WantedRoom) => Obstacle[]> {
  const starts = wanted.map((one) => one.startsAt).reduce((a, b) => (a < b ? a : b))
  const ends = wanted.map((one) => one.endsAt).reduce((a, b) => (a > b ? a : b))
  const closed = await listClosed(db, starts, ends)
  const openings = await readOpenings(db)
  const holidays = { bankHolidays: await listBankHolidays(db) }
  const sharing = closed.length === 0 ? null : await listOverlaps(db)
  return (one) => {
    const time = { start: one.startsAt, end: one.endsAt }
    const room: ClosableRoom = {
      id: one.roomId,
      buildingId: one.buildingId,
      sharing: sharing?.get(one.roomId) ?? new Set([one.roomId]),
    }
    const closures = closuresOf(closed, room, time).map((closure): Obstacle => ({
      kind: 'closure',
      closureId: closure.closureId,
      roomId: one.roomId,
      placeName:
        closure.everywhere || closure.buildingIds.includes(one.buildingId) ? one.buildingName : one.roomName,
      reason: closure.reason,
      startsAt: closure.startsAt,
      endsAt: closure.endsAt,
    }))
    const opening = openings.get(one.buildingId)
    const date = one.startsAt.slice(0, 10)
    const day = opening && openOn(opening, date, bankHolidayOn(holidays, date))
    if (day === undefined || isOpenFor(day, time)) return closures
    const { buildingName, roomId } = one
    return [...closures, { kind: 'hours', roomId, buildingName, hours: [...day.hours], reason: day.reason }]
  }
}
