import { alone, besides, withMoves, type Asked, type Draft } from './combine.rules.ts'
import { shortfall, sizeApart, sizeOf, type RoomFacts, type Wishes } from './fit.rules.ts'

/** How far each room's building is, smaller is nearer: `Distance.order`. */
type HowFar = (room: RoomFacts) => number
type Compare = (a: Draft, b: Draft) => number

const names = new Intl.Collator('en-GB', { numeric: true })

/** On how many dates the room itself is free, and on how many another takes its place. */
export function countDays({ room, days }: Draft): { free: number; moved: number } {
  const had = days.filter((day) => day.room !== null)
  const free = had.filter((day) => day.room?.id === room.id).length
  return { free, moved: had.length - free }
}

/** What a date with everything asked for is worth: it divides by 2 to 6 without a remainder. */
const WHOLE_DATE = 60

/** What the dates are worth together: a date without one thing that was asked for counts half, without two a third. */
function worth({ room, days }: Draft, wishes: Wishes): number {
  const lacks = shortfall(room, wishes)
  const had = days.filter((day) => day.room !== null)
  return had.reduce((sum, day) => sum + Math.floor(WHOLE_DATE / (1 + lacks + (day.beside ? 0 : 1))), 0)
}

/**
 * Compares two answers, best first: by the dates that can be had, then the fewest of them spent in other rooms, then
 * what is lacking, size, distance and name. Total: two different rooms are never equal.
 */
export function byRank(wishes: Wishes, far: HowFar): Compare {
  const known = new Map<Draft, number[]>()
  const ranksOf = (draft: Draft): number[] => {
    const { room } = draft
    const there = known.get(draft)
    if (there) return there
    const { moved } = countDays(draft)
    const ranks = [
      -worth(draft, wishes),
      moved,
      shortfall(room, wishes),
      sizeOf(room, wishes.people),
      sizeApart(room, wishes.people),
      far(room),
    ]
    known.set(draft, ranks)
    return ranks
  }
  return (a, b) => {
    const other = ranksOf(b)
    const differences = ranksOf(a).map((rank, i) => rank - (other[i] ?? 0))
    return differences.find((one) => one !== 0) ?? byName(a.room, b.room)
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

function answersIn(building: readonly RoomFacts[], asked: Asked, compare: Compare): Draft[] {
  const options = (room: RoomFacts) => {
    const beside = besides(room, building, asked.wishes)
    return (beside.length === 0 ? [null] : beside).map((other) => alone(room, other, asked))
  }
  const answers = building.map((room) => best(options(room), compare)).toSorted(compare)
  const had = answers.filter((draft) => draft.days.some((day) => day.room !== null))
  const lead = had.find((draft) => shortfall(draft.room, asked.wishes) === 0) ?? had[0]
  if (lead === undefined) return answers
  const moved = options(lead.room).map((draft) => withMoves(draft, building, asked))
  return answers.map((draft) => (draft === lead ? best(moved, compare) : draft))
}

/** The best of them, the first where several are alike. */
const best = (drafts: readonly Draft[], compare: Compare): Draft =>
  drafts.reduce((one, other) => (compare(other, one) < 0 ? other : one))
