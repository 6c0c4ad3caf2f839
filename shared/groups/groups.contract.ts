import { z } from 'zod'
import { bookingId, buildingId, groupId, programmeId, roomId, seriesId, sessionId, staffId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { ruleSchema } from '../series/rule.ts'
import { editsSchema, runPreviewSchema } from '../series/series.contract.ts'
import { skippedSchema } from '../series/skipped.contract.ts'
import { colours } from '../programmes/programmes.contract.ts'
import { streams } from '../staff/staff.contract.ts'
import { line } from '../text.ts'
import { localDate, localDateTime, localTime } from '../time/civil.ts'

export const groupStatuses = ['planned', 'running', 'finished', 'cancelled'] as const
export const groupStatusLabels: Readonly<Record<(typeof groupStatuses)[number], string>> = {
  planned: 'Planned',
  running: 'Running',
  finished: 'Finished',
  cancelled: 'Cancelled',
}

/** not-due: before its day. due: its day or later, nothing marked. started: some marked. did-not-run: cancelled. */
export const registerStates = ['not-due', 'due', 'started', 'complete', 'did-not-run'] as const

export const sessionSchema = z.strictObject({
  id: sessionId,
  groupId,
  /** 1, 2, 3 … of the sessions that run; null for one that did not. */
  number: z.int().nullable(),
  startsAt: localDateTime,
  endsAt: localDateTime,
  bookingId: bookingId.nullable(),
  bookingVersion: z.int().nullable(),
  roomId: roomId.nullable(),
  roomName: z.string().nullable(),
  /** The room is only asked for: nobody has said yes, so it is not held. */
  roomAskedFor: z.boolean(),
  /** The further rooms of its booking, such as a crèche, by name. */
  besideRooms: z.array(z.string()),
  buildingName: z.string().nullable(),
  registerState: z.enum(registerStates),
  /** Why it did not run. */
  reason: z.string().nullable(),
  changedByHand: z.boolean(),
  expected: z.int(),
  attended: z.int(),
  version: z.int(),
})
export type Session = z.infer<typeof sessionSchema>

export const facilitatorSchema = z.strictObject({ staffId, name: z.string(), stream: z.enum(streams) })

export const groupRowSchema = z.strictObject({
  id: groupId,
  name: z.string(),
  publicTitle: z.string(),
  programmeId,
  programmeName: z.string(),
  colour: z.enum(colours),
  sensitive: z.boolean(),
  buildingId: buildingId.nullable(),
  buildingName: z.string().nullable(),
  facilitators: z.array(facilitatorSchema),
  status: z.enum(groupStatuses),
  firstDate: localDate.nullable(),
  lastDate: localDate.nullable(),
  nextSessionAt: localDateTime.nullable(),
  /** Sessions that have run or will: those that did not run are not counted. */
  sessionCount: z.int(),
  /** Of those, how many registers are complete. */
  registersDone: z.int(),
  /** Registers due and not complete. */
  registersDue: z.int(),
  enrolled: z.int(),
  capacity: z.int().nullable(),
  placeKind: z.enum(['person', 'family']),
})
export type GroupRow = z.infer<typeof groupRowSchema>

export const groupSchema = groupRowSchema.extend({
  sessions: z.array(sessionSchema),
  /** The series its sessions come from; null for a group whose sessions were put in one by one. */
  seriesId: seriesId.nullable(),
  skipped: z.array(skippedSchema),
  /** `Tuesdays, 10am to midday, every week`: the rule in words. */
  pattern: z.string(),
  ageFrom: z.int().nullable(),
  ageTo: z.int().nullable(),
  cancelledReason: z.string().nullable(),
  /** Whether it is theirs to change: they lead it, or run everything. */
  mayChange: z.boolean(),
  version: z.int(),
})
export type Group = z.infer<typeof groupSchema>

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

/** `capacity` is the places it will have: the preview says when the room seats fewer. */
export const planRuleSchema = z.strictObject({ ...ruleFields, capacity })
export type PlanRule = z.infer<typeof planRuleSchema>

const detailFields = {
  name: line('Enter a name for the group.', 120),
  publicTitle: line('Enter a title that anybody may read.', 120),
  capacity,
}

export const groupsContract = {
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
   * Makes the group, its series, its sessions and their bookings. CONFLICT with `details.rows` when something is in the
   * way of a date. A facilitator plans groups that they lead.
   */
  plan: command({
    permission: 'groups.edit',
    label: 'Plan a group',
    input: z.strictObject({ ...ruleFields, ...detailFields }),
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
  addSession: command({
    permission: 'groups.edit',
    label: 'Add a session',
    input: z
      .strictObject({ groupId, date: localDate, startTime: localTime, endTime: localTime, roomId })
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
