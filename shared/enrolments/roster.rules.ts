import type { EnrolmentStatus } from './enrolments.contract.ts'

/** One line of a person's dated history with a group. `step` orders the lines of one day. */
export interface EnrolmentEvent {
  readonly onDate: string
  readonly step: number
  readonly status: EnrolmentStatus
  readonly reason: string | null
}

/** Orders a history from its first line to its last. */
export const byDate = (a: EnrolmentEvent, b: EnrolmentEvent): number =>
  a.onDate === b.onDate ? a.step - b.step : a.onDate < b.onDate ? -1 : 1

/**
 * The line that holds on a date: the last one on or before it, null before the first. A line holds for the whole
 * of its own day, so the last line of a day decides that day: a person who withdraws or completes on the day of a
 * session is not expected at it, and one who is enrolled that day is. The same rule stands once in SQL, in
 * enrolments.repository.ts.
 */
export function eventAsAt<E extends EnrolmentEvent>(events: readonly E[], date: string): E | null {
  return (
    events
      .filter((event) => event.onDate <= date)
      .toSorted(byDate)
      .at(-1) ?? null
  )
}

/** Whether the history makes a person expected at a session on a date. Only `enrolled` does. */
export const isExpected = (events: readonly EnrolmentEvent[], date: string): boolean =>
  eventAsAt(events, date)?.status === 'enrolled'

/** The step for one more line on a date: after those that are there. */
export const nextStep = (events: readonly EnrolmentEvent[], date: string): number =>
  1 + Math.max(0, ...events.filter((event) => event.onDate === date).map((event) => event.step))
