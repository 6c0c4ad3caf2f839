import { z } from 'zod'
import { personId } from '../ids.ts'
import { query } from '../operation.ts'
import { instant } from '../time/civil.ts'

export const looksOperations = {
  /** Who looked at a person's record, or at what their alert is about, newest first. */
  looks: query({
    permission: 'audit.view',
    label: 'See who looked at a person',
    input: z.strictObject({ id: personId, limit: z.int().min(1).max(200).default(50) }),
    output: z.array(z.strictObject({ at: instant, who: z.string(), label: z.string(), alert: z.boolean() })),
  }),
} as const
