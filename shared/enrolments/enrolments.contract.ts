import { z } from 'zod'
import { enrolmentId, groupId, personId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { optionalLine } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { checkOperations } from './checks.contract.ts'
import { completionOperations } from './completion.contract.ts'
import { historyOperations } from './history.contract.ts'
import { offerOperations } from './offers.contract.ts'
import { leavingReasons } from './reasons.ts'
import { overrideReason, roleField } from './referral.ts'
import { referralOperations } from './referral.contract.ts'
import { settingOperations } from './settings.contract.ts'
import { enrolmentStatuses } from './statuses.ts'
import { waitingOperations } from './waiting.contract.ts'

export { enrolmentStatuses, enrolmentStatusLabels, type EnrolmentStatus } from './statuses.ts'

export const rosterRowSchema = z.strictObject({
  enrolmentId,
  personId,
  name: z.string(),
  dateOfBirth: localDate.nullable(),
  mosaicId: z.string().nullable(),
  familyName: z.string().nullable(),
  /** Only where it is safe to call. */
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
  ...referralOperations,
  ...waitingOperations,
  ...offerOperations,
  ...checkOperations,
  ...completionOperations,
  ...historyOperations,
  ...settingOperations,
  /** Everyone with a history with the group, as it stood on a date. Without one: as it stands today, with those who join
   *  later. `attended` of `expected` is over the sessions where something is recorded for them: blank is not absent. */
  roster: query({
    permission: 'people.view',
    label: 'See the people of a group',
    input: z.strictObject({ groupId, asAt: localDate.nullish() }),
    output: z.array(rosterRowSchema),
  }),
  /**
   * Gives a known person a status with the group from a date. One enrolment a person and group: a second is a CONFLICT. A
   * place needs `overrideReason` when none is free (`details.full`), when others wait for it (`details.skipped`), and, from
   * a manager or who leads the group, when somebody there must not be met (`details.checks`).
   */
  enrol: command({
    permission: 'people.edit',
    label: 'Enrol a person',
    input: z.strictObject({
      groupId,
      personId,
      status: z.enum(['referred', 'waiting', 'enrolled']),
      onDate: localDate,
      role: roleField,
      overrideReason,
    }),
    output: z.strictObject({ enrolmentId }),
  }),
  /**
   * Adds a line to the history: completed, withdrawn with a reason, enrolled again. Past registers do not change. Places are
   * as for `enrol`; a withdrawal without a kind of reason is for one that is not known; a place is offered by `offer`.
   */
  change: command({
    permission: 'people.edit',
    label: 'Change an enrolment',
    input: z.strictObject({
      enrolmentId,
      version: z.int(),
      status: z.enum(['referred', 'waiting', 'enrolled', 'completed', 'withdrawn']),
      onDate: localDate,
      reason: optionalLine(300),
      reasonKind: z.enum(leavingReasons).nullish(),
      overrideReason,
    }),
    output: z.strictObject({ enrolmentId }),
  }),
} as const
