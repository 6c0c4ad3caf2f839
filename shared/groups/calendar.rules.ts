import { daysBetween, addDays, weekdayOf } from '../time/civil.ts'
import { longDate } from '../time/format.ts'
import type { BankHoliday, Term } from '../settings/settings.contract.ts'

/** What is known of the county's year. Local dates; a term's last day is itself in term. */
export interface Calendar {
  readonly terms: readonly Pick<Term, 'name' | 'startsOn' | 'endsOn'>[]
  readonly bankHolidays: readonly BankHoliday[]
}

/** Longer than any school holiday: between two terms further apart than this, a term has not been entered. */
const LONGEST_HOLIDAY_DAYS = 70
/** A half term without the names of seasons to tell it by: at most a week and its two weekends, and an inset day or two. */
const LONGEST_HALF_TERM_DAYS = 11

/**
 * What a date is in the school year: `term`, a holiday by its name, or `unknown` where nobody has entered the
 * terms. Unknown is never taken for term.
 */
export type SchoolDay =
  | { readonly kind: 'term' }
  | { readonly kind: 'holiday'; readonly name: string }
  | { readonly kind: 'unknown'; readonly problem: string }

type Dates = Pick<Term, 'name' | 'startsOn' | 'endsOn'>

/** What the date is in the school year, from the terms that have been entered. */
export function schoolDay({ terms }: Calendar, date: string): SchoolDay {
  if (terms.some((term) => term.startsOn <= date && date <= term.endsOn)) return { kind: 'term' }
  const before = latest(terms.filter((term) => term.endsOn < date))
  const after = earliest(terms.filter((term) => term.startsOn > date))
  if (before && after) return between(before, after)
  return { kind: 'unknown', problem: unknownWords(before, after) }
}

const latest = (terms: readonly Dates[]) =>
  terms.reduce<Dates | undefined>(
    (last, term) => (last && last.endsOn > term.endsOn ? last : term),
    undefined,
  )
const earliest = (terms: readonly Dates[]) =>
  terms.reduce<Dates | undefined>(
    (first, term) => (first && first.startsOn < term.startsOn ? first : term),
    undefined,
  )

function between(before: Dates, after: Dates): SchoolDay {
  const days = daysBetween(before.endsOn, after.startsOn) - 1
  if (days > LONGEST_HOLIDAY_DAYS) return { kind: 'unknown', problem: unknownWords(before, after) }
  if (isWeekend(before, days)) return { kind: 'term' }
  return { kind: 'holiday', name: isHalfTerm(before, after, days) ? 'Half term' : 'School holiday' }
}

/** Terms entered week by week leave a Saturday and a Sunday between them, which is no holiday. */
const isWeekend = (before: Dates, days: number) => days <= 2 && weekdayOf(addDays(before.endsOn, 1)) >= 6

function isHalfTerm(before: Dates, after: Dates, days: number): boolean {
  const [one, other] = [seasonOf(before.name), seasonOf(after.name)]
  return one !== null && other !== null ? one === other && days < 30 : days <= LONGEST_HALF_TERM_DAYS
}

const seasonOf = (name: string) => /autumn|spring|summer/.exec(name.toLowerCase())?.[0] ?? null

function unknownWords(before: Dates | undefined, after: Dates | undefined): string {
  if (before && after)
    return `No term dates are set between ${longDate(before.endsOn)} and ${longDate(after.startsOn)}`
  if (before) return `No term dates are set after ${longDate(before.endsOn)}`
  if (after) return `No term dates are set before ${longDate(after.startsOn)}`
  return 'No term dates are set'
}

/** The bank holiday on the date; null on any other day. */
export const bankHolidayOn = (
  { bankHolidays }: Pick<Calendar, 'bankHolidays'>,
  date: string,
): string | null => bankHolidays.find((holiday) => holiday.date === date)?.name ?? null

/** Why the bank holidays of a date are not known, in words; null when they are. A year without any was not entered. */
export function bankHolidayProblem({ bankHolidays }: Calendar, date: string): string | null {
  const years = bankHolidays.map((holiday) => holiday.date.slice(0, 4)).toSorted()
  if (years.includes(date.slice(0, 4))) return null
  return `No bank holidays are set for ${date.slice(0, 4)}`
}
