import { mayRunGroup, type Who } from '../users/scope.rules.ts'
import type { StaffId, UserId } from '../ids.ts'
import { daysBetween } from '../time/civil.ts'

/**
 * How many days after its completion a register is corrected without saying why: slips are seen at once; later, what
 * was signed for has been counted and reported. FEATURES T11 asks for a reason after some days; a week is our own choice.
 */
export const CORRECT_FREELY_DAYS = 7

/** Whether a correction on a day needs a reason. Both are local dates. */
export const needsReason = (completedOn: string, today: string): boolean =>
  daysBetween(completedOn, today) > CORRECT_FREELY_DAYS

interface Completed {
  /** The local date of its completion. */
  readonly on: string
  readonly by: UserId | null
  /** Who leads the group. */
  readonly leaderIds: readonly StaffId[]
}

/**
 * Whether a complete register is theirs to correct: those who lead the group, managers and administrators; and,
 * within the week, whoever completed it.
 */
export const mayCorrect = (who: Who, { on, by, leaderIds }: Completed, today: string): boolean =>
  mayRunGroup(who, leaderIds) || (by === who.id && !needsReason(on, today))
