import { z } from 'zod'
import { countyFileAskedSchema } from '../../../shared/exports/county-files.contract.ts'
import type { FileKind } from '../../../shared/exports/file-kinds.ts'
import type { SheetPrint } from '../../../shared/exports/fingerprint.rules.ts'
import { groupWorkbook } from '../../../shared/exports/group-workbook.ts'
import { listAsked, listFormats } from '../../../shared/exports/lists/lists.contract.ts'
import { listWorkbook } from '../../../shared/exports/list-workbook.ts'
import { reportList, reportWorkbook } from '../../../shared/exports/report-workbook.ts'
import type { LongWorkbook } from '../../../shared/exports/long-sheet.ts'
import { canonicalCell } from '../../../shared/exports/sheet-cells.ts'
import type { Workbook } from '../../../shared/exports/sheet.ts'
import { groupId } from '../../../shared/ids.ts'
import { reportAskedSchema } from '../../../shared/reports/asked.ts'
import { civilNow } from '../../../shared/time/civil.ts'
import { usageContract } from '../../../shared/usage/usage.contract.ts'
import { usageWorkbook } from '../../../shared/usage/usage-workbook.ts'
import type { TaskContext } from '../../context.ts'
import { nextTurn } from '../../task-turn.ts'
import { toCsv } from '../csv.ts'
import type { FileMade } from '../file-made.repository.ts'
import { printOf, sheetHasher } from '../fingerprint.ts'
import { readList } from '../read-list.ts'
import { changeFree } from '../read-together.ts'
import { readWorkbookData } from '../read-workbook.ts'
import { ABOUT, csvPrint } from '../save-file.ts'
import { countyWorkbookNow, longTablesNow, madeBy } from './county-files.service.ts'

type Remake = (context: TaskContext, file: FileMade) => Promise<readonly SheetPrint[] | null>

const printsOf = ({ sheets }: Workbook) => sheets.filter((sheet) => sheet.name !== ABOUT).map(printOf)

/** The prints of a long workbook, which is written nowhere. */
async function longPrints(
  context: TaskContext,
  workbook: LongWorkbook,
  expected: number,
): Promise<SheetPrint[]> {
  const prints: SheetPrint[] = []
  let done = 0
  for (const sheet of workbook.sheets) {
    const hasher = sheetHasher()
    hasher.add(sheet.columns.map(({ heading }) => canonicalCell(heading)))
    let rows = 0
    for await (const batch of sheet.batches) {
      for (const cells of batch) hasher.add(cells.map(canonicalCell))
      rows += batch.length
      context.progress((done += batch.length), expected, 'Comparing')
      await nextTurn(context.signal)
    }
    prints.push(hasher.print(sheet.name, rows))
  }
  return prints
}

const reportSchema = z.looseObject({ format: z.enum(listFormats), threshold: z.int() })
const listSchema = z.looseObject({ format: z.enum(listFormats) })

/** How each kind of file is made again, as the person who checks it would get it now. A kind that is not here cannot be. */
export const remakers: Partial<Record<FileKind, Remake>> = {
  county: (context, file) =>
    context.snapshot(async (db) => {
      const { workbook, expected } = await countyWorkbookNow(context, db, countyFileAskedSchema.parse(file.asked)) // prettier-ignore
      return longPrints(context, workbook, expected)
    }),
  'long-tables': (context, file) =>
    context.snapshot(async (db) => {
      const asked = countyFileAskedSchema.parse(file.asked)
      const { workbook, expected } = await longTablesNow(context, db, asked, file.salt ?? '')
      return longPrints(context, workbook, expected)
    }),
  'group-workbook': async (context, file) => {
    const asked = z.looseObject({ groupId }).parse(file.asked)
    const data = await changeFree(context.db, () => readWorkbookData(context, context.db, asked.groupId, file.id)) // prettier-ignore
    // The day it was made stands in its title, and is no change.
    const made = { madeAt: file.madeAt, madeAtLocal: civilNow(new Date(file.madeAt)) }
    return printsOf(groupWorkbook({ ...data, ...made }))
  },
  usage: async (context, file) => {
    const usage = await context.ask.usage.report(usageContract.report.input.parse(file.asked))
    return printsOf(usageWorkbook(usage, await madeBy(context, context.db)))
  },
  report: async (context, file) => {
    const { format, threshold: _, ...rest } = reportSchema.parse(file.asked)
    const asked = reportAskedSchema.parse(rest)
    const { report, threshold } = await changeFree(context.db, () => context.ask.reports.leaving(asked))
    const made = { report, threshold, made: await madeBy(context, context.db) }
    const list = reportList(made)
    return format === 'csv'
      ? [{ ...csvPrint(toCsv(list)), name: list.title }]
      : printsOf(reportWorkbook(made))
  },
  list: async (context, file) => {
    const { format, ...rest } = listSchema.parse(file.asked)
    const asked = listAsked.parse(rest)
    // What was typed over the list is not remembered, because it may be somebody's name.
    if (asked.list === 'groups' && asked.text === 'some') return null
    const readNow = asked.list === 'groups' ? { ...asked, text: '' } : asked
    const table = await changeFree(context.db, () => readList(context, readNow))
    return format === 'csv'
      ? [{ ...csvPrint(toCsv(table)), name: table.title }]
      : printsOf(listWorkbook(table, await madeBy(context, context.db)))
  },
}

/** What somebody needs to be allowed to hear how a kind of file has changed. */
export const remakePermission = (kind: FileKind) =>
  kind === 'county' || kind === 'long-tables' ? ('exports.county' as const) : ('exports.make' as const)
