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

/** The first moment at which more than `quantity` are in use; null when there are always enough. */
export function firstShort(
  uses: readonly Use[],
  quantity: number,
): { startsAt: string; inUse: number } | null {
  const sorted = uses.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  for (const { startsAt } of sorted) {
    const sameDay = sorted.filter((use) => use.startsAt.slice(0, 10) === startsAt.slice(0, 10))
    const inUse = inUseAt(sameDay, startsAt)
    if (inUse > quantity) return { startsAt, inUse }
  }
  return null
}
