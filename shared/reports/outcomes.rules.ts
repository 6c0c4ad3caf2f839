import { pairWords } from '../outcomes/change.rules.ts'
import { stageName } from '../outcomes/change-points.rules.ts'
import { flagAdvice, flagKinds, flagLabels, readingFlags, type Flag } from '../outcomes/flags.rules.ts'
import type { Measure } from '../outcomes/outcomes.contract.ts'
import { UNCONFIRMED_STAGES } from '../outcomes/stages.rules.ts'
import { count } from '../text.ts'
import { longDate } from '../time/format.ts'
import type { ReportAsked } from './asked.ts'
import { tableOf, type FigureOf } from './made-table.rules.ts'
import { cellOf, type MadeReport, type MadeTable } from './making.ts'
import { begun, each, family, pairs, person, personInGroup, matchedOf, placesOf, progressIn, type Matched, type Place } from './outcomes-facts.rules.ts' // prettier-ignore
import { changeFigures, doseFigures, hasParts, isPart, matchedFigures, progressFigures, stageFigures } from './outcomes-figures.rules.ts' // prettier-ignore
import type { OutcomeRows } from './outcomes-rows.ts'
import { admitter, lineFinder, linesOfPeriod, splitHeadings, type Places, type SplitLine } from './splits.rules.ts' // prettier-ignore

/**
 * How often people came, for change by dose. Most programmes run for six to twelve sessions, so six is half of a long one
 * and all of a short one; who came once or twice has met it, and no more.
 */
export const DOSE_BANDS = [
  { from: 0, to: 0, name: 'Never came' },
  { from: 1, to: 2, name: 'Came once or twice' },
  { from: 3, to: 5, name: 'Came 3 to 5 times' },
  { from: 6, to: Infinity, name: 'Came 6 times or more' },
] as const

/** The report of outcomes: who has both, how they changed, and what to look at. */
export function outcomesReport(rows: OutcomeRows, asked: ReportAsked, places: Places): MadeReport {
  const admits = admitter(asked, places)
  const matched = matchedOf(rows, asked, admits)
  const all = placesOf(matched, rows, asked)
  const find = lineFinder(asked.by, places)
  const split = { heading: splitHeadings[asked.by], lineOf: (place: Place) => find(place), always: linesOfPeriod(asked.by, places, asked) } // prettier-ignore
  const measures = rows.measures.filter((measure) => all.some((place) => place.measure === measure))
  const [main] = measures.toSorted((a, b) => weight(b, all) - weight(a, all))
  return {
    finding: all.length === 0 ? nothingYet(matched, rows, asked) : findingOf(all, main),
    chart: main === undefined ? null : chartOf(asked, main),
    tables: [
      tableOf({ key: 'matched', title: 'Who has both', lineHeading: split.heading, figures: matchedFigures, rows: all, lineOf: split.lineOf, always: split.always, notes: MATCHED_NOTES }),
      ...measures.flatMap((measure) => tablesOf(measure, all.filter((place) => place.measure === measure), rows, asked.by === 'all' ? null : split)),
      flagsTable(matched, asked),
    ],
  } // prettier-ignore
}

const MATCHED_NOTES = [
  'A group counts in the period of its last session, with those who have no after; one that still runs does not count yet.',
  'Of groups that people join and leave, an after counts on its day and a before without one on the day the person left.',
]

/** The measure that the finding is about: one with stages before any other, then the one with most pairs. */
const weight = (measure: Measure, all: readonly Place[]) =>
  (measure.details.stages === null ? 0 : 1e9) + pairs(all).filter((place) => place.measure === measure).length

const chartOf = ({ by }: ReportAsked, { id }: Measure): MadeReport['chart'] =>
  by === 'all'
    ? { kind: 'stacked', table: `change-${id}`, columns: ['improved', 'same', 'worse'], breaks: [] }
    : { kind: 'bars', table: 'matched', columns: ['matched-rate'], breaks: [] }

interface ByLine {
  readonly heading: string
  readonly lineOf: (place: Place) => SplitLine
  readonly always: readonly SplitLine[]
}

function tablesOf(measure: Measure, places: readonly Place[], rows: OutcomeRows, split: ByLine | null): MadeTable[] {
  const { id, name } = measure
  const table = (key: string, title: string, figures: readonly FigureOf<Place>[], by: Partial<ByLine>, own = places, notes: readonly string[] = []) =>
    tableOf({ key: `${key}-${id}`, title: `${name}: ${title}`, lineHeading: by.heading ?? 'Of', figures, rows: own, lineOf: by.lineOf ?? everybody, always: by.always ?? [], notes })
  const counted = places.filter((place) => place.counted)
  const staged = measure.details.stages === null ? [] : places.filter((place) => place.pair?.stages)
  const unconfirmed = measure.details.stages?.confirmed === false ? [UNCONFIRMED_STAGES] : []
  return [
    ...(hasParts(measure) ? [table('progress', 'progress in one area or more, and in three or more', progressFigures(measure), split ?? {}, places, unconfirmed)] : []),
    withoutTotal(measure, table('change', 'change', changeFigures(measure), itemLines(measure), places, unconfirmed)),
    ...(split === null ? [] : [table('lines', 'change, line by line', changeFigures(measure), split, counted)]),
    ...(staged.length > 0 ? [table('stages', 'from stage to stage', stageFigures(measure), stageLines(measure), staged, unconfirmed)] : []),
    table('dose', 'by how often they came', doseFigures(measure), doseLines(rows)),
    table('completed', 'by completing', doseFigures(measure), completedLines(rows)),
  ]
} // prettier-ignore

const everybody = (): SplitLine => ({ key: 'all', name: 'All', order: '' })
const ordered = (place: number) => String(place).padStart(3, '0')

/** The parts of a measure that has a total are in the total already: a line of all of them would count them twice. */
const withoutTotal = ({ kind, details }: Measure, table: MadeTable): MadeTable =>
  kind === 'scale' && details.total !== 'none' ? { ...table, total: null } : table

/** A line for each part in order, then the total; goals are each person's own, so that they stand on one line. */
function itemLines(measure: Measure): ByLine {
  const { parts } = measure.details
  const [, many] = pairWords(measure)
  return {
    heading: 'Area',
    always: [],
    lineOf: ({ item }) => {
      const at = parts.findIndex((part) => part.item === item)
      const part = parts[at]
      if (part) return { key: String(item), name: part.name, order: ordered(at) }
      if (measure.kind === 'goals') return { key: 'goals', name: 'Goals', order: '' }
      return parts.length > 0
        ? { key: '0', name: 'Total', order: ordered(parts.length) }
        : { key: '0', name: many === 'people' ? measure.name : many, order: '' }
    },
  }
}

function stageLines(measure: Measure): ByLine {
  const lineOf = (stage: number): SplitLine => ({ key: `from-${stage}`, name: `From ${stageName(measure, 0, stage)}`, order: ordered(stage) }) // prettier-ignore
  const all = (measure.details.stages?.list ?? []).map((_, at) => lineOf(at + 1))
  return { heading: 'Stage before', always: all, lineOf: ({ pair }) => lineOf(pair?.stages?.from ?? 0) }
}

function doseLines({ came }: OutcomeRows): ByLine {
  const lines = DOSE_BANDS.map(({ name }, at) => ({ key: `dose-${at}`, name, order: ordered(at) }))
  const [never = everybody()] = lines
  const lineOf = ({ who }: Place) => {
    const times = came.get(who) ?? 0
    return lines[DOSE_BANDS.findIndex(({ from, to }) => from <= times && times <= to)] ?? never
  }
  return { heading: 'Sessions attended', always: lines, lineOf }
}

function completedLines({ completed }: OutcomeRows): ByLine {
  const [yes, no] = [{ key: 'completed', name: 'Completed', order: '0' }, { key: 'not-completed', name: 'Not recorded as completed', order: '1' }] // prettier-ignore
  const lineOf = ({ who }: Place) => (completed.has(who) ? yes : no)
  return { heading: 'Completing', always: [yes, no], lineOf }
}

/** What is worth a second look among the readings of the period, with where to look. */
function flagsTable(matched: readonly Matched[], { from, to }: ReportAsked): MadeTable {
  const flags = matched.flatMap(({ measure, readings, matching }) => readingFlags(measure, readings, matching.pairs)).filter(({ on }) => from <= on && on <= to)
  const behind = ({ personId, groupId, staffId, on }: Flag) => ({ personId, groupId, staffId, on, link: groupId === null ? null : `/groups/${groupId}/outcomes` })
  return tableOf<Flag>({
    key: 'flags',
    title: 'Readings worth a second look',
    lineHeading: 'What',
    figures: [{ key: 'readings', name: 'To look at', unit: 'count', adds: true, people: true, definition: 'People whose forms are like this, each once in each group and measure; of numbers unlike those of colleagues, workers.', of: (some) => some.map(behind).map(({ link, ...row }) => (link === null ? row : { ...row, link })) }],
    rows: flags,
    lineOf: ({ kind }) => ({ key: kind, name: flagLabels[kind], order: ordered(flagKinds.indexOf(kind)) }),
    notes: flagKinds.filter((kind) => flags.some((flag) => flag.kind === kind)).map((kind) => `${flagLabels[kind]}: ${flagAdvice[kind]}`),
  })
} // prettier-ignore

/** Why there is nothing: most often because the groups still run. */
function nothingYet(matched: readonly Matched[], rows: OutcomeRows, { to }: ReportAsked): string {
  const until = to < rows.today ? to : rows.today
  const readings = matched.flatMap((one) => one.readings).filter(({ takenOn }) => takenOn <= until)
  const running = new Set(readings.map(({ groupId }) => groupId).filter((id) => (rows.endOf.get(id) ?? '') > until)) // prettier-ignore
  if (running.size === 0) return NOBODY
  return `Nothing counts in this period: a group counts once it has ended, and ${count(running.size, 'group')} with measures still ran on ${longDate(until)}.`
}

const NOBODY = 'Nobody in these groups has a before measure.'

/** The finding in plain words: how many have both, and of one measure how many made progress, each with its n. */
function findingOf(all: readonly Place[], main: Measure | undefined): string {
  const rate = cellOf('percent', each(begun(all), personInGroup, (own) => own.some((place) => place.pair !== null))) // prettier-ignore
  if (rate.value === null) return NOBODY
  const matched = `${rate.part} of ${count(rate.whole ?? 0, 'person', 'people')} with a before ${rate.whole === 1 ? 'has' : 'have'} an after too (${rate.value}%).` // prettier-ignore
  const progress = main === undefined ? null : progressWords(main, pairs(all).filter((place) => place.measure === main)) // prettier-ignore
  return progress === null ? matched : `${progress} ${matched}`
}

function progressWords(main: Measure, places: readonly Place[]): string | null {
  if (places.length === 0) return null
  if (!hasParts(main) || main.kind === 'goals') {
    const own = each(places.filter((place) => place.counted), personInGroup, (some) => progressIn(some) > 0) // prettier-ignore
    const cell = cellOf('percent', own)
    return cell.value === null ? null : `${cell.part} of ${count(cell.whole ?? 0, 'person', 'people')} improved in ${main.name}.` // prettier-ignore
  }
  const areas = places.filter((place) => isPart(main, place))
  const families = each(areas, family, (some) => progressIn(some) >= 3)
  const [cell, one, many] = families.length > 0 ? [cellOf('percent', families), 'family', 'families'] : [cellOf('percent', each(areas, person, (some) => progressIn(some) >= 3)), 'person', 'people'] // prettier-ignore
  if (cell.value === null) return null
  return `${cell.part} of ${count(cell.whole ?? 0, one, many)} (${cell.value}%) made progress in three or more areas of ${main.name}.` // prettier-ignore
}
