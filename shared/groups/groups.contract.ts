import { z } from 'zod'
import { buildingId, groupId, programmeId, programmeSessionId, roomId, sessionId, staffId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { deliveryModes } from '../programmes/session-kinds.ts'
import { ruleSchema } from '../series/rule.ts'
import { editsSchema, runPreviewSchema } from '../series/series.contract.ts'
import { line } from '../text.ts'
import { localDate, localTime } from '../time/civil.ts'
import { groupRowSchema, groupSchema, groupStatuses, sessionSchema } from './group.schema.ts'
import { groupSessions } from './group-sessions.contract.ts'
import { groupStates } from './group-states.contract.ts'

export * from './group.schema.ts'

const ruleFields = {
  programmeId,
  roomId,
  /** Further rooms on every date, such as a crèche. All are in one building. */
  besideRoomIds: z.array(roomId).max(7, 'Choose 8 rooms or fewer.').default([]),
  rule: ruleSchema,
  facilitatorIds: z.array(staffId).max(12),
  edits: editsSchema,
}
const capacity = z
  .int('Enter a whole number of places.')
  .min(1, 'Enter at least 1 place.')
  .max(500, 'Enter 500 places or fewer.')
  .nullish()
const endAfterStart = (r: { startTime: string; endTime: string }) => r.startTime < r.endTime
const endMessage = { message: 'The end must be later than the start.', path: ['endTime'] }

/** The group beside it in the same slot, such as the parents' beside the children's: its own rooms, in the same building. */
const besideFields = {
  programmeId,
  roomId,
  besideRoomIds: z.array(roomId).max(3, 'Choose 4 rooms or fewer.').default([]),
  facilitatorIds: z.array(staffId).max(12),
  capacity,
}

/** `capacity` is the places it will have: the preview says when the room seats fewer. */
export const planRuleSchema = z.strictObject({
  ...ruleFields,
  capacity,
  linked: z.strictObject(besideFields).nullish(),
})
export type PlanRule = z.infer<typeof planRuleSchema>

const detailFields = {
  name: line('Enter a name for the group.', 120),
  publicTitle: line('Enter a title that anybody may read.', 120),
  capacity,
  mode: z.enum(deliveryModes).default('in-person'),
}
const completeAt = z
  .int('Enter a whole number of sessions.')
  .min(1, 'Enter at least 1 session.')
  .max(200, 'Enter 200 sessions or fewer.')

export const groupsContract = {
  ...groupStates,
  ...groupSessions,
  list: query({
    permission: 'groups.view',
    label: 'List groups',
    input: z.strictObject({
      status: z.array(z.enum(groupStatuses)).nullish(),
      buildingId: buildingId.nullish(),
    }),
    output: z.array(groupRowSchema),
  }),
  get: query({
    permission: 'groups.view',
    label: 'See a group',
    input: z.strictObject({ id: groupId }),
    output: groupSchema,
  }),
  /** Every date the rule gives until enough sessions are kept, each with its state, before anything is saved. */
  previewPlan: query({
    permission: 'groups.edit',
    label: 'Preview the dates of a group',
    input: planRuleSchema,
    output: runPreviewSchema,
  }),
  /**
   * Makes the group, its series, its sessions with the titles of the manual, and their bookings. CONFLICT with
   * `details.rows` when something is in the way of a date. A facilitator plans groups that they lead. `linked` makes a
   * second group on the same dates, and each names the other.
   */
  plan: command({
    permission: 'groups.edit',
    label: 'Plan a group',
    input: z.strictObject({
      ...ruleFields,
      ...detailFields,
      /** The rule of the programme unless said otherwise. */
      completeAt: completeAt.nullish(),
      linked: z
        .strictObject({
          ...besideFields,
          name: line('Enter a name for the other group.', 120),
          publicTitle: line('Enter a title of the other group that anybody may read.', 120),
        })
        .nullish(),
    }),
    output: groupSchema,
  }),
  /** What a new group like this one would be: in the next term, with its rooms, leaders, days, times and number. */
  planAgain: query({
    permission: 'groups.edit',
    label: 'Plan a group again',
    input: z.strictObject({ id: groupId }),
    output: z.strictObject({
      programmeId,
      publicTitle: z.string(),
      capacity: z.int().nullable(),
      /** Null where its room can no longer be booked. */
      roomId: roomId.nullable(),
      besideRoomIds: z.array(roomId),
      /** Those of its leaders who still work here. */
      facilitatorIds: z.array(staffId),
      mode: z.enum(deliveryModes),
      completeAt: z.int().nullable(),
      /** The other group of the pair, with what of it can still be had. */
      linked: z
        .strictObject({
          programmeId,
          publicTitle: z.string(),
          capacity: z.int().nullable(),
          roomId: roomId.nullable(),
          besideRoomIds: z.array(roomId),
          facilitatorIds: z.array(staffId),
        })
        .nullable(),
      rule: ruleSchema,
    }),
  }),
  update: command({
    permission: 'groups.edit',
    label: 'Change a group',
    input: z.strictObject({
      ...detailFields,
      id: groupId,
      version: z.int(),
      facilitatorIds: z.array(staffId).max(12),
      /** As it is unless said. */
      mode: z.enum(deliveryModes).nullish(),
      completeAt: completeAt.nullish(),
    }),
    output: groupSchema,
  }),
  /** Cancels the group: sessions to come are cancelled and their rooms freed; what has happened stays. */
  cancel: command({
    permission: 'groups.edit',
    label: 'Cancel a group',
    input: z.strictObject({ id: groupId, version: z.int(), reason: line('Enter a reason.', 300) }),
    output: groupSchema,
  }),
  /** Moves a session: its booking and its register go with it. */
  moveSession: command({
    permission: 'groups.edit',
    label: 'Move a session',
    input: z
      .strictObject({
        id: sessionId,
        version: z.int(),
        date: localDate,
        startTime: localTime,
        endTime: localTime,
        roomId,
      })
      .refine(endAfterStart, endMessage),
    output: sessionSchema,
  }),
  /** One session more on top of the rule. What is delivered may be said. */
  addSession: command({
    permission: 'groups.edit',
    label: 'Add a session',
    input: z
      .strictObject({
        groupId,
        date: localDate,
        startTime: localTime,
        endTime: localTime,
        roomId,
        topicId: programmeSessionId.nullish(),
      })
      .refine(endAfterStart, endMessage),
    output: sessionSchema,
  }),
  /** The session did not run: out of every denominator, and its room is freed. Refused once its register is complete. */
  cancelSession: command({
    permission: 'groups.edit',
    label: 'Record that a session did not run',
    input: z.strictObject({ id: sessionId, version: z.int(), reason: line('Enter a reason.', 300) }),
    output: sessionSchema,
  }),
} as const
