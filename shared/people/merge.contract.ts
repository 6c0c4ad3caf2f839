import { z } from 'zod'
import { mergeId, personId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { pairSideSchema } from './duplicates.contract.ts'

/** Which of two things holds: what the record that is kept says, what the other says, or both of them. */
export const mergeChoices = ['kept', 'gone', 'both'] as const
export type MergeChoice = (typeof mergeChoices)[number]

/** Something of which the two records say different things: a person decides. */
export const mergeQuestionSchema = z.strictObject({
  /** Another one as soon as either record says something else. */
  key: z.string(),
  /** `Phone`, or `Bounce Back, 24 November 2026`. */
  about: z.string(),
  kept: z.string(),
  /** Null where there is only one thing to say, which must be said all the same. */
  gone: z.string().nullable(),
  /** What comes of keeping both; null where that cannot be. */
  both: z.string().nullable(),
  warning: z.string().nullable(),
})
export type MergeQuestion = z.infer<typeof mergeQuestionSchema>

/** One line of two records side by side. */
export const mergeFactSchema = z.strictObject({
  label: z.string(),
  kept: z.string().nullable(),
  gone: z.string().nullable(),
  /** Whether they say different things; one that says nothing is not different. */
  different: z.boolean(),
})
export type MergeFact = z.infer<typeof mergeFactSchema>

const side = z.strictObject({ ...pairSideSchema.shape, version: z.int() })
const both = { keptId: personId, goneId: personId }

export const mergeOperations = {
  /** Two records side by side, and what must be answered before they are taken together. Every look is in the audit trail. */
  mergePlan: query({
    permission: 'people.edit',
    label: 'Look at two records side by side',
    logView: true,
    input: z.strictObject(both),
    output: z.strictObject({
      kept: side,
      gone: side,
      facts: z.array(mergeFactSchema),
      questions: z.array(mergeQuestionSchema),
      /** Why these two cannot be taken together, in words. */
      refused: z.string().nullable(),
    }),
  }),
  /**
   * Makes two records one: all that belongs to `goneId` goes to `keptId`. CONFLICT with `details.questions`, by what they
   * are about, until each question has an answer; nothing is overwritten unasked. `words` says what is left to decide.
   */
  merge: command({
    permission: 'people.edit',
    label: 'Take two records together',
    input: z.strictObject({
      ...both,
      keptVersion: z.int(),
      goneVersion: z.int(),
      answers: z.record(z.string().max(300), z.enum(mergeChoices)).default({}),
    }),
    output: z.strictObject({ mergeId, keptId: personId, words: z.array(z.string()) }),
  }),
  /**
   * Makes them two again, any time later: each gets back all that was theirs. What was recorded since stays with the
   * record that was kept; `words` says so. CONFLICT where a newer one stands in the way.
   */
  unmerge: command({
    permission: 'people.edit',
    label: 'Make two records of one again',
    input: z.strictObject({ id: mergeId }),
    output: z.strictObject({ keptId: personId, goneId: personId, words: z.array(z.string()) }),
  }),
  /** The records that were taken together with a person's, newest first. */
  merges: query({
    permission: 'people.view',
    label: 'See which records were taken together',
    input: z.strictObject({ id: personId }),
    output: z.array(
      z.strictObject({ id: mergeId, goneId: personId, name: z.string(), at: z.string(), by: z.string() }),
    ),
  }),
} as const
