import type { Stretch, Turnaround } from '../enrolments/turnaround.rules.ts'
import { count } from '../text.ts'
import { daysBetween } from '../time/civil.ts'
import { longDate } from '../time/format.ts'
import type { ReportAsked } from './asked.ts'
import type { ReportChart } from './report.ts'
import { different, tableOf, type FigureOf } from './made-table.rules.ts'
import { cellOf, type Behind, type MadeCell, type MadeReport, type MadeTable } from './making.ts'
import { lineFinder, linesOfPeriod, splitHeadings, type Places, type SplitLine } from './splits.rules.ts'
import { weeksTable, type CountedDay, type Weeks } from './waiting-weeks.rules.ts'

/**
 * By which rules the people waiting are counted; each weekly count keeps the version that it was counted by, and the
 * chart is broken where it changed. A change of `listWaits`, or of whom it counts, adds a line here.
 */
export const waitingRules = [
  {
    version: 1,
    since: '2026-11-22',
    what: 'Counted are people who wait for a place, are only referred, or have an offer, in groups that are not cancelled and did not end more than a year ago; volunteers never.',
  },
] as const
/** Kept with each weekly count. */
export const WAITING_VERSION = waitingRules.at(-1)?.version ?? 1

/** Somebody who has no place in a group and wants one, on some day. Ids are text; `since` is the day of the referral. */
export interface Wait {
  readonly enrolmentId: string
  readonly personId: string
  readonly familyId: string | null
  readonly groupId: string
  readonly programmeId: string
  readonly buildingId: string | null
  readonly status: 'referred' | 'waiting' | 'offered'
  readonly since: string
}

/** Somebody who was given a place, with the days on the way to it. */
export interface Placed {
  readonly personId: string
  readonly groupId: string
  /** The first day on which they were enrolled since they were referred. */
  readonly on: string
  readonly days: Turnaround
}

/** What the report is made of, filtered already. Who waits is as it stood on `on`, by what is known today. */
export interface WaitingRows {
  readonly on: string
  readonly today: string
  readonly waits: readonly Wait[]
  readonly placed: readonly Placed[]
  readonly weeks: Weeks
}
export type { CountedDay }

/** How long people have waited, in whole days, both ends included. */
export const bands = [
  { key: 'under-4', name: 'Under 4 weeks', from: 0, to: 27, words: 'Places waited for since less than 28 days.' },
  { key: 'to-12', name: '4 to 12 weeks', from: 28, to: 84, words: 'Places waited for since 28 to 84 days, both included.' },
  { key: 'over-12', name: 'Over 12 weeks', from: 85, to: Infinity, words: 'Places waited for since 85 days or longer.' },
] as const // prettier-ignore

const bandKeys = bands.map((band): string => band.key)

const groupLink = (groupId: string) => `/groups/${groupId}/people`

/** Somebody waiting as a row behind a figure; of the days, how many until `on`. */
export const waitBehind = ({ personId, familyId, groupId, since }: Wait): Behind => ({
  personId,
  familyId,
  groupId,
  on: since,
  link: groupLink(groupId),
})
const daysWaited = ({ since }: Wait, on: string) => Math.max(0, daysBetween(since, on))
const daysBehind = (wait: Wait, on: string): Behind => ({ ...waitBehind(wait), amount: daysWaited(wait, on) })
const without = (waits: readonly Wait[]) => waits.filter((one) => one.status !== 'offered')
const familyBehind = ({ familyId }: Wait): Behind => ({ familyId, link: `/families/${familyId}` })

/** Of those who wait on a day: the figures of the weekly count, and the first ones of the report. */
export const waitingFigures: readonly FigureOf<Wait>[] = [
  {
    key: 'people',
    name: 'People waiting',
    unit: 'count',
    adds: false,
    people: true,
    definition: 'Different people who wait for a place or are referred for one, and have no offer of it. Volunteers are not counted.',
    of: (waits) => different(without(waits), (one) => one.personId).map(waitBehind),
  },
  {
    key: 'families',
    name: 'Families',
    unit: 'count',
    adds: false,
    people: true,
    definition: 'Different families of the people waiting. A person with no family recorded is not counted here.',
    of: (waits) => different(without(waits), (one) => one.familyId).map(familyBehind),
  },
  {
    key: 'waits',
    name: 'Places waited for',
    unit: 'count',
    adds: true,
    people: true,
    definition: 'People waiting, once for each group: somebody who waits for two groups is two.',
    of: (waits) => without(waits).map(waitBehind),
  },
  {
    key: 'referred',
    name: 'Of them only referred',
    unit: 'count',
    adds: true,
    people: true,
    definition: 'Places waited for by people who are referred and whom nobody has put on the waiting list yet.',
    of: (waits) => waits.filter((one) => one.status === 'referred').map(waitBehind),
  },
  {
    key: 'offered',
    name: 'Offers open',
    unit: 'count',
    adds: true,
    people: true,
    definition: 'Offers of a place that were neither taken up nor turned down, those that have lapsed included. They are not among the places waited for.',
    of: (waits) => waits.filter((one) => one.status === 'offered').map(waitBehind),
  },
] // prettier-ignore

const dayFigures = (on: string): FigureOf<Wait>[] => [
  {
    key: 'middle',
    name: 'Days waited, middle',
    unit: 'days',
    adds: false,
    people: true,
    definition: 'The middle value of the whole days from referral, over places waited for.',
    of: (waits) => without(waits).map((one) => daysBehind(one, on)),
  },
  {
    key: 'longest',
    name: 'Days waited, longest',
    unit: 'days',
    adds: false,
    people: true,
    definition: 'The most days from referral, over places waited for.',
    of: (waits) => without(waits).map((one) => daysBehind(one, on)),
    make: longestOf,
  },
  ...bands.map(
    ({ key, name, from, to, words }): FigureOf<Wait> => ({
      key,
      name,
      unit: 'count',
      adds: true,
      people: true,
      definition: words,
      of: (waits) => without(waits).filter((one) => from <= daysWaited(one, on) && daysWaited(one, on) <= to).map(waitBehind),
    }),
  ),
] // prettier-ignore

/** Of so many who wait, the longest: said of all of them, so that it is hidden only where few wait. */
function longestOf(behind: readonly Behind[]): MadeCell {
  const days = behind.map((row) => row.amount ?? 0)
  return { ...cellOf('days', behind), value: days.length === 0 ? null : Math.max(...days) }
}

/** Where the bands stand beside it, they add up to the places waited for. */
const withBands = (figure: FigureOf<Wait>): FigureOf<Wait> =>
  figure.key === 'waits' ? { ...figure, sumOf: bandKeys } : figure

const all: SplitLine = { key: 'all', name: 'All', order: '' }
const inTime = new Set<ReportAsked['by']>(['month', 'term', 'quarter', 'year'])

function nowTable({ waits, on, today }: WaitingRows, asked: ReportAsked, places: Places): MadeTable {
  const find = lineFinder(asked.by, places)
  const spread = inTime.has(asked.by)
  const past = on < today ? [`As it stood on ${longDate(on)}, by what is known today. The weekly counts are as they were taken.`] : [] // prettier-ignore
  return tableOf({
    key: 'now',
    title: `Waiting on ${longDate(on)}`,
    lineHeading: splitHeadings[spread ? 'all' : asked.by],
    figures: [...waitingFigures.map(withBands), ...dayFigures(on)],
    rows: waits,
    lineOf: ({ groupId }) => (spread ? all : find({ groupId, on })),
    ...(spread || asked.by === 'all' ? { always: [all] } : {}),
    notes: [
      ...past,
      ...(spread ? ['Who waits is a matter of one day: over time, see the weekly counts.'] : []),
    ],
  })
}

const stretchWords: readonly (readonly [Stretch, string, string])[] = [
  ['referralToOffer', 'Days from referral to offer', 'The middle value, over people with both dates. Somebody enrolled without an offer was offered the place the day they had it.'],
  ['offerToAttended', 'Days from offer to first coming', 'The middle value, over people who were offered a place and came: to the first session at which they are marked as having come.'],
  ['referralToAttended', 'Days from referral to first coming', 'The middle value, over people who were referred and came: to the first session at which they are marked as having come.'],
] // prettier-ignore

const placedBehind = ({ personId, groupId, on }: Placed): Behind => ({
  personId,
  groupId,
  on,
  link: groupLink(groupId),
})

const placedFigures: readonly FigureOf<Placed>[] = [
  {
    key: 'placed',
    name: 'Places taken up',
    unit: 'count',
    adds: true,
    people: true,
    definition: 'People enrolled in a group for the first time since their referral, on a day of the period. Somebody enrolled in two groups is two. Volunteers are not counted.',
    of: (rows) => rows.map(placedBehind),
  },
  ...stretchWords.map(
    ([key, name, definition]): FigureOf<Placed> => ({
      key,
      name,
      unit: 'days',
      adds: false,
      people: true,
      definition,
      of: (rows) =>
        rows.flatMap((row) => {
          const amount = row.days[key]
          return amount === null ? [] : [{ ...placedBehind(row), amount }]
        }),
    }),
  ),
] // prettier-ignore

function placedTable({ placed }: WaitingRows, asked: ReportAsked, places: Places): MadeTable {
  const find = lineFinder(asked.by, places)
  return tableOf({
    key: 'placed',
    title: 'From referral to a place',
    lineHeading: splitHeadings[asked.by],
    figures: placedFigures,
    rows: placed,
    lineOf: ({ groupId, on }) => find({ groupId, on }),
    always: asked.by === 'all' ? [all] : linesOfPeriod(asked.by, places, asked),
    notes: ['Of people whose place began in the period. Who never came has no day of first coming, and is in no middle value of it.'], // prettier-ignore
  })
}

/** One sentence: how many wait, in how many families, and how long. */
function findingOf({ waits, on, today }: WaitingRows): string {
  const waiting = without(waits)
  const people = different(waiting, (one) => one.personId).length
  const when = on < today ? ` on ${longDate(on)}` : ''
  if (people === 0) return on < today ? `Nobody waited for a place${when}.` : 'Nobody waits for a place.'
  const long = waiting.filter((one) => daysWaited(one, on) > 84).length
  const who = on < today ? count(people, 'person waited', 'people waited') : count(people, 'person waits', 'people wait') // prettier-ignore
  const over = long === 0 ? 'nobody longer than 12 weeks' : `${long} of ${count(waiting.length, 'place')} waited for longer than 12 weeks` // prettier-ignore
  return `${who} for a place${when}: ${over}.`
}

/** Who waits, how long it took those who no longer do, and week by week as it was counted. */
export function waitingReport(rows: WaitingRows, asked: ReportAsked, places: Places): MadeReport {
  const { table, breaks } = weeksTable(rows.weeks, asked, waitingFigures)
  const lines: ReportChart = { kind: 'lines', table: table.key, columns: ['people', 'waits'], breaks }
  const bars: ReportChart = { kind: 'stacked', table: 'now', columns: bandKeys, breaks: [] }
  return {
    finding: findingOf(rows),
    chart: table.lines.length > 1 ? lines : bars,
    tables: [nowTable(rows, asked, places), table, placedTable(rows, asked, places)],
  }
}
