import { describe, expect, test } from 'vitest'
import {
  bankHolidayOn,
  bankHolidayProblem,
  schoolDay,
  type Calendar,
} from '../../../shared/groups/calendar.rules.ts'
import { calendar2026 } from '../../support/plan-calendar.ts'

const kindOn = (date: string, calendar: Calendar = calendar2026) => schoolDay(calendar, date)

describe('the school year', () => {
  test('the first and the last day of a term are in term', () => {
    expect(kindOn('2026-04-13')).toEqual({ kind: 'term' })
    expect(kindOn('2026-05-22')).toEqual({ kind: 'term' })
  })

  test('the day before a term and the day after it are holiday', () => {
    expect(kindOn('2026-04-12')).toMatchObject({ kind: 'holiday' })
    expect(kindOn('2026-05-23')).toMatchObject({ kind: 'holiday' })
  })

  test('a gap inside one season is half term, and a gap between seasons is a school holiday', () => {
    expect(kindOn('2026-05-26')).toEqual({ kind: 'holiday', name: 'Half term' })
    expect(kindOn('2026-04-08')).toEqual({ kind: 'holiday', name: 'School holiday' })
    expect(kindOn('2026-08-04')).toEqual({ kind: 'holiday', name: 'School holiday' })
  })

  test('an autumn half term of two weeks is still half term', () => {
    const terms = [
      { name: 'Autumn term, first half', startsOn: '2028-08-21', endsOn: '2028-10-13' },
      { name: 'Autumn term, second half', startsOn: '2028-10-30', endsOn: '2028-12-20' },
    ]
    expect(schoolDay({ terms, bankHolidays: [] }, '2028-10-24')).toEqual({
      kind: 'holiday',
      name: 'Half term',
    })
  })

  test('terms named without seasons are told by the length of the gap', () => {
    const terms = (until: string) => [
      { name: 'Term 1', startsOn: '2026-09-01', endsOn: '2026-10-16' },
      { name: 'Term 2', startsOn: until, endsOn: '2026-12-18' },
    ]
    const on = (until: string) => schoolDay({ terms: terms(until), bankHolidays: [] }, '2026-10-20')
    expect(on('2026-10-28')).toEqual({ kind: 'holiday', name: 'Half term' })
    expect(on('2026-10-29')).toEqual({ kind: 'holiday', name: 'School holiday' })
  })

  test('only a weekend between two terms is no holiday', () => {
    const terms = [
      { name: 'Spring term, week 1', startsOn: '2026-01-05', endsOn: '2026-01-09' },
      { name: 'Spring term, week 2', startsOn: '2026-01-12', endsOn: '2026-01-16' },
    ]
    expect(schoolDay({ terms, bankHolidays: [] }, '2026-01-10')).toEqual({ kind: 'term' })
  })

  test('before the first and after the last term nobody knows, and it says so', () => {
    expect(kindOn('2025-08-01')).toEqual({
      kind: 'unknown',
      problem: 'No term dates are set before 26 August 2025',
    })
    expect(kindOn('2026-12-19')).toEqual({
      kind: 'unknown',
      problem: 'No term dates are set after 18 December 2026',
    })
    expect(kindOn('2026-05-26', { terms: [], bankHolidays: [] })).toEqual({
      kind: 'unknown',
      problem: 'No term dates are set',
    })
  })

  test('a year that was never entered is unknown, not one long holiday', () => {
    const terms = [
      { name: 'Summer term', startsOn: '2026-04-13', endsOn: '2026-07-10' },
      { name: 'Autumn term', startsOn: '2027-08-26', endsOn: '2027-10-15' },
    ]
    expect(schoolDay({ terms, bankHolidays: [] }, '2026-11-03')).toEqual({
      kind: 'unknown',
      problem: 'No term dates are set between 10 July 2026 and 26 August 2027',
    })
  })
})

describe('bank holidays', () => {
  test('a bank holiday has its name, and the day after has none', () => {
    expect(bankHolidayOn(calendar2026, '2026-05-25')).toBe('Spring bank holiday')
    expect(bankHolidayOn(calendar2026, '2026-05-26')).toBeNull()
  })

  test('a year without any was not entered', () => {
    expect(bankHolidayProblem(calendar2026, '2026-11-03')).toBeNull()
    expect(bankHolidayProblem(calendar2026, '2027-01-01')).toBe('No bank holidays are set for 2027')
  })
})
