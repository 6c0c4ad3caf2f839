import { z } from 'zod'
import { consentId, personId } from '../ids.ts'
import { command } from '../operation.ts'
import { line } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { consentKinds, consentStates } from './consents.rules.ts'

const consentLineSchema = z.strictObject({
  id: consentId,
  answer: z.enum(['yes', 'no']),
  onDate: localDate,
  /** Orders what was said on one day. */
  step: z.int(),
  givenBy: z.string(),
  untilDate: localDate.nullable(),
  /** Who wrote it down. */
  recordedBy: z.string(),
})
export const consentSchema = z.strictObject({
  kind: z.enum(consentKinds),
  state: z.enum(consentStates),
  /** What holds today; null when nobody has asked. */
  current: consentLineSchema.nullable(),
  /** All that was ever said, the newest first. */
  lines: z.array(consentLineSchema),
})
export type Consent = z.infer<typeof consentSchema>

export const consentsOperations = {
  /**
   * Adds a line to the history of one consent, of one or several people. Taking a consent back is a later no. Undo
   * takes away what was never said.
   */
  recordConsent: command({
    permission: 'people.edit',
    label: 'Record a consent',
    input: z.strictObject({
      personIds: z.array(personId).min(1).max(20),
      kinds: z.array(z.enum(consentKinds)).min(1, 'Choose what was asked.').max(consentKinds.length),
      answer: z.enum(['yes', 'no'], 'Choose yes or no.'),
      onDate: localDate,
      givenBy: line('Say who gave the answer.', 120),
      /** The last day on which a yes holds; none is until it is taken back. */
      untilDate: localDate.nullish(),
    }),
    output: z.array(consentId),
  }),
} as const
