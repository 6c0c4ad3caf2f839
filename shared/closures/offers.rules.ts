import {
  buffersInRoom,
  heldTimes,
  inEachOthersWay,
  type Buffers,
  type Held,
  type Times,
} from '../bookings/held.rules.ts'
import type { BookingId, RoomId } from '../ids.ts'
import { distanceFrom, distanceInWords, type Place } from '../rooms/distance.rules.ts'
import { isIn, lacksInWords, sizeApart, sizeOf, type RoomFacts, type Wishes } from '../rooms/fit.rules.ts'
import type { Offer } from './desk.contract.ts'

/** A room that a booking has or could have, with the minutes it keeps and where its building lies. */
export interface OfferedRoom extends RoomFacts, Buffers {
  readonly place: Place
}

/** One room of a booking, as it is. */
export interface RoomOfNeed extends Buffers {
  readonly bookingId: BookingId
  readonly room: OfferedRoom
  /** Cannot stay. */
  readonly shut: boolean
}

/** A booking to find rooms for: all its rooms, the main one first. */
export interface Need extends Times {
  readonly bookingId: BookingId
  readonly rooms: readonly RoomOfNeed[]
  readonly people: number | null
  /** Movable things that stay with the building they belong to, by name. */
  readonly equipment: readonly string[]
}

/** A room held for a booking at a time. */
export interface Use extends Times, Held {
  readonly room: OfferedRoom
}

/** Whether nothing but what this desk moves is in the way of a use. */
export type IsFree = (use: Use, need: Need) => boolean

/** The best rooms for a booking, and other good ones. */
export interface Offers {
  readonly proposal: Offer | null
  readonly alternatives: readonly Offer[]
}

/** More than anybody compares. */
const MOST_ALTERNATIVES = 8

/** What is given up, in kilometres of journey, so that one list can be put in order. Steps shut somebody out altogether. */
const cost = {
  missing: 8,
  stepsNotKnown: 100,
  notStepFree: 1000,
  sizeNotKnown: 5,
  tooLarge: 2,
  smaller: 6,
  otherBuilding: 1,
}

/**
 * Rooms for every booking, in the order of time, none given twice at once: what is near comes first, and what is
 * missing there counts as so many kilometres more. Rooms that are too small are never offered. The alternatives of a
 * booking leave alone what was proposed to the others.
 */
export function offersFor(
  needs: readonly Need[],
  rooms: readonly OfferedRoom[],
  isFree: IsFree,
): Map<BookingId, Offers> {
  const found = new Map(needs.map((need) => [need.bookingId, choicesOf(need, rooms, isFree)]))
  const given = new Map<BookingId, Choice>()
  const collides = (choice: Choice, own: BookingId) =>
    [...given].some(
      ([id, other]) => id !== own && choice.uses.some((use) => other.uses.some((one) => clash(use, one))),
    )
  for (const need of needs.toSorted((a, b) => compare(a.startsAt, b.startsAt))) {
    const best = (found.get(need.bookingId) ?? []).find((choice) => !collides(choice, need.bookingId))
    if (best) given.set(need.bookingId, best)
  }
  return new Map(
    needs.map((need) => {
      const best = given.get(need.bookingId)
      const others = (found.get(need.bookingId) ?? [])
        .filter((choice) => choice !== best && !collides(choice, need.bookingId))
        .slice(0, MOST_ALTERNATIVES)
      return [
        need.bookingId,
        {
          proposal: best ? toOffer(need, best) : null,
          alternatives: others.map((one) => toOffer(need, one)),
        },
      ]
    }),
  )
}

/** Whether two uses want the same floor at the same time. */
const clash = (a: Use, b: Use): boolean => a.room.sharing.has(b.room.id) && inEachOthersWay(a, b)

interface Choice {
  readonly uses: readonly Use[]
  readonly cost: number
}

/** Every way to house a booking: each free room for the main one, and beside it the best for the others, cheapest first. */
function choicesOf(need: Need, rooms: readonly OfferedRoom[], isFree: IsFree): Choice[] {
  const [main, ...further] = need.rooms
  if (main === undefined) return []
  const choices: Choice[] = []
  for (const first of candidates(need, main, rooms, isFree)) {
    const uses = [first]
    for (const one of further) {
      const inBuilding = rooms.filter((room) => room.buildingId === first.room.buildingId)
      const best = candidates(need, one, inBuilding, isFree)
        .filter((use) => !uses.some((other) => clash(use, other)))
        .toSorted((a, b) => costOf(need, one, a.room) - costOf(need, one, b.room))[0]
      if (best) uses.push(best)
    }
    if (uses.length === need.rooms.length) choices.push({ uses, cost: totalCost(need, uses) })
  }
  return choices.toSorted((a, b) => a.cost - b.cost || bySize(need)(a, b))
}

const totalCost = (need: Need, uses: readonly Use[]) =>
  need.rooms.reduce((sum, of, at) => sum + (uses[at] ? costOf(need, of, uses[at].room) : 0), 0)

/** The smallest room that will do leaves the hall for those who need it; how many those are, the room it had may say. */
function bySize({ people, rooms }: Need) {
  const wanted = people ?? rooms[0]?.room.capacity ?? null
  const apart = ({ uses: [use] }: Choice) => (use ? sizeApart(use.room, wanted) : 0)
  return (a: Choice, b: Choice) => apart(a) - apart(b) || names.compare(named(a), named(b))
}
const named = ({ uses }: Choice) => uses.map(({ room }) => `${room.buildingName} ${room.name}`).join(' ')
const names = new Intl.Collator('en-GB', { numeric: true })

/** The rooms that one room of a booking could become. A room that is not shut stays where it is, if it may. */
function candidates(need: Need, of: RoomOfNeed, rooms: readonly OfferedRoom[], isFree: IsFree): Use[] {
  const stays = !of.shut && rooms.some((room) => room.id === of.room.id)
  if (stays && rooms.every((room) => room.buildingId === of.room.buildingId))
    return [useOf(need, of, of.room)]
  return rooms
    .filter((room) => (room.id === of.room.id ? !of.shut : sizeOf(room, wishesOf(need, of).people) < 2))
    .map((room) => useOf(need, of, room))
    .filter((use) => (use.room.id === of.room.id && !of.shut) || isFree(use, need))
}

/** A booking in another room, with the minutes before and after that it would keep there. */
export function useOf(need: Times, of: RoomOfNeed, room: OfferedRoom): Use {
  const { startsAt, endsAt } = need
  const buffers = room.id === of.room.id ? of : buffersInRoom(of, of.room, room)
  return { room, startsAt, endsAt, ...heldTimes({ startsAt, endsAt, ...buffers }) }
}

/** What the room must have: what the one it had has. How many come is known of the main room only. */
const wishesOf = (need: Need, of: RoomOfNeed): Wishes => ({
  people: of.bookingId === need.bookingId ? need.people : null,
  features: of.room.features,
  beside: null,
  stepFree: of.room.stepFree === true,
})

function costOf(need: Need, of: RoomOfNeed, room: OfferedRoom): number {
  if (room.id === of.room.id) return 0
  const wishes = wishesOf(need, of)
  const away = of.room.buildingId === room.buildingId ? 0 : cost.otherBuilding
  const steps =
    !wishes.stepFree || room.stepFree === true
      ? 0
      : room.stepFree === null
        ? cost.stepsNotKnown
        : cost.notStepFree
  const tooLarge = wishes.people !== null && room.leastPeople !== null && wishes.people < room.leastPeople
  return (
    away +
    distanceFrom(of.room.place, room.place).order +
    cost.missing * wishes.features.filter((feature) => !isIn(room, feature)).length +
    steps +
    (sizeOf(room, wishes.people) === 1 ? cost.sizeNotKnown : 0) +
    (tooLarge ? cost.tooLarge : 0) +
    (smaller(need, of, room).length > 0 ? cost.smaller : 0)
  )
}

const toOffer = (need: Need, { uses }: Choice): Offer => {
  const rooms = uses.map(({ room }) => ({ roomId: room.id, roomName: room.name }))
  const [main] = uses
  if (main === undefined) throw new Error('A booking was offered no room.')
  const { buildingId, buildingName } = main.room
  return { rooms, buildingId, buildingName, compromises: compromisesOf(need, uses) }
}

function compromisesOf(need: Need, uses: readonly Use[]): string[] {
  const [from, to] = [need.rooms[0]?.room, uses[0]?.room]
  if (from === undefined || to === undefined) return []
  const away = distanceInWords(from.place, to.place)
  const elsewhere = from.buildingId !== to.buildingId
  return [
    ...(away === null ? [] : [away]),
    ...uses.flatMap(({ room }, at) => {
      const of = need.rooms[at]
      if (of === undefined || room.id === of.room.id) return []
      const lacks = [...lacksInWords(room, wishesOf(need, of)), ...smaller(need, of, room)]
      return at === 0 ? lacks : lacks.map((one) => `${room.name}: ${one}`)
    }),
    ...(elsewhere ? need.equipment.map((name) => `without ${name}, which stays`) : []),
  ]
}

/** Where nobody has said how many come, a smaller room is said to be one. */
function smaller(need: Need, of: RoomOfNeed, room: OfferedRoom): string[] {
  if (wishesOf(need, of).people !== null || room.capacity === null || of.room.capacity === null) return []
  return room.capacity < of.room.capacity
    ? [`seats ${room.capacity}, ${of.room.name} seats ${of.room.capacity}`]
    : []
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The id of each room of an offer, as `rehome` wants them. */
export const roomIdsOf = (offer: Offer): RoomId[] => offer.rooms.map((room) => room.roomId)
