import { shuts } from '../../shared/closures/closed.rules.ts'
import { openOn } from '../../shared/buildings/opening.rules.ts'
import { bankHolidayOn } from '../../shared/groups/calendar.rules.ts'
import type { BuildingId, ProgrammeId } from '../../shared/ids.ts'
import { addDays, at } from '../../shared/time/civil.ts'
import type { RoomUse, Usage } from '../../shared/usage/usage.contract.ts'
import { useOfRoom, type Booked, type OpenDate } from '../../shared/usage/usage.rules.ts'
import { readOpenings } from '../buildings/opening.repository.ts'
import { listOverlaps } from '../buildings/rooms.repository.ts'
import { listClosed } from '../closures/closed.repository.ts'
import { listBankHolidays } from '../settings/calendar.repository.ts'
import type { Db } from '../store.ts'
import { listBooked, listRooms } from './usage.repository.ts'

/** Some days that are counted together, such as those of a month: local dates, in order. */
export interface Slice {
  readonly key: string
  readonly days: readonly string[]
}

/**
 * How each room was used in each slice of time, by all bookings or by those of some programmes: everything is read once,
 * and the rules do the rest.
 */
export async function readRoomUse(
  db: Db,
  asked: { readonly slices: readonly Slice[]; readonly buildingId?: BuildingId | null; readonly programmeIds?: readonly ProgrammeId[] }, // prettier-ignore
  today: string,
): Promise<Pick<Usage, 'until' | 'rooms'>> {
  const days = asked.slices.flatMap((slice) => slice.days)
  const rooms = await listRooms(db, asked.buildingId ?? null)
  const overlaps = await listOverlaps(db)
  const until = addDays(today, -1)
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today]
  const closed = await listClosed(db, at(first, '00:00'), at(last, '23:59'))
  const booked = bySharedRoom(await listBooked(db, first, last, asked.programmeIds), overlaps)
  const openDays = await readOpenDays(db, asked.slices)
  const wholes = new Set(rooms.map((room) => room.part_of_id))
  return {
    until,
    rooms: rooms.map((room): RoomUse => {
      const opening = openDays(room.building_id)
      const sharing = overlaps.get(room.id) ?? new Set([room.id])
      const facts = { id: room.id, buildingId: room.building_id, sharing, capacity: room.capacity }
      const bookings = booked(room.id)
      const mine = closed.filter((one) => shuts(one, facts))
      return {
        roomId: room.id,
        roomName: room.name,
        buildingId: room.building_id,
        buildingName: room.building_name,
        localityName: room.locality_name,
        half: room.half,
        capacity: room.capacity,
        counted: !wholes.has(room.id),
        hoursKnown: opening.known,
        use: opening.slices.map((dates) => useOfRoom({ room: facts, days: dates, closed: mine, bookings, until })), // prettier-ignore
      }
    }),
  }
}

/** The bookings that lie in a room or in one that shares its floor, by date, for one room at a time. */
function bySharedRoom(booked: readonly Booked[], overlaps: ReadonlyMap<string, ReadonlySet<string>>) {
  const byRoom = Map.groupBy(booked, (one) => one.roomId)
  return (roomId: string) => {
    const here = [...(overlaps.get(roomId) ?? [roomId])].flatMap((id) => byRoom.get(id) ?? [])
    return Map.groupBy(here, (one) => one.startsAt.slice(0, 10))
  }
}

/** When each building is open on the days of each slice; worked out once for a building, not for each room. */
async function readOpenDays(db: Db, slices: readonly Slice[]) {
  const openings = await readOpenings(db)
  const holidays = { bankHolidays: await listBankHolidays(db) }
  const done = new Map<BuildingId, { known: boolean; slices: OpenDate[][] }>()
  return (id: BuildingId) => {
    const before = done.get(id)
    if (before) return before
    const opening = openings.get(id) ?? { weekly: [], exceptions: [], opensOnBankHolidays: false }
    const dates = slices.map(({ days }) => days.map((date) => ({ date, ...openOn(opening, date, bankHolidayOn(holidays, date)) }))) // prettier-ignore
    const answer = { known: dates.flat().some((day) => day.known), slices: dates }
    done.set(id, answer)
    return answer
  }
}
