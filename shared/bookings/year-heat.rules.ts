import { addDays, dateOf, weekdayOf } from '../time/civil.ts'
import type { Booking } from './bookings.contract.ts'
import { monthsOfYear } from './calendar-range.rules.ts'

/** One day of a year. */
export interface HeatDay {
  readonly date: string
  readonly bookings: number
  /** 0 nothing, then quarters of the fullest day: 1 to 4. */
  readonly heat: number
}
export interface HeatMonth {
  /** Its first day. */
  readonly from: string
  readonly bookings: number
  /** Weeks from Monday; null before its first day and after its last. */
  readonly weeks: readonly (readonly (HeatDay | null)[])[]
}

/** How much is on each day of a year, from the bookings that every other view shows. */
export function yearHeat(date: string, bookings: readonly Pick<Booking, 'startsAt'>[]): HeatMonth[] {
  const onDay = new Map<string, number>()
  for (const { startsAt } of bookings) onDay.set(dateOf(startsAt), (onDay.get(dateOf(startsAt)) ?? 0) + 1)
  const fullest = Math.max(0, ...onDay.values())
  const dayOf = (day: string): HeatDay => {
    const count = onDay.get(day) ?? 0
    return { date: day, bookings: count, heat: count === 0 ? 0 : Math.ceil((count / fullest) * 4) }
  }
  return monthsOfYear(date).map(({ from, to }) => {
    const days: HeatDay[] = []
    for (let day = from; day <= to; day = addDays(day, 1)) days.push(dayOf(day))
    return { from, bookings: days.reduce((sum, day) => sum + day.bookings, 0), weeks: inWeeks(days) }
  })
}

function inWeeks(days: readonly HeatDay[]): (HeatDay | null)[][] {
  const before = weekdayOf(days[0]?.date ?? '') - 1
  const cells = [...Array.from({ length: before }, () => null), ...days]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** How many bookings a day of each heat has at least and at most: the key. Heats that no day can have are left out. */
export function heatKey(fullest: number): { heat: number; least: number; most: number }[] {
  return [1, 2, 3, 4]
    .map((heat) => ({
      heat,
      least: Math.floor(((heat - 1) * fullest) / 4) + 1,
      most: Math.floor((heat * fullest) / 4),
    }))
    .filter(({ least, most }) => least <= most)
}
