import { AppError } from '../../shared/errors.ts'
import { mayUse } from '../../shared/permissions.ts'
import {
  comparisons,
  splits,
  takenAs,
  type ReportAsked,
  type ReportKey,
  type Takes,
} from '../../shared/reports/asked.ts'
import { breaksOf, latestVersion, tablesOf } from '../../shared/reports/compare.rules.ts'
import type { OfferedReport } from '../../shared/reports/county-reports.contract.ts'
import type { MadeReport, MadeTable } from '../../shared/reports/making.ts'
import { askedBeside } from '../../shared/reports/periods.rules.ts'
import type { Report, ReportChart } from '../../shared/reports/report.ts'
import type { Places } from '../../shared/reports/splits.rules.ts'
import { galleryOrder, reportLines, saidOf } from '../../shared/reports/words.ts'
import type { QueryContext } from '../context.ts'
import { findMeasureName } from './behind.repository.ts'
import { onePlacesRead, readPlaces } from './places.repository.ts'
import { reportList, type ReportMaker } from './report-list.ts'

type Reading = Pick<QueryContext, 'db' | 'today' | 'actor'>

/** The gallery: only what the program can make. */
export function offeredReports({ actor }: Pick<QueryContext, 'actor'>): OfferedReport[] {
  const may = mayUse(actor.role, 'reports.view')
  return galleryOrder.flatMap((key) => {
    const maker = reportList[key]
    return maker ? [{ key, question: maker.title, line: reportLines[key], may, ...takesOf(maker) }] : []
  })
}

const takesOf = (maker: ReportMaker): Takes => ({
  splits: maker.splits ?? splits,
  comparisons: maker.comparisons ?? comparisons,
})

/** What is asked as the report takes it, for addresses and kept reports that ask for lines it does not have. */
export const takenBy = (maker: ReportMaker, asked: ReportAsked): ReportAsked => takenAs(asked, takesOf(maker))

/** The maker of a report, or NOT_FOUND in words. */
export function makerOf(key: ReportKey): ReportMaker {
  const maker = reportList[key]
  if (maker) return maker
  throw new AppError('NOT_FOUND', 'This program does not make that report. Nothing is lost. Choose another from the list of reports.') // prettier-ignore
}

/** A report with the rows it is made of, of its period and of the one that stands beside it. */
export interface Ran {
  readonly asked: ReportAsked
  readonly made: MadeReport
  readonly report: Report
  /** In the places of the report's tables, the figures of the period beside it, and what was asked of that one. */
  readonly beside: { readonly asked: ReportAsked; readonly tables: readonly MadeTable[] } | null
  readonly places: Places
}

/** Makes a report as the screen has it: every number, nothing hidden. */
export async function makeReport(given: Reading, wanted: ReportAsked): Promise<Ran> {
  const context = { ...given, db: onePlacesRead(given.db) }
  const maker = makerOf(wanted.report)
  const asked = takenBy(maker, wanted)
  const made = await maker.make(context, asked)
  const before = askedBeside(asked)
  const earlier = before === null ? null : await maker.make(context, before)
  const places = await readPlaces(context.db, context.actor)
  const measure = asked.measureId === null ? null : await findMeasureName(context.db, asked.measureId)
  const { tables, beside } = tablesOf(asked, made, earlier)
  const report: Report = {
    key: asked.report,
    title: maker.title,
    finding: made.finding,
    said: saidOf(asked, places, measure, takesOf(maker)),
    definitionsVersion: latestVersion(maker.versions),
    chart: made.chart && withBreaks(asked, made, made.chart, maker),
    tables,
  }
  return { asked, made, report, beside: before && beside && { asked: before, tables: beside }, places }
}

/** The breaks that a report knows of by itself, and those where its own rules changed. */
function withBreaks(asked: ReportAsked, made: MadeReport, chart: ReportChart, { versions }: ReportMaker): ReportChart {
  const lines = made.tables.find((table) => table.key === chart.table)?.lines ?? []
  const own = breaksOf(asked.by, lines.map((line) => line.key), versions.filter(({ version }) => version > 1)) // prettier-ignore
  return { ...chart, breaks: [...chart.breaks, ...own.filter((one) => !chart.breaks.some((other) => other.before === one.before))] }
} // prettier-ignore
