import { z } from 'zod'
import { measureId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line, optionalText } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { measureDetailsSchema, plainDetails } from './measure-details.ts'
import { directions, measureKinds, measureSchema } from './measure-schema.ts'

const measureFields = {
  name: line('Enter a name.', 120),
  kind: z.enum(measureKinds),
  minimum: z.number(),
  maximum: z.number(),
  wholeNumbers: z.boolean(),
  direction: z.enum(directions),
  goalLimit: z.int().min(0).max(3),
  source: optionalText(1000),
  details: measureDetailsSchema.default(plainDetails),
}
const rangeMessage = { message: 'The largest value must be above the smallest.', path: ['maximum'] }
const hasRange = (m: { minimum: number; maximum: number }) => m.minimum < m.maximum

/** A measure that the program knows and a county may take: numbers and names, and none of a licensed tool's wording. */
export const libraryMeasureSchema = measureSchema
  .omit({ id: true, edition: true, retired: true, version: true })
  .extend({
    /** What it is called in the library; never changes. */
    key: z.string(),
    /** Under which heading it stands. */
    family: z.string(),
    /** The county's measure of that name, if there is one. */
    measureId: measureId.nullable(),
  })
export type LibraryMeasure = z.infer<typeof libraryMeasureSchema>

/** One edition of a measure, as it was. */
export const measureEditionSchema = z.strictObject({
  number: z.int(),
  /** The last day it was the one in use; null for the one that is. */
  until: localDate.nullable(),
  measure: measureSchema,
  /** How many numbers were taken by it, those on forms without a name included. */
  readings: z.int(),
})
export type MeasureEdition = z.infer<typeof measureEditionSchema>

export const measureOperations = {
  listMeasures: query({
    permission: 'settings.view',
    label: 'List measures',
    input: z.strictObject({}),
    output: z.array(measureSchema),
  }),
  createMeasure: command({
    permission: 'programmes.edit',
    label: 'Add a measure',
    input: z.strictObject(measureFields).refine(hasRange, rangeMessage),
    output: measureSchema,
  }),
  /**
   * Changes a measure. What changes the meaning of its readings (range, direction, parts, total, conversion, whole
   * numbers, answers) makes a new edition: readings already taken stay with theirs, as they were.
   */
  updateMeasure: command({
    permission: 'programmes.edit',
    label: 'Change a measure',
    input: z
      .strictObject({ ...measureFields, id: measureId, version: z.int(), retired: z.boolean() })
      .refine(hasRange, rangeMessage),
    output: measureSchema,
  }),
  /** Every edition of a measure, the latest first. */
  measureEditions: query({
    permission: 'settings.view',
    label: 'See the editions of a measure',
    input: z.strictObject({ id: measureId }),
    output: z.array(measureEditionSchema),
  }),
  library: query({
    permission: 'settings.view',
    label: 'List the measures of the library',
    input: z.strictObject({}),
    output: z.array(libraryMeasureSchema),
  }),
  /** Takes a measure of the library into the county; refuses one that is there by its name. */
  addFromLibrary: command({
    permission: 'programmes.edit',
    label: 'Add a measure from the library',
    input: z.strictObject({ key: line('Choose a measure.', 60) }),
    output: measureSchema,
  }),
} as const
