import type { RoomId } from '../../shared/ids.ts'
import { overlaps, type Interval } from '../../shared/time/interval.ts'
import { dateOf } from '../../shared/time/civil.ts'
import type { Row } from './invented.ts'

/** Who has which room when, so that what is invented never books one twice. */
export interface RoomDiary {
  isFree(room: Row<'room'>, held: Interval): boolean
  take(room: Row<'room'>, held: Interval): void
}

/** `rooms` are all there are: half a hall is taken with the hall, and the hall with its half. */
export function roomDiary(rooms: readonly Row<'room'>[]): RoomDiary {
  const taken = new Map<string, Interval[]>()
  const sharing = new Map(rooms.map((room) => [room.id, sharesFloorWith(room, rooms)]))
  const on = (room: RoomId, held: Interval) => taken.get(`${room} ${dateOf(held.start)}`) ?? []
  return {
    isFree: (room, held) =>
      (sharing.get(room.id) ?? []).every((other) => on(other, held).every((use) => !overlaps(use, held))),
    take: (room, held) => void taken.set(`${room.id} ${dateOf(held.start)}`, [...on(room.id, held), held]),
  }
}

const sharesFloorWith = (room: Row<'room'>, rooms: readonly Row<'room'>[]): RoomId[] =>
  rooms
    .filter((other) => other.id === room.id || other.id === room.part_of_id || other.part_of_id === room.id)
    .map((other) => other.id)
