import { Temporal } from 'temporal-polyfill'
import { addDays, weekdayOf } from '../../shared/time/civil.ts'

/** A half term, invented after the county's habit. Both days are in term. */
export interface HalfTerm {
  readonly name: string
  readonly startsOn: string
  readonly endsOn: string
}

/** The first such weekday (1 Monday … 7 Sunday) on or after a date. */
export const weekdayFrom = (date: string, weekday: number): string =>
  addDays(date, (weekday - weekdayOf(date) + 7) % 7)
/** The last such weekday on or before a date. */
const weekdayUntil = (date: string, weekday: number): string =>
  addDays(date, -((weekdayOf(date) - weekday + 7) % 7))

/**
 * The half terms of the school year that starts in August of `year`. Leicestershire's habit, not its dates, which are
 * set by the council: the year starts the day after the August holiday, the October break is a week earlier than
 * elsewhere, and the summer starts in the second week of July.
 */
export function schoolYear(year: number): HalfTerm[] {
  const august = weekdayUntil(`${year}-08-31`, 1)
  const october = addDays(weekdayUntil(`${year}-10-31`, 1), -7)
  const january = weekdayFrom(`${year + 1}-01-04`, 1)
  const february = addDays(weekdayFrom(`${year + 1}-02-01`, 1), 14)
  const easter = weekdayFrom(`${year + 1}-03-30`, 1)
  const may = weekdayUntil(`${year + 1}-05-31`, 1)
  const july = addDays(weekdayFrom(`${year + 1}-07-01`, 5), 7)
  const friday = (monday: string) => addDays(monday, -3)
  const half = (term: string, which: string, startsOn: string, endsOn: string) => ({
    name: `${term}, ${which} half (sample)`,
    startsOn,
    endsOn,
  })
  return [
    half(`Autumn term ${year}`, 'first', addDays(august, 1), friday(october)),
    half(`Autumn term ${year}`, 'second', addDays(october, 7), weekdayUntil(`${year}-12-21`, 5)),
    half(`Spring term ${year + 1}`, 'first', january, friday(february)),
    half(`Spring term ${year + 1}`, 'second', addDays(february, 7), friday(easter)),
    half(`Summer term ${year + 1}`, 'first', addDays(easter, 14), friday(may)),
    half(`Summer term ${year + 1}`, 'second', addDays(may, 7), july),
  ]
}

/** The half terms of every school year that touches the days from `from` to `to`. */
export function halfTermsBetween(from: string, to: string): HalfTerm[] {
  const first = Temporal.PlainDate.from(from).year - 1
  const years = Temporal.PlainDate.from(to).year - first + 1
  return Array.from({ length: years }, (_, i) => schoolYear(first + i)).flat()
}
