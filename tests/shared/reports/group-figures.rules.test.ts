import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comingByPersonAndSession } from '../../../shared/reports/coming.rules.ts'
import { figureText } from '../../../shared/reports/figure-text.ts'
import { figuresWithRows, groupFigures } from '../../../shared/reports/group-figures.rules.ts'
import type { GroupRows } from '../../../shared/reports/group-rows.ts'
import { anyRows, byLoops, codes, emptyRows, round } from '../../support/plain-figures.ts'

describe('every figure', () => {
  test('is what plain loops over the same rows give', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const figures = groupFigures(rows, { outcomes: true }).filter((f) => f.section !== 'days')
        expect(Object.fromEntries(figures.map((f) => [f.name, f.value]))).toEqual(byLoops(rows))
        for (const f of figures) {
          expect(f.definition).not.toBe('')
          if (f.unit === 'percent' && f.value !== null) expect(f.value).toBeLessThanOrEqual(100)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('has as many rows behind it as it says', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const { unit, value, rows: behind, name } of figuresWithRows(rows, { outcomes: true })) {
          const sum = behind.reduce((total, row) => total + (row.counts ? row.amount : 0), 0)
          if (unit === 'count') expect([name, value]).toEqual([name, sum])
          if (unit === 'hours') expect(value).toBe(round(sum / 60))
          if (unit === 'percent') expect(value).toBe(behind.length === 0 ? null : round((sum / behind.length) * 100)) // prettier-ignore
          if (unit === 'days') expect(value === null).toBe(behind.length === 0)
        }
      }),
    )
  })

  test('has a key of its own', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const keys = groupFigures(rows, { outcomes: true }).map((f) => f.key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  test('the people who came so often are the people who came, and their times are the attendances', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const figures = groupFigures(rows, { outcomes: false })
        const value = (key: string) => figures.find((f) => f.key === key)?.value
        const dose = figures.filter((f) => f.key.startsWith('came-'))
        expect(dose.reduce((sum, f) => sum + (f.value ?? 0), 0)).toBe(value('people-came'))
        const times = dose.reduce((sum, f) => sum + (f.value ?? 0) * Number(f.key.slice(5)), 0)
        expect(times).toBe(value('attendances'))
      }),
    )
  })

  test('coming, person by person and session by session, adds up to that of the group', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const figures = groupFigures(rows, { outcomes: false })
        const value = (key: string) => figures.find((f) => f.key === key)?.value
        const by = comingByPersonAndSession(rows)
        for (const some of [by.people, by.sessions]) {
          expect(some.reduce((sum, one) => sum + one.expected, 0)).toBe(value('expected'))
          expect(some.reduce((sum, one) => sum + one.attended, 0)).toBe(value('attendances'))
        }
      }),
    )
  })
})

const session = (id: string, change: Partial<GroupRows['sessions'][number]> = {}) => ({
  id,
  startsAt: '2026-11-16T10:00',
  endsAt: '2026-11-16T12:00',
  didNotRun: false,
  complete: true,
  ...change,
})
const child = (personId: string, change: Partial<GroupRows['people'][number]> = {}) => ({
  personId,
  familyId: null,
  dateOfBirth: '2018-01-01',
  role: null,
  referredOn: null,
  statuses: [{ status: 'enrolled', onDate: '2026-09-01' }] as const,
  ...change,
})
const mark = (sessionId: string, personId: string, letter: keyof typeof codes) => ({ sessionId, personId, ...codes[letter] }) // prettier-ignore
const valueOf = (rows: Partial<GroupRows>, key: string) =>
  groupFigures({ ...emptyRows, ...rows }, { outcomes: true }).find((f) => f.key === key)

describe('two measures of coming', () => {
  test('a rate over nothing is not known, and is not shown as 0', () => {
    expect(valueOf({}, 'attendance-rate')).toMatchObject({ value: null, detail: null })
    expect(figureText({ value: null, unit: 'percent' })).toBe('–')
    expect(figureText({ value: 77.5, unit: 'percent' })).toBe('77.5%')
    expect(figureText({ value: 1234, unit: 'count' })).toBe('1,234')
    expect(figureText({ value: 1, unit: 'days' })).toBe('1 day')
    expect(figureText({ value: 4.5, unit: 'hours' })).toBe('4.5 hours')
  })

  test('five present of nine, three absent and one who sent apologies: 55.6%, and 66.7% with apologies (D72)', () => {
    const letters = 'PPPPPNNNA'
    const rows = {
      people: [...letters].map((_, n) => child(`p${n}`)),
      sessions: [session('s1')],
      marks: [...letters].map((letter, n) => mark('s1', `p${n}`, letter === 'P' ? 'P' : letter === 'A' ? 'A' : 'N')), // prettier-ignore
    }
    expect(valueOf(rows, 'attendance-rate')).toMatchObject({ value: 55.6, detail: '5 of 9' })
    expect(valueOf(rows, 'attended-or-apologised')).toMatchObject({ value: 66.7, detail: '6 of 9' })
  })

  test('an apology is what a letter means: one whose letter has the flag counts, whatever it is called', () => {
    const letter = (apology: boolean) => ({
      people: [child('p1')],
      sessions: [session('s1')],
      marks: [{ ...mark('s1', 'p1', 'N'), apology }],
    })
    expect(valueOf(letter(true), 'attended-or-apologised')?.value).toBe(100)
    expect(valueOf(letter(false), 'attended-or-apologised')?.value).toBe(0)
  })

  test('a session that did not run, and a register that is not complete, are in neither (D77)', () => {
    const rows = (change: object) => ({
      people: [child('p1')],
      sessions: [session('s1', change)],
      marks: [mark('s1', 'p1', 'P')],
    })
    expect(valueOf(rows({}), 'expected')?.value).toBe(1)
    expect(valueOf(rows({ didNotRun: true }), 'expected')?.value).toBe(0)
    expect(valueOf(rows({ complete: false }), 'expected')?.value).toBe(0)
  })

  test('joining at session 4 of 10, with "not expected" before, is a rate over seven (D64)', () => {
    const sessions = Array.from({ length: 10 }, (_, n) => session(`s${n}`))
    const marks = sessions.map(({ id }, n) => mark(id, 'p1', n < 3 ? 'X' : n < 9 ? 'P' : 'N'))
    expect(valueOf({ people: [child('p1')], sessions, marks }, 'attendance-rate')).toMatchObject({ detail: '6 of 7' }) // prettier-ignore
  })

  test('volunteers are not people enrolled, not expected and no attendance (D61); who waits is nothing (D63)', () => {
    const rows = {
      people: [
        child('p1', { role: 'volunteer' }),
        child('p2', { statuses: [{ status: 'waiting', onDate: '2026-09-01' }] }),
      ],
      sessions: [session('s1')],
      marks: [mark('s1', 'p1', 'P')],
    }
    for (const key of ['people-enrolled', 'expected', 'attendances', 'people-came', 'footfall', 'never-came'])
      expect([key, valueOf(rows, key)?.value]).toEqual([key, 0])
    expect(valueOf(rows, 'volunteer-hours')?.value).toBe(2)
  })
})

describe('heads beside names', () => {
  const rows = (counted: number, role: 'child' | 'adult' = 'child') => ({
    people: [child('p1'), child('p2')],
    sessions: [session('s1')],
    marks: [mark('s1', 'p1', 'P'), mark('s1', 'p2', 'P')],
    heads: [{ sessionId: 's1', role, people: counted }],
  })

  test('are all told: five heads with two by name are three without a name, and five contacts', () => {
    expect(valueOf(rows(5), 'heads-unnamed')?.value).toBe(3)
    expect(valueOf(rows(5), 'footfall')?.value).toBe(5)
  })

  test('as many heads as names, or fewer, add nobody', () => {
    expect(valueOf(rows(2), 'footfall')?.value).toBe(2)
    expect(valueOf(rows(1), 'footfall')?.value).toBe(2)
    expect(valueOf(rows(0), 'footfall')?.value).toBe(2)
  })

  test('of another role are others', () => {
    expect(valueOf(rows(5, 'adult'), 'footfall')?.value).toBe(7)
  })

  test('nobody is enrolled, expected or reached by a head', () => {
    for (const key of ['people-enrolled', 'expected', 'attendances', 'people-came'])
      expect(valueOf(rows(9), key)?.value).toBe(2)
  })
})

describe('completing and days', () => {
  test('coming to exactly so many sessions as the rule asks for is enough, to one fewer is not', () => {
    const rows = (completeAt: number | null) => ({
      completeAt,
      people: [child('p1'), child('p2')],
      sessions: [session('s1'), session('s2')],
      marks: [mark('s1', 'p1', 'P'), mark('s2', 'p1', 'P'), mark('s1', 'p2', 'P'), mark('s2', 'p2', 'A')],
    })
    expect(valueOf(rows(2), 'reached-rule')).toMatchObject({ value: 50, detail: '1 of 2' })
    expect(valueOf(rows(3), 'reached-rule')).toMatchObject({ value: 0 })
    expect(valueOf(rows(null), 'reached-rule')).toMatchObject({ value: null })
  })

  test('days are the middle value over those who have both dates', () => {
    const statuses = [{ status: 'offered', onDate: '2026-09-11' }] as const
    const rows = {
      people: [
        child('p1', { referredOn: '2026-09-01', statuses }),
        child('p2', { referredOn: '2026-09-07', statuses }),
        child('p3', { statuses }),
      ],
      sessions: [session('s1')],
      marks: [mark('s1', 'p1', 'P')],
    }
    expect(valueOf(rows, 'referral-to-offer')).toMatchObject({ value: 7, detail: 'of 2 people' })
    expect(valueOf(rows, 'offer-to-attended')).toMatchObject({ value: 66, detail: 'of 1 person' })
    expect(valueOf(rows, 'referral-to-attended')).toMatchObject({ value: 76 })
  })
})
