import { addDays, daysBetween } from '../time/civil.ts'
import type { Comparison, ReportAsked, ReportKey } from './asked.ts'
import { monthOf, quarterOf, yearOf, type Period } from './quarters.rules.ts'
import type { TermPlace } from './splits.rules.ts'

/** Periods by name, which move on with the calendar; `dates` are dates of one's own and stay. */
export const periodKinds = [
  'dates',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-term',
  'last-term',
  'this-year',
  'last-year',
] as const
export type PeriodKind = (typeof periodKinds)[number]

export const periodNames: Readonly<Record<PeriodKind, string>> = {
  dates: 'Dates of your own',
  'this-month': 'This month',
  'last-month': 'Last month',
  'this-quarter': 'This quarter',
  'last-quarter': 'Last quarter',
  'this-term': 'This half term',
  'last-term': 'Last half term',
  'this-year': 'This year, April to March',
  'last-year': 'Last year, April to March',
}

/** The period that a report opens on: the return is of a quarter that is over, and scrutiny looks at years. */
export const firstPeriodOf = (report: ReportKey): PeriodKind =>
  report === 'quarterly-return' ? 'last-quarter' : report === 'scrutiny' ? 'this-year' : 'this-quarter'

/** Local dates, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

const of = ({ from, to }: Period): Days => ({ from, to })
const before = (find: (date: string) => Period, today: string): Days =>
  of(find(addDays(find(today).from, -1)))

/** The dates of a named period on a day. A half term that has not begun is not this one; null where there is none. */
export function periodOn(kind: PeriodKind, today: string, terms: readonly TermPlace[]): Days | null {
  switch (kind) {
    case 'dates':
      return null
    case 'this-month':
      return of(monthOf(today))
    case 'last-month':
      return before(monthOf, today)
    case 'this-quarter':
      return of(quarterOf(today))
    case 'last-quarter':
      return before(quarterOf, today)
    case 'this-year':
      return of(yearOf(today))
    case 'last-year':
      return before(yearOf, today)
    case 'this-term':
      return termDays(terms.findLast((term) => term.startsOn <= today && term.endsOn >= today))
    case 'last-term':
      return termDays(terms.findLast((term) => term.endsOn < today))
  }
}

const termDays = (term: TermPlace | undefined): Days | null =>
  term === undefined ? null : { from: term.startsOn, to: term.endsOn }

/** Whether a period is made of whole months: from the first day of one to the last of another. */
const wholeMonths = ({ from, to }: Days): number | null => {
  if (monthOf(from).from !== from || monthOf(to).to !== to) return null
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
} // prettier-ignore

function monthsBack(from: string, months: number): string {
  let date = from
  for (let step = 0; step < months; step++) date = monthOf(addDays(date, -1)).from
  return date
}

/** The same day a year before; 29 February is 28 February. */
const yearBefore = (date: string): string => {
  const year = String(Number(date.slice(0, 4)) - 1)
  return date.endsWith('-02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`
}

/**
 * The dates that stand beside a period. Before a quarter comes the quarter before it, however many days it has: whole
 * months are counted as months and all else as days.
 */
export function besideOf(beside: Comparison, { from, to }: Days): Days | null {
  if (beside === 'none') return null
  if (beside === 'year-before') {
    const months = wholeMonths({ from, to })
    return { from: yearBefore(from), to: months === null ? yearBefore(to) : monthOf(yearBefore(to)).to }
  }
  const months = wholeMonths({ from, to })
  const end = addDays(from, -1)
  return months === null
    ? { from: addDays(from, -1 - daysBetween(from, to)), to: end }
    : { from: monthsBack(from, months), to: end }
}

/** What is asked of the period beside it: all else the same, and nothing beside that. */
export function askedBeside(asked: ReportAsked): ReportAsked | null {
  const days = besideOf(asked.beside, asked)
  return days === null ? null : { ...asked, ...days, beside: 'none' }
}
