import { describe, expect, test } from 'vitest'
import {
  emptyDraft,
  missingIn,
  ruleOf,
  starting,
  weekdayIn,
  withEdit,
  withoutEdit,
  type PlanDraft,
} from '../../../renderer/features/groups/plan-draft.ts'
import { programmeId } from '../../../shared/ids.ts'
import { hall, room2 } from '../../support/plan-rules.ts'

const whole: PlanDraft = {
  ...emptyDraft,
  programmeId: programmeId.parse('01900000-0000-7000-8000-00000000000a'),
  roomId: hall,
  firstDate: '2026-12-01',
  startTime: '10:00',
  endTime: '12:00',
}

describe('a group half planned', () => {
  test('has dates only when what, where and when are answered', () => {
    expect(ruleOf(whole)).toMatchObject({
      weekday: 2,
      sessions: 10,
      termTimeOnly: true,
      skipBankHolidays: true,
    })
    for (const field of ['programmeId', 'roomId', 'firstDate', 'startTime', 'endTime', 'sessions'] as const)
      expect(ruleOf({ ...whole, [field]: null })).toBeNull()
    expect(ruleOf({ ...whole, endTime: '10:00' })).toBeNull()
  })

  test('says what is still missing, field by field', () => {
    expect(missingIn(whole)).toEqual([])
    expect(missingIn(emptyDraft).map((one) => one.field)).toEqual([
      'programmeId',
      'roomId',
      'firstDate',
      'startTime',
      'endTime',
    ])
    expect(missingIn({ ...whole, endTime: '09:00' })).toEqual([
      { field: 'endTime', message: 'The end must be later than the start.' },
    ])
  })

  test('meets on the weekday of its first date until another is chosen', () => {
    expect(weekdayIn(emptyDraft)).toBeNull()
    expect(weekdayIn(whole)).toBe(2)
    expect(weekdayIn({ ...whole, weekday: 5 })).toBe(5)
  })

  test('gets an end from its start, and keeps one that was typed', () => {
    expect(starting('10:00', emptyDraft, undefined)).toEqual({ startTime: '10:00', endTime: '12:00' })
    expect(starting('09:00', whole, undefined)).toEqual({ startTime: '09:00' })
    expect(starting('23:00', emptyDraft, undefined)).toEqual({ startTime: '23:00', endTime: null })
  })

  test('keeps one change by hand to each date, and what it already had', () => {
    const once = withEdit([], '2026-12-08', { choice: 'run' })
    const twice = withEdit(once, '2026-12-08', { roomId: room2 })
    expect(twice).toEqual([{ date: '2026-12-08', choice: 'run', roomId: room2 }])
    expect(withoutEdit(twice, '2026-12-08')).toEqual([])
    expect(withoutEdit(twice, '2026-12-09')).toEqual(twice)
  })
})
