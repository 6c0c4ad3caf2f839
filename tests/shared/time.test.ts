import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { wallTimeExists } from '../../shared/time/wall-time.ts'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMinutes,
  ageOn,
  civilNow,
  daysBetween,
  localDate,
  localDateTime,
  mondayOf,
  weekdayOf,
} from '../../shared/time/civil.ts'
import { readDate, readTime } from '../../shared/time/entry.ts'
import { ageInWords, clockTime, dateRange, fullDate, shortDay, timeRange } from '../../shared/time/format.ts'
import { overlaps } from '../../shared/time/interval.ts'

describe('dates', () => {
  test.each(['2026-02-31', '2026-13-01', '31/02/2026', '', '2027-02-29'])('%s is not a date', (text) => {
    expect(localDate.safeParse(text).success).toBe(false)
  })
  test.each([
    ['0026-11-23', false],
    ['1799-12-31', false],
    ['1800-01-01', true],
    ['2199-12-31', true],
    ['2200-01-01', false],
    ['9999-12-31', false],
  ])('the year of %s is one that a service can mean: %s', (text, right) => {
    expect(localDate.safeParse(text).success).toBe(right)
    expect(localDateTime.safeParse(`${text}T10:00`).success).toBe(right)
  })
  test('29 February is a date in a leap year only', () => {
    expect(localDate.safeParse('2028-02-29').success).toBe(true)
    expect(localDateTime.safeParse('2026-11-23T24:00').success).toBe(false)
  })
  test('a week on Tuesday stays a week on Tuesday across both clock changes', () => {
    expect(addDays('2026-03-24', 7)).toBe('2026-03-31')
    expect(addDays('2026-10-20', 7)).toBe('2026-10-27')
    expect([daysBetween('2026-03-28', '2026-03-30'), daysBetween('2026-10-24', '2026-10-26')]).toEqual([2, 2])
  })
  test('minutes are minutes of the wall clock, on the day the clock changes too', () => {
    expect(addMinutes('2026-03-29T00:30', 60)).toBe('2026-03-29T01:30')
    expect(addMinutes('2026-10-25T00:30', 180)).toBe('2026-10-25T03:30')
  })
  test('this moment is told by the clock on the wall in Leicestershire', () => {
    expect(civilNow(new Date('2026-03-29T00:59:59Z'))).toBe('2026-03-29T00:59')
    expect(civilNow(new Date('2026-03-29T01:00:00Z'))).toBe('2026-03-29T02:00')
    expect(civilNow(new Date('2026-10-25T00:59:00Z'))).toBe('2026-10-25T01:59')
    expect(civilNow(new Date('2026-10-25T01:00:00Z'))).toBe('2026-10-25T01:00')
    expect(civilNow(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01T00:30')
  })
  test('the week begins on Monday', () => {
    expect([mondayOf('2026-11-23'), mondayOf('2026-11-29')]).toEqual(['2026-11-23', '2026-11-23'])
    expect(weekdayOf('2026-11-29')).toBe(7)
  })
  test('somebody turns eight on the birthday and not the day before', () => {
    expect([ageOn('2018-11-23', '2026-11-22'), ageOn('2018-11-23', '2026-11-23')]).toEqual([7, 8])
    expect([ageOn(null, '2026-11-23'), ageOn('2027-01-01', '2026-11-23')]).toEqual([null, null])
  })
})

describe('two stretches of time', () => {
  const ten = { start: '2026-11-23T10:00', end: '2026-11-23T11:00' }
  test.each([
    ['touches before', '09:00', '10:00', false],
    ['touches after', '11:00', '12:00', false],
    ['runs one minute into it', '09:00', '10:01', true],
    ['begins one minute before its end', '10:59', '12:00', true],
    ['lies inside', '10:15', '10:45', true],
    ['lies around it', '09:00', '12:00', true],
    ['is the same', '10:00', '11:00', true],
  ])('one that %s', (_words, start, end, clash) => {
    const other = { start: `2026-11-23T${start}`, end: `2026-11-23T${end}` }
    expect([overlaps(ten, other), overlaps(other, ten)]).toEqual([clash, clash])
  })
  test('the same hours of another day', () => {
    expect(overlaps(ten, { start: '2026-11-24T10:00', end: '2026-11-24T11:00' })).toBe(false)
  })
})

describe('what is typed', () => {
  test.each([
    ['1/4/26', '2026-04-01'],
    ['01.04.2026', '2026-04-01'],
    ['1 Apr 2026', '2026-04-01'],
    ['1st April 2026', '2026-04-01'],
    ['Tue 29th Sept 2026', '2026-09-29'],
    ['010426', '2026-04-01'],
    ['2026-04-01', '2026-04-01'],
    ['today', '2026-11-23'],
    ['+7', '2026-11-30'],
    ['12/3/15', '2015-03-12'],
    ['12/3/46', '2046-03-12'],
    ['12/3/47', '1947-03-12'],
    ['24/11', '2026-11-24'],
    ['22/11', '2027-11-22'],
  ])('%s is the date %s', (text, date) => {
    expect(readDate(text, '2026-11-23')).toBe(date)
  })
  test.each([
    ['yesterday', '2026-11-22'],
    ['-7', '2026-11-16'],
    ['+7', '2026-11-30'],
  ])('%s is counted from today: %s', (text, date) => {
    expect(readDate(text, '2026-11-23')).toBe(date)
  })
  test.each([
    ['22 nov', '2026-11-22'],
    ['23/11', '2026-11-23'],
    ['24/11', '2025-11-24'],
    ['24/11/2026', '2026-11-24'],
  ])('where days gone by are meant, %s is %s', (text, date) => {
    expect(readDate(text, '2026-11-23', 'gone-by')).toBe(date)
  })
  test.each(['31/02/2026', '09/15/2026', 'soon', '', '1/4', '32 May'].filter((t) => t !== '1/4'))(
    '%s is no date',
    (text) => {
      expect(readDate(text, '2026-11-23')).toBeNull()
    },
  )
  test.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['9.30', '09:30'],
    ['9:30am', '09:30'],
    ['0930', '09:30'],
    ['2pm', '14:00'],
    ['2', '14:00'],
    ['0200', '02:00'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['midday', '12:00'],
    ['12 noon', '12:00'],
    ['17:45', '17:45'],
  ])('%s is the time %s', (text, time) => {
    expect(readTime(text)).toBe(time)
  })
  test.each(['25', '9:60', '13pm', 'later', ''])('%s is no time', (text) => {
    expect(readTime(text)).toBeNull()
  })
})

describe('what is shown', () => {
  test('dates and times are written as GOV.UK writes them', () => {
    expect(fullDate('2026-11-21')).toBe('Saturday 21 November 2026')
    expect(shortDay('2026-09-29')).toBe('Tue 29 Sep')
    expect(timeRange('09:00', '11:30')).toBe('9am to 11:30am')
    expect([
      clockTime('12:00'),
      clockTime('00:00'),
      clockTime('12:30'),
      clockTime('2026-11-23T15:05'),
    ]).toEqual(['midday', 'midnight', '12:30pm', '3:05pm'])
    expect(dateRange('2026-11-10', '2026-12-21')).toBe('10 November to 21 December 2026')
    expect(dateRange('2026-12-10', '2027-01-21')).toBe('10 December 2026 to 21 January 2027')
  })
  test('ages under five are told in years and months', () => {
    expect(ageInWords('2026-03-23', '2026-11-23')).toBe('8 months')
    expect(ageInWords('2024-08-23', '2026-11-23')).toBe('2 years 3 months')
    expect(ageInWords('2017-08-23', '2026-11-23')).toBe('9')
  })
})

test('minutes are added on the wall clock as the calendar library adds them, on any day and past midnight', () => {
  const dateTime = fc
    .tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 1439 }))
    .map(([day, minute]) =>
      Temporal.PlainDateTime.from('2026-01-01T00:00').add({ days: day, minutes: minute }),
    )
  fc.assert(
    fc.property(dateTime, fc.integer({ min: -3000, max: 3000 }), (from, minutes) => {
      const text = (one: Temporal.PlainDateTime) => one.toString().slice(0, 16)
      expect(addMinutes(text(from), minutes)).toBe(text(from.add({ minutes })))
    }),
  )
})

test('only the hour from 1am on the Sunday that clocks go forward is missing from the wall', () => {
  const missing: string[] = []
  for (const date of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-25'])
    for (let hour = 0; hour < 24; hour++) {
      const time = `${date}T${String(hour).padStart(2, '0')}:30`
      if (!wallTimeExists(time)) missing.push(time)
    }
  expect(missing).toEqual(['2026-03-29T01:30'])
})

test('a date exists exactly when the calendar library has it', () => {
  const number = (max: number) => fc.integer({ min: 0, max })
  const two = (n: number) => String(n).padStart(2, '0')
  const has = (text: string) => {
    try {
      return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
    } catch {
      return false
    }
  }
  fc.assert(
    fc.property(fc.integer({ min: 1800, max: 2199 }), number(13), number(32), (year, month, day) => {
      const text = `${year}-${two(month)}-${two(day)}`
      expect(localDate.safeParse(text).success).toBe(has(text))
    }),
    { numRuns: 2000 },
  )
})
