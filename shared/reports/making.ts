import { median } from '../enrolments/turnaround.rules.ts'
import type { CellUnit, ReportCell, ReportChart, ReportColumn } from './report.ts'

/** One row behind a figure, before anybody gives it a name. Ids are text of any kind, null where it is not about one. */
export interface Behind {
  readonly personId?: string | null
  readonly familyId?: string | null
  readonly groupId?: string | null
  readonly sessionId?: string | null
  readonly staffId?: string | null
  readonly on?: string | null
  /** What it adds: 1 unless said; days; for hours minutes; of a share, how much of the whole it is. */
  readonly amount?: number
  /** Of a share, whether it is in the part. */
  readonly counts?: boolean
  /** In words, where no id says what it is about. */
  readonly what?: string
  readonly link?: string
}

/** A figure that still knows its rows: its value is made of them and of nothing else, so the two cannot differ. */
export interface MadeCell extends ReportCell {
  readonly behind: readonly Behind[]
}
export interface MadeLine {
  readonly key: string
  readonly name: string
  readonly cells: readonly MadeCell[]
}
export interface MadeTable {
  readonly key: string
  readonly title: string
  readonly lineHeading: string
  readonly columns: readonly ReportColumn[]
  readonly lines: readonly MadeLine[]
  readonly total: MadeLine | null
  readonly notes: readonly string[]
}
/** What a report's rules answer: see db/reports/report-list.ts for who calls them. */
export interface MadeReport {
  readonly finding: string
  readonly chart: ReportChart | null
  readonly tables: readonly MadeTable[]
}

const sum = (rows: readonly Behind[]) => rows.reduce((all, row) => all + (row.counts === false ? 0 : (row.amount ?? 1)), 0) // prettier-ignore
const toOne = (value: number) => Math.round(value * 10) / 10

/** A figure from its rows. None of none is not 0 but unknown: a share of nothing, the middle of no days. */
export function cellOf(unit: CellUnit, behind: readonly Behind[]): MadeCell {
  const whole = behind.length
  const none = { part: null, whole: null, behind }
  switch (unit) {
    case 'count':
      return { ...none, value: sum(behind) }
    case 'hours':
      return { ...none, value: toOne(sum(behind) / 60) }
    case 'days':
      return { value: median(behind.map((row) => row.amount ?? 0)), part: null, whole, behind }
    case 'percent': {
      // Of people each row is one; of time and seats each row is as much as it says.
      const all = behind.reduce((sum, row) => sum + (row.amount ?? 1), 0)
      const part = sum(behind)
      return {
        value: all === 0 ? null : toOne((part / all) * 100),
        part: toOne(part),
        whole: toOne(all),
        behind,
      }
    }
  }
}
