import type { Thresholds } from './thresholds.ts'

/** One recorded mark of one person in one group, by what its letter means. `startsAt` is the session's local start. */
export interface Recorded {
  readonly startsAt: string
  readonly attended: boolean
  readonly expected: boolean
  /** They told us that they would not come. */
  readonly apology: boolean
  /** Somebody was in touch with them instead. */
  readonly contact: boolean
}

/** A run of absences: how many, and when the first and the last were, local date-times. */
export interface Run {
  readonly times: number
  readonly firstAt: string
  readonly lastAt: string
}

/**
 * The absences running up to now of which nobody told us; null when there is none. Decided by what the letters mean,
 * never by the letters: having come, an apology and a contact made each end the run, for they are news of the person.
 * "Not expected" is no absence and ends nothing. A session that did not run has no marks that count, and one where
 * nothing is recorded says nothing, so neither may be among `history` (oldest first). [FEATURES T17, D77]
 */
export function absencesRunning(history: readonly Recorded[]): Run | null {
  const run: string[] = []
  for (const mark of history.toReversed()) {
    if (mark.attended || mark.apology || mark.contact) break
    if (mark.expected) run.push(mark.startsAt)
  }
  const [lastAt] = run
  const firstAt = run.at(-1)
  return lastAt === undefined || firstAt === undefined ? null : { times: run.length, firstAt, lastAt }
}

/** How often somebody came to as many sessions lately and before them, and when the last of them was. */
export interface Falling {
  readonly of: number
  readonly before: number
  readonly lately: number
  readonly lastAt: string
}

/**
 * Whether somebody comes less than they did: of their last `fallingOver` recorded sessions at which they were expected
 * they came to at least `fallingBy` fewer than of as many before. Null when not, or when there are not yet so many:
 * somebody who has only just joined falls from nothing. An apology is not having come, and is not held against them
 * in any other way.
 */
export function fallingAttendance(
  history: readonly Recorded[],
  { fallingOver, fallingBy }: Pick<Thresholds, 'fallingOver' | 'fallingBy'>,
): Falling | null {
  const expected = history.filter((mark) => mark.expected)
  const last = expected.at(-1)
  if (last === undefined || expected.length < 2 * fallingOver) return null
  const came = (marks: readonly Recorded[]) => marks.filter((mark) => mark.attended).length
  const before = came(expected.slice(-2 * fallingOver, -fallingOver))
  const lately = came(expected.slice(-fallingOver))
  return before - lately >= fallingBy ? { of: fallingOver, before, lately, lastAt: last.startsAt } : null
}
