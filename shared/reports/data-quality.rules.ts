import { count } from '../text.ts'
import type { ReportAsked } from './asked.ts'
import { columnOf, different, lineWith, sharedBy, tableOf, type FigureOf } from './made-table.rules.ts'
import type { Behind, MadeReport, MadeTable } from './making.ts'
import { lineFinder, splitHeadings, type Places, type SplitLine } from './splits.rules.ts'

interface KindWords {
  readonly name: string
  /** One of them and several, in a sentence: `37 registers not taken`. */
  readonly one: string
  readonly many: string
  readonly definition: string
  /** Whether it is about a person: counted once however many groups they are in, and hidden in files where few. */
  readonly person: boolean
}

/** What is looked at, in the order in which it is shown: each is mended where its rows lead. */
export const kinds = {
  registers: {
    name: 'Registers not taken',
    one: 'register not taken',
    many: 'registers not taken',
    definition: 'Sessions of the period, earlier than today, that ran and whose register is not complete.',
    person: false,
  },
  delivered: {
    name: 'Sessions without who delivered them',
    one: 'session without who delivered it',
    many: 'sessions without who delivered them',
    definition: 'Sessions of the period with a complete register and nobody recorded as leading or supporting.',
    person: false,
  },
  leaders: {
    name: 'Groups that nobody leads',
    one: 'group that nobody leads',
    many: 'groups that nobody leads',
    definition: 'Groups with a session in the period, not cancelled, for which nobody is set down to lead.',
    person: false,
  },
  before: {
    name: 'Before measures missing',
    one: 'before measure missing',
    many: 'before measures missing',
    definition: 'People enrolled in a group that began in the period, or who completed it, of whom a measure that is asked for before has neither a number that counts nor a reason why not.',
    person: true,
  },
  after: {
    name: 'After measures missing',
    one: 'after measure missing',
    many: 'after measures missing',
    definition: 'People with a before measure who are enrolled in a group that ended in the period, or who completed it, of whom a number before has neither one nor a reason after.',
    person: true,
  },
  readings: {
    name: 'Readings worth a second look',
    one: 'person’s readings worth a second look',
    many: 'people’s readings worth a second look',
    definition: 'People with a reading in the period, in each group, whose before and after are of one day or the wrong way round, go from one end to the other within four weeks, or are all the same number. Nothing says that they are wrong.',
    person: true,
  },
  provisional: {
    name: 'People added in a hurry',
    one: 'person added in a hurry',
    many: 'people added in a hurry',
    definition: 'Provisional people: added at a door, and who they are is still to be checked. Those in no group at all are among them, whatever the period.',
    person: true,
  },
  birth: {
    name: 'People without a date of birth',
    one: 'person without a date of birth',
    many: 'people without a date of birth',
    definition: 'People in a register of the period, enrolled, or waiting, whose date of birth is not recorded.',
    person: true,
  },
  mosaic: {
    name: 'People without a Mosaic ID',
    one: 'person without a Mosaic ID',
    many: 'people without a Mosaic ID',
    definition: 'People in a register of the period, enrolled, or waiting, whose Mosaic ID is not recorded.',
    person: true,
  },
  consent: {
    name: 'People not asked for consent',
    one: 'person not asked for consent',
    many: 'people not asked for consent',
    definition: 'People in a register of the period, enrolled, or waiting, of whom no answer to any consent is recorded. An answer of no is an answer.',
    person: true,
  },
  twice: {
    name: 'People who may be here twice',
    one: 'person who may be here twice',
    many: 'people who may be here twice',
    definition: 'People in a register of the period, enrolled, or waiting, with another record of the very same name and the same date of birth; or, where a date of birth is not known, the same phone or family. Names that are only alike are found under People, Duplicates.',
    person: true,
  },
} as const satisfies Record<string, KindWords> // prettier-ignore
export type Kind = keyof typeof kinds
// The keys of an object are text to TypeScript, and these are the keys of this one.
const kindKeys = Object.keys(kinds) as Kind[]

/** Something looked at: in order, or to be mended where its link leads. Ids are text of any kind. */
export interface Looked {
  readonly kind: Kind
  readonly inOrder: boolean
  readonly personId: string | null
  readonly groupId: string | null
  readonly sessionId: string | null
  /** Local date: of the session, or when the person was last seen. */
  readonly on: string
  readonly link: string
}

/** What the report is made of, filtered already: who leads each group by their names. */
export interface DataQualityRows {
  readonly looked: readonly Looked[]
  readonly leaders: ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>
}

/** A person in three groups is one person; of measures, each group has its own. */
const oncePerPerson = new Set<Kind>(['provisional', 'birth', 'mosaic', 'consent', 'twice'])
const once = (kind: Kind, rows: readonly Looked[]): readonly Looked[] =>
  oncePerPerson.has(kind) ? different(rows, (row) => row.personId) : rows

const behind = ({ personId, groupId, sessionId, on, link }: Looked, counts: boolean): Behind => ({
  personId,
  groupId,
  sessionId,
  on,
  link,
  counts,
})
const gap = (row: Looked): Behind => behind(row, true)

const looked = (people: boolean): FigureOf<Looked>[] => [
  {
    key: 'to-mend',
    name: 'To mend',
    unit: 'count',
    adds: false,
    people,
    definition: 'How many are not in order.',
    of: (rows) => rows.filter((row) => !row.inOrder).map(gap),
  },
  {
    key: 'looked-at',
    name: 'Looked at',
    unit: 'count',
    adds: false,
    people,
    definition: 'How many there are, in order or not.',
    of: (rows) => rows.map(gap),
  },
  {
    key: 'in-order',
    name: 'In order',
    unit: 'percent',
    adds: false,
    people,
    definition: 'Of all that was looked at, how many are in order by now.',
    of: (rows) => rows.map((row) => behind(row, row.inOrder)),
  },
]

const BESIDE = 'Of an earlier period, what has been mended since is in order.'

/** A line for each kind of gap: how many, of how many. */
function kindTable(key: 'work' | 'people', title: string, byKind: ReadonlyMap<Kind, readonly Looked[]>): MadeTable {
  const figures = looked(key === 'people')
  const own = kindKeys.filter((kind) => kinds[kind].person === (key === 'people'))
  return {
    key,
    title,
    lineHeading: 'What',
    columns: figures.map(columnOf),
    lines: own.map((kind) => lineWith(figures, { key: kind, name: kinds[kind].name }, once(kind, byKind.get(kind) ?? []))),
    total: null,
    notes: [...own.map((kind) => `${kinds[kind].name}: ${lowerFirst(kinds[kind].definition)}`), BESIDE],
  }
} // prettier-ignore
const lowerFirst = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1)

/** A column for each kind of gap, of rows that each have one. `adds` is false where one gap may stand on two lines. */
function gapFigures<R>(gapOf: (row: R) => Looked, adds: boolean): FigureOf<R>[] {
  const byKind = sharedBy((rows: readonly R[]) => Map.groupBy(rows.map(gapOf), (row) => row.kind))
  return kindKeys.map((kind) => ({
    key: kind,
    name: kinds[kind].name,
    unit: 'count',
    adds: adds && !oncePerPerson.has(kind),
    people: kinds[kind].person,
    definition: kinds[kind].definition,
    of: (rows) => once(kind, byKind(rows).get(kind) ?? []).map(gap),
  }))
}

const nobody: SplitLine = { key: 'nobody', name: 'Nobody leads', order: '\uffff' }

/** Gaps by who leads the group, for a word with each: what two lead stands with both. */
function leaderTable({ looked: rows, leaders }: DataQualityRows): MadeTable {
  const gaps = rows.filter((row) => !row.inOrder)
  const spread = [...Map.groupBy(gaps, (row) => row.groupId)].flatMap(([groupId, own]) => {
    if (groupId === null) return []
    const lines = (leaders.get(groupId) ?? []).map(({ id, name }): SplitLine => ({ key: id, name, order: name.toLowerCase() })) // prettier-ignore
    return (lines.length === 0 ? [nobody] : lines).flatMap((line) => own.map((row) => ({ line, row })))
  })
  const table = tableOf({
    key: 'leaders',
    title: 'To mend, by who leads the group',
    lineHeading: 'Who leads',
    figures: gapFigures(({ row }: (typeof spread)[number]) => row, false),
    rows: spread,
    lineOf: ({ line }) => line,
    notes: ['What belongs to a group that two people lead stands with both of them, so the lines do not add up.'], // prettier-ignore
  })
  return { ...table, total: null }
}

function placeTable({ looked: rows }: DataQualityRows, asked: ReportAsked, places: Places): MadeTable {
  const find = lineFinder(asked.by, places)
  return tableOf({
    key: 'places',
    title: `To mend, by ${splitHeadings[asked.by].toLowerCase()}`,
    lineHeading: splitHeadings[asked.by],
    figures: gapFigures((row: Looked) => row, true),
    rows: rows.filter((row) => !row.inOrder),
    lineOf: ({ groupId, sessionId, on }) => find({ groupId, sessionId, on }),
    notes: ['A person in groups on two lines stands on both, and is one in the total.'],
  })
}

/** What is most to mend, in one sentence. */
function findingOf(byKind: ReadonlyMap<Kind, readonly Looked[]>): string {
  const gaps = kindKeys.map((kind) => {
    const all = once(kind, byKind.get(kind) ?? [])
    return { kind, all: all.length, gaps: all.filter((row) => !row.inOrder).length }
  })
  const [first, second] = gaps.filter((one) => one.gaps > 0).toSorted((a, b) => b.gaps - a.gaps)
  if (!first) return gaps.some((one) => one.all > 0) ? 'Everything that was looked at is in order.' : 'There was nothing to look at.' // prettier-ignore
  const words = ({ kind, all, gaps: n }: typeof first) => `${count(n, kinds[kind].one, kinds[kind].many)} of ${all}` // prettier-ignore
  return `Most to mend: ${words(first)}${second ? `, then ${words(second)}` : ''}.`
}

/** What is missing, not taken or twice: each row leads to where it is mended. */
export function dataQualityReport(rows: DataQualityRows, asked: ReportAsked, places: Places): MadeReport {
  const byKind = Map.groupBy(rows.looked, (row) => row.kind)
  return {
    finding: findingOf(byKind),
    chart: { kind: 'bars', table: 'people', columns: ['in-order'], breaks: [] },
    tables: [
      kindTable('work', 'Sessions and groups', byKind),
      kindTable('people', 'People', byKind),
      ...(asked.by === 'all' ? [] : [placeTable(rows, asked, places)]),
      leaderTable(rows),
    ],
  }
}
