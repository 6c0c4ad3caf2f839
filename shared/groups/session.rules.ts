import type { DeliveryMode } from '../programmes/session-kinds.ts'
import { count } from '../text.ts'
import { dateOf } from '../time/civil.ts'
import { fullDate, longDate, timeRange } from '../time/format.ts'

/** What the marks of a session say of it, and the heads counted there. */
export interface Taken {
  /** How many came, by their marks or by the heads that were counted. */
  readonly came: number
  /** How many have a mark that is only known on the day: any but apologies. */
  readonly taken: number
  /** Whether that many came is known by the heads and not by the marks. */
  readonly byHeads?: boolean
}

/** Why a session cannot be recorded as not run, in words for staff; null when it can. Apologies do not stand in the way. */
export function didNotRunProblem({ came, byHeads }: Taken): string | null {
  if (came === 0) return null
  if (byHeads)
    return `${count(came, 'head was', 'heads were')} counted at this session, so it was not cancelled. Take that count away first if nobody came.`
  return `${count(came, 'person is', 'people are')} marked as having come to this session, so it was not cancelled. Clear their marks first if nobody came.`
}

/** Why a session cannot be moved to this start, in words for staff; null when it can. Nobody has come to what is still to be. */
export function movedAheadProblem({ taken }: Taken, startsAt: string, today: string): string | null {
  if (taken === 0 || dateOf(startsAt) <= today) return null
  return `${count(taken, 'person is', 'people are')} marked for this session already, so it cannot be moved to ${longDate(startsAt)}, which is still to come. Nothing was saved. Clear the marks first, or add a session.`
}

/** What to say when a group would meet twice at once: the other session's times. */
export const meetsTwiceProblem = (startsAt: string, endsAt: string): string =>
  `This group already meets on ${fullDate(startsAt)} from ${timeRange(startsAt, endsAt)}. Nothing was saved. Choose another date or time.`

/** Marks with the heads that were counted, all told: whoever has a name is among them. */
export const withHeads = ({ came, taken }: Taken, heads: number): Taken => ({
  came: Math.max(came, heads),
  taken: Math.max(taken, heads),
  ...(heads > came && { byHeads: true }),
})

/**
 * Why the way a session met cannot be changed, in words for staff; null when it can. Materials that are sent are no
 * attendance, so of a complete register it would change what was signed for.
 */
export function modeProblem(complete: boolean, from: DeliveryMode, to: DeliveryMode): string | null {
  if (!complete || (from === 'materials') === (to === 'materials')) return null
  return 'The register of this session is complete, and where materials were sent nobody has come. Nothing was saved. Reopen the register first, then say how it met.'
}
