import { addDays } from '../time/civil.ts'
import type { ReportAsked, Split } from './asked.ts'
import type { MadeCell, MadeLine, MadeReport, MadeTable } from './making.ts'
import { askedBeside } from './periods.rules.ts'
import { monthOf, quarterOf, yearOf, type Period } from './quarters.rules.ts'
import type { ReportLine, ReportTable } from './report.ts'

const finders: Partial<Record<Split, (date: string) => Period>> = { month: monthOf, quarter: quarterOf, year: yearOf } // prettier-ignore

/** The first day of a line of time, from its key: a month `2026-11`, a quarter `2026-3`, a year `2026`. */
export function startOfLine(by: Split, key: string): string | null {
  if (by === 'month') return /^\d{4}-\d{2}$/.test(key) ? `${key}-01` : null
  if (by === 'year') return /^\d{4}$/.test(key) ? `${key}-04-01` : null
  if (by !== 'quarter' || !/^\d{4}-[1-4]$/.test(key)) return null
  const [year = 0, quarter = 1] = key.split('-').map(Number)
  return quarter === 4 ? `${year + 1}-01-01` : `${year}-${String((quarter - 1) * 3 + 4).padStart(2, '0')}-01`
}

const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
const firstOf = (months: number) =>
  `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`

/**
 * The line of the earlier period that stands beside a line: of the same key, but of lines of time the one as far back
 * as the whole period is. Half terms stand by their place.
 */
function lineBeside(asked: ReportAsked, now: ReportTable, at: number, earlier: MadeTable): MadeLine | undefined {
  const line = now.lines[at]
  const find = finders[asked.by]
  if (asked.by === 'term') return now.lines.length === earlier.lines.length ? earlier.lines[at] : undefined
  if (!find || !line) return earlier.lines.find((one) => one.key === line?.key)
  const start = startOfLine(asked.by, line.key)
  const days = askedBeside(asked)
  // The table of a report may have lines that are not of time although others of it are.
  if (start === null || days === null) return earlier.lines.find((one) => one.key === line.key)
  const back = monthsOf(asked.from) - monthsOf(days.from)
  const key = find(firstOf(monthsOf(start) - back)).key
  return earlier.lines.find((one) => one.key === key)
} // prettier-ignore

/** Takes the rows away: what is left is what is shown. */
export const plainLine = ({ key, name, cells }: MadeLine): ReportLine => ({
  key,
  name,
  cells: cells.map(({ behind: _behind, ...cell }) => cell),
})
export const plainTable = (table: MadeTable): ReportTable => ({
  ...table,
  columns: [...table.columns],
  notes: [...table.notes],
  lines: table.lines.map(plainLine),
  total: table.total && plainLine(table.total),
})

const unknown: MadeCell = { value: null, part: null, whole: null, behind: [] }

/** A line of the earlier period in the shape of one of now. What was not there then is unknown, and not 0. */
const inShape = (line: ReportLine, now: ReportTable, earlier: MadeLine | null | undefined, then: MadeTable | undefined): MadeLine => ({
  ...line,
  cells: now.columns.map(({ key }) => earlier?.cells[then?.columns.findIndex((column) => column.key === key) ?? -1] ?? unknown),
}) // prettier-ignore

/** The tables of a report, and in the same places the figures of the earlier period with their rows; null where none stands beside it. */
export function tablesOf(asked: ReportAsked, made: MadeReport, earlier: MadeReport | null) {
  const plain = made.tables.map(plainTable)
  if (earlier === null) return { tables: plain, beside: null }
  const beside = plain.map((table): MadeTable => {
    const then = earlier.tables.find((other) => other.key === table.key)
    const lines = table.lines.map((line, at) => inShape(line, table, then && lineBeside(asked, table, at, then), then)) // prettier-ignore
    return { ...table, lines, total: table.total && inShape(table.total, table, then?.total, then) }
  })
  const tables = plain.map((table, at) => withBefore(table, beside[at] ?? table))
  return { tables, beside }
}

const withBefore = (table: ReportTable, then: ReportTable | MadeTable): ReportTable => {
  const both = (line: ReportLine, other: ReportLine | MadeLine | null | undefined): ReportLine => ({
    ...line,
    cells: line.cells.map((cell, at) => ({ ...cell, before: other?.cells[at]?.value ?? null })),
  })
  return {
    ...table,
    lines: table.lines.map((line, at) => both(line, then.lines[at])),
    total: table.total && both(table.total, then.total),
  }
}

/** By which rules a report is counted, and from which day on. */
export interface Version {
  readonly version: number
  readonly since: string
  readonly what: string
}

/** The version that a report is counted by now. */
export const latestVersion = (versions: readonly Version[]): number => versions.at(-1)?.version ?? 1

/**
 * Where the lines of a chart go over from one way of counting to another: before the first line that begins on the day
 * or later, and so counts by the new rule throughout. Only lines of time have such a place, and only within them.
 */
export function breaksOf(by: Split, lineKeys: readonly string[], versions: readonly Version[]) {
  const starts = lineKeys.flatMap((key) => {
    const start = startOfLine(by, key)
    return start === null ? [] : [{ key, start }]
  })
  const [first] = starts
  if (!first) return []
  const last = starts.at(-1) ?? first
  return versions.flatMap(({ since, what }) => {
    const next = starts.find(({ start }) => start >= since)
    if (since <= first.start || !next || next.start > addDays(last.start, 0)) return []
    return [{ before: next.key, reason: what }]
  })
}
