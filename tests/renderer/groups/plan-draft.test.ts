import { describe, expect, test } from 'vitest'
import {
  emptyDraft,
  missingIn,
  planOf,
  withEdit,
  withoutEdit,
  type PlanDraft,
} from '../../../renderer/features/groups/plan-draft.ts'
import { programmeId, roomId } from '../../../shared/ids.ts'
import { room2 } from '../../support/planned.ts'

const whole: PlanDraft = {
  ...emptyDraft,
  programmeId: programmeId.parse('01900000-0000-7000-8000-00000000000a'),
  roomId: roomId.parse('01900000-0000-7000-8000-000000000001'),
  firstDate: '2026-12-01',
  startTime: '10:00',
  endTime: '12:00',
}

describe('a group half planned', () => {
  test('has dates only when what, where and when are answered', () => {
    expect(planOf(whole)?.rule).toMatchObject({
      repeats: { kind: 'weeks', every: 1, weekdays: [2] },
      ends: { kind: 'after', sessions: 10 },
      school: 'term',
      skipBankHolidays: true,
      skipClosures: true,
    })
    for (const field of ['programmeId', 'roomId', 'firstDate', 'startTime', 'endTime', 'sessions'] as const)
      expect(planOf({ ...whole, [field]: null })).toBeNull()
    expect(planOf({ ...whole, endTime: '10:00' })).toBeNull()
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

  test('keeps one change by hand to each date, and what it already had', () => {
    const once = withEdit([], '2026-12-08', { choice: 'run' })
    const twice = withEdit(once, '2026-12-08', { roomId: room2 })
    expect(twice).toEqual([{ date: '2026-12-08', choice: 'run', roomId: room2 }])
    expect(withoutEdit(twice, '2026-12-08')).toEqual([])
    expect(withoutEdit(twice, '2026-12-09')).toEqual(twice)
  })
})
