import type { Building, Room } from '../buildings/buildings.contract.ts'
import type { OpenHours } from '../buildings/opening.contract.ts'
import type { ClosedTime } from '../closures/closures.contract.ts'
import { addDays, at, dateOf, mondayOf } from '../time/civil.ts'
import { fullDate, shortDay } from '../time/format.ts'
import type { Unused } from '../views/views.contract.ts'
import type { Row } from './board-move.rules.ts'
import type { Booking } from './bookings.contract.ts'
import { obstaclesAt, type OnBoard } from './live-clash.rules.ts'

/** One room on one date, and what its row is called. */
export interface BoardRow extends Row {
  readonly key: string
  readonly room: Room
  readonly building: Building
  /** What stands at its head: the room in a day, the day in a week. */
  readonly label: string
  /** What is said of it to a screen reader and in sentences: `Hall`, or `Hall, Tuesday 24 November 2026`. */
  readonly name: string
}

/** Rows that belong together and fold away as one: a building's rooms in a day, a room's days in a week. */
export interface BoardGroup {
  readonly key: string
  readonly label: string
  readonly rows: readonly BoardRow[]
}

/** Every building with its rooms, for one day. */
export const dayGroups = (buildings: readonly Building[], date: string): BoardGroup[] =>
  buildings
    .filter((building) => building.rooms.length > 0)
    .map((building) => ({
      key: building.id,
      label: building.name,
      rows: building.rooms.map((room) => ({
        key: `${room.id} ${date}`,
        roomId: room.id,
        date,
        room,
        building,
        label: room.name,
        name: room.name,
      })),
    }))

/** The rooms of one building, each with the days given. */
export const weekGroups = (building: Building, dates: readonly string[]): BoardGroup[] =>
  building.rooms.map((room) => ({
    key: room.id,
    label: room.name,
    rows: dates.map((date) => ({
      key: `${room.id} ${date}`,
      roomId: room.id,
      date,
      room,
      building,
      label: shortDay(date),
      name: `${room.name}, ${fullDate(date)}`,
    })),
  }))

/** Monday to Friday, and each day of the weekend on which a building is open or something is booked. */
export function weekDays(
  date: string,
  bookings: readonly Pick<Booking, 'startsAt'>[],
  openHours: readonly OpenHours[],
): string[] {
  const monday = mondayOf(date)
  const used = (day: string) =>
    bookings.some((b) => b.startsAt.startsWith(day)) ||
    openHours.some((one) => one.date === day && one.hours.length > 0)
  return [0, 1, 2, 3, 4, 5, 6]
    .map((days) => addDays(monday, days))
    .filter((day, index) => index < 5 || day === date || used(day))
}

/** What shuts each room, by its id. */
export function closedByRoom(closed: readonly ClosedTime[]): ReadonlyMap<string, readonly ClosedTime[]> {
  const byRoom = new Map<string, ClosedTime[]>()
  for (const one of closed) for (const id of one.roomIds) byRoom.set(id, [...(byRoom.get(id) ?? []), one])
  return byRoom
}

/**
 * Whether nobody has a room: all of a date, or for a booking between two times of it with the room's own set-up and
 * clear-down. A room that is closed then is not there to be used.
 */
export function isUnused(board: OnBoard, { roomId, date }: Row, unused: Unused): boolean {
  if (unused.kind === 'between') {
    const target = { roomId, startsAt: at(date, unused.from), endsAt: at(date, unused.to) }
    return obstaclesAt(board, target, null).length === 0
  }
  const floor = board.sharing.get(roomId)
  const booked = board.bookings.some(
    (b) =>
      b.status === 'confirmed' &&
      b.startsAt.startsWith(date) &&
      (b.roomId === roomId || floor?.has(b.roomId) === true),
  )
  const closed = board.closed.some(
    (one) =>
      one.roomIds.some((id) => id === roomId) &&
      dateOf(one.startsAt) <= date &&
      one.endsAt > at(date, '00:00'),
  )
  return !booked && !closed
}

/** The groups with only the rooms that nobody has; groups without any are left out. */
export const unusedOnly = (
  groups: readonly BoardGroup[],
  board: OnBoard,
  unused: Unused | null,
): BoardGroup[] =>
  unused === null
    ? [...groups]
    : groups
        .map((group) => ({ ...group, rows: group.rows.filter((row) => isUnused(board, row, unused)) }))
        .filter((group) => group.rows.length > 0)
