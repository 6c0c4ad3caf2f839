import fc from 'fast-check'
import { newIdAt } from '../../db/new-id.ts'
import { buildingId, roomId } from '../../shared/ids.ts'
import type { RoomFacts, Wishes } from '../../shared/rooms/fit.rules.ts'
import { NOW } from './test-county.ts'

const newId = newIdAt(new Date(NOW))
const buildings = Array.from({ length: 3 }, () => newId(buildingId))

/** A room that seats 20 in a building of its own number, 0 to 2. */
export function roomFacts(
  name: string,
  { building = 0, ...change }: Partial<Omit<RoomFacts, 'name'>> & { readonly building?: number } = {},
): RoomFacts {
  const id = newId(roomId)
  return {
    id,
    name,
    buildingId: buildings[building] ?? newId(buildingId),
    buildingName: `Building ${building}`,
    capacity: 20,
    leastPeople: null,
    stepFree: null,
    features: [],
    sharing: new Set([id]),
    ...change,
  }
}

export const noWishes: Wishes = { people: null, features: [], beside: null, stepFree: false }
export const sixDates = ['2027-01-12', '2027-01-19', '2027-01-26', '2027-02-02', '2027-02-09', '2027-02-16']

/** Rooms of three buildings, of all sizes, with and without step-free access and kitchens. */
export const anyRooms: fc.Arbitrary<RoomFacts[]> = fc.array(
  fc.record({
    building: fc.nat(2),
    capacity: fc.option(fc.constantFrom(4, 10, 12, 14, 20, 40)),
    stepFree: fc.option(fc.boolean()),
    features: fc.subarray(['Kitchen', 'Crèche']),
  }),
  { minLength: 1, maxLength: 9 },
).map((rooms) => rooms.map((room, n) => roomFacts(`Room ${n}`, room))) // prettier-ignore

export const anyWishes: fc.Arbitrary<Wishes> = fc.record({
  people: fc.option(fc.constantFrom(8, 12, 14, 30)),
  features: fc.subarray(['Kitchen']),
  beside: fc.option(fc.constant('Crèche')),
  stepFree: fc.boolean(),
})

/** For each of nine rooms, on which of the six dates it is taken. */
export const anyTaken: fc.Arbitrary<boolean[][]> = fc.array(
  fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  { minLength: 9, maxLength: 9 },
)
