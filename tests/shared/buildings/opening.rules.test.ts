import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contradict, isOpenFor, openOn, overlapping, type Opening } from '../../../shared/buildings/opening.rules.ts' // prettier-ignore

const stretch = (opens: string, closes: string) => ({ opens, closes })
const MONDAY = '2026-11-23'
/** Closed over lunch on Mondays, open all Tuesday, an evening on Wednesdays. */
const usual: Opening = {
  weekly: [
    { weekday: 1, ...stretch('13:00', '17:00') },
    { weekday: 1, ...stretch('09:00', '12:00') },
    { weekday: 2, ...stretch('09:00', '17:00') },
    { weekday: 3, ...stretch('17:00', '20:30') },
  ],
  exceptions: [],
  opensOnBankHolidays: false,
}
const open = (
  opening: Opening,
  date: string,
  start: string,
  end: string,
  bankHoliday: string | null = null,
) => isOpenFor(openOn(opening, date, bankHoliday), { start: `${date}T${start}`, end: `${date}T${end}` })

describe('a time is within the hours', () => {
  test('from the minute the building opens to the minute it closes, and not a minute before or after', () => {
    expect(open(usual, MONDAY, '09:00', '12:00')).toBe(true)
    expect(open(usual, MONDAY, '08:59', '12:00')).toBe(false)
    expect(open(usual, MONDAY, '09:00', '12:01')).toBe(false)
  })

  test('not across lunch when the building is shut then, although both ends are within the hours', () => {
    expect(open(usual, MONDAY, '11:00', '14:00')).toBe(false)
    expect(open(usual, MONDAY, '12:00', '13:00')).toBe(false)
    expect(open(usual, MONDAY, '13:00', '14:00')).toBe(true)
  })

  test('across two stretches that touch', () => {
    const touching = { ...usual, weekly: [{ weekday: 1, ...stretch('12:00', '17:00') }, { weekday: 1, ...stretch('09:00', '12:00') }] } // prettier-ignore
    expect(open(touching, MONDAY, '11:00', '13:00')).toBe(true)
  })

  test('on its own weekday only', () => {
    expect(open(usual, '2026-11-24', '12:00', '13:00')).toBe(true)
    expect(open(usual, '2026-11-25', '12:00', '13:00')).toBe(false)
    expect(open(usual, '2026-11-25', '17:00', '20:30')).toBe(true)
    expect(open(usual, '2026-11-26', '12:00', '13:00')).toBe(false)
  })

  test('always, where nobody has said when the building is open', () => {
    const unknown = { ...usual, weekly: [] }
    expect(openOn(unknown, MONDAY, 'A bank holiday')).toEqual({ known: false, hours: [], reason: null })
    expect(open(unknown, MONDAY, '03:00', '04:00')).toBe(true)
  })
})

describe('a bank holiday', () => {
  test('shuts the building, unless it opens on them', () => {
    expect(openOn(usual, MONDAY, 'Day off')).toEqual({ known: true, hours: [], reason: 'Day off' })
    const opens = { ...usual, opensOnBankHolidays: true }
    expect(open(opens, MONDAY, '09:00', '12:00', 'Day off')).toBe(true)
    expect(open(opens, MONDAY, '09:00', '12:01', 'Day off')).toBe(false)
  })
})

const exception = (fromDate: string, toDate: string, ...hours: { opens: string; closes: string }[]) => ({
  fromDate,
  toDate,
  reason: `${fromDate} to ${toDate}`,
  hours,
})

describe('a change of hours', () => {
  test('holds from its first day to its last, and not a day before or after', () => {
    const opening = { ...usual, exceptions: [exception('2026-11-23', '2026-11-30')] }
    for (const [date, isOpen] of [
      ['2026-11-16', true],
      ['2026-11-23', false],
      ['2026-11-30', false],
      ['2026-12-07', true],
    ] as const)
      // prettier-ignore
      expect([date, open(opening, date, '09:00', '12:00')]).toEqual([date, isOpen])
  })

  test('goes before a bank holiday, and before a weekday that is usually shut', () => {
    const opening = { ...usual, exceptions: [exception(MONDAY, MONDAY, stretch('10:00', '11:00'))] }
    expect(open(opening, MONDAY, '10:00', '11:00', 'Day off')).toBe(true)
    const saturday = {
      ...usual,
      exceptions: [exception('2026-11-28', '2026-11-28', stretch('10:00', '11:00'))],
    }
    expect(open(saturday, '2026-11-28', '10:00', '11:00')).toBe(true)
  })

  test('of a day goes before one of weeks that it lies within, in whichever order they were made', () => {
    const summer = exception('2026-11-01', '2026-11-30', stretch('10:00', '14:00'))
    const training = exception(MONDAY, MONDAY)
    for (const exceptions of [
      [summer, training],
      [training, summer],
    ]) {
      const opening = { ...usual, exceptions }
      expect(openOn(opening, MONDAY, null).reason).toBe(training.reason)
      expect(openOn(opening, '2026-11-24', null).reason).toBe(summer.reason)
    }
  })

  test('makes hours known for its days, where the week is not', () => {
    const opening = { ...usual, weekly: [], exceptions: [exception(MONDAY, MONDAY)] }
    expect(openOn(opening, MONDAY, null).known).toBe(true)
    expect(openOn(opening, '2026-11-24', null).known).toBe(false)
  })
})

describe('two changes of hours contradict each other', () => {
  const week = { fromDate: '2026-08-03', toDate: '2026-08-07' }
  test.each([
    ['a day apart', { fromDate: '2026-08-08', toDate: '2026-08-09' }, false],
    ['the same last day as first day', { fromDate: '2026-08-07', toDate: '2026-08-09' }, true],
    ['the same days', week, true],
    ['one within the other', { fromDate: '2026-08-04', toDate: '2026-08-05' }, false],
    ['one within the other, from its first day', { fromDate: '2026-08-03', toDate: '2026-08-04' }, false],
    ['one around the other', { fromDate: '2026-08-01', toDate: '2026-08-31' }, false],
  ])('%s', (_name, other, expected) => {
    expect(contradict(week, other)).toBe(expected)
    expect(contradict(other, week)).toBe(expected)
  })
})

test('stretches of a day overlap by a minute, and do not when they only touch', () => {
  expect(overlapping([stretch('12:00', '17:00'), stretch('09:00', '12:00')])).toBeNull()
  expect(overlapping([stretch('11:59', '17:00'), stretch('09:00', '12:00')])).toEqual([stretch('09:00', '12:00'), stretch('11:59', '17:00')]) // prettier-ignore
  expect(overlapping([])).toBeNull()
})

test('whatever the hours, a time is open exactly when each of its minutes is', () => {
  const minute = fc.integer({ min: 0, max: 1438 })
  const asText = (n: number) =>
    `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`
  const span = fc.tuple(minute, minute).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const)
  fc.assert(
    fc.property(fc.array(span, { maxLength: 5 }), span, (hours, [start, end]) => {
      const stretches = hours.map(([a, b]) => stretch(asText(a), asText(b)))
      const minutes = Array.from({ length: end - start }, (_, i) => start + i)
      const each = minutes.every((m) => hours.some(([a, b]) => a <= m && m < b))
      const day = {
        known: true,
        hours: stretches.toSorted((a, b) => (a.opens < b.opens ? -1 : 1)),
        reason: null,
      }
      expect(isOpenFor(day, { start: `${MONDAY}T${asText(start)}`, end: `${MONDAY}T${asText(end)}` })).toBe(
        each,
      )
    }),
  )
})
