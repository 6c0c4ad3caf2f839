import { z } from 'zod'
import { groupId, personId, sessionId } from '../ids.ts'
import { command } from '../operation.ts'
import { optionalText } from '../text.ts'
import { instant, localDate, localDateTime, withinAYear } from '../time/civil.ts'
import { markCode } from './mark-code.ts'

/** How late, or how early they left, by what the letter says; of a volunteer, how long they helped. */
export const markMinutes = z
  .int('Enter whole minutes.')
  .min(1, 'Enter 1 minute or more.')
  .max(600, 'Enter 600 minutes or fewer.')

/** What is recorded of a person at a session. */
export const markSchema = z.strictObject({
  code: markCode,
  minutes: markMinutes.nullable(),
  note: z.string().nullable(),
  markedAt: instant,
  markedBy: z.string(),
})
export type Mark = z.infer<typeof markSchema>

const place = { sessionId, personId }
const marked = z.strictObject({ personId, mark: markSchema })

/** Writing on a register. */
export const markingOperations = {
  /**
   * Records one mark, at once. Refused when the register is complete: reopen it first. Left out, `minutes` stay as
   * they are while the letter does.
   */
  mark: command({
    permission: 'registers.edit',
    label: 'Mark a register',
    input: z.strictObject({ ...place, code: markCode, minutes: markMinutes.nullish() }),
    output: marked,
  }),
  /** The same mark for several people of one session, such as a family: all or none, and one step to undo. */
  markMany: command({
    permission: 'registers.edit',
    label: 'Mark several people',
    input: z.strictObject({
      sessionId,
      personIds: z
        .array(personId)
        .min(1)
        .max(60)
        .refine((ids) => new Set(ids).size === ids.length, 'Somebody is named twice.'),
      code: markCode,
    }),
    output: z.array(marked),
  }),
  /** Takes a mark back to not recorded. */
  clear: command({
    permission: 'registers.edit',
    label: 'Clear a mark',
    input: z.strictObject(place),
    output: z.null(),
  }),
  /** Gives everyone who is not marked yet the same mark: "everyone else absent". Volunteers are not among them. */
  markRest: command({
    permission: 'registers.edit',
    label: 'Mark everyone else',
    input: z.strictObject({ sessionId, code: markCode }),
    output: z.strictObject({ marked: z.int() }),
  }),
  /** A word about a person at a session; empty takes it away. It stands with a mark, so it needs one. */
  setNote: command({
    permission: 'registers.edit',
    label: 'Write a note on a register',
    input: z.strictObject({ ...place, note: optionalText(500) }),
    output: marked,
  }),
  /**
   * They told us ahead: marks apologies at each session of the days from `from` to `to` at which they are expected and
   * nothing is recorded yet, in one group or in all of theirs. Sessions before today are left alone. CONFLICT when
   * there is no such session.
   */
  apologise: command({
    permission: 'registers.edit',
    label: 'Record apologies ahead',
    input: withinAYear(
      z
        .strictObject({ personId, groupId: groupId.nullish(), from: localDate, to: localDate })
        .refine((input) => input.from <= input.to, {
          message: 'The last day must not be before the first.',
          path: ['to'],
        }),
    ),
    output: z.strictObject({
      sessions: z.array(z.strictObject({ sessionId, groupName: z.string(), startsAt: localDateTime })),
      /** Sessions where something was recorded already, which stays. */
      already: z.int(),
    }),
  }),
} as const
