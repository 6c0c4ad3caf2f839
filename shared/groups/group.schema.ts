import { z } from 'zod'
import {
  bookingId,
  buildingId,
  groupId,
  programmeId,
  programmeSessionId,
  roomId,
  seriesId,
  sessionId,
  staffId,
} from '../ids.ts'
import { colours, deliveries, programmeSessionSchema } from '../programmes/programmes.contract.ts'
import { deliveryModes, sessionKinds } from '../programmes/session-kinds.ts'
import { skippedSchema } from '../series/skipped.contract.ts'
import { streams } from '../staff/staff.contract.ts'
import { localDate, localDateTime } from '../time/civil.ts'

export const groupStatuses = ['planned', 'running', 'paused', 'finished', 'cancelled'] as const
export const groupStatusLabels: Readonly<Record<(typeof groupStatuses)[number], string>> = {
  planned: 'Planned',
  running: 'Running',
  paused: 'Paused',
  finished: 'Finished',
  cancelled: 'Cancelled',
}

/** not-due: before its day. due: its day or later, nothing marked. started: some marked. did-not-run: cancelled. */
export const registerStates = ['not-due', 'due', 'started', 'complete', 'did-not-run'] as const

export const sessionSchema = z.strictObject({
  id: sessionId,
  groupId,
  /** 1, 2, 3 … of the dates that run; null for one that did not, and for one that only those invited come to. */
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
  /** The session of the manual that is delivered, and its title as it was then, or what was typed. */
  topicId: programmeSessionId.nullable(),
  topic: z.string().nullable(),
  kind: z.enum(sessionKinds),
  /** Null is the group's own. */
  mode: z.enum(deliveryModes).nullable(),
  /** The session that it makes up for, to those who missed it. */
  makeUpForId: sessionId.nullable(),
  /** Only those invited are expected. */
  invitedOnly: z.boolean(),
  /** It did not run because the group was paused. */
  paused: z.boolean(),
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
  /** Of those, how many are behind: their register is complete or owed. */
  sessionsHeld: z.int(),
  /** Registers complete. */
  registersDone: z.int(),
  /** Registers due and not complete, of sessions for some as well. */
  registersDue: z.int(),
  enrolled: z.int(),
  capacity: z.int().nullable(),
  placeKind: z.enum(['person', 'family']),
  mode: z.enum(deliveryModes),
  /** Paused from this day on, which may be to come. */
  pausedOn: localDate.nullable(),
})
export type GroupRow = z.infer<typeof groupRowSchema>

export const groupSchema = groupRowSchema.extend({
  sessions: z.array(sessionSchema),
  /** The series its sessions come from; null for a group whose sessions were put in one by one. */
  seriesId: seriesId.nullable(),
  skipped: z.array(skippedSchema),
  /** `Tuesdays, 10am to midday, every week`: the rule in words. */
  pattern: z.string(),
  /** Ages and kind of place are those of the edition that it was planned by. */
  ageFrom: z.int().nullable(),
  ageTo: z.int().nullable(),
  cancelledReason: z.string().nullable(),
  pausedReason: z.string().nullable(),
  delivery: z.enum(deliveries),
  /** Who comes to so many sessions has completed it; null where nobody has said. */
  completeAt: z.int().nullable(),
  /** The edition of its programme that it was planned by, and the one that stands now. */
  edition: z.int(),
  programmeEdition: z.int(),
  /** The sessions of the manual as they were when it was planned. */
  manual: z.array(programmeSessionSchema),
  /** The other group of the pair, and how many of the dates to come the two do not meet together on. */
  linked: z.strictObject({ id: groupId, name: z.string(), apart: z.int() }).nullable(),
  /** What to know of who leads it. It stops nobody. */
  warnings: z.array(z.string()),
  /** Whether it is theirs to change: they lead it, or run everything. */
  mayChange: z.boolean(),
  version: z.int(),
})
export type Group = z.infer<typeof groupSchema>
