import { z } from 'zod'
import { personId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { surenessLevels } from './duplicates.rules.ts'
import { matchKinds, personRowSchema } from './person.contract.ts'

const resemblance = {
  sureness: z.enum(surenessLevels),
  /** What speaks for their being one person, in words. */
  why: z.array(z.string()),
  /** What speaks against it. */
  caution: z.string().nullable(),
}

/** One of a pair, with the whole name: `Amelia (Mia) Patel`. */
export const pairSideSchema = z.strictObject({ ...personRowSchema.shape, fullName: z.string() })
export type PairSide = z.infer<typeof pairSideSchema>

export const pairSchema = z.strictObject({ one: pairSideSchema, other: pairSideSchema, ...resemblance })
export type DuplicatePair = z.infer<typeof pairSchema>

export const likelyMatchSchema = z.strictObject({ person: pairSideSchema, ...resemblance })
export type LikelyMatch = z.infer<typeof likelyMatchSchema>

/** Who somebody may already be. `alike`: by a name or a date of birth that is only nearly the same; `why` says how. */
export const likeMatchSchema = z.strictObject({
  kind: z.enum([...matchKinds, 'alike']),
  person: personRowSchema,
  why: z.array(z.string()),
})
export type LikeMatch = z.infer<typeof likeMatchSchema>

export const duplicatesOperations = {
  /** Pairs of records that may be one person, surest first, without those found to be two. Nothing is ever done to them unasked. */
  duplicates: query({
    permission: 'people.view',
    label: 'See possible duplicates',
    input: z.strictObject({ limit: z.int().min(1).max(200).default(50) }),
    output: z.strictObject({ total: z.int(), pairs: z.array(pairSchema) }),
  }),
  /** Who a person of the county may be as well, surest first: for somebody added at a door. */
  likelyMatches: query({
    permission: 'people.view',
    label: 'See who this may be',
    input: z.strictObject({ id: personId }),
    output: z.array(likelyMatchSchema),
  }),
  /** Somebody looked, and they are two people: they are not shown as possible duplicates again. */
  notTheSame: command({
    permission: 'people.edit',
    label: 'Say that they are two people',
    input: z.strictObject({ id: personId, otherId: personId }),
    output: z.null(),
  }),
} as const
