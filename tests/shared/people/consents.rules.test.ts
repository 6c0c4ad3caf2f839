import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consentState, consentWarning, isGiven, lineAsAt, type ConsentLine } from '../../../shared/people/consents.rules.ts' // prettier-ignore
import { addDays } from '../../../shared/time/civil.ts'

const said = (answer: 'yes' | 'no', onDate: string, untilDate: string | null = null, step = 1): ConsentLine => ({ answer, onDate, step, untilDate }) // prettier-ignore

describe('how a consent stands', () => {
  test('is not asked when nobody asked, which is not no', () => {
    expect(consentState([], '2026-11-23')).toBe('not-asked')
    expect(consentState([said('no', '2026-11-01')], '2026-11-23')).toBe('no')
  })

  test('is what was said last on or before the day', () => {
    const lines = [said('no', '2026-11-20'), said('yes', '2026-10-01')]
    expect(consentState(lines, '2026-09-30')).toBe('not-asked')
    expect(consentState(lines, '2026-10-01')).toBe('yes')
    expect(consentState(lines, '2026-11-19')).toBe('yes')
    expect(consentState(lines, '2026-11-20')).toBe('no')
  })

  test('is the second answer of a day, whatever the order they are read in', () => {
    const lines = [said('yes', '2026-11-20', null, 2), said('no', '2026-11-20', null, 1)]
    expect(consentState(lines, '2026-11-20')).toBe('yes')
    expect(consentState(lines.toReversed(), '2026-11-20')).toBe('yes')
  })

  test('holds through its last day, and is warned of for four weeks before', () => {
    const lines = [said('yes', '2026-01-01', '2026-12-21')]
    expect(consentState(lines, '2026-11-22')).toBe('yes')
    expect(consentState(lines, '2026-11-23')).toBe('runs-out')
    expect(consentState(lines, '2026-12-21')).toBe('runs-out')
    expect(consentState(lines, '2026-12-22')).toBe('run-out')
  })

  test('that has run out falls back on nothing said before', () => {
    const lines = [said('yes', '2025-01-01'), said('yes', '2026-01-01', '2026-06-30')]
    expect(consentState(lines, '2026-07-01')).toBe('run-out')
  })
})

test('only a yes that has not run out allows anything', () => {
  expect((['yes', 'runs-out', 'run-out', 'no', 'not-asked'] as const).map(isGiven)).toEqual([true, true, false, false, false]) // prettier-ignore
})

test('a warning says what is wrong in words', () => {
  expect(consentWarning('photos', 'yes', null)).toBeNull()
  expect(consentWarning('photos', 'not-asked', null)).toBe('Photos: not asked')
  expect(consentWarning('outings', 'run-out', '2026-03-03')).toBe('Outings: ran out on 3 March 2026')
})

test('the line that holds is never later than the day, and no line between it and the day is passed over', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-01-01', n))
  const line = fc.record({ answer: fc.constantFrom('yes' as const, 'no' as const), onDate: day, step: fc.nat(3), untilDate: fc.constant(null) }) // prettier-ignore
  fc.assert(
    fc.property(fc.array(line), day, (lines, on) => {
      const held = lineAsAt(lines, on)
      const known = lines.filter((one) => one.onDate <= on)
      expect(held === null).toBe(known.length === 0)
      for (const one of known)
        expect(`${one.onDate} ${one.step}` <= `${held?.onDate} ${held?.step}`).toBe(true)
    }),
  )
})
