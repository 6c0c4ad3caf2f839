import type { ReportAsked, ReportKey } from './asked.ts'
import { cellOf, type MadeLine, type MadeReport, type MadeTable } from './making.ts'
import { quarterBefore, quarterOf, quarterYearBefore, yearOf, type Period } from './quarters.rules.ts'

/** A document is made of tables of other reports, as those make them: no figure of it is counted here. */
export interface Chapter {
  readonly report: ReportKey
  /** What stands before the title of each of its tables. */
  readonly name: string
  /** The tables of the report by their keys, or by the beginnings of them before `-`; null is all. */
  readonly tables: readonly string[] | null
  /** Titles of tables that stand beside other quarters, where their own is of one day; by key. */
  readonly titles?: Readonly<Record<string, string>>
  /** Only of the quarter itself: what is still to mend of an earlier one is no figure of that quarter. */
  readonly alone?: boolean
}

/** Leaves out what changes nothing: a document is of one period, and has no lines of its own. */
export const plainly = (asked: ReportAsked, report: ReportKey, change: Partial<ReportAsked> = {}): ReportAsked => ({ ...asked, report, by: 'all', beside: 'none', ...change }) // prettier-ignore

const isOf = ({ tables }: Chapter, { key }: MadeTable) =>
  tables === null || tables.some((one) => key === one || key.startsWith(`${one}-`))

/** Keys stay apart, and a table says which report it is of. */
const placed = ({ report, name }: Pick<Chapter, 'report' | 'name'>, table: MadeTable, title = table.title): MadeTable => ({
  ...table,
  key: `${report}-${table.key}`,
  title: title.toLowerCase().startsWith(name.toLowerCase()) ? title : `${name}: ${title.slice(0, 1).toLowerCase()}${title.slice(1)}`,
}) // prettier-ignore

/** The tables of a chapter as one period has them. */
export const tablesAsMade = (chapter: Chapter, made: MadeReport): MadeTable[] =>
  made.tables.filter((table) => isOf(chapter, table)).map((table) => placed(chapter, table))

/** One report of several periods, the one that the document is of first. */
export interface Beside {
  readonly period: Period
  readonly made: MadeReport
}

const keys = ['all', 'last', 'year-before'] as const

/**
 * The tables of a chapter, each that has one line with that of the other periods under it. Lines have the keys of their
 * places and not of their periods, so that two documents can stand beside each other; the first keeps the key that it
 * has in its own report.
 */
export function tablesBeside(chapter: Chapter, periods: readonly Beside[]): MadeTable[] {
  const [now, ...others] = periods
  if (!now) return []
  return now.made.tables
    .filter((table) => isOf(chapter, table))
    .map((table) => {
      if (others.length === 0 || !isOneLine(table.key, periods)) return placed(chapter, table)
      const lines = [now, ...others].map(({ period, made }, at) => lineOf(table, made, keys[at] ?? String(at), shortName(period))) // prettier-ignore
      const title = chapter.titles?.[table.key] ?? table.title
      return { ...placed(chapter, table, title), lineHeading: 'Quarter', lines, total: null }
    })
}

/** `Quarter 2 2026/27`: a line beside others has no room for its months, which the finding says. */
const shortName = ({ name }: Period): string => name.split(',')[0] ?? name

/** Whether a table has the one line of all together, in any of the periods, and no other. */
function isOneLine(key: string, periods: readonly Beside[]): boolean {
  const lines = periods.flatMap(({ made }) => made.tables.find((one) => one.key === key)?.lines ?? [])
  return lines.length > 0 && lines.every((line) => line.key === 'all')
}

/** The one line of the same table of another period. Where a report has no such table, there was nothing to count. */
function lineOf({ key, columns }: MadeTable, made: MadeReport, lineKey: string, name: string): MadeLine {
  const table = made.tables.find((one) => one.key === key)
  const [line] = table?.lines ?? []
  const cells = columns.map(
    (column) =>
      line?.cells[table?.columns.findIndex((one) => one.key === column.key) ?? -1] ?? cellOf(column.unit, []),
  )
  return { key: lineKey, name, cells }
}

/** The quarter that the last day asked for is in, the one before it, and the same one a year before. */
export const quartersOf = ({ to }: Pick<ReportAsked, 'to'>): readonly [Period, Period, Period] => [
  quarterOf(to),
  quarterBefore(to),
  quarterYearBefore(to),
]

/** The council’s years that scrutiny sees side by side: those of the days asked for, and the one before them. */
export function yearsOf({ from, to }: Pick<ReportAsked, 'from' | 'to'>): { from: string; to: string } {
  const first = yearOf(from)
  return { from: yearOf(`${Number(first.key) - 1}-04-01`).from, to: yearOf(to).to }
}

/** The days of one year that scrutiny looks at: those asked for that are in the council’s year of the last of them. */
export function daysInLastYear({ from, to }: Pick<ReportAsked, 'from' | 'to'>): { from: string; to: string } {
  const { from: start } = yearOf(to)
  return { from: from < start ? start : from, to }
}

/** What the quarterly return has. Drill-down by person belongs to the reports themselves. */
export const quarterlyChapters: readonly Chapter[] = [
  { report: 'reach', name: 'Reach', tables: ['reach', 'ages', 'sustained', 'new'] },
  { report: 'attendance', name: 'Attendance', tables: ['attendance', 'dose'] },
  { report: 'completion', name: 'Completing', tables: ['completion', 'reasons'] },
  {
    report: 'waiting',
    name: 'Waiting',
    tables: ['now', 'placed', 'weeks'],
    titles: { now: 'At the end of the quarter, or today' },
  },
  { report: 'outcomes', name: 'Outcomes', tables: ['matched', 'progress', 'change'] },
  { report: 'feedback', name: 'Feedback', tables: null },
  { report: 'staffing', name: 'Staffing', tables: ['staffing', 'streams'] },
  { report: 'buildings', name: 'Buildings', tables: ['use'] },
  { report: 'data-quality', name: 'Data quality', tables: ['work', 'people'], alone: true },
]

/** What the scrutiny report has besides its years and localities. */
export const scrutinyChapters: readonly Chapter[] = [
  { report: 'outcomes', name: 'Outcomes', tables: ['matched', 'progress'] },
  { report: 'feedback', name: 'Feedback', tables: null },
  { report: 'waiting', name: 'Waiting', tables: ['now', 'weeks'] },
]

/** A table under another name in the document: of the years or the localities of one report. */
export function renamed(made: MadeReport, table: string, as: string, title: string): MadeTable | null {
  const found = made.tables.find((one) => one.key === table)
  return found ? { ...found, key: as, title } : null
}
