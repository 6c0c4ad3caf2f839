import { z } from 'zod'
import { line, optionalLine, optionalText } from '../text.ts'

/** Whose view a reading is. `not-said` is what older files have. */
export const completers = [
  'not-said',
  'person',
  'parent',
  'teacher',
  'worker-and-family',
  'worker',
  'family',
] as const
export type CompletedBy = (typeof completers)[number]
export const completerLabels: Readonly<Record<CompletedBy, string>> = {
  'not-said': 'Not said',
  person: 'The person',
  parent: 'A parent or carer',
  teacher: 'A teacher',
  'worker-and-family': 'Worker and family together',
  worker: 'The worker alone',
  family: 'The family alone',
} // prettier-ignore

/** Whom the tool is about being asked of; several forms of one tool are several measures. */
export const respondents = ['person', 'parent', 'teacher', 'worker', 'family'] as const

/** What a measure is for. Feedback is never matched: its answers are counted, with who was asked. */
export const measureUses = ['change', 'feedback'] as const

/** The largest number of scales of one measure; `reading.item` has room for more. */
export const MOST_PARTS = 20

/** One of the scales of a measure: an area of a star, a subscale, a statement of a feedback form. Names only, never items. */
export const measurePartSchema = z.strictObject({
  /** From 1; stays when the order changes, because readings name it. */
  item: z.int().min(1).max(MOST_PARTS),
  name: line('Enter a name.', 120),
  /** What the service calls it itself, where that is longer or other than the publisher's name. */
  localName: optionalLine(120),
  minimum: z.number(),
  maximum: z.number(),
  direction: z.enum(['higher-is-better', 'lower-is-better']),
  /** Whether it is added into the total. */
  inTotal: z.boolean(),
  /**
   * How many questions are behind it, and how few of them answered still make a number: `3 answered of 5 come to 4` is
   * entered as `4/3` and kept as 7. Null where a part is no sum of questions.
   */
  prorate: z.strictObject({ questions: z.int().min(1).max(60), fewest: z.int().min(1).max(60) }).nullable(),
})
export type MeasurePart = z.infer<typeof measurePartSchema>

/** A line of a band table, both ends included. */
export const bandSchema = z.strictObject({
  from: z.number(),
  to: z.number(),
  label: line('Enter a name for the band.', 60),
})

/** Bands of the total (item 0) or of one part, with where they were published. Shown, never used to count change. */
export const bandTableSchema = z.strictObject({
  item: z.int().min(0).max(MOST_PARTS),
  /** Of the number as entered, or as converted. */
  of: z.enum(['entered', 'converted']),
  edition: line('Enter the edition of the bands.', 120),
  source: line('Enter where the bands were published.', 500),
  bands: z.array(bandSchema).min(1).max(12),
})
export type BandTable = z.infer<typeof bandTableSchema>

/** Everything of a measure beyond its name, range and direction. */
export const measureDetailsSchema = z.strictObject({
  use: z.enum(measureUses).default('change'),
  respondent: z.enum(respondents).default('person'),
  /** Who may complete it, the usual one first. Empty: not asked. */
  completedBy: z.array(z.enum(completers)).max(7).default([]),
  /** Whose readings count in figures; empty: everybody's. The others are kept and shown, greyed. */
  countsBy: z.array(z.enum(completers)).max(7).default([]),
  parts: z.array(measurePartSchema).max(MOST_PARTS).default([]),
  /**
   * What item 0 is: `typed`, a number of its own (always so without parts); `sum`, the parts that are in the total
   * added up, and typed only while they are not all known; `none`, there is no total.
   */
  total: z.enum(['typed', 'sum', 'none']).default('typed'),
  /** From the number as entered to the one that is used; numbers that are not in it have none. */
  conversion: z
    .strictObject({
      name: line('Enter what the converted number is called.', 60),
      source: line('Enter where the table was published.', 500),
      table: z.array(z.tuple([z.number(), z.number()])).min(2).max(200),
    })
    .nullable()
    .default(null),
  bandTables: z.array(bandTableSchema).max(40).default([]),
  /** Stages in order from the lowest; progress is a move from one to another. */
  stages: z
    .strictObject({
      source: line('Enter where the stages come from.', 500),
      /** Whether somebody has checked the pairs against the licensed guide. */
      confirmed: z.boolean(),
      /** From which stage on a start counts as high. */
      highFrom: z.int().min(1).max(10),
      list: z.array(bandSchema).min(2).max(10),
    })
    .nullable()
    .default(null),
  /** Whether a fall (of a stage, where there are stages) asks why. */
  fallAsksWhy: z.boolean().default(false),
  /** The answers of a rating, best first; empty: any number of the range. */
  answers: z.array(z.strictObject({ value: z.number(), label: line('Enter an answer.', 60) })).max(12).default([]),
  ages: z.strictObject({ from: z.int().min(0).max(120), to: z.int().min(0).max(120) }).nullable().default(null),
  /** The edition of the tool itself, as its publisher calls it. */
  publishedEdition: optionalLine(120),
  /** What the licence allows, in a sentence. */
  licence: optionalText(1000),
}) // prettier-ignore
export type MeasureDetails = z.output<typeof measureDetailsSchema>

/** What a measure of a file of the program before says of itself: one number, or goals, and nothing more. */
export const plainDetails: MeasureDetails = measureDetailsSchema.parse({})
