import { z } from 'zod'
import { participantRoles } from '../enrolments/participants.rules.ts'
import { sessionId, staffId } from '../ids.ts'
import { command } from '../operation.ts'
import { deliveryModes, sessionParts } from '../programmes/session-kinds.ts'
import { optionalText } from '../text.ts'

/** Somebody who delivered a session, in what part. `minutes`: how long, where that is kept, as for volunteers. */
export const deliveredSchema = z.strictObject({
  staffId,
  name: z.string(),
  part: z.enum(sessionParts),
  minutes: z.int().nullable(),
})
export type Delivered = z.infer<typeof deliveredSchema>

/**
 * How many of a role came, by name and by counting heads. `counted` is all told, those with a name among them; null
 * where nobody counted.
 */
export const roleCountSchema = z.strictObject({
  role: z.enum(participantRoles),
  named: z.int(),
  counted: z.int().nullable(),
})
export type RoleCount = z.infer<typeof roleCountSchema>

/** What a session's record says beside the marks. */
export const recordFields = {
  note: z.string().nullable(),
  /** How it met; `modeOfGroup` while nobody said otherwise. */
  mode: z.enum(deliveryModes).nullable(),
  modeOfGroup: z.enum(deliveryModes),
  delivered: z.array(deliveredSchema),
  /** Those who lead the group, offered while nothing is recorded. Never taken for recorded. */
  suggested: z.array(deliveredSchema),
  /** One for each role that anybody has; for an open group, always those for children and adults. */
  roles: z.array(roleCountSchema),
  /** Whether people come without being enrolled, so that heads are counted. */
  openToAll: z.boolean(),
}

const distinct = (people: readonly { staffId: string }[]) =>
  new Set(people.map((one) => one.staffId)).size === people.length

/** What stands with a session beside its marks. */
export const recordOperations = {
  /** How it went, in words; also what was in the question box. Of no person. Empty takes it away. */
  setSessionNote: command({
    permission: 'registers.edit',
    label: 'Write the note of a session',
    input: z.strictObject({ sessionId, note: optionalText(4000) }),
    output: z.null(),
  }),
  /** How this one session met; null is as its group does. */
  setMode: command({
    permission: 'registers.edit',
    label: 'Say how a session met',
    input: z.strictObject({ sessionId, mode: z.enum(deliveryModes).nullable() }),
    output: z.null(),
  }),
  /** Everyone who delivered it, in place of what was recorded. Refused before its day, and where it did not run. */
  setDelivered: command({
    permission: 'registers.edit',
    label: 'Say who delivered a session',
    input: z.strictObject({
      sessionId,
      delivered: z
        .array(
          z.strictObject({
            staffId,
            part: z.enum(sessionParts),
            minutes: z
              .int('Enter whole minutes.')
              .min(1, 'Enter 1 minute or more.')
              .max(1440, 'Enter a day or less.')
              .nullish(),
          }),
        )
        .max(20, 'Name 20 people or fewer.')
        .refine(distinct, 'Somebody is named twice.'),
    }),
    output: z.null(),
  }),
  /** Heads counted in a role, all told: those with a name are among them. 0 is an answer; null takes it away. */
  setHeadcount: command({
    permission: 'registers.edit',
    label: 'Count heads',
    input: z.strictObject({
      sessionId,
      role: z.enum(participantRoles),
      people: z
        .int('Enter a whole number.')
        .min(0, 'Enter 0 or more.')
        .max(2000, 'Enter 2,000 or fewer.')
        .nullable(),
    }),
    output: z.null(),
  }),
} as const
