import { AppError } from '../errors.ts'
import { addDays, at, dateOf, timeOf } from '../time/civil.ts'
import { clockTime, fullDate, longDate, shortDay, timeRange } from '../time/format.ts'
import { wallTimeExists } from '../time/wall-time.ts'

/** One time that is closed. Local date-times, half-open. */
export interface ClosureTime {
  readonly startsAt: string
  readonly endsAt: string
}

/** Whole days, both included: from midnight up to the midnight after the last, which does not take the next day [FEATURES D9]. */
export const wholeDays = (from: string, to: string): ClosureTime => ({
  startsAt: at(from, '00:00'),
  endsAt: at(addDays(to, 1), '00:00'),
})

/** The longest stretch: who means longer archives the place. */
const MOST_DAYS = 750

/** Refuses (INVALID_INPUT) a stretch that ends before it starts, is endless, or begins in the hour that clocks skip. */
export function refuseImpossibleTime({ startsAt, endsAt }: ClosureTime): void {
  const refuse = (field: string, message: string) => {
    throw new AppError('INVALID_INPUT', message, { fields: { [field]: message } })
  }
  if (endsAt <= startsAt) refuse('when', 'The closure must end later than it starts.')
  if (dateOf(endsAt) > addDays(dateOf(startsAt), MOST_DAYS))
    refuse('when', 'A closure lasts two years at most. Archive the building or room instead.')
  for (const time of [startsAt, endsAt])
    if (!wallTimeExists(time))
      refuse(
        'when',
        `The clocks go forward on ${longDate(time)}, so there is no ${clockTime(time)}. Choose another time.`,
      )
}

/**
 * What a closure's times become when they are changed: what was closed before `now` stays, and nothing that was open
 * becomes closed in hindsight. Stretches that meet at `now` are one.
 */
export function changedFromNowOn<T extends ClosureTime>(
  before: readonly T[],
  wanted: readonly ClosureTime[],
  now: string,
): ClosureTime[] {
  const past = before
    .filter((time) => time.startsAt < now)
    .map(({ startsAt, endsAt }) => ({ startsAt, endsAt: endsAt < now ? endsAt : now }))
  const ahead = wanted
    .filter((time) => time.endsAt > now)
    .map(({ startsAt, endsAt }) => ({ startsAt: startsAt > now ? startsAt : now, endsAt }))
  return joined([...past, ...ahead])
}

/** The same times, those that touch or overlap made one, in order. */
export function joined(times: readonly ClosureTime[]): ClosureTime[] {
  const result: ClosureTime[] = []
  for (const time of times.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    const last = result.at(-1)
    if (last && time.startsAt <= last.endsAt)
      result[result.length - 1] = {
        startsAt: last.startsAt,
        endsAt: last.endsAt > time.endsAt ? last.endsAt : time.endsAt,
      }
    else result.push({ startsAt: time.startsAt, endsAt: time.endsAt })
  }
  return result
}

/** `Tuesday 24 November 2026`, `Tue 24 Nov to Thu 26 Nov 2026`, `Tuesday 24 November 2026, 9am to midday`. */
export function timeInWords({ startsAt, endsAt }: ClosureTime): string {
  const whole = timeOf(startsAt) === '00:00' && timeOf(endsAt) === '00:00'
  const lastDay = timeOf(endsAt) === '00:00' ? addDays(dateOf(endsAt), -1) : dateOf(endsAt)
  const oneDay = dateOf(startsAt) === lastDay
  if (oneDay) return whole ? fullDate(startsAt) : `${fullDate(startsAt)}, ${timeRange(startsAt, endsAt)}`
  const year = lastDay.slice(0, 4)
  const from = startsAt.startsWith(year)
    ? shortDay(startsAt)
    : `${shortDay(startsAt)} ${startsAt.slice(0, 4)}`
  if (whole) return `${from} to ${shortDay(lastDay)} ${year}`
  return `${from}, ${clockTime(startsAt)}, to ${shortDay(lastDay)} ${year}, ${clockTime(endsAt)}`
}

/** All times of a closure in words: its pattern and until when, or its one time. */
export function timesInWords(pattern: string | null, times: readonly ClosureTime[]): string {
  const [first, last] = [times[0], times.at(-1)]
  if (first === undefined || last === undefined) return 'No times'
  if (times.length === 1) return timeInWords(first)
  if (pattern === null) return `${timeInWords(first)} and ${times.length - 1} more`
  return `${pattern}, from ${shortDay(first.startsAt)} to ${shortDay(last.startsAt)} ${last.startsAt.slice(0, 4)}`
}
