import { describe, expect, test } from 'vitest'
import {
  daysInWords,
  daysShown,
  monthsOfYear,
  showsToday,
  stepFrom,
} from '../../../shared/bookings/calendar-range.rules.ts'

describe('the days a calendar shows', () => {
  test('are a week from Monday to Sunday, whichever day of it is asked for', () => {
    const week = { from: '2026-11-23', to: '2026-11-29' }
    for (const day of ['2026-11-23', '2026-11-26', '2026-11-29']) expect(daysShown('week', day)).toEqual(week)
    expect(daysShown('list', '2026-11-30').from).toBe('2026-11-30')
  })
  test('are the whole weeks of a month: six when it needs them, four when February does', () => {
    expect(daysShown('month', '2026-08-15')).toEqual({ from: '2026-07-27', to: '2026-09-06' })
    expect(daysShown('month', '2027-02-01')).toEqual({ from: '2027-02-01', to: '2027-02-28' })
  })
  test('are named as people say them', () => {
    expect(daysInWords('week', '2026-12-30')).toBe('28 December 2026 to 3 January 2027')
    expect(daysInWords('month', '2026-12-30')).toBe('December 2026')
  })
  test('hold today only when it is among them', () => {
    expect(showsToday('week', '2026-11-23', '2026-11-29')).toBe(true)
    expect(showsToday('week', '2026-11-23', '2026-11-30')).toBe(false)
    expect(showsToday('week', '2026-11-23', '2026-11-22')).toBe(false)
  })
})

test('a step goes a week or a month, over the ends of years and from the longest months', () => {
  expect(stepFrom('week', '2026-12-28', 1)).toBe('2027-01-04')
  expect(stepFrom('month', '2026-12-31', 1)).toBe('2027-01-01')
  expect(stepFrom('month', '2027-01-31', 1)).toBe('2027-02-01')
  expect(stepFrom('month', '2027-03-31', -1)).toBe('2027-02-01')
  expect(stepFrom('month', '2026-10-31', 1)).toBe('2026-11-01')
})

test('a day is itself, and a year is all of it, in months', () => {
  expect(daysShown('day', '2026-11-24')).toEqual({ from: '2026-11-24', to: '2026-11-24' })
  expect(daysShown('year', '2026-11-24')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  const months = monthsOfYear('2028-05-01')
  expect(months).toHaveLength(12)
  expect(months[1]).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect([stepFrom('day', '2026-12-31', 1), stepFrom('year', '2026-11-24', -1)]).toEqual([
    '2027-01-01',
    '2025-01-01',
  ])
  expect([daysInWords('day', '2026-11-24'), daysInWords('year', '2026-11-24')]).toEqual([
    'Tuesday 24 November 2026',
    '2026',
  ])
})
