import { z } from 'zod'
import { groupId } from '../ids.ts'
import { query } from '../operation.ts'

/** One number with its definition, so that screen, paper and file say the same. */
export const figureSchema = z.strictObject({
  name: z.string(),
  value: z.number().nullable(),
  /** count: a whole number. percent: 0 to 100. */
  unit: z.enum(['count', 'percent']),
  /** For a percentage, what was divided by what: `31 of 40`. */
  detail: z.string().nullable(),
  definition: z.string(),
})
export type Figure = z.infer<typeof figureSchema>

export const reportsContract = {
  /** The figures of one group, as its page shows them and its workbook prints them. */
  groupSummary: query({
    permission: 'registers.view',
    label: 'See the figures of a group',
    input: z.strictObject({ groupId }),
    output: z.strictObject({
      /** Rises when a definition changes; printed with the numbers. */
      definitionsVersion: z.int(),
      figures: z.array(figureSchema),
    }),
  }),
} as const
