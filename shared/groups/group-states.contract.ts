import { z } from 'zod'
import { groupId, sessionId } from '../ids.ts'
import { command } from '../operation.ts'
import { line } from '../text.ts'
import { localDate, localDateTime } from '../time/civil.ts'
import { groupSchema } from './group.schema.ts'

/** Pausing a group, and taking it up again. */
export const groupStates = {
  /**
   * Pauses a group from a date on: sessions from that day are recorded as not run, and their rooms are free. One that
   * is marked already stays.
   */
  pause: command({
    permission: 'groups.edit',
    label: 'Pause a group',
    input: z.strictObject({
      id: groupId,
      version: z.int(),
      from: localDate,
      reason: line('Enter a reason.', 300),
    }),
    output: groupSchema,
  }),
  /**
   * Takes a paused group up again from a date on: brings back the sessions whose rooms are still free, and names those
   * that are not, which stay recorded as not run.
   */
  resume: command({
    permission: 'groups.edit',
    label: 'Resume a group',
    input: z.strictObject({ id: groupId, version: z.int(), from: localDate }),
    output: z.strictObject({
      group: groupSchema,
      back: z.int(),
      notBack: z.array(z.strictObject({ sessionId, startsAt: localDateTime, because: z.string() })),
      /** `4 sessions are back.` and those that are not, each with what is in its way. */
      sentence: z.string(),
    }),
  }),
} as const
