import type { RoomFacts, Wishes } from './fit.rules.ts'
import { isIn, shortfall, sizeApart, sizeOf } from './fit.rules.ts'

/** Whether a room can be had on a date: nothing stands in its way. */
export type IsFree = (room: RoomFacts, date: string) => boolean

/** One date of one answer. */
export interface DraftDay {
  readonly date: string
  /** The room that is free: itself, another of its building, or none. */
  readonly room: RoomFacts | null
  /** Whether what was wanted beside it is free too; true where nothing was. */
  readonly beside: boolean
}

/** A room with what it could give on each date. */
export interface Draft {
  readonly room: RoomFacts
  readonly besideRoom: RoomFacts | null
  readonly days: readonly DraftDay[]
}

/** What is asked of one building. */
export interface Asked {
  readonly wishes: Wishes
  readonly dates: readonly string[]
  readonly isFree: IsFree
}

const apart = (one: RoomFacts, other: RoomFacts) => !one.sharing.has(other.id) && one.id !== other.id

/** The rooms that could be had beside a room, smallest first: what was wanted is in them, and they share no floor. */
export function besides(room: RoomFacts, building: readonly RoomFacts[], wishes: Wishes): RoomFacts[] {
  const { beside } = wishes
  if (beside === null) return []
  return bySize(building, null).filter((other) => apart(room, other) && isIn(other, beside))
}

/** A room by itself, with one beside it or none. */
export const alone = (room: RoomFacts, besideRoom: RoomFacts | null, asked: Asked): Draft => ({
  room,
  besideRoom,
  days: asked.dates.map((date) => dayOf(date, asked.isFree(room, date) ? room : null, besideRoom, asked)),
})

const dayOf = (
  date: string,
  room: RoomFacts | null,
  besideRoom: RoomFacts | null,
  { wishes, isFree }: Asked,
): DraftDay => ({
  date,
  room,
  beside: wishes.beside === null || (room !== null && besideRoom !== null && isFree(besideRoom, date)),
})

/**
 * The same, with other rooms of the building on the dates when the room is taken: rooms that suit no worse, and as few
 * of them as will do. The room beside it stays.
 */
export function withMoves(draft: Draft, building: readonly RoomFacts[], asked: Asked): Draft {
  const able = substitutes(draft, building, asked.wishes)
  const moved = new Map<string, RoomFacts>()
  let taken = draft.days.filter((day) => day.room === null).map((day) => day.date)
  while (taken.length > 0) {
    const next = freeMost(able, taken, asked.isFree)
    if (next === null) break
    for (const date of taken) if (asked.isFree(next, date)) moved.set(date, next)
    taken = taken.filter((date) => !moved.has(date))
  }
  const days = draft.days.map((day) =>
    day.room === null ? dayOf(day.date, moved.get(day.date) ?? null, draft.besideRoom, asked) : day,
  )
  return { ...draft, days }
}

/** Rooms that could stand in for one, the best size first. */
function substitutes({ room, besideRoom }: Draft, building: readonly RoomFacts[], wishes: Wishes) {
  const lacks = shortfall(room, wishes)
  const size = sizeOf(room, wishes.people)
  return bySize(building, wishes.people).filter(
    (other) =>
      other.id !== room.id &&
      (besideRoom === null || apart(besideRoom, other)) &&
      shortfall(other, wishes) <= lacks &&
      sizeOf(other, wishes.people) <= size,
  )
}

/** The room that is free on most of the dates, the first where several are; null where none is on any. */
function freeMost(rooms: readonly RoomFacts[], dates: readonly string[], isFree: IsFree): RoomFacts | null {
  let most = 0
  let found: RoomFacts | null = null
  for (const room of rooms) {
    const free = dates.filter((date) => isFree(room, date)).length
    if (free > most) [most, found] = [free, room]
  }
  return found
}

/** The nearest in size first; by id where two are alike, so that the answer never depends on the order asked in. */
const bySize = (rooms: readonly RoomFacts[], people: number | null): RoomFacts[] =>
  rooms.toSorted((a, b) => sizeApart(a, people) - sizeApart(b, people) || (a.id < b.id ? -1 : 1))
