import { z } from 'zod'
import { personId, sessionId } from '../ids.ts'
import { query } from '../operation.ts'
import { consentKinds, consentStates } from './consents.rules.ts'

const adult = z.strictObject({ name: z.string(), relation: z.string() })

/** What to know of somebody on a register, one key away. Nothing of what an alert is about. */
export const peekSchema = z.strictObject({
  id: personId,
  name: z.string(),
  allergies: z.string().nullable(),
  accessNeeds: z.string().nullable(),
  language: z.string().nullable(),
  interpreter: z.boolean(),
  alert: z.boolean(),
  /** Whom to speak to about the alert, in words; null without one. */
  speakTo: z.string().nullable(),
  /** Their own number, only where it is safe to call; otherwise why there is none. */
  phone: z.string().nullable(),
  noCall: z.string().nullable(),
  mayCollect: z.array(adult),
  /** To be shown first, in words, and never by colour alone. */
  mustNotCollect: z.array(adult),
  /** In the order in which they are rung. `phone` only where it is safe to call; otherwise `noCall` says why. */
  emergency: z.array(adult.extend({ phone: z.string().nullable(), noCall: z.string().nullable() })),
  /** What is not given for good, in words: not asked, refused, run out, about to. Empty is all given. */
  consents: z.array(
    z.strictObject({ kind: z.enum(consentKinds), state: z.enum(consentStates), words: z.string() }),
  ),
})
export type Peek = z.infer<typeof peekSchema>

export const peekOperations = {
  /** Beside the register. Only of people who are on that session's register or have a history with its group: NOT_FOUND else. */
  peek: query({
    permission: 'registers.view',
    label: 'See what to know of somebody on a register',
    input: z.strictObject({ personId, sessionId }),
    output: peekSchema,
  }),
} as const
