import { z } from 'zod'
import { savedReportId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { comparisons, reportAskedSchema, reportKeys, splits } from './asked.ts'
import { cellUnits, reportCellSchema, reportRowSchema, reportSchema } from './report.ts'
import { periodKinds } from './periods.rules.ts'

/** A report in the gallery. */
const offeredSchema = z.strictObject({
  key: z.enum(reportKeys),
  /** The question it answers: `Who did we reach?` */
  question: z.string(),
  /** What it shows, in one line. */
  line: z.string(),
  /** Whether the person may open it. */
  may: z.boolean(),
  /** What its lines can be; empty where it has lines of its own. */
  splits: z.array(z.enum(splits)).readonly(),
  /** What can stand beside it; empty where it has other periods beside it already. */
  comparisons: z.array(z.enum(comparisons)).readonly(),
})
export type OfferedReport = z.infer<typeof offeredSchema>

/** A report with the number below which a count is hidden in whatever leaves. */
const ranSchema = z.strictObject({ report: reportSchema, threshold: z.int() })

const toRowsBehind = z.strictObject({
  asked: reportAskedSchema,
  /** By their keys; the line of the total has a key of its own. */
  table: z.string().max(60),
  line: z.string().max(120),
  column: z.string().max(60),
  /** A page of the rows: from the first, a thousand at most. */
  skip: z.int().min(0).default(0),
  take: z.int().min(1).max(1000).default(200),
})
export type ToRowsBehind = z.output<typeof toRowsBehind>

const rowsBehindCellSchema = z.strictObject({
  table: z.string(),
  line: z.string(),
  column: z.string(),
  unit: z.enum(cellUnits),
  definition: z.string(),
  cell: reportCellSchema,
  /** How many rows there are in all. */
  count: z.int(),
  rows: z.array(reportRowSchema),
})
export type RowsBehindCell = z.infer<typeof rowsBehindCellSchema>

/** What is kept of a report: what was asked, and the period as one that moves on by itself. */
const saved = {
  name: line('Enter a name for the report.', 80),
  /** Whether everybody who sees reports has it too. */
  shared: z.boolean(),
  asked: reportAskedSchema,
  /** `last-quarter` is the last quarter of the day it is opened; `dates` are the dates that were asked for. */
  period: z.enum(periodKinds),
}
export const savedReportSchema = z.strictObject({
  id: savedReportId,
  ...saved,
  name: z.string(),
  /** Whether it is the person's own, to change and remove; and whose it is. */
  own: z.boolean(),
  by: z.string(),
  version: z.int(),
})
export type SavedReport = z.infer<typeof savedReportSchema>

/** Figures of the whole county: the same for the screen, the paper and the file. */
export const countyReportsContract = {
  /** The reports that the program can make, for anybody: `may` says who opens which. */
  list: query({
    permission: 'signed-in',
    label: 'See which reports there are',
    input: z.strictObject({}),
    output: z.array(offeredSchema),
  }),
  /** A report as the screen has it; `leaves` of a cell says that it is hidden in whatever leaves. NOT_FOUND for one that the program cannot make. */
  run: query({
    permission: 'reports.view',
    label: 'See a report',
    input: reportAskedSchema,
    output: ranSchema,
  }),
  /** The same as it leaves on paper or in a file: small numbers hidden, and what they could be worked out from. */
  leaving: query({
    permission: 'reports.view',
    label: 'See a report as it leaves',
    input: reportAskedSchema,
    output: ranSchema,
  }),
  /** The same for its paper or PDF. Each time is in the audit trail, as each file is. */
  paper: query({
    permission: 'reports.view',
    label: 'Print a report',
    logView: true,
    input: reportAskedSchema,
    output: ranSchema,
  }),
  /** The rows that one figure is made of, by name: as many as it says. Each look is in the audit trail. */
  behind: query({
    permission: 'reports.view',
    label: 'See the rows behind a figure of a report',
    logView: true,
    input: toRowsBehind,
    output: rowsBehindCellSchema,
  }),
  /** The person's own and those shared by others, by name, with their dates as of today. */
  listSaved: query({
    permission: 'reports.view',
    label: 'List kept reports',
    input: z.strictObject({}),
    output: z.array(savedReportSchema),
  }),
  /** Fails with CONFLICT when the person has one of this name. */
  save: command({
    permission: 'reports.view',
    label: 'Keep a report',
    input: z.strictObject(saved),
    output: savedReportSchema,
  }),
  /** Only their own. */
  changeSaved: command({
    permission: 'reports.view',
    label: 'Change a kept report',
    input: z.strictObject({ id: savedReportId, version: z.int(), ...saved }),
    output: savedReportSchema,
  }),
  removeSaved: command({
    permission: 'reports.view',
    label: 'Remove a kept report',
    input: z.strictObject({ id: savedReportId, version: z.int() }),
    output: z.strictObject({ id: savedReportId }),
  }),
  /** The dates that a named period has today; null where no term is near. */
  periods: query({
    permission: 'reports.view',
    label: 'See the periods of reports',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({ kind: z.enum(periodKinds), name: z.string(), from: localDate, to: localDate }),
    ),
  }),
} as const
