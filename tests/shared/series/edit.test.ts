import { describe, expect, test } from 'vitest'
import type { EditRow } from '../../../shared/series/edit.contract.ts'
import { changeProblem, ruleAfter, ruleOfMore } from '../../../shared/series/edit-ends.rules.ts'
import { editInWords } from '../../../shared/series/edit-words.rules.ts'
import { commonest, inSameWeek } from '../../../shared/series/edit.rules.ts'
import { after, aRule, on, weeks } from '../../support/series-rules.ts'

const row = (outcome: EditRow['outcome'], change: Partial<EditRow> = {}): EditRow => {
  const place = { startsAt: '2026-12-03T10:00', endsAt: '2026-12-03T12:00', roomId: null, roomName: null, buildingName: null } // prettier-ignore
  return { bookingId: null, sessionId: null, outcome, from: place, to: place, kept: null, why: null, keeps: [], obstacles: [], problems: [], ...change } // prettier-ignore
}
const words = (rows: readonly EditRow[], change: Parameters<typeof editInWords>[1]['change'], roomName: string | null = null) =>
  editInWords(rows, { change, noun: 'session', roomName }) // prettier-ignore

describe('what a change would do, in a sentence', () => {
  test('counts what moves and what stays, with each reason', () => {
    const rows = [row('changed'), row('changed'), row('kept', { kept: 'past' }), row('kept', { kept: 'by-hand' }), row('kept', { kept: 'past' })] // prettier-ignore
    expect(words(rows, { weekday: 1, startTime: '10:30' })).toBe('2 sessions move to Mondays at 10:30am; 3 stay: 2 are over, 1 was moved by hand.') // prettier-ignore
  })
  test('speaks of one as of one', () => {
    expect(words([row('changed'), row('kept', { kept: 'past' })], {}, 'Room 2')).toBe('1 session moves to Room 2; 1 stays: 1 is over.') // prettier-ignore
    expect(words([row('changed', { problems: ['Hall is taken'] })], { startTime: '09:00' })).toBe('1 session moves to 9am; something is in its way.') // prettier-ignore
  })
  test('says what is added, cancelled, and keeps something of its own', () => {
    expect(words([row('added'), row('added')], {})).toBe('2 sessions are added, up to Thu 3 Dec.')
    expect(words([row('cancelled')], {})).toBe('1 session is cancelled and its room free.')
    expect(words([row('changed', { keeps: ['time'] })], {})).toBe('1 session changes; 1 of them keeps its own time.') // prettier-ignore
  })
  test('says of those before a new end that they are before it, not that they are so already', () => {
    const rows = [row('cancelled'), row('kept', { kept: 'same' }), row('kept', { kept: 'same' })]
    expect(words(rows, { ends: { kind: 'on', date: '2026-12-10' } })).toBe('1 session is cancelled and its room free; 2 stay: 2 are before its end.') // prettier-ignore
  })
  test('says so when nothing would change', () => {
    expect(words([], {})).toBe('Nothing would change.')
  })
})

describe('the rule after a change', () => {
  test('meets on the new weekday from the same week on, so that every second week stays the same one', () => {
    const rule = aRule({ firstDate: '2026-04-23', repeats: weeks([4], 2) })
    expect(ruleAfter(rule, { weekday: 1 }, '2026-05-07')).toMatchObject({ firstDate: '2026-04-20', repeats: { weekdays: [1], every: 2 } }) // prettier-ignore
  })
  test('changes the one weekday of several that the person stands at', () => {
    const rule = aRule({ firstDate: '2026-04-21', repeats: weeks([2, 4]) })
    expect(ruleAfter(rule, { weekday: 5 }, '2026-04-23')).toMatchObject({ firstDate: '2026-04-21', repeats: { weekdays: [2, 5] } }) // prettier-ignore
  })
  test('cannot meet on one weekday twice, nor repeat in another way', () => {
    const rule = aRule({ repeats: weeks([2, 4]) })
    expect(changeProblem(rule, { weekday: 2 }, '2026-04-23')).toContain('already')
    expect(changeProblem(rule, { weekday: 4 }, '2026-04-23')).toBeNull()
    expect(changeProblem(rule, { repeats: weeks([2, 4]) }, '2026-04-23')).toBeNull()
    expect(changeProblem(rule, { repeats: { kind: 'days', every: 1 } }, '2026-04-23')).toContain(
      'plan a new one',
    )
  })
  test('on the 31st says for good what becomes of shorter months, and changes that only as a new series [D15]', () => {
    const monthly = { kind: 'month-date', every: 1, day: 31, missing: 'skip' } as const
    const rule = aRule({ firstDate: '2026-01-31', repeats: monthly })
    expect(changeProblem(rule, { repeats: { ...monthly, missing: 'last-day' } }, '2026-01-31')).toContain('plan a new one') // prettier-ignore
    expect(changeProblem(rule, { weekday: 2 }, '2026-01-31')).toContain('Only a series that meets by the week') // prettier-ignore
  })
})

describe('what a later end adds', () => {
  const rule = aRule({ firstDate: '2026-04-20', ends: after(5) })
  test('begins after the last date that is spoken for', () => {
    expect(ruleOfMore(rule, ['2026-04-20', '2026-04-27'], 2)).toMatchObject({ firstDate: '2026-05-04', ends: { sessions: 3 } }) // prettier-ignore
  })
  test('keeps to its every second week', () => {
    const second = aRule({ firstDate: '2026-04-20', repeats: weeks([1], 2), ends: after(3) })
    expect(ruleOfMore(second, ['2026-04-20', '2026-05-04'], 2)).toMatchObject({ firstDate: '2026-05-18' })
  })
  test('counts the week of an older weekday as spoken for', () => {
    expect(ruleOfMore(rule, ['2026-04-20', '2026-04-30'], 2)).toMatchObject({ firstDate: '2026-05-04' })
    expect(ruleOfMore(aRule({ repeats: weeks([5]), ends: after(5) }), ['2026-04-30'], 1)).toMatchObject({ firstDate: '2026-05-08' }) // prettier-ignore
  })
  test('is nothing when as many stand already, or the end is not later', () => {
    expect(ruleOfMore(rule, ['2026-04-20'], 5)).toBeNull()
    expect(ruleOfMore({ ...rule, ends: on('2026-04-26') }, ['2026-04-20'], 1)).toBeNull()
    expect(ruleOfMore({ ...rule, ends: on('2026-04-27') }, ['2026-04-20'], 1)).toMatchObject({ firstDate: '2026-04-27' }) // prettier-ignore
  })
})

test('a week runs from Monday to Sunday, across the change of a year too', () => {
  expect(inSameWeek('2026-12-31', 1)).toBe('2026-12-28')
  expect(inSameWeek('2027-01-01', 7)).toBe('2027-01-03')
})

test('the commonest value is the one that stands most often, the earlier of two', () => {
  expect(commonest(['a', 'b', 'b'])).toBe('b')
  expect(commonest(['b', 'a', 'a', 'b'])).toBe('b')
  expect(commonest([])).toBeUndefined()
})
