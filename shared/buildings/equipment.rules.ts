import { inEachOthersWay, type Held, type Times } from '../bookings/held.rules.ts'
import { overlaps } from '../time/interval.ts'

/** Some of one piece of equipment, in use for a time: local date-times, half-open. */
export interface Use {
  readonly startsAt: string
  readonly endsAt: string
  readonly quantity: number
}

/** How many are in use at the busiest moment within `time`. */
export function mostInUse(uses: readonly Use[], time: { start: string; end: string }): number {
  const within = uses.filter((use) => overlaps({ start: use.startsAt, end: use.endsAt }, time))
  return Math.max(
    0,
    ...within.map((use) => inUseAt(within, use.startsAt > time.start ? use.startsAt : time.start)),
  )
}

const inUseAt = (uses: readonly Use[], moment: string): number =>
  uses
    .filter((use) => use.startsAt <= moment && moment < use.endsAt)
    .reduce((sum, use) => sum + use.quantity, 0)

/** The same by a booking: its equipment is away while the room is held, so set-up and clear-down count as for rooms. */
export interface HeldUse extends Held, Times {
  readonly quantity: number
}

/** The most that other bookings have at any one moment while a booking is held, of those that are in its way. */
export function mostBeside(wanted: Held & Times, others: readonly HeldUse[]): number {
  const uses = others
    .filter((use) => inEachOthersWay(wanted, use))
    .map(({ heldFrom, heldUntil, quantity }) => ({ startsAt: heldFrom, endsAt: heldUntil, quantity }))
  return mostInUse(uses, { start: wanted.heldFrom, end: wanted.heldUntil })
}

/** The first booking at which more than `quantity` would be in use; null when there are always enough. */
export function firstShort(
  uses: readonly HeldUse[],
  quantity: number,
): { startsAt: string; inUse: number } | null {
  for (const use of uses.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    const inUse = use.quantity + mostBeside(use, uses.filter((other) => other !== use)) // prettier-ignore
    if (inUse > quantity) return { startsAt: use.startsAt, inUse }
  }
  return null
}
