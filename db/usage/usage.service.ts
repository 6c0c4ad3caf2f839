import { openOn } from '../../shared/buildings/opening.rules.ts'
import { bankHolidayOn } from '../../shared/groups/calendar.rules.ts'
import type { BuildingId } from '../../shared/ids.ts'
import { addDays, at } from '../../shared/time/civil.ts'
import type { RoomUse, Usage } from '../../shared/usage/usage.contract.ts'
import { useOfRoom, type Booked, type OpenDate } from '../../shared/usage/usage.rules.ts'
import { readOpenings } from '../buildings/opening.repository.ts'
import { listOverlaps } from '../buildings/rooms.repository.ts'
import { listClosed } from '../closures/closed.repository.ts'
import { listBankHolidays } from '../settings/calendar.repository.ts'
import type { Db } from '../store.ts'
import { listBooked, listRooms } from './usage.repository.ts'

interface Asked {
  /** Months, both included: `2026-11`. */
  readonly from: string
  readonly to: string
  readonly buildingId?: BuildingId | null | undefined
}

/** How each room was used in each month: everything is read once, and the rules do the rest. */
export async function readUsage(db: Db, { from, to, buildingId }: Asked, today: string): Promise<Usage> {
  const months = monthsBetween(from, to)
  const days = daysOf(from, to)
  const rooms = await listRooms(db, buildingId ?? null)
  const overlaps = await listOverlaps(db)
  const until = addDays(today, -1)
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today]
  const closed = await listClosed(db, at(first, '00:00'), at(last, '23:59'))
  const booked = bySharedRoom(await listBooked(db, first, last), overlaps)
  const openDays = await readOpenDays(db, days)
  const wholes = new Set(rooms.map((room) => room.part_of_id))
  return {
    months,
    until,
    rooms: rooms.map((room): RoomUse => {
      const opening = openDays(room.building_id)
      const sharing = overlaps.get(room.id) ?? new Set([room.id])
      const facts = { id: room.id, buildingId: room.building_id, sharing, capacity: room.capacity }
      const bookings = booked(room.id)
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
        use: months.map((month) =>
          useOfRoom({ room: facts, days: opening.byMonth.get(month) ?? [], closed, bookings, until }),
        ),
      }
    }),
  }
}

const monthOf = (date: string) => date.slice(0, 7)
const nextMonth = (month: string) => monthOf(addDays(`${month}-01`, 31))

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month)
  return months
}

function daysOf(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = `${from}-01`; monthOf(day) <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** The bookings that lie in a room or in one that shares its floor, by date, for one room at a time. */
function bySharedRoom(booked: readonly Booked[], overlaps: ReadonlyMap<string, ReadonlySet<string>>) {
  const byRoom = Map.groupBy(booked, (one) => one.roomId)
  return (roomId: string) => {
    const here = [...(overlaps.get(roomId) ?? [roomId])].flatMap((id) => byRoom.get(id) ?? [])
    return Map.groupBy(here, (one) => one.startsAt.slice(0, 10))
  }
}

/** When each building is open on each of the days, by month; worked out once for a building, not for each room. */
async function readOpenDays(db: Db, days: readonly string[]) {
  const openings = await readOpenings(db)
  const holidays = { bankHolidays: await listBankHolidays(db) }
  const done = new Map<BuildingId, { known: boolean; byMonth: Map<string, OpenDate[]> }>()
  return (id: BuildingId) => {
    const before = done.get(id)
    if (before) return before
    const opening = openings.get(id) ?? { weekly: [], exceptions: [], opensOnBankHolidays: false }
    const dates = days.map((date) => ({ date, ...openOn(opening, date, bankHolidayOn(holidays, date)) }))
    const answer = {
      known: dates.some((day) => day.known),
      byMonth: Map.groupBy<string, OpenDate>(dates, (day) => monthOf(day.date)),
    }
    done.set(id, answer)
    return answer
  }
}
