import { describe, expect, test } from 'vitest'
import { offerProblem, strengthProblem } from '../../../shared/calls/groups.rules.ts'
import { callAgainOn, isQuiet, tryInWords } from '../../../shared/calls/tries.rules.ts'
import { defaultThresholds, thresholdsSchema } from '../../../shared/calls/thresholds.ts'

describe('groups under strength', () => {
  const problem = (taken: number, places: number | null = 12, placeKind: 'person' | 'family' = 'person') =>
    strengthProblem({ taken, places, placeKind }, defaultThresholds)

  test('half of the usual places is enough, and one fewer is not', () => {
    expect(problem(6)).toBeNull()
    expect(problem(5)).toBe('Only 5 people for 12 places.')
    expect(problem(5, 11)).toBe('Only 5 people for 11 places.')
    expect(problem(6, 11)).toBeNull()
  })

  test('where a place is a family, families are counted', () => {
    expect(problem(1, 12, 'family')).toBe('Only 1 family for 12 places.')
  })

  test('nobody at all is said as such, and without a number of places nobody can say', () => {
    expect(problem(0)).toBe('None of its 12 places is taken.')
    expect(problem(0, null)).toBeNull()
  })
})

describe('offers about to lapse', () => {
  const problem = (expiresOn: string | null) => offerProblem(expiresOn, '2026-11-24', defaultThresholds)

  test('three days before its last day it is told of, four days before it is not', () => {
    expect(problem('2026-11-27')).toBe('The offer of a place lapses after 27 November 2026.')
    expect(problem('2026-11-28')).toBeNull()
  })

  test('the last day itself still is one on which it can be taken up', () => {
    expect(problem('2026-11-25')).toBe('The offer of a place lapses after tomorrow.')
    expect(problem('2026-11-24')).toBe('The offer of a place lapses after today.')
    expect(problem('2026-11-23')).toContain('lapsed after 23 November 2026')
  })

  test('an offer without a last day never lapses', () => {
    expect(problem(null)).toBeNull()
  })
})

describe('what a try does', () => {
  const at = '2026-11-24T10:30'
  const quiet = (outcome: Parameters<typeof callAgainOn>[0]['outcome'], since: string, today: string) =>
    isQuiet([{ at, outcome }], since, today, defaultThresholds)

  test('having spoken to them is the end of it, until something new happens', () => {
    expect(quiet('reached', '2026-11-24T10:00', '2027-01-01')).toBe(true)
    expect(quiet('reached', '2026-11-24T10:30', '2027-01-01')).toBe(true)
    expect(quiet('reached', '2026-11-24T10:31', '2026-11-24')).toBe(false)
  })

  test('no answer and a wrong number are tried again the next day', () => {
    expect(quiet('no-answer', '2026-11-24', '2026-11-24')).toBe(true)
    expect(quiet('no-answer', '2026-11-24', '2026-11-25')).toBe(false)
    expect(quiet('wrong-number', '2026-11-24', '2026-11-25')).toBe(false)
  })

  test('a message and a letter are given three days', () => {
    expect(quiet('message-left', '2026-11-24', '2026-11-26')).toBe(true)
    expect(quiet('message-left', '2026-11-24', '2026-11-27')).toBe(false)
    expect(callAgainOn({ at, outcome: 'sent' }, defaultThresholds)).toBe('2026-11-27')
  })

  test('it is said in words', () => {
    expect(tryInWords({ at, outcome: 'no-answer', way: 'phone' }, '2026-11-25')).toBe('Phone, Tue 24 Nov: no answer') // prettier-ignore
  })
})

test('the thresholds as they come are such as may be set', () => {
  expect(thresholdsSchema.parse(defaultThresholds)).toEqual(defaultThresholds)
  const upside = { ...defaultThresholds, ratios: defaultThresholds.ratios.toReversed() }
  expect(thresholdsSchema.safeParse(upside).success).toBe(false)
  const twice = {
    ...defaultThresholds,
    ratios: [
      { under: 2, children: 3 },
      { under: 2, children: 4 },
    ],
  }
  expect(thresholdsSchema.safeParse(twice).success).toBe(false)
})
