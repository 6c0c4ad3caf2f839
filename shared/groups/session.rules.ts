import { count } from '../text.ts'
import { dateOf } from '../time/civil.ts'
import { fullDate, longDate, timeRange } from '../time/format.ts'

/** What the marks of a session say of it. */
export interface Taken {
  /** How many are marked as having come. */
  readonly came: number
  /** How many have a mark that is only known on the day: any but apologies. */
  readonly taken: number
}

/** Why a session cannot be recorded as not run, in words for staff; null when it can. Apologies do not stand in the way. */
export function didNotRunProblem({ came }: Taken): string | null {
  if (came === 0) return null
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
