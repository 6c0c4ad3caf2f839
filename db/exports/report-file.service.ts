import { basename } from 'node:path'
import type { ListFormat } from '../../shared/exports/lists/lists.contract.ts'
import { reportList, reportWorkbook, type ReportFile } from '../../shared/exports/report-workbook.ts'
import type { ReportAsked } from '../../shared/reports/asked.ts'
import type { TaskContext } from '../context.ts'
import { readSettings } from '../settings/settings.repository.ts'
import { saveCsv, saveWorkbook } from './save-file.ts'
import { changeFree } from './read-together.ts'
import { takeGrant } from './take-grant.ts'

interface Wanted {
  readonly asked: ReportAsked
  readonly format: ListFormat
  readonly grant: string
}

/** Writes a report as it leaves: the answer to the same question that the paper asks, and nothing else. */
export async function makeReportFile(context: TaskContext, { asked, format, grant }: Wanted) {
  const path = takeGrant(context, grant)
  const { report, threshold } = await changeFree(context.db, () => context.ask.reports.leaving(asked))
  const file: ReportFile = { report, threshold, made: await madeNow(context) }
  const rows = report.tables.reduce((all, table) => all + table.lines.length, 0)
  const facts = { kind: 'report', asked: { ...asked, format, threshold }, definitionsVersion: report.definitionsVersion } as const // prettier-ignore
  if (format === 'csv') await saveCsv(context, path, reportList(file), facts)
  else await saveWorkbook(context, path, reportWorkbook(file), facts)
  return { fileName: basename(path), rows }
}

async function madeNow({ db, actor, now, localNow, version }: TaskContext) {
  const { serviceName, sample } = await readSettings(db)
  return { serviceName, sample, madeBy: actor.name, madeAt: now, madeAtLocal: localNow, programVersion: version } // prettier-ignore
}
