import { z } from 'zod'
import { groupId, personId } from '../ids.ts'
import { query } from '../operation.ts'
import { checkSchema } from './checks.rules.ts'

export const checkOperations = {
  /** What speaks against a person's having a place in a group, most serious first. Nothing but `stop` stops anybody. */
  check: query({
    permission: 'people.view',
    label: 'Check before giving a place',
    input: z.strictObject({ groupId, personId }),
    output: z.array(checkSchema),
  }),
} as const
