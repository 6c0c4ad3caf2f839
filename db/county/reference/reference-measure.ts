import { measureDetailsSchema, type MeasureDetails } from '../../../shared/outcomes/measure-details.ts'
import type { LibraryMeasure } from '../../../shared/outcomes/measures.contract.ts'
import type { z } from 'zod'

/** A measure of the library: its shape with its sources, and none of the wording of a licensed tool. */
export type ReferenceMeasure = Omit<LibraryMeasure, 'measureId'> & { readonly source: string }

/** Details with what is not said left as it is for any measure. */
export const details = (own: z.input<typeof measureDetailsSchema>): MeasureDetails =>
  measureDetailsSchema.parse(own)

type Band = readonly [from: number, to: number, label: string]

/** Bands as they are printed: from, to, label. */
export const bands = (list: readonly Band[]) => list.map(([from, to, label]) => ({ from, to, label }))
