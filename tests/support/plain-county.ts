import fc from 'fast-check'
import { participantRoles } from '../../shared/enrolments/participants.rules.ts'
import { sessionParts } from '../../shared/programmes/session-kinds.ts'
import { reportAskedSchema, splits, type ReportAsked, type Split } from '../../shared/reports/asked.ts'
import { emptyLines, siftCounty, type Sifted } from '../../shared/reports/county-facts.rules.ts'
import type { CountyMark, CountyPerson, CountyRows, CountySession } from '../../shared/reports/county-rows.ts'
import type { MadeReport } from '../../shared/reports/making.ts'
import { lineFinder, lineOf, type Places } from '../../shared/reports/splits.rules.ts'
import { streams } from '../../shared/staff/staff.contract.ts'

export const COUNTY_TODAY = '2026-11-23'
const groupIds = ['g1', 'g2', 'g3', 'g4'] as const

/** Two programmes, two buildings in two halves, a group without a building, one in a building without a locality. */
export const plainPlaces: Places = {
  groups: new Map([
    ['g1', { name: 'One', programmeId: 'bounce', buildingId: 'b1' }],
    ['g2', { name: 'Two', programmeId: 'bounce', buildingId: 'b2' }],
    ['g3', { name: 'Three', programmeId: 'solihull', buildingId: null }],
    ['g4', { name: 'Four', programmeId: 'solihull', buildingId: 'b3' }],
  ]),
  elsewhere: new Map([
    ['s1', 'b2'],
    ['s2', 'b1'],
  ]),
  programmes: new Map([
    ['bounce', 'Bounce Back'],
    ['solihull', 'Solihull Approach'],
  ]),
  buildings: new Map([
    ['b1', { name: 'Wigston', localityId: 'l1' }],
    ['b2', { name: 'Loughborough', localityId: 'l2' }],
    ['b3', { name: 'Shed', localityId: null }],
  ]),
  localities: new Map([
    ['l1', { name: 'Oadby and Wigston', half: 'east' }],
    ['l2', { name: 'Charnwood', half: 'west' }],
  ]),
  terms: [{ id: 't1', name: 'Autumn', startsOn: '2026-08-27', endsOn: '2026-10-16' }],
}

const ids = (prefix: string, max: number) => fc.integer({ min: 1, max }).map((n) => `${prefix}${n}`)
const people: fc.Arbitrary<CountyPerson[]> = fc
  .uniqueArray(
    fc.record({
      id: ids('p', 9),
      familyId: fc.option(ids('f', 3)),
      dateOfBirth: fc.constantFrom('1990-01-01', '2008-10-01', '2018-01-01', null),
      roles: fc
        .array(fc.tuple(fc.constantFrom(...groupIds), fc.constantFrom(...participantRoles)), { maxLength: 2 })
        .map((said) => new Map(said)),
    }),
    { selector: (one) => one.id },
  )
  .map((some) => some.toSorted((a, b) => a.id.localeCompare(b.id)))

/** On both sides of the end of a quarter, of a half term and of today. */
const days = fc.constantFrom('2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01', '2026-10-16', '2026-10-17', '2026-11-23', '2026-11-24') // prettier-ignore
const sessions: fc.Arbitrary<CountySession[]> = fc
  .uniqueArray(
    fc.record({
      id: ids('s', 8),
      groupId: fc.constantFrom(...groupIds),
      on: days,
      minutes: fc.constantFrom(60, 90),
      didNotRun: fc.boolean(),
      complete: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
    }),
    { selector: (one) => one.id },
  )
  .map((some) => some.toSorted((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id)))

const codes = fc.constantFrom(
  { attended: true, expected: true, apology: false },
  { attended: true, expected: true, apology: false },
  { attended: false, expected: true, apology: true },
  { attended: false, expected: true, apology: false },
  { attended: false, expected: false, apology: false },
)

const helper = fc.record({ staffId: ids('w', 4), part: fc.constantFrom(...sessionParts), minutes: fc.option(fc.constant(30)) }) // prettier-ignore
const streamOf = (staffId: string) => streams[Number(staffId.slice(1)) % streams.length] ?? 'family'

/** A county as it is read: marks, heads and helpers only of sessions that ran and whose register is complete. */
export const anyCountyRows: fc.Arbitrary<CountyRows> = fc
  .tuple(people, sessions)
  .chain(([some, held]) => {
    const taken = held.filter((one) => one.complete && !one.didNotRun)
    const marks = taken.flatMap((session) => some.map((person) => ({ session, person })))
    return fc.record({
      today: fc.constant(COUNTY_TODAY),
      sessions: fc.constant(held),
      marks: fc.array(fc.option(fc.tuple(codes, fc.option(fc.constant(40)))), { minLength: marks.length, maxLength: marks.length }).map((drawn) =>
        marks.flatMap((mark, at): CountyMark[] => {
          const code = drawn[at]
          return code ? [{ ...mark, ...code[0], minutes: code[1] }] : []
        })),
      heads: fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.constantFrom(...participantRoles), fc.integer({ min: 0, max: 9 }))).map((drawn) =>
        [...new Map(drawn.flatMap(([at, role, count]) => taken[at] ? [[`${at} ${role}`, { session: taken[at], role, people: count }] as const] : [])).values()]),
      helpers: fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), helper)).map((drawn) =>
        [...new Map(drawn.flatMap(([at, one]) => taken[at] ? [[`${at} ${one.staffId}`, { ...one, stream: streamOf(one.staffId), session: taken[at] }] as const] : [])).values()]),
    })
  }) // prettier-ignore

/** What is asked of a report, of half a year unless said otherwise. */
export const asking = (change: Partial<ReportAsked> = {}): ReportAsked => ({
  ...reportAskedSchema.parse({ report: 'reach', from: '2026-06-30', to: '2026-12-31' }),
  ...change,
})
export const anySplit: fc.Arbitrary<Split> = fc.constantFrom(...splits)

export const sifted = (rows: CountyRows, asked: ReportAsked): Sifted =>
  siftCounty(rows, lineFinder(asked.by, plainPlaces), emptyLines(asked, plainPlaces))

/** The sessions on each line of a split by name, and all of them under `Total`: found one by one. */
export function sessionsByLine({ sessions: all }: CountyRows, by: Split): Map<string, CountySession[]> {
  const lines = new Map<string, CountySession[]>([['Total', all.slice()]])
  for (const session of all) {
    const { name } = lineOf(by, plainPlaces, {
      groupId: session.groupId,
      sessionId: session.id,
      on: session.on,
    })
    lines.set(name, [...(lines.get(name) ?? []), session])
  }
  return lines
}

/** A table as lines of numbers by name and column; the only line of a table stands for its total too. */
export function numbersOf(made: MadeReport, key: string): Record<string, Record<string, number | null>> {
  const table = made.tables.find((one) => one.key === key)
  if (!table) throw new Error(`There is no table ${key}`)
  const total = table.total ?? table.lines[0]
  const lines = [...table.lines, ...(total ? [{ ...total, name: 'Total' }] : [])]
  return Object.fromEntries(
    lines.map((line) => [
      line.name,
      Object.fromEntries(line.cells.map((cell, at) => [table.columns[at]?.key ?? '', cell.value])),
    ]),
  )
}

/** A share to one decimal place; of nothing it is not known. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10
