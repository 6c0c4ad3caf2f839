import { z } from 'zod'
import { buildingId, fileLayoutId, programmeId } from '../ids.ts'
import { command, query, task } from '../operation.ts'
import { line } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { fits, handoverFieldKeys, handoverRows } from './handover.fields.ts'

/** The systems that rows go over to. Nothing is claimed of what they take. */
export const handoverKinds = ['synergy', 'mosaic'] as const
export type HandoverKind = (typeof handoverKinds)[number]
/** How dates are written in the file. */
export const handoverDates = ['dd/mm/yyyy', 'yyyy-mm-dd'] as const

const columnSchema = z.strictObject({
  /** As whoever takes it in calls it, letter by letter. */
  heading: line('Enter the heading of the column.', 120),
  field: z.enum(handoverFieldKeys),
  /** The words that are always the same, or the system whose reference it is. */
  words: line('Enter what stands in it.', 120).nullable(),
  /** Our words in theirs: `Present` is `Attended`. What is not here stays as it is. */
  theirs: z
    .array(z.strictObject({ ours: line('Enter our word.', 120), theirs: line('Enter their word.', 120) }))
    .max(60),
})
export type HandoverColumn = z.infer<typeof columnSchema>

/** What a line of the file is, and its columns in their order. */
export const handoverContentSchema = z
  .strictObject({
    rows: z.enum(handoverRows),
    dates: z.enum(handoverDates),
    columns: z.array(columnSchema).min(1, 'Add a column.').max(60),
  })
  .refine((content) => content.columns.every((one) => fits(one.field, content.rows)), {
    message: 'A column is of something that such a line does not have. Choose another for it.',
    path: ['columns'],
  })
  .refine((content) => content.columns.every((one) => one.words !== null || !needsWords.has(one.field)), {
    message: 'Say what stands in a column that is always the same, and of which system a reference is.',
    path: ['columns'],
  })
  .refine((content) => new Set(content.columns.map((one) => one.heading)).size === content.columns.length, {
    message: 'Two columns have the same heading. Give each its own.',
    path: ['columns'],
  })
export type HandoverContent = z.infer<typeof handoverContentSchema>
const needsWords = new Set<string>(['fixed', 'reference'])

export const handoverLayoutSchema = z.strictObject({
  id: fileLayoutId,
  kind: z.enum(handoverKinds),
  name: z.string(),
  content: handoverContentSchema,
  version: z.int(),
})
export type HandoverLayout = z.infer<typeof handoverLayoutSchema>

const layoutFields = {
  kind: z.enum(handoverKinds),
  name: line('Enter a name for the layout.', 80),
  content: handoverContentSchema,
}

/** Files for other systems of the council. Their formats are not published: the columns are the council's to say. */
export const handoverContract = {
  /** The layouts in use, by name. What a county starts from is `usualLayouts`: somebody looks at it and saves it. */
  handoverLayouts: query({
    permission: 'exports.county',
    label: 'List hand-over layouts',
    input: z.strictObject({}),
    output: z.array(handoverLayoutSchema),
  }),
  /** Fails with CONFLICT when its kind has a layout of this name. */
  addHandoverLayout: command({
    permission: 'exports.county',
    label: 'Add a hand-over layout',
    input: z.strictObject(layoutFields),
    output: handoverLayoutSchema,
  }),
  changeHandoverLayout: command({
    permission: 'exports.county',
    label: 'Change a hand-over layout',
    input: z.strictObject({ ...layoutFields, id: fileLayoutId, version: z.int() }),
    output: handoverLayoutSchema,
  }),
  /** No longer offered. */
  retireHandoverLayout: command({
    permission: 'exports.county',
    label: 'Retire a hand-over layout',
    input: z.strictObject({ id: fileLayoutId, version: z.int() }),
    output: z.null(),
  }),
  /**
   * Writes the rows of a period (both days included, two years at most) by a layout, as a file of text with what it is
   * of beside it. Attendance is of complete registers. `withoutMosaic` is how many rows nobody will be able to match.
   */
  handover: task({
    permission: 'exports.county',
    label: 'Make a hand-over file',
    input: z
      .strictObject({
        layoutId: fileLayoutId,
        from: localDate,
        to: localDate,
        programmeIds: z.array(programmeId).max(50).default([]),
        buildingIds: z.array(buildingId).max(50).default([]),
        /** With the groups of sensitive programmes too; left out unless somebody says so. */
        sensitive: z.boolean().default(false),
        grant: z.string(),
      })
      .refine((asked) => asked.from <= asked.to, { message: 'The last day is before the first day.', path: ['to'] })
      .refine((asked) => Number(asked.to.slice(0, 4)) - Number(asked.from.slice(0, 4)) <= 2, {
        message: 'Ask for two years or less at once.',
        path: ['to'],
      }), // prettier-ignore
    output: z.strictObject({ fileName: z.string(), rows: z.int(), withoutMosaic: z.int() }),
  }),
} as const
