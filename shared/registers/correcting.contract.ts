import { z } from 'zod'
import { registerStates } from '../groups/groups.contract.ts'
import { correctionId, groupId, personId, sessionId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { optionalLine, optionalText } from '../text.ts'
import { instant, localDate, localDateTime } from '../time/civil.ts'
import { codeSchema, markCode } from './mark-code.ts'
import { markMinutes, markSchema } from './marking.contract.ts'

/** What was changed after a register was complete. The same letter twice: its minutes or its note were. */
export const correctionSchema = z.strictObject({
  id: correctionId,
  personId,
  name: z.string(),
  /** null: not recorded. */
  from: markCode.nullable(),
  to: markCode.nullable(),
  reason: z.string().nullable(),
  at: instant,
  by: z.string(),
})
export type Correction = z.infer<typeof correctionSchema>

/** A register as it stood at the end of a day. */
export const pastRegisterSchema = z.strictObject({
  sessionId,
  groupId,
  groupName: z.string(),
  publicTitle: z.string(),
  on: localDate,
  startsAt: localDateTime,
  endsAt: localDateTime,
  state: z.enum(registerStates),
  completedAt: instant.nullable(),
  completedBy: z.string().nullable(),
  /** Everyone with a mark that day; until it was complete, everyone expected as well. */
  rows: z.array(
    z.strictObject({
      personId,
      number: z.int(),
      /** As they were called that day. */
      name: z.string(),
      mark: markSchema.nullable(),
      /** What stands there now: to see what has changed since. */
      now: markCode.nullable(),
    }),
  ),
  codes: z.array(codeSchema),
})
export type PastRegister = z.infer<typeof pastRegisterSchema>

const pastDay = z.strictObject({ sessionId, on: localDate })

/** Changing what was signed for, with the old beside the new. */
export const correctingOperations = {
  /**
   * Changes one mark of a complete register, adds somebody who came (a letter for a person without a mark), or takes
   * away somebody who was not expected (null). A week after completion it needs a reason. NOT_ALLOWED but for those
   * who lead the group, managers and administrators, and within the week whoever completed it. Left out, `minutes` stay
   * while the letter does, and `note` stays.
   */
  correct: command({
    permission: 'registers.edit',
    label: 'Correct a register',
    input: z.strictObject({
      sessionId,
      personId,
      code: markCode.nullable(),
      minutes: markMinutes.nullish(),
      note: optionalText(500).optional(),
      reason: optionalLine(300),
    }),
    output: z.null(),
  }),
  /** What was changed in a register after it was complete, the latest first; and whether the viewer may. */
  corrections: query({
    permission: 'registers.view',
    label: 'List the corrections of a register',
    input: z.strictObject({ sessionId }),
    output: z.strictObject({
      corrections: z.array(correctionSchema),
      mayCorrect: z.boolean(),
      needsReason: z.boolean(),
    }),
  }),
  /** The register as it stood at the end of a day, from the journal. */
  asAt: query({
    permission: 'registers.view',
    label: 'Show a register as it stood',
    input: pastDay,
    output: pastRegisterSchema,
  }),
  /** The same for paper, each time in the audit trail. */
  asAtPaper: query({
    permission: 'registers.view',
    label: 'Print a register as it stood',
    logView: true,
    input: pastDay,
    output: pastRegisterSchema,
  }),
} as const
