import { z } from 'zod'
import { enrolmentStatuses } from '../enrolments/enrolments.contract.ts'
import { personId, sessionId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { newPersonSchema } from '../people/people.contract.ts'
import { localDate } from '../time/civil.ts'

/** Somebody who may be the one at the door. */
export const walkInChoiceSchema = z.strictObject({
  personId,
  name: z.string(),
  dateOfBirth: localDate.nullable(),
  provisional: z.boolean(),
  /** Groups they are enrolled in today. */
  groups: z.array(z.string()),
  /** How they stand with this group on the session's day; null when they have no history with it. */
  status: z.enum(enrolmentStatuses).nullable(),
  /** Whether they are on this register already. */
  here: z.boolean(),
  /** That somebody on the register must not meet them, in words for staff; not whom, nor why. */
  warning: z.string().nullable(),
})
export type WalkInChoice = z.infer<typeof walkInChoiceSchema>

/** Those who came and were not expected. */
export const walkInOperations = {
  /** Who somebody at the door may be, by name, date of birth or Mosaic ID: also those who wait for a place here. */
  findWalkIn: query({
    permission: 'registers.view',
    label: 'Find a walk-in',
    input: z.strictObject({ sessionId, text: z.string().max(200) }),
    output: z.array(walkInChoiceSchema),
  }),
  /**
   * A known person, or a new one kept as provisional. Marked present. `standing` says how they stand with the group:
   * somebody who waits for a place has come, and still waits until a place is decided. `warning` stops nobody: that they
   * came is a fact.
   */
  addWalkIn: command({
    permission: 'registers.edit',
    label: 'Add a walk-in',
    input: z.strictObject({
      sessionId,
      who: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('known'), personId }),
        z.strictObject({ kind: z.literal('new'), person: newPersonSchema }),
      ]),
    }),
    output: z.strictObject({
      personId,
      standing: z.enum(enrolmentStatuses).nullable(),
      warning: walkInChoiceSchema.shape.warning,
    }),
  }),
} as const
