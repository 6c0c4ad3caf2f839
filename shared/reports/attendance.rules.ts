import { count } from '../text.ts'
import { dateRange } from '../time/format.ts'
import type { ReportAsked } from './asked.ts'
import { ofMark, ofSession, type CountyFacts, type Sifted } from './county-facts.rules.ts'
import type { CountyMark } from './county-rows.ts'
import { tableOf } from './made-table.rules.ts'
import { cellOf, type MadeReport } from './making.ts'
import { siftedTable, type FactFigure } from './sifted-table.rules.ts'
import { splitHeadings, type SplitLine } from './splits.rules.ts'

/** By which rules coming is counted. A change of who is expected, or of what an attendance is, adds a line. */
export const attendanceRules = [
  {
    version: 1,
    since: '2026-11-22',
    what: 'Expected are the marks in complete registers of people who were expected on the day, walk-ins included; volunteers and sessions that did not run are left out, and a blank is never absent.',
  },
] as const

const withAnswer = (says: (mark: CountyMark) => boolean) => (facts: CountyFacts) =>
  facts.expected.map((mark) => ({ ...ofMark(mark), counts: says(mark) }))

const attended: FactFigure = {
  key: 'attended', name: 'Attended', unit: 'count', adds: true, people: true,
  definition: 'Of the expected, those whose mark means that they came: present, late, left early or online. Materials sent to a home are never one.',
  of: ({ expected }) => expected.filter((mark) => mark.attended).map(ofMark),
} // prettier-ignore
const rate: FactFigure = {
  key: 'rate', name: 'Attendance rate', unit: 'percent', adds: false, people: true,
  definition: 'Attended divided by expected, over complete registers only. A blank is never counted as absent.',
  of: withAnswer((mark) => mark.attended),
} // prettier-ignore
const commitment: FactFigure = {
  key: 'commitment', name: 'Attended or sent apologies', unit: 'percent', adds: false, people: true,
  definition: 'Attended and apologies divided by expected, over complete registers only: the commitment of those who told us. An apology is any mark that means that they told us.',
  of: withAnswer((mark) => mark.attended || mark.apology),
} // prettier-ignore

/** Who was expected and who came, and what is not known because its register is owed. */
export const attendanceFigures: readonly FactFigure[] = [
  {
    key: 'expected', name: 'Expected', unit: 'count', adds: true, people: true,
    definition: 'Marks in complete registers of people who were expected, walk-ins included. “Not expected”, “materials or a call only”, volunteers and sessions that did not run are left out.',
    of: ({ expected }) => expected.map(ofMark),
  },
  attended,
  rate,
  commitment,
  {
    key: 'sessions', name: 'Sessions delivered', unit: 'count', adds: true, people: false,
    definition: 'Sessions whose register is complete.',
    of: ({ delivered }) => delivered.map(ofSession),
  },
  {
    key: 'not-run', name: 'Did not run', unit: 'count', adds: true, people: false,
    definition: 'Sessions recorded as not run, with a reason. Nobody is expected at them.',
    of: ({ notRun }) => notRun.map(ofSession),
  },
  {
    key: 'owed', name: 'Registers owed', unit: 'count', adds: true, people: false,
    definition: 'Sessions of today or earlier that were not cancelled and whose register is not complete. Who came to them is not known, and is in no other figure.',
    of: ({ owed }) => owed.map(ofSession),
  },
] // prettier-ignore

/** Somebody expected in a group, with how often they came to it in the period. */
interface Dose {
  readonly first: CountyMark
  readonly times: number
}

function dosesOf({ expected }: CountyFacts): Dose[] {
  const groups = new Map<string, Map<object, { first: CountyMark; times: number }>>()
  for (const mark of expected) {
    const people = groups.get(mark.session.groupId) ?? new Map<object, { first: CountyMark; times: number }>()
    groups.set(mark.session.groupId, people)
    const known = people.get(mark.person) ?? { first: mark, times: 0 }
    people.set(mark.person, known)
    if (mark.attended) known.times++
  }
  return [...groups.values()].flatMap((people) => [...people.values()])
}

/** From here on, how often somebody came is not told apart. */
const MANY = 10
const two = (n: number) => String(n).padStart(2, '0')
const doseLine = (times: number): SplitLine => {
  const least = Math.min(times, MANY)
  const name = times === 0 ? 'Never came' : times === 1 ? 'Came once' : times >= MANY ? `Came ${MANY} times or more` : `Came ${times} times` // prettier-ignore
  return { key: `times-${least}`, name, order: two(least) }
}
const doseLines = Array.from({ length: MANY + 1 }, (_, times) => doseLine(times))

/** How many of those expected came, how many told us, and how often people came to their group. */
export function attendanceReport(sifted: Sifted, asked: ReportAsked): MadeReport {
  return {
    finding: finding(sifted.whole, asked),
    chart: { kind: 'bars', table: 'attendance', columns: ['rate', 'commitment'], breaks: [] },
    tables: [
      siftedTable({ key: 'attendance', title: 'Expected and attended', lineHeading: splitHeadings[asked.by], figures: attendanceFigures, sifted }),
      tableOf({
        key: 'dose',
        title: 'How often people came to a group',
        lineHeading: 'In the period',
        figures: [{
          key: 'places', name: 'People in a group', unit: 'count', adds: true, people: true,
          definition: 'People expected at least once in the period, once for each group that they were expected in, by how often they came to it in the period. Somebody in two groups is two.',
          of: (doses: readonly Dose[]) => doses.map(({ first: { person, session } }) => ({ personId: person.id, groupId: session.groupId, on: session.on })),
        }],
        rows: dosesOf(sifted.whole),
        lineOf: ({ times }) => doseLine(times),
        always: doseLines,
        notes: ['Counted and not averaged: a mean would hide who came once.'],
      }),
    ],
  }
} // prettier-ignore

function finding(facts: CountyFacts, { from, to }: ReportAsked): string {
  const came = cellOf('percent', rate.of(facts))
  const days = dateRange(from, to)
  if (came.value === null) return `Nobody is recorded as expected at any complete register, ${days}.`
  const told = cellOf('percent', commitment.of(facts))
  const owed = facts.owed.length === 0 ? '' : ` ${count(facts.owed.length, 'register is', 'registers are')} owed and not counted.` // prettier-ignore
  return `${count(came.part ?? 0, 'attendance')} of ${count(came.whole ?? 0, 'expected', 'expected')}, ${came.value}%, and with those who sent apologies ${told.value}%, ${days}.${owed}`
}
