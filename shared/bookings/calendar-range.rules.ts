import { addDays, daysBetween, mondayOf } from '../time/civil.ts'
import { dateRange, fullDate } from '../time/format.ts'

export const calendarViews = ['day', 'week', 'month', 'list', 'year'] as const
export type CalendarView = (typeof calendarViews)[number]

/** Local dates, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

const firstOfMonth = (date: string) => `${date.slice(0, 8)}01`
const nextMonth = (date: string) => firstOfMonth(addDays(firstOfMonth(date), 31))
const monthBefore = (date: string) => firstOfMonth(addDays(firstOfMonth(date), -1))

const firstOfYear = (date: string) => `${date.slice(0, 4)}-01-01`
const year = (date: string) => Number(date.slice(0, 4))

/** The days a view shows round a date: itself, its week, the whole weeks of its month, or its year. */
export function daysShown(view: CalendarView, date: string): Days {
  if (view === 'day') return { from: date, to: date }
  if (view === 'year') return { from: firstOfYear(date), to: `${date.slice(0, 4)}-12-31` }
  if (view !== 'month') return { from: mondayOf(date), to: addDays(mondayOf(date), 6) }
  const last = addDays(nextMonth(date), -1)
  return { from: mondayOf(firstOfMonth(date)), to: addDays(mondayOf(last), 6) }
}

/** The date to show for one step on or back: the first of the next month or year, or the same weekday of the next week. */
export function stepFrom(view: CalendarView, date: string, step: 1 | -1): string {
  if (view === 'day') return addDays(date, step)
  if (view === 'year') return `${year(date) + step}-01-01`
  if (view !== 'month') return addDays(date, 7 * step)
  return step === 1 ? nextMonth(date) : monthBefore(date)
}

/** The months of a year, each with its first and last day. */
export const monthsOfYear = (date: string): Days[] =>
  Array.from({ length: 12 }, (_, month) => {
    const from = `${date.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-01`
    return { from, to: addDays(nextMonth(from), -1) }
  })

/** `23 November to 29 November 2026`, `November 2026`, `Monday 23 November 2026` or `2026`. */
export function daysInWords(view: CalendarView, date: string): string {
  if (view === 'year') return date.slice(0, 4)
  if (view === 'day') return fullDate(date)
  if (view === 'month') return fullDate(date).split(' ').slice(2).join(' ')
  const { from, to } = daysShown(view, date)
  return dateRange(from, to)
}

/** Whether today lies among the days shown. */
export const showsToday = (view: CalendarView, date: string, today: string): boolean => {
  const { from, to } = daysShown(view, date)
  return daysBetween(from, today) >= 0 && daysBetween(today, to) >= 0
}
