import { describe, expect, test } from 'vitest'
import { leftOutInWords } from '../../../shared/series/left-out.rules.ts'
import { refuseNothing } from '../../../shared/series/plan.rules.ts'
import { dateOf, timeOf, weekdayOf } from '../../../shared/time/civil.ts'
import { kept, plan, rowOn, type Change } from '../../support/planned.ts'
import { after, on, weeks } from '../../support/series-rules.ts'

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

describe('an end by date', () => {
  test('ten Mondays less two bank holidays are eight sessions to 22 June, and the two are told', () => {
    const { rows } = plan({ ends: on('2026-06-22'), skipBankHolidays: true })
    expect(rows.filter((row) => row.state === 'keep')).toHaveLength(8)
    expect(rows.at(-1)).toMatchObject({ date: '2026-06-22', number: 8 })
    expect(leftOutInWords(rows)).toBe('2 bank holidays left out')
  })

  test('several kinds are told together, and none when nothing is left out', () => {
    const edits = [{ date: '2026-04-27', choice: 'skip' }] as const
    expect(leftOutInWords(plan({ skipBankHolidays: true, edits }).rows)).toBe('1 date by hand and 2 bank holidays left out') // prettier-ignore
    const term = { firstDate: '2026-05-19', repeats: weeks([2]), ends: after(1) } as const
    expect(leftOutInWords(plan({ ...term, school: 'holidays' }).rows)).toBe('1 date in term time left out')
    expect(leftOutInWords(plan({ ...term, school: 'term', ends: after(2) }).rows)).toBe('1 school holiday left out') // prettier-ignore
    expect(leftOutInWords(plan().rows)).toBeNull()
  })

  test('a fifth Monday that is a bank holiday is left out, and the next fifth Monday takes its place', () => {
    const fifth = { kind: 'month-weekday', every: 1, weekday: 1, nth: 5 } as const
    const rule = { firstDate: '2026-03-30', repeats: fifth, ends: after(3), skipBankHolidays: true }
    expect(kept(rule)).toEqual(['2026-03-30', '2026-06-29', '2026-11-30'])
    expect(rowOn('2026-08-31', rule)).toMatchObject({ kind: 'bank-holiday', reason: 'Summer bank holiday' })
  })
})

describe('school holidays only', () => {
  test('term is left out, and the holidays are held by their name', () => {
    const rule = { firstDate: '2026-05-19', repeats: weeks([2]), school: 'holidays', ends: after(2) } as const
    expect(kept(rule)).toEqual(['2026-05-26', '2026-07-14'])
    expect(rowOn('2026-05-19', rule)).toMatchObject({
      state: 'skip',
      kind: 'holiday',
      reason: 'In term time',
    })
    expect(rowOn('2026-05-26', rule)).toMatchObject({ state: 'keep', reason: 'Half term', kind: null })
  })
})

describe('term time only', () => {
  test('half term and the long holidays are left out by name', () => {
    const rule = { firstDate: '2026-05-19', repeats: weeks([2]), school: 'term', ends: after(3) } as const
    expect(kept(rule)).toEqual(['2026-05-19', '2026-06-02', '2026-06-09'])
    expect(rowOn('2026-05-26', rule)).toMatchObject({ state: 'skip', reason: 'Half term' })
  })

  test('the bank holiday gives the reason on a day that is both', () => {
    expect(rowOn('2026-05-25', { school: 'term' })).toMatchObject({ reason: 'Spring bank holiday' })
  })

  test('dates after the last known term are kept and warned of, never silently taken for term', () => {
    const { rows, warnings } = plan({ firstDate: '2026-12-07', school: 'term', ends: after(4) })
    expect(rows.map((row) => row.state)).toEqual(['keep', 'keep', 'keep', 'keep'])
    expect(warnings).toEqual([
      'No term dates are set after 18 December 2026. 2 dates could not be checked against school holidays.',
    ])
  })

  test('nothing is said of missing term dates when they do not matter', () => {
    expect(plan({ firstDate: '2026-12-07', ends: after(4) }).warnings).toEqual([])
  })

  test('a year without bank holidays is warned of', () => {
    const { warnings } = plan({ firstDate: '2026-12-14', skipBankHolidays: true, ends: after(3) })
    expect(warnings).toEqual([
      'No bank holidays are set for 2027. 1 date could not be checked against bank holidays.',
    ])
  })

  test('many years without bank holidays are warned of in one sentence', () => {
    const yearly = { firstDate: '2026-12-14', repeats: { kind: 'years' as const }, skipBankHolidays: true }
    expect(plan({ ...yearly, ends: after(4) }).warnings).toEqual([
      'No bank holidays are set for 2027 to 2029. 3 dates could not be checked against bank holidays.',
    ])
  })
})

describe('what a plan refuses', () => {
  const refusal = (change: Change) => {
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
    const closed = () => 'For good'
    expect(refusal({ closed })).toBe(
      'Only 0 of 10 sessions can be placed: 1,500 dates were tried and the others are left out. Nothing was saved. Ask for fewer sessions, or run on some of the days left out.',
    )
    expect(refusal({ closed, skipClosures: false })).toBe('accepted')
  })

  test('more dates than anybody would read through', () => {
    const daily = { repeats: { kind: 'days', every: 1 } } as const
    expect(refusal({ ...daily, ends: on('2027-05-25') })).toContain('more than 400 dates')
    expect(refusal({ ...daily, ends: on('2027-05-24') })).toBe('accepted')
  })

  test('a run of which every date is left out, when it is to be saved', () => {
    const { rows } = plan({ firstDate: '2026-05-25', ends: on('2026-05-25'), skipBankHolidays: true })
    expect(() => refuseNothing(rows)).toThrow('Every one of 1 date is left out, so nothing was saved.')
    refuseNothing(plan().rows)
  })

  test('a time that the clocks skip', () => {
    const night = { firstDate: '2026-03-29', repeats: weeks([7]), ends: after(1) }
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
      repeats: weeks([2]),
      startTime: '19:00',
      endTime: '20:30',
      ends: after(6),
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
      repeats: weeks([7]),
      startTime: '09:00',
      endTime: '11:00',
      ends: after(3),
    })
    expect(rows.map((row) => `${row.startsAt} ${timeOf(row.endsAt)}`)).toEqual([
      '2026-03-22T09:00 11:00',
      '2026-03-29T09:00 11:00',
      '2026-04-05T09:00 11:00',
    ])
  })

  test('a session made on the day the clocks go back, or forward, lasts as long as on any other', () => {
    for (const firstDate of ['2026-03-29', '2026-10-25']) {
      const once = { firstDate, repeats: { kind: 'once' }, startTime: '09:00', endTime: '11:00' } as const
      expect(plan(once).rows).toMatchObject([
        { startsAt: `${firstDate}T09:00`, endsAt: `${firstDate}T11:00` },
      ])
    }
  })

  test('half past midnight on a Monday in summer is a Monday', () => {
    const { rows } = plan({ startTime: '00:30', endTime: '01:30', ends: after(3) })
    expect(rows.map((row) => weekdayOf(dateOf(row.startsAt)))).toEqual([1, 1, 1])
  })
})
