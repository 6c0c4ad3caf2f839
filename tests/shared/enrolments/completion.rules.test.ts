import { describe, expect, test } from 'vitest'
import { clash, clashForCarer, type Meeting } from '../../../shared/enrolments/checks.rules.ts'
import { completionState, completionWords } from '../../../shared/enrolments/completion.rules.ts'
import { withDate } from '../../../shared/enrolments/correct-date.rules.ts'
import { median, turnaround } from '../../../shared/enrolments/turnaround.rules.ts'

describe('the rule for completing, 6 sessions', () => {
  test.each([
    ['6 attended', 6, 4, 'reached'],
    ['5 attended, 1 open: blank is not absent', 5, 1, 'can-still'],
    ['5 attended, none open', 5, 0, 'cannot'],
    ['none of many yet', 0, 6, 'can-still'],
    ['none, and one too few to come', 0, 5, 'cannot'],
  ])('%s', (_when, attended, open, state) => expect(completionState({ attended, open }, 6)).toBe(state))

  test('without a rule nobody is said to have reached it', () => {
    expect(completionState({ attended: 10, open: 0 }, null)).toBe('no-rule')
    expect(completionWords({ attended: 1, open: 0 }, null)).toBe('Came to 1 session.')
  })
  test('in words', () => {
    expect(completionWords({ attended: 4, open: 3 }, 6)).toBe('Came to 4 sessions: 2 more of the 3 that are open would do.') // prettier-ignore
    expect(completionWords({ attended: 4, open: 1 }, 6)).toBe('Came to 4 sessions: can no longer reach 6.')
  })
})

describe('how long places took', () => {
  const none = { referredOn: null, offeredOn: null, enrolledOn: null, firstAttendedOn: null }
  test('is in whole days, across the change of the clocks', () =>
    expect(turnaround({ ...none, referredOn: '2026-10-20', offeredOn: '2026-10-27', firstAttendedOn: '2026-11-03' })).toEqual({ referralToOffer: 7, offerToAttended: 7, referralToAttended: 14 })) // prettier-ignore
  test('somebody enrolled without an offer was offered the place that day', () =>
    expect(turnaround({ ...none, referredOn: '2026-10-20', enrolledOn: '2026-10-25' }).referralToOffer).toBe(5)) // prettier-ignore
  test('what has not happened, or came before, is not known rather than nought', () => {
    expect(turnaround(none)).toEqual({ referralToOffer: null, offerToAttended: null, referralToAttended: null }) // prettier-ignore
    expect(turnaround({ ...none, referredOn: '2026-10-20', firstAttendedOn: '2026-10-06' }).referralToAttended).toBeNull() // prettier-ignore
  })
  test.each([
    [[3, 1, 2], 2],
    [[1, 2], 1.5],
    [[0, null, 4, 10], 4],
    [[], null],
    [[null], null],
  ])('the middle of %j is %j', (values, middle) => expect(median(values)).toBe(middle))
})

describe('nobody can be in two places', () => {
  const at = (start: string, end: string, buildingId: string | null = 'north', inPerson = true): Meeting => ({ startsAt: `2026-12-01T${start}`, endsAt: `2026-12-01T${end}`, buildingId, inPerson }) // prettier-ignore
  const ten = at('10:00', '11:00')
  test.each([
    ['the same time', at('10:00', '11:00'), true],
    ['one minute of it', at('10:59', '12:00', 'south'), true],
    ['straight after, in the same building', at('11:00', '12:00'), false],
    ['straight after, in another', at('11:00', '12:00', 'south'), true],
    ['a minute less than it takes to get there', at('11:29', '12:00', 'south'), true],
    ['just as long as it takes', at('11:30', '12:00', 'south'), false],
    ['online straight after', at('11:00', '12:00', 'south', false), false],
    ['in no building straight after', at('11:00', '12:00', null), false],
  ])('%s', (_when, other, clashes) => {
    expect(clash(ten, other, 30)).toBe(clashes)
    expect(clash(other, ten, 30)).toBe(clashes)
  })
  test('who brings a child to the same building can be at a group there themselves', () => {
    expect(clashForCarer(ten, at('10:00', '11:00'), 30)).toBe(false)
    expect(clashForCarer(ten, at('10:00', '11:00', 'south'), 30)).toBe(true)
  })
  test('the day after is no clash', () =>
    expect(clash(ten, { ...ten, buildingId: 'south', startsAt: '2026-12-02T00:05', endsAt: '2026-12-02T01:00' }, 30)).toBe(false)) // prettier-ignore
})

describe('a date put right', () => {
  const lines = [
    { id: 'a', onDate: '2026-10-01', step: 1 },
    { id: 'b', onDate: '2026-10-08', step: 1 },
    { id: 'c', onDate: '2026-10-08', step: 2 },
    { id: 'd', onDate: '2026-10-20', step: 1 },
  ]
  test('moves only its own line', () =>
    expect(withDate(lines, 'd', '2026-10-15')).toEqual([{ id: 'd', onDate: '2026-10-15', step: 1 }]))
  test('comes after the lines of that day that were before it', () =>
    expect(withDate(lines, 'd', '2026-10-08')).toEqual([{ id: 'd', onDate: '2026-10-08', step: 3 }]))
  test('comes before those that were after it, which make room, the last first', () =>
    expect(withDate(lines, 'a', '2026-10-08')).toEqual([{ id: 'c', onDate: '2026-10-08', step: 3 }, { id: 'b', onDate: '2026-10-08', step: 2 }, { id: 'a', onDate: '2026-10-08', step: 1 }])) // prettier-ignore
  test('passes no other line', () => {
    expect(withDate(lines, 'd', '2026-10-07')).toEqual({ passes: lines[2] })
    expect(withDate(lines, 'a', '2026-10-09')).toEqual({ passes: lines[1] })
  })
  test('that is the same changes nothing', () => expect(withDate(lines, 'b', '2026-10-08')).toEqual([]))
})
