import { alone, withMoves, type Asked, type Draft } from './combine.rules.ts'
import { shortfall, sizeApart, sizeOf, type RoomFacts, type Wishes } from './fit.rules.ts'

/** How far each room's building is, smaller is nearer: `Distance.order`. */
export type HowFar = (room: RoomFacts) => number

const names = new Intl.Collator('en-GB', { numeric: true })

/** On how many dates the room itself is free, another takes its place, and everything asked for is there. */
export function countDays({ room, days }: Draft, wishes: Wishes) {
  const suits = (one: RoomFacts) => shortfall(one, wishes) === 0
  return {
    free: days.filter((day) => day.room?.id === room.id).length,
    moved: days.filter((day) => day.room !== null && day.room.id !== room.id).length,
    whole: days.filter((day) => day.room !== null && day.beside && suits(day.room)).length,
  }
}

/**
 * Best first, as numbers of which the first that differs decides: dates that can be had (one without something that
 * was asked for counts half), dates spent elsewhere, what is lacking, size, distance.
 */
function ranksOf(draft: Draft, wishes: Wishes, far: HowFar): number[] {
  const { free, moved, whole } = countDays(draft, wishes)
  const { room } = draft
  return [
    -(free + moved + whole),
    moved,
    shortfall(room, wishes),
    sizeOf(room, wishes.people),
    sizeApart(room, wishes.people),
    far(room),
  ]
}

/** Compares two answers, best first. Total: two different rooms are never equal. */
export function byRank(wishes: Wishes, far: HowFar): (a: Draft, b: Draft) => number {
  const known = new Map<Draft, number[]>()
  const ranks = (draft: Draft) => {
    const found = known.get(draft) ?? ranksOf(draft, wishes, far)
    known.set(draft, found)
    return found
  }
  return (a, b) => {
    const other = ranks(b)
    const difference = ranks(a)
      .map((rank, i) => rank - (other[i] ?? 0))
      .find((apart) => apart !== 0)
    return difference ?? byName(a.room, b.room)
  }
}

const byName = (a: RoomFacts, b: RoomFacts): number =>
  names.compare(a.buildingName, b.buildingName) ||
  names.compare(a.name, b.name) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * Every room as an answer, best first. In each building the best room that suits (or, where none does, the best) is
 * given other rooms of the building for the dates when it is taken; the others stand for themselves.
 */
export function rankRooms(rooms: readonly RoomFacts[], asked: Asked, far: HowFar): Draft[] {
  const compare = byRank(asked.wishes, far)
  const buildings = Map.groupBy(rooms, (room) => room.buildingId)
  return [...buildings.values()].flatMap((building) => answersIn(building, asked, compare)).toSorted(compare)
}

function answersIn(
  building: readonly RoomFacts[],
  asked: Asked,
  compare: (a: Draft, b: Draft) => number,
): Draft[] {
  const drafts = building.map((room) => alone(room, building, asked)).toSorted(compare)
  const some = drafts.filter((draft) => draft.days.some((day) => day.room !== null))
  const lead = some.find((draft) => shortfall(draft.room, asked.wishes) === 0) ?? some[0]
  return drafts.map((draft) => (draft === lead ? withMoves(draft, building, asked) : draft))
}
