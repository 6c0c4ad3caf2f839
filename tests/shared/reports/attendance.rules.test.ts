import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attendanceReport } from '../../../shared/reports/attendance.rules.ts'
import type { CountyMark, CountyRows, CountySession } from '../../../shared/reports/county-rows.ts'
import { anyCountyRows, anySplit, asking, COUNTY_TODAY, numbersOf, percent, sessionsByLine, sifted } from '../../support/plain-county.ts' // prettier-ignore

const madeOf = (rows: CountyRows, asked = asking()) => attendanceReport(sifted(rows, asked), asked)

/** The figures of some sessions, by loops that anybody can follow. */
function byLoops({ marks, today }: CountyRows, sessions: CountySession[]) {
  let [expected, attended, excused, delivered, notRun, owed] = [0, 0, 0, 0, 0, 0]
  for (const session of sessions) {
    if (session.didNotRun) {
      notRun++
      continue
    }
    if (!session.complete) {
      if (session.on <= today) owed++
      continue
    }
    delivered++
    for (const mark of marks) {
      if (mark.session !== session || !mark.expected) continue
      if (mark.person.roles.get(session.groupId) === 'volunteer') continue
      expected++
      if (mark.attended) attended++
      if (mark.attended || mark.apology) excused++
    }
  }
  return { expected, attended, rate: percent(attended, expected), commitment: percent(excused, expected), sessions: delivered, 'not-run': notRun, owed } // prettier-ignore
}

it('is what plain loops over the rows of each line count, of every split', () => {
  fc.assert(
    fc.property(anyCountyRows, anySplit, (rows, by) => {
      const numbers = numbersOf(madeOf(rows, asking({ by })), 'attendance')
      const lines = sessionsByLine(rows, by)
      for (const [name, sessions] of lines)
        if (numbers[name] || name !== 'Total') expect(numbers[name]).toEqual(byLoops(rows, sessions))
      for (const [name, line] of Object.entries(numbers))
        if (!lines.has(name)) expect(line).toEqual(byLoops(rows, []))
    }),
  )
})

it('counts of everyone in each group how often they came to it', () => {
  fc.assert(
    fc.property(anyCountyRows, (rows) => {
      const times = new Map<string, number>()
      for (const { session, person, expected, attended } of rows.marks) {
        if (!expected || person.roles.get(session.groupId) === 'volunteer') continue
        const place = `${session.groupId} ${person.id}`
        times.set(place, (times.get(place) ?? 0) + (attended ? 1 : 0))
      }
      const { Total: total, ...numbers } = numbersOf(madeOf(rows), 'dose')
      const lines = Object.values(numbers).map((line) => line['places'])
      expect(lines).toHaveLength(11)
      lines.forEach((number, often) => {
        let counted = 0
        for (const one of times.values()) if (often === 10 ? one >= 10 : one === often) counted++
        expect(number).toBe(counted)
      })
      expect(total?.['places']).toBe(times.size)
    }),
  )
})

const session = (id: string, change: Partial<CountySession> = {}): CountySession => ({ id, groupId: 'g1', on: COUNTY_TODAY, minutes: 90, didNotRun: false, complete: true, ...change }) // prettier-ignore
const mark = (held: CountySession, id: string, change: Partial<CountyMark> = {}): CountyMark => ({ session: held, person: { id, familyId: null, dateOfBirth: null, roles: new Map() }, attended: false, expected: true, apology: false, minutes: null, ...change }) // prettier-ignore
const county = (sessions: CountySession[], marks: CountyMark[]): CountyRows => ({ today: COUNTY_TODAY, sessions, marks, heads: [], helpers: [] }) // prettier-ignore

it('leaves volunteers out of expected and attended, and never takes a blank for absent', () => {
  const held = session('s')
  const helper = {
    id: 'vol',
    familyId: null,
    dateOfBirth: null,
    roles: new Map([['g1', 'volunteer'] as const]),
  }
  const rows = county([held], [mark(held, 'mia', { attended: true }), mark(held, 'leo', { apology: true }), mark(held, 'vol', { attended: true, person: helper })]) // prettier-ignore
  expect(numbersOf(madeOf(rows), 'attendance')['All']).toEqual({ expected: 2, attended: 1, rate: 50, commitment: 100, sessions: 1, 'not-run': 0, owed: 0 }) // prettier-ignore
  expect(madeOf(rows).finding).toBe('1 attendance of 2 expected, 50%, and with those who sent apologies 100%, 30 June to 31 December 2026.') // prettier-ignore
})

it('owes a register from its day on, and none of a session that did not run', () => {
  const owed = session('today', { complete: false })
  const rows = county([owed, session('tomorrow', { complete: false, on: '2026-11-24' }), session('off', { didNotRun: true, complete: false })], []) // prettier-ignore
  const numbers = numbersOf(madeOf(rows), 'attendance')['All']
  expect(numbers).toEqual({ expected: 0, attended: 0, rate: null, commitment: null, sessions: 0, 'not-run': 1, owed: 1 }) // prettier-ignore
  expect(madeOf(rows).finding).toContain('Nobody is recorded as expected')
})
