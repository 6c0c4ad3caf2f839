import { z } from 'zod'
import { familyId, groupId, personId, sessionId, staffId } from '../ids.ts'
import { localDate } from '../time/civil.ts'
import { reportKeys } from './asked.ts'

/** count: whole number. percent: 0 to 100, one decimal place. days: whole or half. hours: one decimal place. */
export const cellUnits = ['count', 'percent', 'days', 'hours'] as const
export type CellUnit = (typeof cellUnits)[number]

/** A column of figures with what it means. */
export const reportColumnSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  unit: z.enum(cellUnits),
  definition: z.string(),
  /**
   * Whether the lines of the table add up to its total. Different people and families never do: a person who came to
   * two buildings is one. Suppression needs to know it, because what adds up can be had by subtraction.
   */
  adds: z.boolean(),
  /** Whether it counts people or families, so that small numbers of it are hidden in anything that leaves. */
  people: z.boolean(),
  /**
   * The columns, by key, that add up to this one line by line: matched is improved, same and worse. What adds up can be
   * had by subtraction, so suppression needs to know it.
   */
  sumOf: z.array(z.string()).optional(),
})
export type ReportColumn = z.infer<typeof reportColumnSchema>

/** One figure. Of a share, `part` of `whole`; of days and hours, `whole` is how many rows it rests on. */
export const reportCellSchema = z.strictObject({
  value: z.number().nullable(),
  part: z.number().nullable(),
  whole: z.number().nullable(),
  /** The same figure of the period it is compared with; undefined where nothing is compared. */
  before: z.number().nullable().optional(),
  /** Not said, so that nobody can be told from it. Only ever in what leaves; then all numbers of the cell are null. */
  hidden: z.boolean().optional(),
  /** Only ever on the screen, where all numbers stand: this cell is hidden in whatever leaves. */
  leaves: z.literal('hidden').optional(),
})
export type ReportCell = z.infer<typeof reportCellSchema>

/** One line of figures, in the order of the columns. */
export const reportLineSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  cells: z.array(reportCellSchema),
})
export type ReportLine = z.infer<typeof reportLineSchema>

/** Figures of one kind, line by line. */
export const reportTableSchema = z.strictObject({
  key: z.string(),
  title: z.string(),
  /** What the lines are: `Programme`, `Quarter`. */
  lineHeading: z.string(),
  columns: z.array(reportColumnSchema),
  lines: z.array(reportLineSchema),
  /** Of all lines together, counted anew from the rows and never added up; null where that means nothing. */
  total: reportLineSchema.nullable(),
  /** What to know when reading it: gaps, breaks, who is left out. */
  notes: z.array(z.string()),
})
export type ReportTable = z.infer<typeof reportTableSchema>

/** A picture of one table: which of its columns, and between which of its lines something was counted by other rules. */
export const reportChartSchema = z.strictObject({
  kind: z.enum(['bars', 'stacked', 'lines']),
  table: z.string(),
  columns: z.array(z.string()),
  /** A line of the table (by key) before which a break is drawn, with the reason. */
  breaks: z.array(z.strictObject({ before: z.string(), reason: z.string() })),
})
export type ReportChart = z.infer<typeof reportChartSchema>

/** A report as every rendering has it: the screen, the paper and the file are made of this and of nothing else. */
export const reportSchema = z.strictObject({
  key: z.enum(reportKeys),
  title: z.string(),
  /** The finding in one plain sentence, with its n. */
  finding: z.string(),
  /** What was asked, in words: the period and each filter. */
  said: z.array(z.tuple([z.string(), z.string()])),
  definitionsVersion: z.int(),
  chart: reportChartSchema.nullable(),
  tables: z.array(reportTableSchema),
})
export type Report = z.infer<typeof reportSchema>

/** One of the rows that a figure is made of. */
export const reportRowSchema = z.strictObject({
  personId: personId.nullable(),
  familyId: familyId.nullable(),
  groupId: groupId.nullable(),
  sessionId: sessionId.nullable(),
  staffId: staffId.nullable(),
  /** About whom or what, and where, in words. */
  what: z.string(),
  where: z.string().nullable(),
  on: localDate.nullable(),
  /** What it adds; hours in minutes. */
  amount: z.number(),
  /** Of a share, whether it is in the part. */
  counts: z.boolean(),
  /** Where it is mended or was recorded: an address of the window, `/registers/…`. */
  link: z.string().nullable(),
})
export type ReportRow = z.infer<typeof reportRowSchema>
