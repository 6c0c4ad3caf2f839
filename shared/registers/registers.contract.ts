import { z } from 'zod'
import { groupId, personId, sessionId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { answers } from '../people/contact-safety.rules.ts'
import { newPersonSchema } from '../people/people.contract.ts'
import { instant, localDate, localDateTime, withinAYear } from '../time/civil.ts'
import { registerStates } from '../groups/groups.contract.ts'
import { codeSchema, markCode } from './mark-code.ts'

export const markSchema = z.strictObject({ code: markCode, markedAt: instant, markedBy: z.string() })

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
  completedAt: instant.nullable(),
  completedBy: z.string().nullable(),
  rows: z.array(registerRowSchema),
  codes: z.array(codeSchema),
})
export type Register = z.infer<typeof registerSchema>

const mark = { sessionId, personId }

export const registersContract = {
  /** A session's register: everyone expected that day, in the order of the paper, with what is recorded. */
  open: query({
    permission: 'registers.view',
    label: 'Open a register',
    input: z.strictObject({ sessionId }),
    output: registerSchema,
  }),
  /** The same for paper. Each time is in the audit trail: a sheet of names can be left on a table. */
  paper: query({
    permission: 'registers.view',
    label: 'Print a register',
    logView: true,
    input: z.strictObject({ sessionId }),
    output: registerSchema,
  }),
  /** Records one mark, at once. Refused when the register is complete: reopen it first. */
  mark: command({
    permission: 'registers.edit',
    label: 'Mark a register',
    input: z.strictObject({ ...mark, code: markCode }),
    output: z.strictObject({ personId, mark: markSchema }),
  }),
  /** Takes a mark back to not recorded. */
  clear: command({
    permission: 'registers.edit',
    label: 'Clear a mark',
    input: z.strictObject(mark),
    output: z.null(),
  }),
  /** Gives everyone who is not marked yet the same mark: "everyone else absent". */
  markRest: command({
    permission: 'registers.edit',
    label: 'Mark everyone else',
    input: z.strictObject({ sessionId, code: markCode }),
    output: z.strictObject({ marked: z.int() }),
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
  /** Somebody who came and was not expected: a known person, or a new one kept as provisional. Marked present. */
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
    output: z.strictObject({ personId }),
  }),
  listCodes: query({
    permission: 'registers.view',
    label: 'List the marks',
    input: z.strictObject({}),
    output: z.array(codeSchema),
  }),
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
