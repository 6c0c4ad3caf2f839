import { z } from 'zod'
import { buildingId, localityId, measureId, programmeId } from '../ids.ts'
import { localDate } from '../time/civil.ts'

/** The questions that the program answers about the whole county, by the name that stands in addresses and files. */
export const reportKeys = [
  'reach',
  'attendance',
  'completion',
  'waiting',
  'outcomes',
  'feedback',
  'buildings',
  'staffing',
  'data-quality',
  'quarterly-return',
  'scrutiny',
] as const
export type ReportKey = (typeof reportKeys)[number]

/** What the lines of a table are: one for all, or one for each of these. A term is a half term; a year begins in April. */
export const splits = [
  'all',
  'programme',
  'building',
  'locality',
  'half',
  'month',
  'term',
  'quarter',
  'year',
] as const
export type Split = (typeof splits)[number]

/** What stands beside the figures: the period of the same length before it, or the same days a year before. */
export const comparisons = ['none', 'period-before', 'year-before'] as const
export type Comparison = (typeof comparisons)[number]

/** What is asked of any report. Lists that are empty mean all. Dates are local and both included, ten years at most. */
export const reportAskedSchema = z
  .strictObject({
    report: z.enum(reportKeys),
    from: localDate,
    to: localDate,
    by: z.enum(splits).default('all'),
    beside: z.enum(comparisons).default('none'),
    programmeIds: z.array(programmeId).max(50).default([]),
    buildingIds: z.array(buildingId).max(50).default([]),
    localityIds: z.array(localityId).max(20).default([]),
    half: z.enum(['east', 'west']).nullable().default(null),
    /** For reports of measures; null is each of them. */
    measureId: measureId.nullable().default(null),
  })
  .refine((asked) => asked.from <= asked.to, { message: 'The last day is before the first day.', path: ['to'] })
  .refine((asked) => Number(asked.to.slice(0, 4)) - Number(asked.from.slice(0, 4)) <= 10, {
    message: 'Ask for ten years or less at once.',
    path: ['to'],
  }) // prettier-ignore
export type ReportAsked = z.output<typeof reportAskedSchema>

/** Which lines and comparisons a report takes: none of them where it is a document that has its own. */
export interface Takes {
  readonly splits: readonly Split[]
  readonly comparisons: readonly Comparison[]
}

/** What is asked as a report takes it: of lines that it does not take it shows the first it does, and beside it nothing. */
export const takenAs = (asked: ReportAsked, takes: Takes): ReportAsked => ({
  ...asked,
  by: takes.splits.includes(asked.by) ? asked.by : (takes.splits[0] ?? 'all'),
  beside: takes.comparisons.includes(asked.beside) ? asked.beside : 'none',
})
