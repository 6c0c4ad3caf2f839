import { z } from 'zod'
import { contactOutcomes, contactWays } from '../contacts/contact.ts'
import { buildingId, enrolmentId, groupId, localityId, personId, programmeId } from '../ids.ts'
import { query } from '../operation.ts'
import { localDate, localDateTime } from '../time/civil.ts'
import { participantRoles } from './participants.rules.ts'
import { priorities } from './referral.ts'
import { enrolmentStatuses } from './statuses.ts'

/** The last try to reach somebody. */
export const lastContactSchema = z
  .strictObject({ at: localDateTime, way: z.enum(contactWays), outcome: z.enum(contactOutcomes) })
  .nullable()

/** What may be used to reach somebody, and nothing else; `noCall` says why there is no number. */
export const reachSchema = z.strictObject({
  call: z.string().nullable(),
  text: z.string().nullable(),
  email: z.string().nullable(),
  write: z.string().nullable(),
  noCall: z.string().nullable(),
})

const who = {
  enrolmentId,
  personId,
  name: z.string(),
  dateOfBirth: localDate.nullable(),
  familyName: z.string().nullable(),
  alert: z.boolean(),
  provisional: z.boolean(),
  role: z.enum(participantRoles).nullable(),
  reach: reachSchema,
  lastContact: lastContactSchema,
  version: z.int(),
}
const referral = {
  priority: z.literal(priorities),
  referredOn: localDate,
  source: z.string().nullable(),
  reference: z.string().nullable(),
  note: z.string().nullable(),
}

/** Why somebody was passed over. */
export const skipSchema = z.strictObject({
  reason: z.string(),
  onDate: localDate,
  offeredTo: z.string(),
})

export const waitingRowSchema = z.strictObject({
  ...who,
  ...referral,
  status: z.enum(['referred', 'waiting']),
  groupId,
  groupName: z.string(),
  programmeName: z.string(),
  buildingName: z.string().nullable(),
  /** In the order of the group: 1 is offered the next place. A family that shares a place has one. */
  position: z.int(),
  of: z.int(),
  /** Why they stand there, in words. */
  why: z.string(),
  /** Each time somebody after them was offered a place instead, the latest first. */
  skipped: z.array(skipSchema),
  ageWarning: z.string().nullable(),
})
export type WaitingRow = z.infer<typeof waitingRowSchema>

export const stageRowSchema = z.strictObject({
  ...who,
  ...referral,
  status: z.enum(enrolmentStatuses),
  /** The day from which the status holds. */
  since: localDate,
  /** Offered: the last day on which it can be taken up; null for no end. */
  expiresOn: localDate.nullable(),
  lapsed: z.boolean(),
  reason: z.string().nullable(),
  reasonKind: z.string().nullable(),
  overrideReason: z.string().nullable(),
  ageWarning: z.string().nullable(),
})
export type StageRow = z.infer<typeof stageRowSchema>

export const waitingOperations = {
  /**
   * Everybody who waits for a place, or is referred, in one group or in all that are not cancelled and did not end more than
   * a year ago: in the order in which they would be offered one. Waiting people are on no register, in no count and in no calendar.
   */
  waiting: query({
    permission: 'people.view',
    label: 'See the waiting list',
    input: z.strictObject({
      groupId: groupId.nullish(),
      programmeId: programmeId.nullish(),
      buildingId: buildingId.nullish(),
      localityId: localityId.nullish(),
      /** Words that are all in the names of a person, in any order; their turn is still that among everybody. */
      text: z.string().trim().max(200).default(''),
      limit: z.int().min(1).max(5_000).default(200),
      offset: z.int().min(0).default(0),
    }),
    /** `total` are the places waited for: somebody who waits for two groups has two rows, and is one of `people`. */
    output: z.strictObject({ total: z.int(), people: z.int(), rows: z.array(waitingRowSchema) }),
  }),
  /** The places of a group, and everyone who has one, is offered one, waits or has left, as it stands today. */
  stages: query({
    permission: 'people.view',
    label: 'See who has a place, is offered one and waits',
    input: z.strictObject({ groupId }),
    output: z.strictObject({
      placeKind: z.enum(['person', 'family']),
      /** Null: as many as come. */
      capacity: z.int().nullable(),
      /** Places taken now or later by those enrolled, and by offers that stand. */
      enrolled: z.int(),
      offered: z.int(),
      free: z.int().nullable(),
      /** Who is to be offered the next place, with all of the family who share it; null when nobody waits. */
      next: z
        .strictObject({ enrolmentId, names: z.array(z.string()), why: z.string(), version: z.int() })
        .nullable(),
      waiting: z.array(waitingRowSchema),
      /** Everyone else, by name. */
      others: z.array(stageRowSchema),
    }),
  }),
} as const
