import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changedFromNowOn,
  joined,
  refuseImpossibleTime,
  timeInWords,
  timesInWords,
  wholeDays,
  type ClosureTime,
} from '../../../shared/closures/times.rules.ts'
import { addDays, addMinutes } from '../../../shared/time/civil.ts'

const from = '2026-12-01T09:00'

describe('the times of a closure', () => {
  test('whole days go from midnight to the midnight after the last, and cross the clock change unharmed', () => {
    expect(wholeDays('2026-03-28', '2026-03-29')).toEqual({
      startsAt: '2026-03-28T00:00',
      endsAt: '2026-03-30T00:00',
    })
  })

  test.each([
    ['ends when it starts', from, from, /later than it starts/],
    ['ends a minute later', from, '2026-12-01T09:01', null],
    ['lasts for ever', from, '2030-12-01T09:00', /two years/],
    ['starts in the hour that clocks skip', '2026-03-29T01:30', '2026-03-29T12:00', /clocks go forward/],
    ['ends in that hour', '2026-03-28T12:00', '2026-03-29T01:00', /clocks go forward/],
    ['starts right after it', '2026-03-29T02:00', '2026-03-29T12:00', null],
    ['lies in the hour that comes twice', '2026-10-25T01:00', '2026-10-25T01:30', null],
  ])('one that %s is refused or not', (_case, startsAt, endsAt, refusal) => {
    const check = () => refuseImpossibleTime({ startsAt, endsAt })
    if (refusal === null) expect(check).not.toThrow()
    else expect(check).toThrow(refusal)
  })

  test.each([
    ['2026-11-24T00:00', '2026-11-25T00:00', 'Tuesday 24 November 2026'],
    ['2026-11-24T09:00', '2026-11-24T12:00', 'Tuesday 24 November 2026, 9am to midday'],
    ['2026-11-24T13:00', '2026-11-25T00:00', 'Tuesday 24 November 2026, 1pm to midnight'],
    ['2026-11-24T00:00', '2026-11-27T00:00', 'Tue 24 Nov to Thu 26 Nov 2026'],
    ['2026-12-24T00:00', '2027-01-02T00:00', 'Thu 24 Dec 2026 to Fri 1 Jan 2027'],
    ['2026-11-24T17:00', '2026-11-26T09:00', 'Tue 24 Nov, 5pm, to Thu 26 Nov 2026, 9am'],
  ])('from %s to %s reads as a colleague would say it', (startsAt, endsAt, words) => {
    expect(timeInWords({ startsAt, endsAt })).toBe(words)
  })

  test('a pattern is said with its first and last day, and a single time without one', () => {
    const times = ['2026-12-01', '2026-12-08'].map((day) => ({
      startsAt: `${day}T09:00`,
      endsAt: `${day}T12:00`,
    }))
    expect(timesInWords('Tuesdays, 9am to midday, every week', times)).toBe('Tuesdays, 9am to midday, every week, from Tue 1 Dec to Tue 8 Dec 2026') // prettier-ignore
    expect(timesInWords('Tuesdays', times.slice(0, 1))).toBe('Tuesday 1 December 2026, 9am to midday')
  })
})

const someTimes: fc.Arbitrary<ClosureTime[]> = fc.array(
  fc.tuple(fc.nat(20), fc.integer({ min: 30, max: 6000 })).map(([day, minutes]) => {
    const startsAt = `${addDays('2026-11-14', day)}T09:00`
    return { startsAt, endsAt: addMinutes(startsAt, minutes) }
  }),
  { minLength: 1, maxLength: 5 },
)
const now = '2026-11-24T10:30'
const covers = (times: readonly ClosureTime[], moment: string) =>
  times.some((time) => time.startsAt <= moment && moment < time.endsAt)

describe('a closure that is changed from now on', () => {
  test('is before now what it was, and from now what is wanted, at every moment', () => {
    fc.assert(
      fc.property(someTimes, someTimes, fc.nat(40 * 48), (before, wanted, halfHours) => {
        const moment = addMinutes('2026-11-14T00:00', halfHours * 30)
        const after = changedFromNowOn(before, wanted, now)
        expect(covers(after, moment)).toBe(covers(moment < now ? before : wanted, moment))
      }),
    )
  })

  test('never has two times that touch', () => {
    fc.assert(
      fc.property(someTimes, someTimes, (before, wanted) => {
        const after = changedFromNowOn(before, wanted, now)
        expect(after).toEqual(joined(after))
        for (const [i, time] of after.entries()) expect(after[i - 1]?.endsAt ?? '').not.toBe(time.startsAt)
      }),
    )
  })
})
