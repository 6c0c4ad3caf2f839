import { z } from 'zod'
import { clashSchema } from '../bookings/obstacles.contract.ts'
import { bookingId, buildingId, groupId, programmeId, roomId, sessionId, staffId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { skippedSchema } from '../series/series.contract.ts'
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

/** A change by hand to one date of a plan, named by the date that the rule gave. */
export const planEditSchema = z.strictObject({
  date: localDate,
  /** skip: leave it out. run: hold it although it is a holiday. */
  choice: z.enum(['skip', 'run']).nullish(),
  /** Elsewhere or at another time, instead of the rule's. */
  newDate: localDate.nullish(),
  startTime: localTime.nullish(),
  endTime: localTime.nullish(),
  roomId: roomId.nullish(),
})
export type PlanEdit = z.infer<typeof planEditSchema>

const ruleFields = {
  programmeId,
  roomId,
  firstDate: localDate,
  /** 1 Monday … 7 Sunday. */
  weekday: z.int().min(1).max(7),
  startTime: localTime,
  endTime: localTime,
  everyWeeks: z.int().min(1).max(8).default(1),
  /** How many sessions are to be delivered: skipped dates do not count. */
  sessions: z
    .int('Enter a whole number of sessions.')
    .min(1, 'Plan at least 1 session.')
    .max(60, 'Plan 60 sessions or fewer.'),
  termTimeOnly: z.boolean(),
  skipBankHolidays: z.boolean(),
  facilitatorIds: z.array(staffId).max(12),
  edits: z.array(planEditSchema).max(200),
}
const capacity = z
  .int('Enter a whole number of places.')
  .min(1, 'Enter at least 1 place.')
  .max(500, 'Enter 500 places or fewer.')
  .nullish()
const endAfterStart = (r: { startTime: string; endTime: string }) => r.startTime < r.endTime
const endMessage = { message: 'The end must be later than the start.', path: ['endTime'] }

/** `capacity` is the places it will have: the preview says when the room seats fewer. */
export const planRuleSchema = z.strictObject({ ...ruleFields, capacity }).refine(endAfterStart, endMessage)
export type PlanRule = z.infer<typeof planRuleSchema>

export const planRowSchema = z.strictObject({
  /** The date the rule gave: the row's name in `edits`. */
  date: localDate,
  state: z.enum(['keep', 'skip']),
  /** 1, 2, 3 … of the kept rows. */
  number: z.int().nullable(),
  startsAt: localDateTime,
  endsAt: localDateTime,
  roomId,
  /** The bank holiday or school holiday on the day, or `Left out by hand`; null on an ordinary day. */
  reason: z.string().nullable(),
  edited: z.boolean(),
  clashes: z.array(clashSchema),
  /** Rooms of the same building that are free instead, largest first. Only when it clashes. */
  otherRooms: z.array(z.strictObject({ roomId, roomName: z.string(), capacity: z.int().nullable() })),
})
export type PlanRow = z.infer<typeof planRowSchema>

export const planPreviewSchema = z.strictObject({
  rows: z.array(planRowSchema),
  kept: z.int(),
  clashing: z.int(),
  /** What to know before saving: no facilitator from one stream, no term dates for some dates, fewer seats than places. */
  warnings: z.array(z.string()),
})
export type PlanPreview = z.infer<typeof planPreviewSchema>

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
    output: planPreviewSchema,
  }),
  /** Makes the group, its series, its sessions and their bookings. CONFLICT with `details.rows` when a date clashes. */
  plan: command({
    permission: 'groups.edit',
    label: 'Plan a group',
    input: z.strictObject({ ...ruleFields, ...detailFields }).refine(endAfterStart, endMessage),
    output: groupSchema,
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
