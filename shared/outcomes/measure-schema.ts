import { z } from 'zod'
import { measureId } from '../ids.ts'
import { measureDetailsSchema } from './measure-details.ts'

export const measureKinds = ['goals', 'scale'] as const
export const directions = ['higher-is-better', 'lower-is-better'] as const

/** A measure in its edition of now. */
export const measureSchema = z.strictObject({
  id: measureId,
  name: z.string(),
  /** goals: up to `goalLimit` goals, each rated. scale: one number, or parts with or without a total. */
  kind: z.enum(measureKinds),
  minimum: z.number(),
  maximum: z.number(),
  wholeNumbers: z.boolean(),
  direction: z.enum(directions),
  goalLimit: z.int(),
  /** Where the range and the direction come from, and what the licence allows. */
  source: z.string().nullable(),
  details: measureDetailsSchema,
  /** Rises when what its readings mean changes; readings of two editions are never compared. */
  edition: z.int(),
  retired: z.boolean(),
  version: z.int(),
})
export type Measure = z.infer<typeof measureSchema>
