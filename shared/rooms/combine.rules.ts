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

/** The question as far as one building answers it. */
export interface Asked {
  readonly wishes: Wishes
  readonly dates: readonly string[]
  readonly isFree: IsFree
}

const apart = (one: RoomFacts, other: RoomFacts) => !one.sharing.has(other.id) && one.id !== other.id

/** A room by itself, with the room beside it that is free on most of its dates. */
export function alone(room: RoomFacts, building: readonly RoomFacts[], asked: Asked): Draft {
  const free = asked.dates.filter((date) => asked.isFree(room, date))
  const besideRoom = roomBeside(room, building, free, asked)
  const there = new Set(free)
  return {
    room,
    besideRoom,
    days: asked.dates.map((date) => dayOf(date, there.has(date) ? room : null, besideRoom, asked)),
  }
}

function roomBeside(
  room: RoomFacts,
  building: readonly RoomFacts[],
  free: readonly string[],
  { wishes: { beside }, isFree }: Asked,
): RoomFacts | null {
  if (beside === null) return null
  const together = (other: RoomFacts) => free.filter((date) => isFree(other, date)).length
  const able = building.filter((other) => apart(room, other) && isIn(other, beside))
  return best(able, together, (other) => sizeApart(other, null))
}

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
 * The same room, with other rooms of its building on the dates when it is taken: rooms that suit no worse, and as few
 * of them as will do. The room beside it stays where it is.
 */
export function withMoves(draft: Draft, building: readonly RoomFacts[], asked: Asked): Draft {
  const { wishes, isFree } = asked
  const poor = (room: RoomFacts) => [shortfall(room, wishes), sizeOf(room, wishes.people)] as const
  const [lacks, size] = poor(draft.room)
  const able = building.filter((other) => {
    const [itsLacks, itsSize] = poor(other)
    const clear = draft.besideRoom === null || apart(draft.besideRoom, other)
    return other.id !== draft.room.id && clear && itsLacks <= lacks && itsSize <= size
  })
  const moved = new Map<string, RoomFacts>()
  let taken = draft.days.filter((day) => day.room === null).map((day) => day.date)
  while (taken.length > 0) {
    const freeOn = (room: RoomFacts) => taken.filter((date) => isFree(room, date)).length
    const next = best(able, freeOn, (room) => sizeApart(room, wishes.people))
    if (next === null || freeOn(next) === 0) break
    for (const date of taken) if (isFree(next, date)) moved.set(date, next)
    taken = taken.filter((date) => !moved.has(date))
  }
  const days = draft.days.map((day) =>
    day.room === null ? dayOf(day.date, moved.get(day.date) ?? null, draft.besideRoom, asked) : day,
  )
  return { ...draft, days }
}

/** The one with the highest count, then the smallest size, then the first by id: the same whatever the order asked in. */
function best(
  rooms: readonly RoomFacts[],
  most: (room: RoomFacts) => number,
  size: (room: RoomFacts) => number,
): RoomFacts | null {
  const marks = rooms.map((room) => ({ room, most: most(room), size: size(room) }))
  const [first] = marks.toSorted(
    (a, b) => b.most - a.most || a.size - b.size || (a.room.id < b.room.id ? -1 : 1),
  )
  return first?.room ?? null
}
