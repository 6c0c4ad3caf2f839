import { z } from 'zod'
import { enrolmentId, groupId, personId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { localDate } from '../time/civil.ts'
import { participantRoles } from './participants.rules.ts'
import { overrideReason, referralFields, roleField } from './referral.ts'

export const referralOperations = {
  /** A person and all of their family, for referring them together in one go, as what each would take part. */
  household: query({
    permission: 'people.view',
    label: 'See who could be referred together',
    input: z.strictObject({ groupId, personId }),
    output: z.array(
      z.strictObject({
        personId,
        name: z.string(),
        dateOfBirth: localDate.nullable(),
        role: z.enum(participantRoles),
        /** Has a place, is offered one, waits or is referred already. */
        inGroup: z.boolean(),
      }),
    ),
  }),
  /**
   * Takes a referral of one person, or of a whole family in their several roles. Somebody who left or completed before is
   * referred anew in the same history. CONFLICT names who is in the list already; places are as for `enrol`.
   */
  refer: command({
    permission: 'people.edit',
    label: 'Refer to a group',
    input: z.strictObject({
      groupId,
      people: z
        .array(z.strictObject({ personId, role: roleField }))
        .min(1, 'Choose at least one person.')
        .max(20, 'Refer 20 people or fewer at once.')
        .refine((people) => new Set(people.map((one) => one.personId)).size === people.length, {
          message: 'The same person is there twice.',
        }),
      status: z.enum(['referred', 'waiting', 'enrolled']),
      onDate: localDate,
      ...referralFields,
      overrideReason,
    }),
    output: z.strictObject({ enrolmentIds: z.array(enrolmentId) }),
  }),
  updateReferral: command({
    permission: 'people.edit',
    label: 'Change a referral',
    input: z.strictObject({ enrolmentId, version: z.int(), role: roleField, ...referralFields }),
    output: z.strictObject({ enrolmentId }),
  }),
} as const
