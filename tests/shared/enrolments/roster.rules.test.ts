import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enrolmentStatuses } from '../../../shared/enrolments/enrolments.contract.ts'
import { byDate, eventAsAt, isExpected, nextStep, type EnrolmentEvent } from '../../../shared/enrolments/roster.rules.ts' // prettier-ignore
import { ageRangeWords, ageWarning } from '../../../shared/enrolments/age.rules.ts'

const event = (onDate: string, status: EnrolmentEvent['status'], step = 1): EnrolmentEvent => ({
  onDate,
  step,
  status,
  reason: null,
})
const history = [event('2026-09-10', 'waiting'), event('2026-10-06', 'enrolled'), event('2026-11-03', 'withdrawn')] // prettier-ignore

describe('who is expected on a date', () => {
  test.each([
    ['the day before the history begins', '2026-09-09', false],
    ['while waiting', '2026-10-05', false],
    ['on the day of enrolling', '2026-10-06', true],
    ['the day before withdrawing', '2026-11-02', true],
    ['on the day of withdrawing', '2026-11-03', false],
    ['long after', '2027-01-01', false],
  ])('%s', (_when, date, expected) => expect(isExpected(history, date)).toBe(expected))

  test('the last line of a day decides that day', () => {
    expect(isExpected([event('2026-10-06', 'enrolled', 1), event('2026-10-06', 'withdrawn', 2)], '2026-10-06')).toBe(false) // prettier-ignore
    expect(isExpected([event('2026-10-06', 'withdrawn', 1), event('2026-10-06', 'enrolled', 2)], '2026-10-06')).toBe(true) // prettier-ignore
  })

  test('nobody is expected without a history', () => expect(isExpected([], '2026-10-06')).toBe(false))

  test('the next line of a day comes after those that are there', () => {
    expect(nextStep(history, '2026-10-06')).toBe(2)
    expect(nextStep(history, '2026-10-07')).toBe(1)
  })
})

describe('a roster', () => {
  const dates = fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}`)
  const histories = fc
    .uniqueArray(fc.tuple(dates, fc.integer({ min: 1, max: 4 })), { selector: (pair) => pair.join() })
    .chain(
      (pairs) =>
      fc.tuple(...pairs.map(([date, step]) => fc.constantFrom(...enrolmentStatuses).map((s) => event(date, s, step)))), // prettier-ignore
    )

  test('does not depend on the order in which the lines were written', () =>
    fc.assert(
      fc.property(histories, dates, (lines, date) => {
        expect(eventAsAt(lines.toReversed(), date)).toEqual(eventAsAt(lines, date))
      }),
    ))

  test('of the past is not changed by a line after it', () =>
    fc.assert(
      fc.property(histories, dates, fc.constantFrom(...enrolmentStatuses), (lines, date, status) => {
        expect(eventAsAt([...lines, event('2026-10-29', status)], date)).toEqual(eventAsAt(lines, date))
      }),
    ))

  test('is the line that no other line comes after', () =>
    fc.assert(
      fc.property(histories, dates, (lines, date) => {
        const holding = eventAsAt(lines, date)
        for (const line of lines.filter((l) => l.onDate <= date))
          expect(holding && byDate(line, holding)).toBeLessThanOrEqual(0)
      }),
    ))
})

describe('the age warning', () => {
  const range = { from: 8, to: 12 }
  const start = '2026-10-06'
  test.each([
    ['the day before the eighth birthday', '2018-10-07', 'Aged 7 on 6 October 2026. The programme is for ages 8 to 12.'], // prettier-ignore
    ['on the eighth birthday', '2018-10-06', null],
    ['the day before the thirteenth birthday', '2013-10-07', null],
    ['on the thirteenth birthday', '2013-10-06', 'Aged 13 on 6 October 2026. The programme is for ages 8 to 12.'], // prettier-ignore
    ['without a date of birth', null, null],
  ])('%s', (_when, birth, warning) => expect(ageWarning(birth, start, range)).toBe(warning))

  test('a programme for any age warns of nobody', () => {
    expect(ageWarning('2018-10-07', start, { from: null, to: null })).toBeNull()
    expect(ageRangeWords({ from: 16, to: null })).toBe('16 and over')
    expect(ageRangeWords({ from: null, to: 4 })).toBe('4 and under')
  })
})
