import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datesOf } from '../../../shared/series/expand.rules.ts'
import type { Repeats } from '../../../shared/series/rule.ts'
import { addDays, daysBetween, mondayOf, weekdayOf } from '../../../shared/time/civil.ts'
import { after, aRule, on, take } from '../../support/series-rules.ts'

const someDay = fc.nat(4000).map((n) => addDays('2024-01-01', n))
const every = (max: number) => fc.integer({ min: 1, max })
const weekday = fc.integer({ min: 1, max: 7 })
const inWeeks = fc.record({
  kind: fc.constant('weeks' as const),
  every: every(8),
  weekdays: fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 }),
})
const inDays = fc.record({ kind: fc.constant('days' as const), every: every(40) })
const byDate = fc.record({
  kind: fc.constant('month-date' as const),
  every: every(12),
  day: fc.integer({ min: 1, max: 31 }),
  missing: fc.constantFrom('skip' as const, 'last-day' as const),
})
const byWeekday = fc.record({
  kind: fc.constant('month-weekday' as const),
  every: every(12),
  weekday,
  nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, -1 as const),
})
const anyRepeats: fc.Arbitrary<Repeats> = fc.oneof(
  inWeeks,
  inDays,
  byDate,
  byWeekday,
  fc.constant({ kind: 'years' as const }),
)

const firstOf = (firstDate: string, repeats: Repeats, n = 40) =>
  take(n, datesOf(aRule({ firstDate, repeats, ends: after(400) })))
const lastOfMonth = (date: string) => {
  const next = addDays(`${date.slice(0, 7)}-28`, 4)
  return Number(addDays(`${next.slice(0, 7)}-01`, -1).slice(8))
}
const monthsBetween = (a: string, b: string) =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7))

describe('laws of every rule', () => {
  test('dates only go forward, from the first date on', () => {
    fc.assert(
      fc.property(someDay, anyRepeats, (firstDate, repeats) => {
        let before = addDays(firstDate, -1)
        for (const date of firstOf(firstDate, repeats)) {
          expect(date > before).toBe(true)
          before = date
        }
      }),
    )
  })

  test('an end by date keeps exactly the dates up to it, itself included', () => {
    fc.assert(
      fc.property(someDay, anyRepeats, fc.nat(900), (firstDate, repeats, days) => {
        const end = addDays(firstDate, days)
        const wanted = firstOf(firstDate, repeats, 1500).filter((date) => date <= end)
        fc.pre(wanted.length > 0)
        expect([...datesOf(aRule({ firstDate, repeats, ends: on(end) }))]).toEqual(wanted)
      }),
    )
  })

  test('the computer’s own time zone makes no difference', () => {
    const here = process.env['TZ']
    const inZone = (zone: string, firstDate: string, repeats: Repeats) => {
      process.env['TZ'] = zone
      return firstOf(firstDate, repeats)
    }
    fc.assert(
      fc.property(someDay, anyRepeats, (firstDate, repeats) => {
        const london = inZone('Europe/London', firstDate, repeats)
        expect(inZone('America/New_York', firstDate, repeats)).toEqual(london)
        expect(inZone('Pacific/Kiritimati', firstDate, repeats)).toEqual(london)
      }),
    )
    process.env['TZ'] = here
  })
})

test('weeks agree with counting the days: the chosen weekdays of every so many weeks, and no others', () => {
  fc.assert(
    fc.property(someDay, inWeeks, (firstDate, repeats) => {
      const dates = firstOf(firstDate, repeats, 20)
      const day = (n: number) => addDays(firstDate, n)
      const wanted = (date: string) => repeats.weekdays.includes(weekdayOf(date))
      const week = mondayOf(Array.from({ length: 7 }, (_, n) => day(n)).find(wanted) ?? firstDate)
      const counted = Array.from({ length: daysBetween(firstDate, dates.at(-1) ?? firstDate) + 1 }, (_, n) =>
        day(n),
      ) // prettier-ignore
        .filter((date) => wanted(date) && (daysBetween(week, mondayOf(date)) / 7) % repeats.every === 0)
      expect(dates).toEqual(counted)
    }),
    { numRuns: 60 },
  )
})

test('days are so many days apart', () => {
  fc.assert(
    fc.property(someDay, inDays, (firstDate, repeats) => {
      for (const [n, date] of firstOf(firstDate, repeats).entries())
        expect(date).toBe(addDays(firstDate, n * repeats.every))
    }),
  )
})

test('months by date keep their day, or the last of a shorter month', () => {
  fc.assert(
    fc.property(someDay, byDate, (firstDate, repeats) => {
      const dates = firstOf(firstDate, repeats)
      for (const date of dates) {
        expect(Number(date.slice(8))).toBe(Math.min(repeats.day, repeats.missing === 'skip' ? repeats.day : lastOfMonth(date))) // prettier-ignore
        expect(monthsBetween(dates[0] ?? date, date) % repeats.every).toBe(0)
      }
      if (repeats.missing === 'last-day')
        for (const [n, date] of dates.entries())
          expect(monthsBetween(dates[0] ?? date, date)).toBe(n * repeats.every)
    }),
  )
})

test('months by weekday keep the weekday and its place in the month', () => {
  fc.assert(
    fc.property(someDay, byWeekday, (firstDate, repeats) => {
      const dates = firstOf(firstDate, repeats)
      for (const date of dates) {
        const day = Number(date.slice(8))
        expect(weekdayOf(date)).toBe(repeats.weekday)
        if (repeats.nth === -1) expect(day + 7).toBeGreaterThan(lastOfMonth(date))
        else expect(Math.ceil(day / 7)).toBe(repeats.nth)
        expect(monthsBetween(dates[0] ?? date, date) % repeats.every).toBe(0)
      }
    }),
  )
})
