import type { Room } from '../buildings/buildings.contract.ts'
import type { Booking } from './bookings.contract.ts'
import { leavesAt } from './day-board.rules.ts'

/** What a room is doing at one moment of a day, and what follows. */
export interface RoomNow<B> {
  readonly room: Room
  /** Who is in it; of a whole, who is in a part of it. */
  readonly now: B | null
  /** What comes after this moment on the same day. */
  readonly next: B | null
}

type Use = Pick<Booking, 'roomId' | 'status' | 'startsAt' | 'endsAt' | 'endedAt'>

/** Each room of a building at a moment, from that day's bookings, earliest first. Only what is certain counts. */
export function nowAndNext<B extends Use>(
  rooms: readonly Room[],
  bookings: readonly B[],
  sharing: ReadonlyMap<string, ReadonlySet<string>>,
  moment: string,
): RoomNow<B>[] {
  const certain = bookings.filter((b) => b.status === 'confirmed')
  return rooms.map((room) => {
    const own = certain.filter((b) => b.roomId === room.id || sharing.get(room.id)?.has(b.roomId) === true)
    return {
      room,
      now: own.find((b) => b.startsAt <= moment && moment < leavesAt(b)) ?? null,
      next: own.find((b) => b.startsAt > moment) ?? null,
    }
  })
}
