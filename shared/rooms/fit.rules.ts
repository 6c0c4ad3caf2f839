import type { BuildingId, RoomId } from '../ids.ts'
import { fold } from '../text.ts'

/** A room, as far as fitting a group of people into it goes. */
export interface RoomFacts {
  readonly id: RoomId
  readonly name: string
  readonly buildingId: BuildingId
  readonly buildingName: string
  /** Largest safe number of people, and the smallest it makes sense for; null when nobody has said. */
  readonly capacity: number | null
  readonly leastPeople: number | null
  readonly stepFree: boolean | null
  readonly features: readonly string[]
  /** Every room that shares its floor, itself among them. */
  readonly sharing: ReadonlySet<string>
}

/** What is wanted of a room beside being free. */
export interface Wishes {
  readonly people: number | null
  readonly features: readonly string[]
  readonly beside: string | null
  readonly stepFree: boolean
}

/** Whether this is in the room: among what is noted of it, or in its name. A room called Crèche is one. */
export function isIn({ name, features }: Pick<RoomFacts, 'name' | 'features'>, feature: string): boolean {
  const wanted = fold(feature)
  return features.some((one) => fold(one) === wanted) || ` ${fold(name)} `.includes(` ${wanted} `)
}

/** 0 large enough (or nobody asked), 1 nobody knows, 2 too small: what its largest safe number forbids. */
export function sizeOf({ capacity }: Pick<RoomFacts, 'capacity'>, people: number | null): 0 | 1 | 2 {
  if (people === null) return 0
  if (capacity === null) return 1
  return capacity >= people ? 0 : 2
}

/** How far from the right size, among rooms of one `sizeOf`: seats over, or seats too few. */
export function sizeApart({ capacity }: Pick<RoomFacts, 'capacity'>, people: number | null): number {
  if (capacity === null) return Number.MAX_SAFE_INTEGER
  return people === null ? capacity : Math.abs(capacity - people)
}

/** How much of what was asked the room itself does not have; 0 where it suits. */
export function shortfall(room: RoomFacts, wishes: Wishes): number {
  const missing = wishes.features.filter((feature) => !isIn(room, feature)).length
  const steps = !wishes.stepFree || room.stepFree === true ? 0 : room.stepFree === null ? 1 : 2
  return missing + steps + tooSmallBy(room, wishes.people)
}

/** 1 where some would have to stay out, more where it is smaller by half, by two thirds … */
const tooSmallBy = ({ capacity }: RoomFacts, people: number | null): number =>
  people === null || capacity === null ? 0 : Math.ceil(people / capacity) - 1

/** What speaks for the room, in words. */
export function fitsInWords(room: RoomFacts, wishes: Wishes): string[] {
  return [
    ...(room.capacity !== null && sizeOf(room, wishes.people) === 0 ? [`seats ${room.capacity}`] : []),
    ...(wishes.stepFree && room.stepFree === true ? ['step-free'] : []),
    ...wishes.features.filter((feature) => isIn(room, feature)).map((feature) => `has ${named(feature)}`),
  ]
}

/** What the room itself costs, in words: what was asked for and it does not have. */
export function lacksInWords(room: RoomFacts, wishes: Wishes): string[] {
  const { people, stepFree, features } = wishes
  return [
    ...sizeInWords(room, people),
    ...(stepFree && room.stepFree === null ? ['no step-free access known'] : []),
    ...(stepFree && room.stepFree === false ? ['not step-free'] : []),
    ...features.filter((feature) => !isIn(room, feature)).map((feature) => `no ${named(feature)} known`),
  ]
}

function sizeInWords({ capacity, leastPeople }: RoomFacts, people: number | null): string[] {
  if (people === null) return []
  if (capacity === null) return ['size not known']
  if (capacity < people) return [`seats ${capacity}, you asked for ${people}`]
  return leastPeople !== null && people < leastPeople ? [`meant for ${leastPeople} or more people`] : []
}

/** `crèche`, within a sentence; what is written in capitals stays so. */
export const named = (feature: string): string =>
  feature === feature.toUpperCase() ? feature : feature.charAt(0).toLowerCase() + feature.slice(1)
