import { describe, expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { datesOf, type DateRule } from '../../../shared/series/expand.rules.ts'
import { ruleSchema, type Repeats } from '../../../shared/series/rule.ts'
import { after, aRule, on, take, weeks } from '../../support/series-rules.ts'

/** The first so many dates of a rule. */
const first = (n: number, change: Partial<DateRule>): string[] =>
  take(n, datesOf(aRule({ ends: after(400), ...change })))
const all = (change: Partial<DateRule>): string[] => [...datesOf(aRule(change))]

const monthDate = (day: number, missing: 'skip' | 'last-day', every = 1): Repeats => ({
  kind: 'month-date',
  every,
  day,
  missing,
})
const monthly = (nth: 1 | 2 | 3 | 4 | 5 | -1, weekday: number, every = 1): Repeats => ({
  kind: 'month-weekday',
  every,
  weekday,
  nth,
})

describe('every so many weeks', () => {
  test('Tuesdays and Thursdays from a Wednesday begin on the Thursday, and the last date is included', () => {
    const repeats = weeks([2, 4])
    expect(all({ firstDate: '2026-04-22', repeats, ends: on('2026-05-05') })).toEqual([
      '2026-04-23',
      '2026-04-28',
      '2026-04-30',
      '2026-05-05',
    ])
    expect(all({ firstDate: '2026-04-22', repeats, ends: on('2026-05-04') }).at(-1)).toBe('2026-04-30')
  })

  test('every second week counts from the first date that fits, in weeks that begin on Monday', () => {
    expect(first(3, { firstDate: '2026-04-22', repeats: weeks([2], 2) })).toEqual([
      '2026-04-28',
      '2026-05-12',
      '2026-05-26',
    ])
    expect(first(4, { firstDate: '2026-04-22', repeats: weeks([1, 4], 2) })).toEqual([
      '2026-04-23',
      '2026-05-04',
      '2026-05-07',
      '2026-05-18',
    ])
  })

  test('weekdays are given in any order, and twice is once', () => {
    expect(first(2, { repeats: weeks([4, 1, 4]) })).toEqual(['2026-04-20', '2026-04-23'])
  })

  test('every four weeks is not every month', () => {
    const four = first(4, { firstDate: '2026-01-05', repeats: weeks([1], 4) })
    const month = first(4, { firstDate: '2026-01-05', repeats: monthDate(5, 'skip') })
    expect(four).toEqual(['2026-01-05', '2026-02-02', '2026-03-02', '2026-03-30'])
    expect(month).toEqual(['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05'])
  })
})

describe('every so many days', () => {
  test('across both clock changes, no day twice and none left out', () => {
    const march = all({ firstDate: '2026-03-27', repeats: { kind: 'days', every: 1 }, ends: on('2026-03-31') }) // prettier-ignore
    expect(march).toEqual(['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31'])
    expect(
      first(3, { firstDate: '2026-10-24', repeats: { kind: 'days', every: 1 } }),
    ).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']) // prettier-ignore
  })

  test('counted from the first date', () => {
    expect(first(3, { repeats: { kind: 'days', every: 10 } })).toEqual(['2026-04-20', '2026-04-30', '2026-05-10']) // prettier-ignore
  })
})

describe('every month by date', () => {
  test('the 31st is left out of shorter months, where that is the rule', () => {
    expect(first(5, { firstDate: '2026-01-31', repeats: monthDate(31, 'skip') })).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
      '2026-07-31',
      '2026-08-31',
    ])
  })

  test('or is the last day of a shorter month, and does not drift to the 28th after February', () => {
    expect(first(5, { firstDate: '2026-01-31', repeats: monthDate(31, 'last-day') })).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
    expect(first(3, { firstDate: '2028-01-30', repeats: monthDate(30, 'last-day') })).toEqual([
      '2028-01-30',
      '2028-02-29',
      '2028-03-30',
    ])
  })

  test('no date is before the first: a day already past waits for the next month', () => {
    expect(first(1, { firstDate: '2026-01-31', repeats: monthDate(30, 'last-day') })).toEqual(['2026-02-28'])
    expect(first(2, { firstDate: '2026-01-06', repeats: monthDate(5, 'skip') })).toEqual(['2026-02-05', '2026-03-05']) // prettier-ignore
  })

  test('every third month counts from the first that fits', () => {
    expect(first(3, { firstDate: '2026-02-05', repeats: monthDate(31, 'skip', 3) })).toEqual([
      '2026-03-31',
      // June and September have no 31st.
      '2026-12-31',
      '2027-03-31',
    ])
  })
})

describe('every month by weekday', () => {
  test('a fifth Monday is only where there is one', () => {
    expect(first(4, { firstDate: '2026-03-30', repeats: monthly(5, 1) })).toEqual([
      '2026-03-30',
      '2026-06-29',
      '2026-08-31',
      '2026-11-30',
    ])
  })

  test('the last Friday is neither the fourth nor the fifth', () => {
    const firstDate = '2026-04-20'
    expect(first(3, { firstDate, repeats: monthly(-1, 5) })).toEqual(['2026-04-24', '2026-05-29', '2026-06-26']) // prettier-ignore
    expect(first(3, { firstDate, repeats: monthly(4, 5) })).toEqual(['2026-04-24', '2026-05-22', '2026-06-26']) // prettier-ignore
    expect(first(2, { firstDate, repeats: monthly(5, 5) })).toEqual(['2026-05-29', '2026-07-31'])
  })

  test('every second month', () => {
    expect(first(2, { firstDate: '2026-04-08', repeats: monthly(1, 2, 2) })).toEqual(['2026-05-05', '2026-07-07']) // prettier-ignore
  })
})

describe('every year', () => {
  test('on the day of the first', () => {
    expect(first(2, { repeats: { kind: 'years' } })).toEqual(['2026-04-20', '2027-04-20'])
  })

  test('29 February is left out of the other years, and out of 2100', () => {
    const repeats = { kind: 'years' } as const
    expect(first(2, { firstDate: '2028-02-29', repeats })).toEqual(['2028-02-29', '2032-02-29'])
    expect(first(2, { firstDate: '2096-02-29', repeats })).toEqual(['2096-02-29', '2104-02-29'])
  })
})

describe('dates without a rule', () => {
  test('once is one date', () => {
    expect(all({ repeats: { kind: 'once' } })).toEqual(['2026-04-20'])
  })

  test('dates picked by hand are these and no others, in order and each once', () => {
    const dates = ['2026-06-02', '2026-05-11', '2026-06-02', '2026-04-01']
    expect(all({ repeats: { kind: 'dates', dates }, ends: on('2026-01-01') })).toEqual([
      '2026-04-01',
      '2026-05-11',
      '2026-06-02',
    ])
  })
})

describe('what is refused, so that nothing is saved', () => {
  const refusal = (change: Partial<DateRule>) => {
    try {
      return all(change)
    } catch (error) {
      return error instanceof AppError ? `${error.code}: ${error.message}` : error
    }
  }

  test('weekdays that never fall between the first date and the end', () => {
    expect(refusal({ firstDate: '2026-04-21', repeats: weeks([1]), ends: on('2026-04-26') })).toBe(
      'INVALID_INPUT: None of the days chosen falls between Tuesday 21 April 2026 and Sunday 26 April 2026. Nothing was saved. Choose other days, or a later end.',
    )
    expect(refusal({ firstDate: '2026-04-21', repeats: weeks([1]), ends: on('2026-04-27') })).toEqual(['2026-04-27']) // prettier-ignore
  })

  test('an end before the first date, but not on it', () => {
    expect(refusal({ ends: on('2026-04-19') })).toMatch('before it begins on Monday 20 April 2026')
    expect(refusal({ ends: on('2026-04-20') })).toEqual(['2026-04-20'])
  })

  test('no weekday, no interval, no dates, and an end before its start are no rule', () => {
    const wrong = (change: object) => ruleSchema.safeParse({ ...aRule(), ...change }).success
    expect(wrong({})).toBe(true)
    expect(wrong({ repeats: { kind: 'weeks', every: 1, weekdays: [] } })).toBe(false)
    for (const every of [0, -1, 1.5]) expect(wrong({ repeats: { kind: 'days', every } })).toBe(false)
    expect(wrong({ repeats: { kind: 'dates', dates: [] } })).toBe(false)
    expect(wrong({ repeats: { kind: 'dates', dates: ['2026-02-30'] } })).toBe(false)
    expect(wrong({ startTime: '12:00', endTime: '12:00' })).toBe(false)
    expect(wrong({ ends: { kind: 'after', sessions: 0 } })).toBe(false)
  })
})

test('366 dates are found in a few milliseconds', () => {
  const year = { repeats: { kind: 'days', every: 1 } as const, ends: on('2027-04-20') }
  all(year)
  const began = performance.now()
  expect(all(year)).toHaveLength(366)
  // Ten times what it takes, so that a busy machine does not fail it.
  expect(performance.now() - began).toBeLessThan(60)
})
