import { z } from 'zod'

/** The letter of a mark. What it means is its flags, below; blank is not a code, it is nothing recorded. */
export const markCode = z.string().regex(/^[A-Z]$/)

export const codeSchema = z.strictObject({
  code: markCode,
  label: z.string(),
  /** Whether the person came. */
  attended: z.boolean(),
  /** Whether the person counts in the denominator. */
  expected: z.boolean(),
  /** The key that gives it. */
  key: z.string(),
  retired: z.boolean(),
})
export type MarkCode = z.infer<typeof codeSchema>
