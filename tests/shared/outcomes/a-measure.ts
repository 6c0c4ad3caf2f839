import { measureDetailsSchema } from '../../../shared/outcomes/measure-details.ts'
import type { MeasureFields } from '../../../shared/outcomes/measures.rules.ts'
import type { z } from 'zod'

/** A measure of two parts of 0 to 10 that make a total, and one beside it, unless said otherwise. */
export function aMeasureOf(
  fields: Partial<MeasureFields> = {},
  details: Partial<z.input<typeof measureDetailsSchema>> = {},
): MeasureFields {
  const part = (item: number, name: string, inTotal: boolean) =>
    ({ item, name, minimum: 0, maximum: 10, direction: 'lower-is-better', inTotal, prorate: { questions: 5, fewest: 3 } }) as const // prettier-ignore
  return {
    name: 'Difficulties',
    kind: 'scale',
    minimum: 0,
    maximum: 20,
    wholeNumbers: true,
    direction: 'lower-is-better',
    goalLimit: 0,
    source: null,
    details: measureDetailsSchema.parse({
      parts: [part(1, 'Feelings', true), part(2, 'Conduct', true), part(3, 'Kindness', false)],
      total: 'sum',
      ...details,
    }),
    ...fields,
  }
}
