import { daysBetween } from '../time/civil.ts'
import type { EnrolmentStatus } from './statuses.ts'

/** The days that matter on the way to a place; null where it has not come to that. */
export interface Milestones {
  readonly referredOn: string | null
  readonly offeredOn: string | null
  readonly enrolledOn: string | null
  readonly firstAttendedOn: string | null
}

export const stretches = ['referralToOffer', 'offerToAttended', 'referralToAttended'] as const
export type Stretch = (typeof stretches)[number]
export type Turnaround = Readonly<Record<Stretch, number | null>>

const days = (from: string | null, to: string | null): number | null =>
  from === null || to === null || to < from ? null : daysBetween(from, to)

/** Whole days from one to the next. Somebody enrolled without an offer was offered the place the day they had it. */
export function turnaround({ referredOn, offeredOn, enrolledOn, firstAttendedOn }: Milestones): Turnaround {
  const offered = offeredOn ?? enrolledOn
  return {
    referralToOffer: days(referredOn, offered),
    offerToAttended: days(offered, firstAttendedOn),
    referralToAttended: days(referredOn, firstAttendedOn),
  }
}

/**
 * Of a history, or of days on which somebody came, what days are counted over: all since they were referred. Somebody who
 * left and was referred anew is counted from then. Where the day of the referral is not known, all of it.
 */
export const sinceReferral = <T extends { readonly onDate: string }>(
  history: readonly T[],
  referredOn: string | null,
): readonly T[] => (referredOn === null ? history : history.filter((line) => line.onDate >= referredOn))

/** The days on the way to a place, of a history (first line first) and of the days on which somebody came. */
export function milestonesOf(one: {
  readonly referredOn: string | null
  readonly statuses: readonly { readonly status: EnrolmentStatus; readonly onDate: string }[]
  readonly cameOn: readonly string[]
}): Milestones {
  const lines = sinceReferral(one.statuses, one.referredOn)
  const on = (status: EnrolmentStatus) => lines.find((line) => line.status === status)?.onDate ?? null
  const coming = sinceReferral(one.cameOn.map((onDate) => ({ onDate })), one.referredOn) // prettier-ignore
  return {
    referredOn: one.referredOn ?? on('referred') ?? on('waiting'),
    offeredOn: on('offered'),
    enrolledOn: on('enrolled'),
    firstAttendedOn: coming.map((day) => day.onDate).toSorted()[0] ?? null,
  }
}

/** The middle of the known ones, halves kept; null when there is none. */
export function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b)
  const middle = Math.floor(known.length / 2)
  const upper = known[middle]
  if (upper === undefined) return null
  return known.length % 2 === 1 ? upper : ((known[middle - 1] ?? upper) + upper) / 2
}
