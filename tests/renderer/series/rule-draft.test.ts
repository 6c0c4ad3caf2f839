import { describe, expect, test } from 'vitest'
import {
  draftOf,
  emptyRule,
  missingInRule,
  ruleFrom,
  starting,
  weekdaysIn,
  type RuleDraft,
} from '../../../renderer/features/series/rule-draft.ts'
import type { Repeats, Rule } from '../../../shared/series/rule.ts'
import { aRule, on } from '../../support/series-rules.ts'

/** From Friday 27 November 2026, 10am to midday. */
const whole: RuleDraft = { ...emptyRule, firstDate: '2026-11-27', startTime: '10:00', endTime: '12:00' }
const repeats = (change: Partial<RuleDraft>) => ruleFrom({ ...whole, ...change })?.repeats

describe('what follows from the first date until something else is chosen', () => {
  test('its weekday', () => {
    expect(weekdaysIn(emptyRule)).toEqual([])
    expect(repeats({})).toEqual({ kind: 'weeks', every: 1, weekdays: [5] })
    expect(repeats({ weekdays: [4, 2] })).toEqual({ kind: 'weeks', every: 1, weekdays: [2, 4] })
  })

  test('its day of the month, and which of its weekday it is in the month', () => {
    expect(repeats({ how: 'month-date' })).toEqual({ kind: 'month-date', every: 1, day: 27, missing: 'skip' })
    expect(repeats({ how: 'month-weekday' })).toEqual({ kind: 'month-weekday', every: 1, weekday: 5, nth: 4 })
    expect(repeats({ how: 'month-weekday', nth: -1 })).toMatchObject({ nth: -1 })
  })

  test('its end, from its start, and one that was typed stays', () => {
    expect(starting('10:00', emptyRule, 120)).toEqual({ startTime: '10:00', endTime: '12:00' })
    expect(starting('09:00', whole, 120)).toEqual({ startTime: '09:00' })
    expect(starting('23:00', emptyRule, 120)).toEqual({ startTime: '23:00', endTime: null })
  })
})

describe('a rule half answered', () => {
  test('is no rule, and says what is missing', () => {
    const missing = (change: Partial<RuleDraft>) => {
      const draft = { ...whole, ...change }
      expect(ruleFrom(draft)).toBeNull()
      return missingInRule(draft).map((one) => one.field)
    }
    expect(missing({ firstDate: null })).toEqual(['firstDate'])
    expect(missing({ how: 'dates' })).toEqual(['dates'])
    expect(missing({ weekdays: [] })).toEqual(['weekdays'])
    expect(missing({ every: null })).toEqual(['every'])
    expect(missing({ sessions: null })).toEqual(['sessions'])
    expect(missing({ endsBy: 'on' })).toEqual(['lastDate'])
  })

  test('dates picked by hand, and a single one, need no end, and are meant as they are', () => {
    const rule = ruleFrom({ ...whole, how: 'dates', firstDate: null, dates: ['2026-12-25', '2026-12-04'], sessions: null, school: 'term' }) // prettier-ignore
    expect(rule).toMatchObject({
      firstDate: '2026-12-04',
      repeats: { dates: ['2026-12-04', '2026-12-25'] },
      school: 'any',
      skipBankHolidays: false,
      skipClosures: true,
    })
    expect(ruleFrom({ ...whole, how: 'once', sessions: null })).toMatchObject({ repeats: { kind: 'once' } })
  })
})

test('a form opened on a rule gives back the same rule', () => {
  const all: Repeats[] = [
    { kind: 'days', every: 3 },
    { kind: 'weeks', every: 2, weekdays: [2, 4] },
    { kind: 'month-date', every: 1, day: 31, missing: 'last-day' },
    { kind: 'month-weekday', every: 2, weekday: 5, nth: -1 },
    { kind: 'years' },
  ]
  for (const one of all)
    for (const change of [{}, { ends: on('2027-01-31'), school: 'holidays' }] satisfies Partial<Rule>[]) {
      const rule = aRule({ repeats: one, ...change })
      expect(ruleFrom(draftOf(rule))).toEqual(rule)
    }
})
