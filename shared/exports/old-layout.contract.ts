import { z } from 'zod'
import { fileLayoutId, groupId } from '../ids.ts'
import { command, query, task } from '../operation.ts'
import { markCode } from '../registers/mark-code.ts'
import { line } from '../text.ts'
import { oldFieldKeys } from './old-layout.fields.ts'

const words = z.string().max(300)

/** What stands in a cell above the headings: the same words in every file, or something of the group. */
export const aboveKinds = ['words', 'title', 'programme', 'building', 'facilitators', 'blank'] as const
export const aboveLabels: Readonly<Record<(typeof aboveKinds)[number], string>> = {
  words: 'The same words',
  title: 'Title of the group',
  programme: 'Programme',
  building: 'Building',
  facilitators: 'Facilitators',
  blank: 'Left blank',
}
/** What stands under the rows. */
export const belowKinds = ['attending', 'staff', 'blank'] as const
export const belowLabels: Readonly<Record<(typeof belowKinds)[number], string>> = {
  attending: 'How many came to each session',
  staff: 'Those who lead the group',
  blank: 'Left out',
}

const aboveCell = z.strictObject({ row: z.int().min(1).max(30), column: z.int().min(1).max(200), what: z.enum(aboveKinds), words }) // prettier-ignore
const belowLine = z.strictObject({ column: z.int().min(1).max(200), what: z.enum(belowKinds), words })

/** A layout of an old workbook, as it was learnt and put right: nobody's data, only its headings and its marks. */
export const oldLayoutContentSchema = z
  .strictObject({
    sheetName: line('Enter the name of the sheet.', 31),
    /** The row of the headings, from 1. */
    headerRow: z.int().min(1).max(30),
    above: z.array(aboveCell).max(200),
    /** Headings exactly as they are, in their order. */
    columns: z
      .array(z.strictObject({ heading: words, field: z.enum(oldFieldKeys) }))
      .min(1, 'The workbook has no headings.')
      .max(200),
    below: z.array(belowLine).max(20),
    /** What the old workbook writes for each of our marks; empty is a blank cell. Every mark is asked, none is guessed. */
    marks: z.array(z.strictObject({ code: markCode, theirs: z.string().max(30) })).max(26),
  })
  .refine((one) => one.columns.some(({ field }) => field === 'session' || field === 'mark'), {
    message: 'Say in which columns the marks stand.',
    path: ['columns'],
  })
export type OldLayoutContent = z.infer<typeof oldLayoutContentSchema>

/** A layout that was learnt, under the name that staff call the old workbook by. */
export const oldLayoutSchema = z.strictObject({
  id: fileLayoutId,
  name: z.string(),
  content: oldLayoutContentSchema,
  retired: z.boolean(),
  version: z.int(),
})
export type OldLayout = z.infer<typeof oldLayoutSchema>

const fields = { name: line('Enter a name for the layout.', 80), content: oldLayoutContentSchema }

export const oldLayoutOperations = {
  /** Reads how an old workbook is laid out, with a guess of what each heading is. Saves nothing, and takes no rows of people. */
  learnOldLayout: task({
    permission: 'exports.county',
    label: 'Learn the layout of an old workbook',
    input: z.strictObject({ grant: z.string() }),
    output: z.strictObject({
      fileName: z.string(),
      /** Without marks: what it writes for ours is to be said. */
      content: oldLayoutContentSchema,
      /** Every different mark that was found, and how often. */
      found: z.array(z.strictObject({ text: z.string(), times: z.int() })),
      notes: z.array(z.string()),
    }),
  }),
  oldLayouts: query({
    permission: 'exports.make',
    label: 'List layouts of old workbooks',
    input: z.strictObject({}),
    output: z.array(oldLayoutSchema),
  }),
  /** INVALID_INPUT while a mark in use has no counterpart; CONFLICT when there is a layout of this name. */
  saveOldLayout: command({
    permission: 'exports.county',
    label: 'Save the layout of an old workbook',
    input: z.strictObject(fields),
    output: oldLayoutSchema,
  }),
  changeOldLayout: command({
    permission: 'exports.county',
    label: 'Change the layout of an old workbook',
    input: z.strictObject({ ...fields, id: fileLayoutId, version: z.int(), retired: z.boolean() }),
    output: oldLayoutSchema,
  }),
  /** Writes a group as the old workbook was: the same headings in the same order, its marks, totals as numbers. */
  oldWorkbook: task({
    permission: 'exports.make',
    label: 'Save a group in the old layout',
    input: z.strictObject({ groupId, layoutId: fileLayoutId, grant: z.string() }),
    output: z.strictObject({ fileName: z.string(), rows: z.int() }),
  }),
} as const
