import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  CountyMark,
  CountyPerson,
  CountyRows,
  CountySession,
} from '../../../shared/reports/county-rows.ts'
import { reachReport } from '../../../shared/reports/reach.rules.ts'
import {
  anyCountyRows,
  anySplit,
  asking,
  numbersOf,
  sessionsByLine,
  sifted,
} from '../../support/plain-county.ts'

const madeOf = (rows: CountyRows, asked = asking(), before: string[] = []) =>
  reachReport({ sifted: sifted(rows, asked), before: new Set(before) }, asked)

const isChild = (person: CountyPerson, { groupId, on }: CountySession) => {
  const said = person.roles.get(groupId)
  if (said === 'child' || said === 'adult') return said
  if (person.dateOfBirth === null) return 'unknown'
  // Of the dates of birth that are drawn, these alone are eighteen years before some day of the period.
  return person.dateOfBirth === '1990-01-01' || (person.dateOfBirth === '2008-10-01' && on >= '2026-10-01') ? 'adult' : 'child'
} // prettier-ignore

/** The figures of some sessions, by loops that anybody can follow. */
function byLoops({ marks, heads }: CountyRows, sessions: CountySession[]) {
  const people = new Map<string, { mark: CountyMark; times: number }>()
  const families = new Set<string>()
  let [footfall, delivered, byName] = [0, 0, 0]
  for (const session of sessions) {
    if (session.didNotRun || !session.complete) continue
    delivered++
    const named = { child: 0, adult: 0, volunteer: 0 }
    for (const mark of marks) {
      if (mark.session !== session || !mark.attended) continue
      const role = mark.person.roles.get(session.groupId)
      const age = isChild(mark.person, session)
      named[role ?? (age === 'adult' ? 'adult' : 'child')]++
      if (role === 'volunteer') continue
      footfall++
      byName++
      const known = people.get(mark.person.id)
      if (known) known.times++
      else people.set(mark.person.id, { mark, times: 1 })
      if (mark.person.familyId !== null) families.add(mark.person.familyId)
    }
    for (const head of heads)
      if (head.session === session && head.role !== 'volunteer')
        footfall += Math.max(0, head.people - named[head.role])
  }
  return { people, byName, figures: { footfall, individuals: people.size, families: families.size, sessions: delivered } } // prettier-ignore
}

describe('reach', () => {
  it('is what plain loops over the rows of each line count, of every split', () => {
    fc.assert(
      fc.property(anyCountyRows, anySplit, (rows, by) => {
        const numbers = numbersOf(madeOf(rows, asking({ by })), 'reach')
        const lines = sessionsByLine(rows, by)
        for (const [name, sessions] of lines)
          if (numbers[name] || name !== 'Total')
            expect(numbers[name]).toEqual(byLoops(rows, sessions).figures)
        for (const [name, line] of Object.entries(numbers))
          if (!lines.has(name)) expect(Object.values(line)).toEqual([0, 0, 0, 0])
      }),
    )
  })

  it('says who they were by age, by how often they came, and whether they are new: everyone once', () => {
    fc.assert(
      fc.property(anyCountyRows, fc.subarray(['p1', 'p2', 'p3', 'p4']), (rows, before) => {
        const { people, byName, figures } = byLoops(rows, [...rows.sessions])
        const made = madeOf(rows, asking(), before)
        const expected: Record<string, Record<string, number>> = {
          ages: { 'Children and young people': 0, Adults: 0, 'Age not known': 0 },
          sustained: { 'Once only': 0, '2 or 3 times': 0, '4 to 9 times': 0, '10 times or more': 0 },
          new: { 'New in the period': 0, 'Had come before': 0 },
        }
        const add = (table: string, line: string) => {
          const lines = expected[table]
          if (lines) lines[line] = (lines[line] ?? 0) + 1
        }
        for (const { mark, times } of people.values()) {
          const age = isChild(mark.person, mark.session)
          add('ages', age === 'child' ? 'Children and young people' : age === 'adult' ? 'Adults' : 'Age not known') // prettier-ignore
          add('sustained', times === 1 ? 'Once only' : times < 4 ? '2 or 3 times' : times < 10 ? '4 to 9 times' : '10 times or more') // prettier-ignore
          add('new', before.includes(mark.person.id) ? 'Had come before' : 'New in the period')
        }
        for (const [table, lines] of Object.entries(expected)) {
          const { Total: total, ...numbers } = numbersOf(made, table)
          expect(Object.fromEntries(Object.entries(numbers).map(([name, line]) => [name, line['individuals']]))).toEqual(lines) // prettier-ignore
          expect(total).toEqual({ individuals: figures.individuals, families: figures.families, attendances: byName }) // prettier-ignore
        }
        expect(numbersOf(made, 'counted')).toEqual({
          'By name': { footfall: byName },
          'Heads without a name': { footfall: figures.footfall - byName },
          Total: { footfall: figures.footfall },
        })
      }),
    )
  })
})

const person = (id: string, familyId: string | null, dateOfBirth: string | null = '2018-01-01'): CountyPerson => ({ id, familyId, dateOfBirth, roles: new Map() }) // prettier-ignore
const session = (id: string, groupId: string, on: string): CountySession => ({ id, groupId, on, minutes: 90, didNotRun: false, complete: true }) // prettier-ignore
const came = (who: CountyPerson, where: CountySession): CountyMark => ({ session: where, person: who, attended: true, expected: true, apology: false, minutes: null }) // prettier-ignore
const county = (marks: CountyMark[]): CountyRows => ({ today: '2026-11-23', sessions: [...new Set(marks.map((one) => one.session))], marks, heads: [], helpers: [] }) // prettier-ignore

describe('totals', () => {
  const [mia, leo] = [person('mia', 'patel'), person('leo', 'patel')]
  const wigston = session('w', 'g1', '2026-09-30')
  const loughborough = session('l', 'g2', '2026-10-01')

  it('count a person who came to two buildings once, and on the line of each', () => {
    const numbers = numbersOf(madeOf(county([came(mia, wigston), came(mia, loughborough)]), asking({ by: 'building' })), 'reach') // prettier-ignore
    expect([numbers['Wigston'], numbers['Loughborough'], numbers['Total']].map((one) => one?.['individuals'])).toEqual([1, 1, 1]) // prettier-ignore
    expect(numbers['Total']).toMatchObject({ footfall: 2, sessions: 2 })
  })

  it('count a family in two programmes once', () => {
    const three = session('t', 'g3', '2026-10-01')
    const numbers = numbersOf(madeOf(county([came(mia, wigston), came(leo, three)]), asking({ by: 'programme' })), 'reach') // prettier-ignore
    expect(Object.values(numbers).map((line) => line['families'])).toEqual([1, 1, 1])
    expect(numbers['Total']?.['individuals']).toBe(2)
  })

  it('put a session on the last day of a quarter in that quarter, and one on the next day in the next', () => {
    const numbers = numbersOf(madeOf(county([came(mia, wigston), came(leo, loughborough)]), asking({ by: 'quarter' })), 'reach') // prettier-ignore
    expect(numbers['Quarter 2 2026/27, July to September']?.['individuals']).toBe(1)
    expect(numbers['Quarter 3 2026/27, October to December']?.['individuals']).toBe(1)
  })

  it('keep a quarter in which nothing was as a line of nothing', () => {
    const asked = asking({ by: 'quarter', from: '2026-04-01', to: '2026-12-31' })
    expect(numbersOf(madeOf(county([came(mia, wigston)]), asked), 'reach')['Quarter 1 2026/27, April to June']).toEqual({ footfall: 0, individuals: 0, families: 0, sessions: 0 }) // prettier-ignore
  })
})

it('shows individuals and families of a year side by side, as scrutiny had them in 2019/20: 7,114 and 2,733', () => {
  const held = session('s', 'g1', '2019-10-01')
  const marks = Array.from({ length: 7114 }, (_, n) => came(person(`p${n}`, `f${n % 2733}`), held))
  const asked = asking({ from: '2019-04-01', to: '2020-03-31', by: 'year' })
  const made = madeOf(county(marks), asked)
  expect(numbersOf(made, 'reach')['2019/20']).toEqual({ footfall: 7114, individuals: 7114, families: 2733, sessions: 1 }) // prettier-ignore
  expect(made.finding).toBe('7,114 people of 2,733 families came 7,114 times by name or head, to 1 session, 1 April 2019 to 31 March 2020.') // prettier-ignore
})
