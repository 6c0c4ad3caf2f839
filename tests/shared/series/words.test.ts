import { expect, test } from 'vitest'
import type { Repeats } from '../../../shared/series/rule.ts'
import { patternInWords } from '../../../shared/series/words.rules.ts'

const words = (repeats: Repeats) =>
  patternInWords({ firstDate: '2026-11-24', startTime: '10:00', endTime: '12:00', repeats })

test('a rule is said as a colleague would say it', () => {
  expect(words({ kind: 'weeks', every: 1, weekdays: [2] })).toBe('Tuesdays, 10am to midday, every week')
  expect(words({ kind: 'weeks', every: 2, weekdays: [4, 2] })).toBe('Tuesdays and Thursdays, 10am to midday, every 2 weeks') // prettier-ignore
  expect(words({ kind: 'once' })).toBe('24 Nov 2026, 10am to midday')
  expect(words({ kind: 'days', every: 1 })).toBe('Every day, 10am to midday')
  expect(words({ kind: 'days', every: 10 })).toBe('Every 10 days, 10am to midday')
  expect(words({ kind: 'month-weekday', every: 1, weekday: 5, nth: -1 })).toBe('The last Friday of the month, 10am to midday, every month') // prettier-ignore
  expect(words({ kind: 'years' })).toBe('24 Nov, 10am to midday, every year')
  expect(words({ kind: 'dates', dates: ['2026-11-24'] })).toBe('1 date picked by hand, 10am to midday')
})

test('what a monthly rule does in a month without its day is part of its words, and only where there is such a month', () => {
  const monthly = (day: number, missing: 'skip' | 'last-day') =>
    words({ kind: 'month-date', every: 1, day, missing })
  expect(monthly(28, 'skip')).toBe('Day 28 of the month, 10am to midday, every month')
  expect(monthly(29, 'skip')).toBe('Day 29 of the month, 10am to midday, every month, left out in a month without it') // prettier-ignore
  expect(monthly(31, 'last-day')).toBe('Day 31 of the month, 10am to midday, every month, or the last day of a shorter month') // prettier-ignore
})
