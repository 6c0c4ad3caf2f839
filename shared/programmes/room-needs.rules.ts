import { fold } from '../text.ts'
import type { RoomNeeds } from './room-needs.ts'

interface Room {
  readonly name: string
  /** null is not known. */
  readonly stepFree: boolean | null
  readonly features: readonly string[]
}

/**
 * What the rooms of a plan lack of what a programme needs: the main room first, then those beside it. What nobody has
 * said of a room is said to be not known, and never taken for missing.
 */
export function roomNeedsWarnings(needs: RoomNeeds, [main, ...beside]: readonly Room[]): string[] {
  if (main === undefined) return []
  const lacking = needs.features.filter((feature) => !has(main, feature))
  const missing = needs.beside.filter((wanted) => !beside.some((room) => serves(room, wanted)))
  return [
    ...stepFreeWarning(needs, main),
    ...lacking.map((feature) => `${main.name} has no ${lower(feature)}, which this programme needs.`),
    ...missing.map(
      (wanted) => `This programme needs ${article(wanted)} beside the room, and none is booked.`,
    ),
  ]
}

function stepFreeWarning({ stepFree }: RoomNeeds, room: Room): string[] {
  if (!stepFree || room.stepFree === true) return []
  return room.stepFree === false
    ? [`${room.name} is not step-free, which this programme needs.`]
    : [`Nobody has said whether ${room.name} is step-free, which this programme needs.`]
}

const has = (room: Pick<Room, 'features'>, feature: string) =>
  room.features.some((one) => fold(one) === fold(feature))
/** A room beside serves when it has the feature, or is called so: `Crèche`, `Crèche room`. */
export const serves = (room: Pick<Room, 'name' | 'features'>, wanted: string): boolean =>
  has(room, wanted) || fold(room.name).includes(fold(wanted))
const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
const article = (name: string) => `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${lower(name)}`
