import { daysBetween, weekdayOf } from '../time/civil.ts'
import type { Interval } from '../time/interval.ts'

/** Wall times, half-open. */
export interface Hours {
  readonly opens: string
  readonly closes: string
}
/** What is known of when a building is open. */
export interface Opening {
  readonly weekly: readonly (Hours & { readonly weekday: number })[]
  readonly exceptions: readonly {
    readonly fromDate: string
    readonly toDate: string
    readonly reason: string
    readonly hours: readonly Hours[]
  }[]
  readonly opensOnBankHolidays: boolean
}

/** When a building is open on a date, and why where that is not as usual. `known` is false where nobody has said. */
export interface OpenDay {
  readonly known: boolean
  readonly hours: readonly Hours[]
  readonly reason: string | null
}

/**
 * The hours of one date: a dated exception goes before everything (a training day within the summer hours before
 * those), then a bank holiday, then the weekday. A building without weekly hours is not known to be open or shut.
 * `bankHoliday` is the name of the one on the date.
 */
export function openOn(opening: Opening, date: string, bankHoliday: string | null): OpenDay {
  const exception = opening.exceptions
    .filter((one) => one.fromDate <= date && date <= one.toDate)
    .toSorted((a, b) => daysBetween(a.fromDate, a.toDate) - daysBetween(b.fromDate, b.toDate))[0]
  if (exception) return { known: true, hours: inOrder(exception.hours), reason: exception.reason }
  if (opening.weekly.length === 0) return { known: false, hours: [], reason: null }
  if (bankHoliday !== null && !opening.opensOnBankHolidays)
    return { known: true, hours: [], reason: bankHoliday }
  const weekday = weekdayOf(date)
  return {
    known: true,
    hours: inOrder(opening.weekly.filter((one) => one.weekday === weekday)),
    reason: null,
  }
}

const inOrder = (hours: readonly Hours[]): Hours[] =>
  hours.map(({ opens, closes }) => ({ opens, closes })).toSorted((a, b) => (a.opens < b.opens ? -1 : 1))

/** Whether local date-times of one day lie wholly within the hours: set-up and clear-down may lie outside [FEATURES R5]. */
export function isOpenFor({ known, hours }: OpenDay, { start, end }: Interval): boolean {
  if (!known) return true
  return joined(hours).some((one) => one.opens <= start.slice(11) && end.slice(11) <= one.closes)
}

/** The first two stretches of one day that share any time; null when none do. Touching is not sharing. */
export function overlapping<H extends Hours>(hours: readonly H[]): readonly [H, H] | null {
  const sorted = hours.toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
  for (const [index, next] of sorted.entries()) {
    const last = sorted[index - 1]
    if (last && next.opens < last.closes) return [last, next]
  }
  return null
}

interface Days {
  readonly fromDate: string
  readonly toDate: string
}

/**
 * Whether two changes of hours leave it open which one holds: they share a day, and neither lies within the other. The
 * same days twice, too.
 */
export function contradict(a: Days, b: Days): boolean {
  if (a.toDate < b.fromDate || b.toDate < a.fromDate) return false
  const within = (inner: Days, outer: Days) =>
    outer.fromDate <= inner.fromDate &&
    inner.toDate <= outer.toDate &&
    daysBetween(inner.fromDate, inner.toDate) < daysBetween(outer.fromDate, outer.toDate)
  return !within(a, b) && !within(b, a)
}

/** Stretches that touch are one: 9 to 12 and 12 to 5 has no gap at midday. */
function joined(hours: readonly Hours[]): Hours[] {
  const result: Hours[] = []
  for (const one of hours) {
    const last = result.at(-1)
    if (last && one.opens <= last.closes)
      result[result.length - 1] = {
        opens: last.opens,
        closes: last.closes > one.closes ? last.closes : one.closes,
      }
    else result.push(one)
  }
  return result
}
