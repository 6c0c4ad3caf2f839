import type { EnrolmentStatus } from '../enrolments/statuses.ts'
import { leavingReasonLabels, leavingReasons } from '../enrolments/reasons.ts'
import { count } from '../text.ts'
import { addDays } from '../time/civil.ts'
import { dateRange } from '../time/format.ts'
import type { ReportAsked } from './asked.ts'
import { TOTAL, tableOf, type FigureOf } from './made-table.rules.ts'
import { cellOf, type Behind, type MadeLine, type MadeReport, type MadeTable } from './making.ts'
import { inOrder, lineFinder, linesOfPeriod, splitHeadings, type Places, type SplitLine } from './splits.rules.ts' // prettier-ignore

/** By which rules completing and leaving are counted. */
export const completionRules = [
  {
    version: 1,
    since: '2026-11-22',
    what: 'Counted are the places that people held on some day of the period, by how each stood at its end: still held, completed, or left with a reason. Volunteers are not counted.',
  },
] as const

/** Somebody's history with a group that they were enrolled in, first line first. Ids are text; dates are local. */
export interface HeldPlace {
  readonly personId: string
  readonly groupId: string
  readonly lines: readonly { readonly status: EnrolmentStatus; readonly onDate: string; readonly reasonKind: string | null }[] // prettier-ignore
  /** How many attendances complete the group; null where it has no rule. */
  readonly completeAt: number | null
  /** The days on which they came, where there is a rule, in order. */
  readonly cameOn: readonly string[]
}

/** Local dates, both included. */
type Stretch = readonly [from: string, to: string]

/** How a place stood at the end of the days asked for. */
interface Outcome {
  readonly place: HeldPlace
  readonly status: EnrolmentStatus
  /** The day of the line that holds. */
  readonly since: string
  readonly reasonKind: string | null
  /** Whether they came as often as the group asks for; null where it asks for nothing. */
  readonly reached: boolean | null
}

/**
 * How a place stood at the end of some days; null when it was not held on any of them. It is held from the day of the
 * enrolment to the day on which it ended, itself included: so each ending is counted in the period of its day.
 */
export function outcomeOf(place: HeldPlace, days: readonly Stretch[]): Outcome | null {
  const last = days.findLast(([from, to]) => isHeld(place, from, to))
  if (!last) return null
  const line = place.lines.findLast((one) => one.onDate <= last[1])
  if (!line) return null
  const came = place.cameOn.filter((day) => day <= last[1]).length
  return {
    place,
    status: line.status,
    since: line.onDate,
    reasonKind: line.reasonKind,
    reached: place.completeAt === null ? null : came >= place.completeAt,
  }
}

const isHeld = ({ lines }: HeldPlace, from: string, to: string) =>
  lines.some((line, at) => line.status === 'enrolled' && line.onDate <= to && (lines[at + 1]?.onDate ?? to) >= from) // prettier-ignore

const ofOutcome = ({ place, since }: Outcome): Behind => ({ personId: place.personId, groupId: place.groupId, on: since, link: `/groups/${place.groupId}/people` }) // prettier-ignore
const ended = (status: EnrolmentStatus) => status === 'completed' || status === 'withdrawn'
const withStatus = (says: (status: EnrolmentStatus) => boolean) => (some: readonly Outcome[]) => some.filter((one) => says(one.status)).map(ofOutcome) // prettier-ignore
const isBack = (status: EnrolmentStatus) => status !== 'enrolled' && !ended(status)

const counted = { unit: 'count', people: true } as const
const share = { unit: 'percent', adds: false, people: true } as const

/** Whether lines of a split add up: a place is on the lines of all the times in which it was held, else on one. */
const figuresOf = (adds: boolean): FigureOf<Outcome>[] => [
  {
    ...counted, key: 'places', name: 'Places held', adds,
    sumOf: ['completed', 'withdrawn', 'running', 'back'],
    definition: 'People enrolled in a group on some day of the period, the day they left included, once for each group: somebody in two groups is two. Volunteers are not counted.',
    of: (some) => some.map(ofOutcome),
  },
  {
    ...counted, key: 'completed', name: 'Completed', adds,
    definition: 'Of the places held, those whose history says at the end of the period that the person completed.',
    of: withStatus((status) => status === 'completed'),
  },
  {
    ...counted, key: 'withdrawn', name: 'Left', adds,
    definition: 'Of the places held, those whose history says at the end of the period that the person left without completing. Why is in the table of reasons.',
    of: withStatus((status) => status === 'withdrawn'),
  },
  {
    ...counted, key: 'running', name: 'Still running', adds,
    definition: 'Of the places held, those that the person still holds at the end of the period.',
    of: withStatus((status) => status === 'enrolled'),
  },
  {
    ...counted, key: 'back', name: 'Back on the list', adds,
    definition: 'Of the places held, those whose person is referred, waiting or offered a place again at the end of the period.',
    of: withStatus(isBack),
  },
  {
    ...share, key: 'share', name: 'Completed, of those that ended',
    definition: 'Completed divided by completed and left. Places that still run are in neither.',
    of: (some) => some.filter((one) => ended(one.status)).map((one) => ({ ...ofOutcome(one), counts: one.status === 'completed' })),
  },
  {
    ...share, key: 'reached', name: 'Came often enough to complete',
    definition: 'Places whose person had by the end of the period as many attendances as the group’s rule for completing asks for, of the places held in groups that have a rule.',
    of: (some) => some.filter((one) => one.reached !== null).map((one) => ({ ...ofOutcome(one), counts: one.reached === true })),
  },
] // prettier-ignore

const inTime = new Set<ReportAsked['by']>(['month', 'term', 'quarter', 'year'])

/** The days of each line of time in a period up to today: a line between terms has several stretches of them. */
export function daysOfLines(
  asked: Pick<ReportAsked, 'by' | 'from' | 'to'>,
  places: Places,
  today: string,
): (readonly [SplitLine, Stretch[]])[] {
  const find = lineFinder(asked.by, places)
  const runs: { readonly line: SplitLine; readonly from: string; to: string }[] = []
  const to = asked.to < today ? asked.to : today
  for (let day = asked.from; day <= to; day = addDays(day, 1)) {
    const line = find({ groupId: null, on: day })
    const last = runs.at(-1)
    if (last?.line.key === line.key) last.to = day
    else runs.push({ line, from: day, to: day })
  }
  const all = [...linesOfPeriod(asked.by, places, asked), ...runs.map((run) => run.line)]
  return [...new Map(all.map((line) => [line.key, line])).values()]
    .toSorted(inOrder)
    .map((line) => [line, runs.filter((run) => run.line.key === line.key).map((run) => [run.from, run.to])])
}

/** How the places of some groups stood at the end of a period, and why people left. */
export function completionReport(held: readonly HeldPlace[], asked: ReportAsked, places: Places, today: string): MadeReport {
  const to = asked.to < today ? asked.to : today
  const outcomes = held.flatMap((one) => outcomeOf(one, [[asked.from, to]]) ?? [])
  return {
    finding: finding(outcomes, { from: asked.from, to: to < asked.from ? asked.to : to }),
    chart: { kind: 'stacked', table: 'completion', columns: ['completed', 'withdrawn', 'running'], breaks: [] },
    tables: [
      inTime.has(asked.by) ? timeTable(held, outcomes, asked, places, today) : placeTable(outcomes, asked, places),
      reasonsTable(outcomes.filter((one) => one.status === 'withdrawn')),
    ],
  }
} // prettier-ignore

const heading = (asked: ReportAsked) => ({ key: 'completion', title: 'Places held, and how they ended', lineHeading: splitHeadings[asked.by] }) // prettier-ignore

function placeTable(outcomes: readonly Outcome[], asked: ReportAsked, places: Places): MadeTable {
  const find = lineFinder(asked.by, places)
  return tableOf({
    ...heading(asked),
    figures: figuresOf(true),
    rows: outcomes,
    lineOf: ({ place }) => find({ groupId: place.groupId, on: asked.from }),
    always: linesOfPeriod(asked.by, places, asked),
  })
}

/** Each line of time stands for itself: a place that was held through two quarters is on the line of each. */
function timeTable(held: readonly HeldPlace[], whole: readonly Outcome[], asked: ReportAsked, places: Places, today: string): MadeTable {
  const figures = figuresOf(false)
  const lineOf = (line: Pick<SplitLine, 'key' | 'name'>, some: readonly Outcome[]): MadeLine =>
    ({ key: line.key, name: line.name, cells: figures.map((figure) => cellOf(figure.unit, figure.of(some))) })
  const lines = daysOfLines(asked, places, today).map(([line, days]) => lineOf(line, held.flatMap((one) => outcomeOf(one, days) ?? [])))
  return {
    ...heading(asked),
    columns: figures.map(({ of: _of, ...column }) => column),
    lines,
    total: lines.length > 1 ? lineOf({ key: TOTAL, name: 'Total' }, whole) : null,
    notes: ['Each line says how its places stood at its own end, so a place held through two of them is on both. The total says how they stood at the end of all.'],
  }
} // prettier-ignore

const reasonLine = (kind: string | null): SplitLine => {
  const at = leavingReasons.findIndex((one) => one === (kind ?? 'not-known'))
  const known = leavingReasons[at] ?? 'other'
  return { key: known, name: leavingReasonLabels[known], order: String(leavingReasons.indexOf(known)).padStart(2, '0') } // prettier-ignore
}

const reasonsTable = (left: readonly Outcome[]): MadeTable =>
  tableOf({
    key: 'reasons',
    title: 'Why people left',
    lineHeading: 'Reason',
    figures: [{
      ...counted, key: 'withdrawn', name: 'Left', adds: true,
      definition: 'Places that the person left without completing, by the kind of reason that was recorded; where none was, it is not known.',
      of: (some: readonly Outcome[]) => some.map(ofOutcome),
    }],
    rows: left,
    lineOf: (one) => reasonLine(one.reasonKind),
  }) // prettier-ignore

function finding(outcomes: readonly Outcome[], { from, to }: { from: string; to: string }): string {
  const of = (status: EnrolmentStatus) => outcomes.filter((one) => one.status === status).length
  return `Of ${count(outcomes.length, 'place')} held, ${count(of('completed'), 'was', 'were')} completed, ${count(of('withdrawn'), 'was', 'were')} left and ${count(of('enrolled'), 'still runs', 'still run')}, ${dateRange(from, to)}.`
}
