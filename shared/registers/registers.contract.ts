import { z } from 'zod'
import { enrolmentStatuses } from '../enrolments/enrolments.contract.ts'
import { participantRoles } from '../enrolments/participants.rules.ts'
import { registerStates } from '../groups/groups.contract.ts'
import { familyId, groupId, personId, sessionId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { answers } from '../people/contact-safety.rules.ts'
import { instant, localDate, localDateTime, withinAYear } from '../time/civil.ts'
import { codeOperations } from './codes.contract.ts'
import { correctingOperations } from './correcting.contract.ts'
import { gridOperations } from './grid.contract.ts'
import { codeSchema } from './mark-code.ts'
import { markingOperations, markSchema } from './marking.contract.ts'
import { recordFields, recordOperations } from './record.contract.ts'
import { walkInOperations } from './walk-ins.contract.ts'

export const registerRowSchema = z.strictObject({
  personId,
  /** The same on screen and on paper. */
  number: z.int(),
  name: z.string(),
  age: z.string().nullable(),
  alert: z.boolean(),
  allergies: z.string().nullable(),
  phone: z.string().nullable(),
  safeToCall: z.enum(answers),
  provisional: z.boolean(),
  /** Not on the roster that day. */
  walkIn: z.boolean(),
  /** How they stand with the group that day: a walk-in may wait for a place. null: no history with it by then. */
  standing: z.enum(enrolmentStatuses).nullable(),
  /** Their family, so that its members can stand together; null when they are in none. */
  familyId: familyId.nullable(),
  /** As what they count: what was said of them, else by their age. */
  role: z.enum(participantRoles),
  /** The letters of up to three earlier sessions, oldest first; '' where nothing was recorded. Shown, never copied. */
  lastMarks: z.array(z.string()),
  /** null: not recorded. Never the same as absent. */
  mark: markSchema.nullable(),
})
export type RegisterRow = z.infer<typeof registerRowSchema>

export const registerSchema = z.strictObject({
  sessionId,
  groupId,
  groupName: z.string(),
  publicTitle: z.string(),
  programmeName: z.string(),
  sessionNumber: z.int().nullable(),
  sessionCount: z.int(),
  startsAt: localDateTime,
  endsAt: localDateTime,
  roomName: z.string().nullable(),
  buildingName: z.string().nullable(),
  facilitators: z.array(z.string()),
  state: z.enum(registerStates),
  /** Why it did not run. */
  reason: z.string().nullable(),
  completedAt: instant.nullable(),
  completedBy: z.string().nullable(),
  rows: z.array(registerRowSchema),
  /** Those who help, and are in no count. A mark of theirs says that they did, and its minutes how long. */
  volunteers: z.array(registerRowSchema),
  ...recordFields,
  /** Of the session, for what changes it. */
  version: z.int(),
  /** Whether this person may change its group: say that the session did not run, and run it on another day. */
  mayChangeGroup: z.boolean(),
  codes: z.array(codeSchema),
})
export type Register = z.infer<typeof registerSchema>

export const registersContract = {
  ...gridOperations,
  ...correctingOperations,
  /** A session's register: everyone expected that day, in the order of the paper, with what is recorded. */
  open: query({
    permission: 'registers.view',
    label: 'Open a register',
    input: z.strictObject({ sessionId }),
    output: registerSchema,
  }),
  /** Needs a mark for everyone expected; CONFLICT with the names in `details.unmarked` otherwise. */
  complete: command({
    permission: 'registers.edit',
    label: 'Complete a register',
    input: z.strictObject({ sessionId }),
    output: z.null(),
  }),
  reopen: command({
    permission: 'registers.edit',
    label: 'Reopen a register',
    input: z.strictObject({ sessionId }),
    output: z.null(),
  }),
  ...markingOperations,
  ...recordOperations,
  ...walkInOperations,
  ...codeOperations,
  /** Sessions of the days from `from` to `to` with the state of their registers. */
  listBetween: query({
    permission: 'registers.view',
    label: 'List registers',
    input: withinAYear(z.strictObject({ from: localDate, to: localDate })),
    output: z.array(
      z.strictObject({
        sessionId,
        groupId,
        groupName: z.string(),
        startsAt: localDateTime,
        endsAt: localDateTime,
        state: z.enum(registerStates),
        marked: z.int(),
        expected: z.int(),
      }),
    ),
  }),
} as const
