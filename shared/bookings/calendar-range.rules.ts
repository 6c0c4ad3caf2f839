import { addDays, daysBetween, mondayOf } from '../time/civil.ts'
import { dateRange, fullDate } from '../time/format.ts'

export const calendarViews = ['week', 'month', 'list'] as const
export type CalendarView = (typeof calendarViews)[number]

/** Local dates, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

const firstOfMonth = (date: string) => `${date.slice(0, 8)}01`
const nextMonth = (date: string) => firstOfMonth(addDays(firstOfMonth(date), 31))
const monthBefore = (date: string) => firstOfMonth(addDays(firstOfMonth(date), -1))

/** The days a view shows round a date: its week, or the whole weeks of its month. */
export function daysShown(view: CalendarView, date: string): Days {
  if (view !== 'month') return { from: mondayOf(date), to: addDays(mondayOf(date), 6) }
  const last = addDays(nextMonth(date), -1)
  return { from: mondayOf(firstOfMonth(date)), to: addDays(mondayOf(last), 6) }
}

/** The date to show for one step on or back: the first of the next month, or the same weekday of the next week. */
export function stepFrom(view: CalendarView, date: string, step: 1 | -1): string {
  if (view !== 'month') return addDays(date, 7 * step)
  return step === 1 ? nextMonth(date) : monthBefore(date)
}

/** `23 November to 29 November 2026`, or `November 2026`. */
export function daysInWords(view: CalendarView, date: string): string {
  if (view === 'month') return fullDate(date).split(' ').slice(2).join(' ')
  const { from, to } = daysShown(view, date)
  return dateRange(from, to)
}

/** Whether today lies among the days shown. */
export const showsToday = (view: CalendarView, date: string, today: string): boolean => {
  const { from, to } = daysShown(view, date)
  return daysBetween(from, today) >= 0 && daysBetween(today, to) >= 0
}
