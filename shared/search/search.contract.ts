import { z } from 'zod'
import { query } from '../operation.ts'

export const hitSchema = z.strictObject({
  kind: z.enum(['person', 'group', 'building', 'staff', 'register']),
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  /** A route of the program. */
  to: z.string(),
})
export type Hit = z.infer<typeof hitSchema>

export const searchContract = {
  /**
   * Everything whose name holds the words, best first, and only what this person may see. The three words on a paper
   * register find it, to be typed in.
   */
  everything: query({
    permission: 'signed-in',
    label: 'Find anything',
    input: z.strictObject({ text: z.string().max(200) }),
    output: z.array(hitSchema),
  }),
} as const
