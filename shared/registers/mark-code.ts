import { z } from 'zod'

/** The letter of a mark. What it means is its flags, below; blank is not a code, it is nothing recorded. */
export const markCode = z.string().regex(/^[A-Z]$/, 'Use one letter, A to Z.')

/** What a letter says. Once a mark has the letter these are never changed: old registers would say something else. */
export const markFlags = {
  /** Whether the person came. */
  attended: z.boolean(),
  /** Whether the person counts in the denominator. */
  expected: z.boolean(),
  /** Somebody was in touch who did not come: materials sent, a call. */
  contact: z.boolean(),
  /** They told us: counts in "attended or apologised". */
  apology: z.boolean(),
  /** Whether minutes are typed after it, and of what. */
  minutes: z.enum(['late', 'early']).nullable(),
}
export const markFlagsSchema = z.strictObject(markFlags)
export type MarkFlags = z.infer<typeof markFlagsSchema>

export const codeSchema = z.strictObject({
  code: markCode,
  label: z.string(),
  ...markFlags,
  /** The key that gives it, in small letters. */
  key: z.string(),
  retired: z.boolean(),
})
export type MarkCode = z.infer<typeof codeSchema>
