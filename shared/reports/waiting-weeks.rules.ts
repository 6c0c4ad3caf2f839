import { addDays, mondayOf, weekdayOf } from '../time/civil.ts'
import { longDate, weekdayName } from '../time/format.ts'
import type { ReportAsked } from './asked.ts'
import { columnOf, lineWith, type FigureOf } from './made-table.rules.ts'
import type { MadeCell, MadeLine, MadeTable } from './making.ts'
import type { ReportChart } from './report.ts'
import type { Wait } from './waiting.rules.ts'

/** A day on which the people waiting were counted: whom, as they were known then, and by which rules. */
export interface CountedDay {
  readonly onDate: string
  readonly version: number
  readonly waits: readonly Wait[]
}

/** What the weekly counts are drawn from. */
export interface Weeks {
  readonly today: string
  /** Every day ever counted up to the end of the period, earliest first; those before it say where gaps begin. */
  readonly days: readonly Pick<CountedDay, 'onDate' | 'version'>[]
  /** Those of the period with whom they counted, earliest first, filtered already. */
  readonly counted: readonly CountedDay[]
  /** What each version of the rules says. */
  readonly rules: readonly { readonly version: number; readonly what: string }[]
  /** The day of the week on which they are counted now: 1 Monday … 7 Sunday. */
  readonly weekday: number
  /** The record that the person of a counted record has now: rows are shown under it, and counted as they were. */
  readonly nowOf: (personId: string) => string
}

/** A line of the weekly counts: a day that was counted, or the day of a week in which nobody counted. */
export interface Week {
  readonly date: string
  readonly counted: boolean
}

/**
 * The weeks of a period in order, those that were missed among them: a week, Monday to Sunday, between the first day
 * ever counted and today in which no day was counted. The week of today is missed only when the day has gone by.
 */
export function weeksBetween(
  days: readonly string[],
  { from, to, today, weekday }: Pick<ReportAsked, 'from' | 'to'> & Pick<Weeks, 'today' | 'weekday'>,
): Week[] {
  const [first] = days
  if (first === undefined) return []
  const byWeek = Map.groupBy(days, mondayOf)
  const weeks: Week[] = []
  let usual = weekdayOf(first)
  for (let monday = mondayOf(first); monday <= to && monday <= today; monday = addDays(monday, 7)) {
    const own = byWeek.get(monday)
    const last = own?.at(-1)
    if (last !== undefined) usual = weekdayOf(last)
    // The day to come is that of the settings, which may have changed since the last count.
    const missed = addDays(monday, (monday === mondayOf(today) ? weekday : usual) - 1)
    const here = own ? own.map((date) => ({ date, counted: true })) : missed < today ? [{ date: missed, counted: false }] : [] // prettier-ignore
    weeks.push(...here.filter(({ date }) => from <= date && date <= to))
  }
  return weeks
}

/** Not nought: nobody counted, so nothing is known, and no rows lie behind it. */
const notCounted: MadeCell = { value: null, part: null, whole: null, behind: [] }

const gapLine = (date: string, columns: number): MadeLine => ({
  key: date,
  name: `${longDate(date)}, not counted`,
  cells: Array.from({ length: columns }, () => notCounted),
})

/** Two records that were one person all along were two when they were counted: two rows, both under the name that stands now. */
const shownAsNow = (line: MadeLine, nowOf: Weeks['nowOf']): MadeLine => ({
  ...line,
  cells: line.cells.map((cell) => ({
    ...cell,
    behind: cell.behind.map((row) => (row.personId ? { ...row, personId: nowOf(row.personId) } : row)),
  })),
})

/** The days before which a break is drawn: the first one counted by other rules than the day before it. */
function breaksOf({ days, counted, rules }: Weeks): ReportChart['breaks'] {
  const before = new Map(days.map((day, at) => [day.onDate, days[at - 1]?.version ?? day.version]))
  return counted.flatMap(({ onDate, version }) => {
    if ((before.get(onDate) ?? version) === version) return []
    const what = rules.find((one) => one.version === version)?.what ?? ''
    return [{ before: onDate, reason: `Version ${version} of the rules. ${what}`.trim() }] // prettier-ignore
  })
}

/** Where the day of the week on which people were counted changed: a fact to know, and no other rule. */
function otherDays({ counted }: Weeks): string[] {
  return counted.flatMap(({ onDate }, at) => {
    const last = counted[at - 1]
    return last === undefined || weekdayOf(last.onDate) === weekdayOf(onDate)
      ? []
      : [`Counted on ${weekdayName(weekdayOf(onDate))}s from ${longDate(onDate)}.`]
  })
}

/** The weekly counts as a table with its gaps, and the breaks of its chart. */
export function weeksTable(
  weeks: Weeks,
  asked: Pick<ReportAsked, 'from' | 'to'>,
  figures: readonly FigureOf<Wait>[],
): { table: MadeTable; breaks: ReportChart['breaks'] } {
  const byDay = new Map(weeks.counted.map((day) => [day.onDate, day.waits]))
  const all = weeksBetween(
    weeks.days.map((day) => day.onDate),
    { ...weeks, ...asked },
  )
  const gaps = all.filter((week) => !week.counted).length
  const breaks = breaksOf(weeks)
  const table: MadeTable = {
    key: 'weeks',
    title: 'Week by week, as it was counted',
    lineHeading: 'Counted on',
    columns: figures.map(columnOf),
    lines: all.map(({ date, counted }) => {
      const waits = byDay.get(date)
      return counted && waits !== undefined
        ? shownAsNow(lineWith(figures, { key: date, name: longDate(date) }, waits), weeks.nowOf)
        : gapLine(date, figures.length)
    }),
    total: null,
    notes: [
      `Counted on ${weekdayName(weeks.weekday)}s and frozen: what is put right later changes nothing here.`,
      ...(all.length === 0 ? ['Nobody was counted in this period.'] : []),
      ...(gaps === 0 ? [] : [gapWords(gaps)]),
      ...otherDays(weeks),
      ...breaks.map((one) => `Counted by other rules from ${longDate(one.before)}. ${one.reason}`),
    ],
  }
  return { table, breaks }
}

const gapWords = (gaps: number) =>
  `${gaps === 1 ? 'One week was' : `${gaps} weeks were`} not counted. A missed week stays a gap, and is never nought.`
