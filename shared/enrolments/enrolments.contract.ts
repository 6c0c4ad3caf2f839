import { z } from 'zod'
import { enrolmentId, groupId, personId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { optionalLine } from '../text.ts'
import { localDate } from '../time/civil.ts'

/** A person's dated history with a group goes through these; only `enrolled` is expected at sessions. */
export const enrolmentStatuses = [
  'referred',
  'waiting',
  'offered',
  'enrolled',
  'completed',
  'withdrawn',
] as const
export type EnrolmentStatus = (typeof enrolmentStatuses)[number]
export const enrolmentStatusLabels: Readonly<Record<EnrolmentStatus, string>> = {
  referred: 'Referred',
  waiting: 'Waiting',
  offered: 'Offered',
  enrolled: 'Enrolled',
  completed: 'Completed',
  withdrawn: 'Withdrawn',
}

export const rosterRowSchema = z.strictObject({
  enrolmentId,
  personId,
  name: z.string(),
  dateOfBirth: localDate.nullable(),
  mosaicId: z.string().nullable(),
  familyName: z.string().nullable(),
  phone: z.string().nullable(),
  safeToCall: z.enum(['yes', 'no', 'not-asked']),
  allergies: z.string().nullable(),
  alert: z.boolean(),
  provisional: z.boolean(),
  status: z.enum(enrolmentStatuses),
  since: localDate,
  /** Structured by habit, free in form: why they withdrew. */
  reason: z.string().nullable(),
  /** Outside the ages of the programme at the first session: a warning in words, never a block. */
  ageWarning: z.string().nullable(),
  attended: z.int(),
  expected: z.int(),
  version: z.int(),
})
export type RosterRow = z.infer<typeof rosterRowSchema>

export const enrolmentsContract = {
  /** Everyone with a history with the group, as it stood on a date. Without one: as it stands today, with those who join
   *  later. `attended` of `expected` is over the sessions where something is recorded for them: blank is not absent. */
  roster: query({
    permission: 'people.view',
    label: 'See the people of a group',
    input: z.strictObject({ groupId, asAt: localDate.nullish() }),
    output: z.array(rosterRowSchema),
  }),
  /** Gives a known person a status with the group from a date. One enrolment a person and group: a second is a CONFLICT. */
  enrol: command({
    permission: 'people.edit',
    label: 'Enrol a person',
    input: z.strictObject({
      groupId,
      personId,
      status: z.enum(['referred', 'waiting', 'enrolled']),
      onDate: localDate,
    }),
    output: z.strictObject({ enrolmentId }),
  }),
  /** Adds a line to the history: completed, withdrawn with a reason, enrolled again. Past registers do not change. */
  change: command({
    permission: 'people.edit',
    label: 'Change an enrolment',
    input: z.strictObject({
      enrolmentId,
      version: z.int(),
      status: z.enum(enrolmentStatuses),
      onDate: localDate,
      reason: optionalLine(300),
    }),
    output: z.strictObject({ enrolmentId }),
  }),
} as const
