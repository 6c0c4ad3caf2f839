import { describe, expect, test } from 'vitest'
import { firstOnWeekday, planDates, type DateRule } from '../../../shared/groups/plan.rules.ts'
import { addDays, dateOf, timeOf, weekdayOf } from '../../../shared/time/civil.ts'
import { aRule, hall, room2 } from '../../support/plan-rules.ts'
import { calendar2026 } from '../../support/plan-calendar.ts'

const plan = (change: Partial<DateRule> = {}, calendar = calendar2026) => planDates(aRule(change), calendar)
const kept = (change: Partial<DateRule> = {}) =>
  plan(change)
    .rows.filter((row) => row.state === 'keep')
    .map((row) => dateOf(row.startsAt))
const rowOn = (date: string, change: Partial<DateRule> = {}) =>
  plan(change).rows.find((row) => row.date === date)

describe('leaving out bank holidays', () => {
  test('ten Mondays from 20 April 2026 are ten sessions, and the last is on 6 July', () => {
    expect(kept({ skipBankHolidays: true })).toEqual([
      '2026-04-20',
      '2026-04-27',
      '2026-05-11',
      '2026-05-18',
      '2026-06-01',
      '2026-06-08',
      '2026-06-15',
      '2026-06-22',
      '2026-06-29',
      '2026-07-06',
    ])
  })

  test('a date left out stays in the plan with the name of its holiday and no number', () => {
    expect(rowOn('2026-05-25', { skipBankHolidays: true })).toMatchObject({
      state: 'skip',
      reason: 'Spring bank holiday',
      number: null,
      edited: false,
    })
  })

  test('kept dates are numbered in order, over those left out', () => {
    const { rows } = plan({ skipBankHolidays: true })
    const numbers = rows.filter((row) => row.state === 'keep').map((row) => row.number)
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test('a bank holiday is kept, and still named, when nobody asked to leave them out', () => {
    expect(rowOn('2026-05-04')).toMatchObject({ state: 'keep', reason: 'Early May bank holiday' })
  })
})

describe('term time only', () => {
  test('half term and the long holidays are left out by name', () => {
    const rule = { firstDate: '2026-05-19', weekday: 2, termTimeOnly: true, sessions: 3 }
    expect(kept(rule)).toEqual(['2026-05-19', '2026-06-02', '2026-06-09'])
    expect(rowOn('2026-05-26', rule)).toMatchObject({ state: 'skip', reason: 'Half term' })
  })

  test('the bank holiday gives the reason on a day that is both', () => {
    expect(rowOn('2026-05-25', { termTimeOnly: true })).toMatchObject({ reason: 'Spring bank holiday' })
  })

  test('dates after the last known term are kept and warned of, never silently taken for term', () => {
    const { rows, warnings } = plan({ firstDate: '2026-12-07', termTimeOnly: true, sessions: 4 })
    expect(rows.map((row) => row.state)).toEqual(['keep', 'keep', 'keep', 'keep'])
    expect(warnings).toEqual([
      'No term dates are set after 18 December 2026. 2 dates could not be checked against school holidays.',
    ])
  })

  test('nothing is said of missing term dates when they do not matter', () => {
    expect(plan({ firstDate: '2026-12-07', sessions: 4 }).warnings).toEqual([])
  })

  test('a year without bank holidays is warned of', () => {
    const { warnings } = plan({ firstDate: '2026-12-14', skipBankHolidays: true, sessions: 3 })
    expect(warnings).toEqual([
      'No bank holidays are set for 2027. 1 date could not be checked against bank holidays.',
    ])
  })
})

describe('the first date', () => {
  test('is the first day on the weekday, on or after the date asked for', () => {
    expect(firstOnWeekday('2026-04-20', 1)).toBe('2026-04-20')
    expect(firstOnWeekday('2026-04-21', 1)).toBe('2026-04-27')
    expect(firstOnWeekday('2026-04-22', 4)).toBe('2026-04-23')
    expect(firstOnWeekday('2026-04-20', 7)).toBe('2026-04-26')
  })

  test('every two weeks means 14 days from the first that fits', () => {
    expect(kept({ firstDate: '2026-04-22', weekday: 2, everyWeeks: 2, sessions: 3 })).toEqual([
      '2026-04-28',
      '2026-05-12',
      '2026-05-26',
    ])
  })
})

describe('changes by hand', () => {
  test('a date left out by hand moves the end by one', () => {
    const edits = [{ date: '2026-04-27', choice: 'skip' }] as const
    expect(kept({ sessions: 3, edits })).toEqual(['2026-04-20', '2026-05-04', '2026-05-11'])
    expect(rowOn('2026-04-27', { edits })).toMatchObject({ reason: 'Left out by hand', edited: true })
  })

  test('a session can be held although it is a holiday', () => {
    const edits = [{ date: '2026-05-25', choice: 'run' }] as const
    expect(rowOn('2026-05-25', { skipBankHolidays: true, termTimeOnly: true, edits })).toMatchObject({
      state: 'keep',
      reason: 'Spring bank holiday',
      edited: true,
    })
  })

  test('a moved date keeps the name that the rule gave it', () => {
    const edits = [
      { date: '2026-05-04', newDate: '2026-05-05', startTime: '13:00', endTime: '15:00', roomId: room2 },
    ]
    expect(rowOn('2026-05-04', { skipBankHolidays: true, edits })).toEqual({
      date: '2026-05-04',
      state: 'keep',
      number: 3,
      startsAt: '2026-05-05T13:00',
      endsAt: '2026-05-05T15:00',
      roomId: room2,
      reason: null,
      edited: true,
    })
  })

  test('a date moved onto a holiday is left out, unless somebody says that it runs', () => {
    const edit = { date: '2026-05-18', newDate: '2026-05-25' }
    const rule = { skipBankHolidays: true, sessions: 3, firstDate: '2026-05-11' }
    expect(rowOn('2026-05-18', { ...rule, edits: [edit] })?.state).toBe('skip')
    expect(rowOn('2026-05-18', { ...rule, edits: [{ ...edit, choice: 'run' }] })?.state).toBe('keep')
  })

  test('a date moved past another is numbered in the order of time', () => {
    const edits = [{ date: '2026-04-20', newDate: '2026-04-28' }]
    const { rows } = plan({ sessions: 3, edits })
    expect(rows.map((row) => [row.date, row.number])).toEqual([
      ['2026-04-27', 1],
      ['2026-04-20', 2],
      ['2026-05-04', 3],
    ])
  })

  test('an edit that repeats the rule is no edit', () => {
    const edits = [{ date: '2026-04-20', newDate: '2026-04-20', startTime: '10:00', roomId: hall }]
    expect(rowOn('2026-04-20', { edits })?.edited).toBe(false)
  })

  test('a change to a date that is no longer in the plan is said, not lost in silence', () => {
    expect(plan({ edits: [{ date: '2026-04-21', choice: 'skip' }] }).warnings).toEqual([
      '1 change made by hand is to dates that are no longer in the plan.',
    ])
  })
})

describe('what a plan refuses', () => {
  const refusal = (change: Partial<DateRule>) => {
    try {
      plan(change)
      return 'accepted'
    } catch (error) {
      return error instanceof Error ? error.message : 'not an error'
    }
  }

  test('two sessions at one time', () => {
    const edits = [{ date: '2026-04-27', newDate: '2026-04-20', startTime: '11:00', endTime: '13:00' }]
    expect(refusal({ edits })).toContain('at the same time on Monday 20 April 2026')
  })

  test('but not one that starts exactly when the other ends', () => {
    const edits = [{ date: '2026-04-27', newDate: '2026-04-20', startTime: '12:00', endTime: '13:00' }]
    expect(refusal({ edits })).toBe('accepted')
  })

  test('a session that ends before it starts', () => {
    expect(refusal({ edits: [{ date: '2026-04-27', startTime: '12:00' }] })).toContain('before it starts')
    expect(refusal({ edits: [{ date: '2026-04-27', startTime: '11:59' }] })).toBe('accepted')
  })

  test('a rule that never ends, with a clear message', () => {
    const edits = Array.from({ length: 260 }, (_, n) => ({
      date: addDays('2026-04-20', 7 * n),
      choice: 'skip' as const,
    }))
    expect(refusal({ edits })).toContain('Only 0 of 10 sessions can be placed')
    expect(refusal({ sessions: 1, edits: edits.slice(0, 259) })).toBe('accepted')
  })

  test('a time that the clocks skip', () => {
    const night = { firstDate: '2026-03-29', weekday: 7, sessions: 1 }
    expect(refusal({ ...night, startTime: '01:30', endTime: '03:00' })).toContain('There is no 1:30am')
    expect(refusal({ ...night, startTime: '02:00', endTime: '03:00' })).toBe('accepted')
    expect(refusal({ ...night, firstDate: '2026-10-25', startTime: '01:30', endTime: '03:00' })).toBe(
      'accepted',
    )
  })
})

describe('across the change of the clocks', () => {
  test('Tuesdays at 7pm from 6 October 2026 are all at 7pm', () => {
    const { rows } = plan({
      firstDate: '2026-10-06',
      weekday: 2,
      startTime: '19:00',
      endTime: '20:30',
      sessions: 6,
    })
    expect(rows.map((row) => row.startsAt)).toEqual([
      '2026-10-06T19:00',
      '2026-10-13T19:00',
      '2026-10-20T19:00',
      '2026-10-27T19:00',
      '2026-11-03T19:00',
      '2026-11-10T19:00',
    ])
  })

  test('both sides of the last Sunday in March, and the day itself, keep their wall time', () => {
    const { rows } = plan({
      firstDate: '2026-03-22',
      weekday: 7,
      startTime: '09:00',
      endTime: '11:00',
      sessions: 3,
    })
    expect(rows.map((row) => `${row.startsAt} ${timeOf(row.endsAt)}`)).toEqual([
      '2026-03-22T09:00 11:00',
      '2026-03-29T09:00 11:00',
      '2026-04-05T09:00 11:00',
    ])
  })

  test('half past midnight on a Monday in summer is a Monday', () => {
    const { rows } = plan({ startTime: '00:30', endTime: '01:30', sessions: 3 })
    expect(rows.map((row) => weekdayOf(dateOf(row.startsAt)))).toEqual([1, 1, 1])
  })
})
