import { ageOn } from '../time/civil.ts'
import { count } from '../text.ts'
import { dateRange } from '../time/format.ts'
import type { ReportAsked } from './asked.ts'
import { ofHeads, ofMark, ofSession, type CountyFacts, type Sifted } from './county-facts.rules.ts'
import type { CountyMark } from './county-rows.ts'
import { tableOf, type FigureOf } from './made-table.rules.ts'
import type { Behind, MadeReport, MadeTable } from './making.ts'
import { siftedTable, type FactFigure } from './sifted-table.rules.ts'
import { splitHeadings, type SplitLine } from './splits.rules.ts'

/** By which rules people are counted as reached. A change of any figure or of what is counted adds a line. */
export const reachRules = [
  {
    version: 1,
    since: '2026-11-22',
    what: 'People with an attendance in a complete register, walk-ins included and volunteers not; heads without a name are in footfall and in nothing else.',
  },
] as const

/** Each different person of some attendances, with the first of them. */
function firstOfEach(attended: readonly CountyMark[]): CountyMark[] {
  const first = new Map<object, CountyMark>()
  for (const mark of attended) if (!first.has(mark.person)) first.set(mark.person, mark)
  return [...first.values()]
}

const ofPerson = ({ person, session }: CountyMark): Behind => ({ personId: person.id, groupId: session.groupId, on: session.on }) // prettier-ignore

function familiesOf(people: readonly CountyMark[]): Behind[] {
  const first = new Map<string, Behind>()
  for (const { person, session } of people)
    if (person.familyId !== null && !first.has(person.familyId))
      first.set(person.familyId, { familyId: person.familyId, groupId: session.groupId, on: session.on })
  return [...first.values()]
}

const counted = { unit: 'count', people: true } as const
/** The four figures of reach, which stand side by side and never alone. */
export const reachFigures: readonly FactFigure[] = [
  {
    ...counted, key: 'footfall', name: 'Attendances', adds: true,
    definition: 'How often anybody came: marks in complete registers that mean the person came, walk-ins included, and heads without a name where heads were counted. One person at three sessions is three. Volunteers are not counted, and materials sent to a home are never one.',
    of: ({ attended, unnamed }) => [...attended.map(ofMark), ...unnamed.map(ofHeads)],
  },
  {
    ...counted, key: 'individuals', name: 'Individuals', adds: false,
    definition: 'Different people with at least one attendance by name. Somebody who came to two groups or two buildings is one, so lines do not add up. Volunteers are not counted.',
    of: ({ attended }) => firstOfEach(attended).map(ofPerson),
  },
  {
    ...counted, key: 'families', name: 'Families', adds: false,
    definition: 'Different families of the individuals. A person with no family recorded is not counted here.',
    of: ({ attended }) => familiesOf(attended),
  },
  {
    key: 'sessions', name: 'Sessions delivered', unit: 'count', adds: true, people: false,
    definition: 'Sessions whose register is complete.',
    of: ({ delivered }) => delivered.map(ofSession),
  },
] // prettier-ignore

/** Somebody who came, with the first and the number of their attendances in the period. */
interface Reached {
  readonly first: CountyMark
  readonly times: number
}

function reachedOf({ attended }: CountyFacts): Reached[] {
  const times = new Map<object, number>()
  for (const { person } of attended) times.set(person, (times.get(person) ?? 0) + 1)
  return firstOfEach(attended).map((first) => ({ first, times: times.get(first.person) ?? 0 }))
}

const people: FigureOf<Reached> = {
  ...counted, key: 'individuals', name: 'Individuals', adds: true,
  definition: 'Different people with at least one attendance by name in the period, each on one line only.',
  of: (reached) => reached.map(({ first }) => ofPerson(first)),
} // prettier-ignore
const families: FigureOf<Reached> = {
  ...counted, key: 'families', name: 'Families', adds: false,
  definition: 'Different families of these individuals. A family can be on several lines, so lines do not add up.',
  of: (reached) => familiesOf(reached.map(({ first }) => first)),
} // prettier-ignore
const attendances: FigureOf<Reached> = {
  ...counted, key: 'attendances', name: 'Attendances by name', adds: true,
  definition: 'How often these individuals came. Each row is somebody, with the number of times.',
  of: (reached) => reached.map(({ first, times }) => ({ ...ofPerson(first), amount: times })),
} // prettier-ignore

const ages = {
  child: { key: 'child', name: 'Children and young people', order: '1' },
  adult: { key: 'adult', name: 'Adults', order: '2' },
  unknown: { key: 'unknown', name: 'Age not known', order: '3' },
} as const satisfies Record<string, SplitLine>

/** Child or adult at their first attendance: as was said of them in that group, else by their age (18 and over is adult). */
function ageLine({ first: { person, session } }: Reached): SplitLine {
  const said = person.roles.get(session.groupId)
  if (said === 'child' || said === 'adult') return ages[said]
  const years = fullYears(person.dateOfBirth, session.on)
  return years === null ? ages.unknown : years >= 18 ? ages.adult : ages.child
}

/** Only in the year of an eighteenth birthday does the day decide; of tens of thousands, few. */
function fullYears(born: string | null, on: string): number | null {
  if (born === null || born > on) return null
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return years === 18 ? ageOn(born, on) : years
}

/** How often somebody came in the period, both ends included. */
const bands = [
  { key: 'once', name: 'Once only', from: 1, to: 1 },
  { key: 'few', name: '2 or 3 times', from: 2, to: 3 },
  { key: 'several', name: '4 to 9 times', from: 4, to: 9 },
  { key: 'many', name: '10 times or more', from: 10, to: Infinity },
] as const
const bandLines: readonly SplitLine[] = bands.map(({ key, name }, at) => ({ key, name, order: String(at) }))

const timesLine = ({ times }: Reached): SplitLine => {
  const at = bands.findIndex((band) => band.from <= times && times <= band.to)
  return bandLines[at] ?? { key: 'none', name: 'Never', order: '' }
}

const newLines = {
  new: { key: 'new', name: 'New in the period', order: '1' },
  before: { key: 'before', name: 'Had come before', order: '2' },
} as const satisfies Record<string, SplitLine>

const headLines = {
  named: { key: 'named', name: 'By name', order: '1' },
  heads: { key: 'heads', name: 'Heads without a name', order: '2' },
} as const satisfies Record<string, SplitLine>

/** How footfall came to be known: by marks, or by heads that were counted. */
function countedTable({ attended, unnamed }: CountyFacts): MadeTable {
  const rows = [
    ...attended.map((mark) => ({ line: headLines.named, behind: ofMark(mark) })),
    ...unnamed.map((heads) => ({ line: headLines.heads, behind: ofHeads(heads) })),
  ]
  return tableOf({
    key: 'counted',
    title: 'How attendances were counted',
    lineHeading: 'Counted',
    figures: [{
      ...counted, key: 'footfall', name: 'Attendances', adds: true,
      definition: 'Attendances by name; and where the heads of a session were counted, those beyond the ones marked by name in the same role.',
      of: (some: readonly (typeof rows)[number][]) => some.map((row) => row.behind),
    }],
    rows,
    lineOf: (row) => row.line,
    always: Object.values(headLines),
  }) // prettier-ignore
}

export interface ReachRows {
  readonly sifted: Sifted
  /** Ids of those who came to anything before the period. */
  readonly before: ReadonlySet<string>
}

/** Who was reached: the four figures by line, and who those people were. */
export function reachReport({ sifted, before }: ReachRows, asked: ReportAsked): MadeReport {
  const reached = reachedOf(sifted.whole)
  const table = (key: string, title: string, lineHeading: string, lines: readonly SplitLine[], lineOf: (row: Reached) => SplitLine, notes: string[] = []) =>
    tableOf({ key, title, lineHeading, figures: [people, families, attendances], rows: reached, lineOf, always: lines, notes }) // prettier-ignore
  return {
    finding: finding(sifted.whole, asked),
    chart: { kind: 'bars', table: 'reach', columns: ['individuals', 'families'], breaks: [] },
    tables: [
      siftedTable({
        key: 'reach',
        title: 'Attendances, individuals, families and sessions',
        lineHeading: splitHeadings[asked.by],
        figures: reachFigures,
        sifted,
        notes: ['Individuals and families are counted anew on each line and in the total: somebody who is on two lines is one.'],
      }),
      table('ages', 'Children and adults', 'Age', Object.values(ages), ageLine, ['As they took part in the first group they came to in the period, else by age on that day.']),
      table('sustained', 'One-off and sustained use', 'Came in the period', bandLines, timesLine),
      table('new', 'New in this period', 'Before the period', Object.values(newLines), ({ first }) => before.has(first.person.id) ? newLines.before : newLines.new,
        ['New is who came to nothing of the service before, wherever in the county, by the registers that are in the program.']),
      countedTable(sifted.whole),
    ],
  }
} // prettier-ignore

function finding(facts: CountyFacts, { from, to }: ReportAsked): string {
  const [footfall = [], individuals = [], families = [], sessions = []] = reachFigures.map((one) => one.of(facts))
  const times = footfall.reduce((sum, row) => sum + (row.amount ?? 1), 0)
  const who = `${count(individuals.length, 'person', 'people')} of ${count(families.length, 'family', 'families')}`
  return `${who} came ${count(times, 'time')} by name or head, to ${count(sessions.length, 'session')}, ${dateRange(from, to)}.`
} // prettier-ignore
