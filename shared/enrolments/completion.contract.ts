import { z } from 'zod'
import { enrolmentId, groupId, personId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { optionalLine } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { completionStates } from './completion.rules.ts'
import { leavingReasons } from './reasons.ts'

const stretch = z.number().nullable()

export const completionOperations = {
  /** Who has reached the group's rule for completing, who still can and who cannot, over what is recorded. */
  completion: query({
    permission: 'people.view',
    label: 'See who has completed',
    input: z.strictObject({ groupId }),
    output: z.strictObject({
      /** How many sessions somebody has to come to; null where the group has no rule. */
      completeAt: z.int().nullable(),
      /** Sessions that ran or will, and of those how many registers are not complete. */
      sessions: z.int(),
      open: z.int(),
      /** The first day on which completing takes nobody out of a session: the day after the last. */
      onDate: localDate,
      people: z.array(
        z.strictObject({
          enrolmentId,
          personId,
          name: z.string(),
          attended: z.int(),
          recorded: z.int(),
          state: z.enum(completionStates),
          words: z.string(),
          version: z.int(),
        }),
      ),
    }),
  }),
  /** Ends the group's enrolments in one step: who completed, and who did not, with a reason. Others stay enrolled. */
  complete: command({
    permission: 'people.edit',
    label: 'Complete the people of a group',
    input: z.strictObject({
      groupId,
      onDate: localDate,
      people: z
        .array(
          z.strictObject({
            enrolmentId,
            version: z.int(),
            outcome: z.enum(['completed', 'withdrawn']),
            reasonKind: z.enum(leavingReasons).nullish(),
            reason: optionalLine(300),
          }),
        )
        .min(1, 'Choose at least one person.')
        .max(500),
    }),
    output: z.strictObject({ completed: z.int(), withdrawn: z.int() }),
  }),
  /** Days from referral to offer to the first session attended, for each person, with the middle value of the group. */
  turnaround: query({
    permission: 'people.view',
    label: 'See how long places took',
    input: z.strictObject({ groupId }),
    output: z.strictObject({
      people: z.array(
        z.strictObject({
          enrolmentId,
          personId,
          name: z.string(),
          referredOn: localDate.nullable(),
          offeredOn: localDate.nullable(),
          enrolledOn: localDate.nullable(),
          firstAttendedOn: localDate.nullable(),
          referralToOffer: stretch,
          offerToAttended: stretch,
          referralToAttended: stretch,
        }),
      ),
      /** The middle value of those known, and how many they are. */
      medians: z.strictObject({
        referralToOffer: z.strictObject({ days: stretch, of: z.int() }),
        offerToAttended: z.strictObject({ days: stretch, of: z.int() }),
        referralToAttended: z.strictObject({ days: stretch, of: z.int() }),
      }),
    }),
  }),
} as const
