import { z } from 'zod'
import { enrolmentId, groupId, personId, idOf } from '../ids.ts'
import { command, query } from '../operation.ts'
import { localDate } from '../time/civil.ts'
import { participantRoles } from './participants.rules.ts'
import { priorities } from './referral.ts'
import { enrolmentStatuses } from './statuses.ts'
import { skipSchema } from './waiting.contract.ts'

/** One line of a person's history with a group. */
export const historyLineId = idOf('line of a history')
export const skipId = idOf('time somebody was passed over')

export const historyOperations = {
  /** The whole history of a person with a group, first line first, with the referral and who wrote what. */
  history: query({
    permission: 'people.view',
    label: 'See the history of an enrolment',
    input: z.strictObject({ enrolmentId }),
    output: z.strictObject({
      personId,
      name: z.string(),
      groupId,
      groupName: z.string(),
      role: z.enum(participantRoles).nullable(),
      source: z.string().nullable(),
      referredOn: localDate.nullable(),
      reference: z.string().nullable(),
      priority: z.literal(priorities),
      note: z.string().nullable(),
      lines: z.array(
        z.strictObject({
          id: historyLineId,
          onDate: localDate,
          status: z.enum(enrolmentStatuses),
          reason: z.string().nullable(),
          reasonKind: z.string().nullable(),
          expiresOn: localDate.nullable(),
          overrideReason: z.string().nullable(),
          recordedAt: z.string().nullable(),
          recordedBy: z.string().nullable(),
        }),
      ),
      skipped: z.array(skipSchema),
      version: z.int(),
    }),
  }),
  /** Puts the date of a line right. Lines keep their order; what stood before is in the history of changes. */
  correctDate: command({
    permission: 'people.edit',
    label: 'Correct a date in the history of an enrolment',
    input: z.strictObject({ enrolmentId, version: z.int(), lineId: historyLineId, onDate: localDate }),
    output: z.strictObject({ enrolmentId }),
  }),
} as const
