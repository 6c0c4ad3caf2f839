import type { RoomId } from '../../shared/ids.ts'
import { distanceFrom, type Place } from '../../shared/rooms/distance.rules.ts'
import { shortfall, sizeApart, sizeOf, type RoomFacts } from '../../shared/rooms/fit.rules.ts'
import type { RoomPlace } from '../rooms/places.repository.ts'
import type { WantedRoomRow } from './wanted-rooms.repository.ts'

/** Rooms to have instead, the main one first. */
export interface Choice {
  readonly kind: 'room' | 'building'
  readonly rooms: [WantedRoomRow, ...WantedRoomRow[]]
  readonly place: Place
}

interface Looking {
  readonly asked: readonly WantedRoomRow[]
  /** Which of them cannot be had. */
  readonly blocked: ReadonlySet<string>
  readonly free: readonly WantedRoomRow[]
  readonly places: ReadonlyMap<RoomId, RoomPlace>
  readonly people: number | null
}

/** How many to try: a few more than are shown. */
const MOST_HERE = 5
const MOST_BUILDINGS = 4

/** Other rooms here, best fit first, then those of other buildings, the nearest first. */
export function otherRooms(looking: Looking): Choice[] {
  const [main] = looking.asked
  const near = main && looking.places.get(main.id)?.place
  if (main === undefined || near === undefined) return []
  const byBuilding = Map.groupBy(looking.free, (room) => room.building_id)
  const here = byBuilding.get(main.building_id) ?? []
  const elsewhere = [...byBuilding.values()].flatMap((rooms) => {
    const place = rooms[0] && looking.places.get(rooms[0].id)?.place
    return place === undefined || place.id === near.id ? [] : [{ rooms, place }]
  })
  const nearest = elsewhere.toSorted(
    (a, b) => distanceFrom(near, a.place).order - distanceFrom(near, b.place).order,
  )
  return [
    ...choicesHere(looking, here).map((rooms) => ({ kind: 'room' as const, rooms, place: near })),
    ...nearest
      .flatMap(({ rooms, place }) => {
        const chosen = choose({ ...looking, blocked: new Set(looking.asked.map((room) => room.id)) }, rooms)
        return chosen === null ? [] : [{ kind: 'building' as const, rooms: chosen, place }]
      })
      .slice(0, MOST_BUILDINGS),
  ]
}

/** The best choice, then the best without the room that it put in the place of the first that cannot be had. */
function choicesHere(looking: Looking, free: readonly WantedRoomRow[]): Choice['rooms'][] {
  const result: Choice['rooms'][] = []
  let left = free.filter((room) => !looking.asked.some((one) => one.id === room.id))
  while (result.length < MOST_HERE) {
    const rooms = choose(looking, left)
    const instead = rooms?.find((room) => !looking.asked.some((one) => one.id === room.id))
    if (rooms === null || instead === undefined) break
    result.push(rooms)
    left = left.filter((room) => room.id !== instead.id)
  }
  return result
}

/** Keeps what can be had, and puts the best free room in the place of each that cannot; null where there are too few. */
function choose(
  { asked, blocked, places, people }: Looking,
  free: readonly WantedRoomRow[],
): Choice['rooms'] | null {
  const chosen: WantedRoomRow[] = asked.filter((room) => !blocked.has(room.id))
  const rooms: WantedRoomRow[] = []
  for (const [i, room] of asked.entries()) {
    const room2 = blocked.has(room.id) ? bestFor(room, i === 0 ? people : null, free, chosen, places) : room
    if (room2 === null) return null
    rooms.push(room2)
    chosen.push(room2)
  }
  const [main, ...further] = rooms
  return main === undefined ? null : [main, ...further]
}

function bestFor(
  room: WantedRoomRow,
  people: number | null,
  free: readonly WantedRoomRow[],
  chosen: readonly WantedRoomRow[],
  places: Looking['places'],
): WantedRoomRow | null {
  const own = places.get(room.id)?.facts
  const wishes = { people, features: own?.features ?? [], beside: null, stepFree: own?.stepFree === true }
  const fits = (facts: RoomFacts) =>
    sizeOf(facts, people) < 2 && !chosen.some((other) => facts.sharing.has(other.id))
  const rank = (facts: RoomFacts) => [
    sizeOf(facts, people),
    shortfall(facts, wishes),
    sizeApart(facts, people ?? room.capacity),
  ]
  const ranked = free
    .flatMap((one) => {
      const facts = places.get(one.id)?.facts
      return facts !== undefined && fits(facts) ? [{ one, rank: rank(facts) }] : []
    })
    .toSorted((a, b) => compare(a.rank, b.rank) || a.one.name.localeCompare(b.one.name, 'en-GB'))
  return ranked[0]?.one ?? null
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((n, i) => n - (b[i] ?? 0)).find((n) => n !== 0) ?? 0
