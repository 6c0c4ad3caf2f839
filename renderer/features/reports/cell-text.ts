import type { CellUnit, ReportCell, ReportTable } from '../../../shared/reports/report.ts'
import { HIDDEN } from '../../../shared/reports/suppression.rules.ts'

/** A number in its unit, as screen and paper say it; what is not known is a dash and never 0. */
export function numberText(unit: CellUnit, value: number | null | undefined): string {
  if (value === null || value === undefined) return '–'
  const said = value.toLocaleString('en-GB', { maximumFractionDigits: 1 })
  return unit === 'percent' ? `${said}%` : said
}

/** The number of a cell, or the sign that it is hidden. */
export const cellText = (unit: CellUnit, cell: ReportCell): string =>
  cell.hidden ? HIDDEN : numberText(unit, cell.value)

/** What a share or a middle rests on: `31 of 40`, `of 9`. */
export function restsOn(unit: CellUnit, { part, whole, hidden }: ReportCell): string | null {
  if (hidden || whole === null) return null
  if (unit === 'percent') return part === null ? null : `${part.toLocaleString('en-GB')} of ${whole.toLocaleString('en-GB')}` // prettier-ignore
  return unit === 'days' ? `of ${whole.toLocaleString('en-GB')}` : null
}

/** Whether figures of another period stand beside those of a table. */
export const isCompared = (table: ReportTable): boolean =>
  [...table.lines, ...(table.total ? [table.total] : [])].some((line) =>
    line.cells.some((cell) => cell.before !== undefined),
  )
