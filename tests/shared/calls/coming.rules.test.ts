import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { absencesRunning, fallingAttendance, type Recorded } from '../../../shared/calls/coming.rules.ts'
import { defaultThresholds } from '../../../shared/calls/thresholds.ts'

/** What the letters mean when nobody has changed them. */
const flags = {
  P: { attended: true, expected: true, apology: false, contact: false },
  A: { attended: false, expected: true, apology: true, contact: false },
  N: { attended: false, expected: true, apology: false, contact: false },
  X: { attended: false, expected: false, apology: false, contact: false },
  M: { attended: false, expected: false, apology: false, contact: true },
} as const
type Letter = keyof typeof flags
const letters: readonly Letter[] = ['P', 'A', 'N', 'X', 'M']

/** One mark a week, the first on 1 September 2026. */
const history = (marks: string): Recorded[] =>
  [...marks].map((letter, week) => ({
    startsAt: new Date(Date.UTC(2026, 8, 1 + 7 * week, 10)).toISOString().slice(0, 16),
    ...flags[letters.find((one) => one === letter) ?? 'X'],
  }))
const times = (marks: string) => absencesRunning(history(marks))?.times ?? 0

describe('absences running without notice', () => {
  test('only those since they last came count', () => {
    expect(times('NNPN')).toBe(1)
    expect(times('PNN')).toBe(2)
    expect(times('NNP')).toBe(0)
    expect(times('')).toBe(0)
  })

  test('an apology is news of them, and ends the run', () => {
    expect(times('NAN')).toBe(1)
    expect(times('NNA')).toBe(0)
  })

  test('materials sent or a call is a contact made, and ends the run', () => {
    expect(times('NMN')).toBe(1)
    expect(times('NNM')).toBe(0)
  })

  test('a session at which they were not expected is no absence, and ends nothing', () => {
    expect(times('NXN')).toBe(2)
    expect(times('NXX')).toBe(1)
    expect(times('XX')).toBe(0)
  })

  test('it says when the run began and when they were last missed', () => {
    expect(absencesRunning(history('PNXN'))).toEqual({
      times: 2,
      firstAt: '2026-09-08T10:00',
      lastAt: '2026-09-22T10:00',
    })
  })

  test('the run is as long as a plain count from the end', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { maxLength: 20 }), (marks) => {
        let plain = 0
        for (let at = marks.length - 1; at >= 0 && ['N', 'X'].includes(marks[at] ?? ''); at--)
          if (marks[at] === 'N') plain++
        expect(times(marks.join(''))).toBe(plain)
      }),
    )
  })
})

describe('falling attendance', () => {
  const falls = (marks: string) => fallingAttendance(history(marks), defaultThresholds)

  test('two attendances fewer in the last four than in the four before are told of, one fewer is not', () => {
    expect(falls('PPPPPPNN')).toMatchObject({ of: 4, before: 4, lately: 2, lastAt: '2026-10-20T10:00' })
    expect(falls('PPPPPPPN')).toBeNull()
    expect(falls('PPNNPPNN')).toBeNull()
  })

  test('with fewer than eight recorded sessions nothing is known yet', () => {
    expect(falls('PPPPNNN')).toBeNull()
    expect(falls('PPPPNNNN')).not.toBeNull()
  })

  test('coming more is not falling', () => {
    expect(falls('NNNNPPPP')).toBeNull()
  })

  test('only sessions at which they were expected count', () => {
    expect(falls('PPPPXXXXNN')).toBeNull()
    expect(falls('PPPPXXPPMNN')).toMatchObject({ before: 4, lately: 2 })
  })

  test('an apology is not having come', () => {
    expect(falls('PPPPPPAA')).toMatchObject({ before: 4, lately: 2 })
  })
})
