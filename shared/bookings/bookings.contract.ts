import { z } from 'zod'
import {
  bookingId,
  buildingId,
  equipmentId,
  groupId,
  programmeId,
  roomId,
  seriesId,
  sessionId,
  staffId,
} from '../ids.ts'
import { command, query } from '../operation.ts'
import { line, optionalLine, optionalText } from '../text.ts'
import { localDate, localDateTime, withinAYear } from '../time/civil.ts'
import { obstacleSchema } from './obstacles.contract.ts'

export const purposes = ['session', 'one-to-one', 'contact', 'partner', 'staff', 'other'] as const
export const purposeLabels: Readonly<Record<(typeof purposes)[number], string>> = {
  session: 'Group session',
  'one-to-one': 'One-to-one',
  contact: 'Contact visit',
  partner: 'Partner agency',
  staff: 'Staff',
  other: 'Other',
}

/** What the file keeps. Only `confirmed` holds the room. */
export const storedStatuses = ['confirmed', 'tentative', 'requested', 'cancelled', 'no-show'] as const
/** lapsed: tentative, or asked for, and its last day is over. */
export const bookingStatuses = [...storedStatuses, 'lapsed'] as const
export const bookingStatusLabels: Readonly<Record<(typeof bookingStatuses)[number], string>> = {
  confirmed: 'Confirmed',
  tentative: 'Pencilled in',
  requested: 'Asked for',
  cancelled: 'Cancelled',
  'no-show': 'Nobody came',
  lapsed: 'Lapsed',
}

export const bookingSchema = z.strictObject({
  id: bookingId,
  roomId,
  roomName: z.string(),
  buildingId,
  buildingName: z.string(),
  /** The booking this is a further room of; null for the booking itself. */
  leadId: bookingId.nullable(),
  /** The other rooms of the same booking that still stand. They move and are cancelled as one. */
  together: z.array(z.strictObject({ bookingId, roomId, roomName: z.string() })),
  startsAt: localDateTime,
  endsAt: localDateTime,
  /** The time the room is held, with its set-up and clear-down. */
  heldFrom: localDateTime,
  heldUntil: localDateTime,
  setupMinutes: z.int(),
  cleardownMinutes: z.int(),
  purpose: z.enum(purposes),
  /** The neutral public title: a calendar must not say who comes to a domestic abuse group. */
  title: z.string(),
  /** For those who look after the booking; it is in no file and on no paper. */
  note: z.string().nullable(),
  contact: z.string().nullable(),
  private: z.boolean(),
  /** How many people are expected. */
  people: z.int().nullable(),
  /** How the room is to be set out. */
  layout: z.string().nullable(),
  equipment: z.array(z.strictObject({ equipmentId, name: z.string(), quantity: z.int() })),
  status: z.enum(bookingStatuses),
  /** The last day on which a booking that is not certain is kept. */
  expiresOn: localDate.nullable(),
  cancelledReason: z.string().nullable(),
  /** Why it stands although the room is closed. */
  overrideReason: z.string().nullable(),
  checkedInAt: localDateTime.nullable(),
  /** When the room was given back before its time. */
  endedAt: localDateTime.nullable(),
  seriesId: seriesId.nullable(),
  sessionId: sessionId.nullable(),
  groupId: groupId.nullable(),
  programmeId: programmeId.nullable(),
  /** Who leads the session's group, by name. */
  leads: z.array(z.string()),
  /** The same, to filter by. */
  leaderIds: z.array(staffId),
  /** The programme's colour, by name; null for other purposes. */
  colour: z.string().nullable(),
  /** Whether the register of its session is complete; null without a session. */
  registerDone: z.boolean().nullable(),
  /** What is not for this person to see has been left out: the title says no more than that the room is taken. */
  hidden: z.boolean(),
  /** Whether this person leads its group, or made it. */
  mine: z.boolean(),
  /** Whether this person may move, change and cancel it. */
  mayChange: z.boolean(),
  version: z.int(),
})
export type Booking = z.infer<typeof bookingSchema>

const times = { startsAt: localDateTime, endsAt: localDateTime }
const oneDay = (b: { startsAt: string; endsAt: string }) =>
  b.startsAt < b.endsAt && b.startsAt.slice(0, 10) === b.endsAt.slice(0, 10)
const oneDayMessage = { message: 'The end must be later on the same day than the start.', path: ['endsAt'] }
const buffer = z.int().min(0).max(240)

const createFields = {
  roomId,
  ...times,
  purpose: z.enum(purposes).exclude(['session']),
  title: line('Enter a title that anybody may read.', 120),
  note: optionalText(1000),
  contact: optionalLine(120),
  /** The room's own minutes unless said otherwise. */
  setupMinutes: buffer.optional(),
  cleardownMinutes: buffer.optional(),
}

export const bookingsContract = {
  /** Bookings that share any time with the days from `from` to `to` (both included), earliest first. */
  listBetween: query({
    permission: 'bookings.view',
    label: 'List bookings',
    input: withinAYear(
      z.strictObject({
        from: localDate,
        to: localDate,
        buildingId: buildingId.nullish(),
        includeCancelled: z.boolean().default(false),
      }),
    ),
    output: z.array(bookingSchema),
  }),
  /**
   * Every room with what takes it at one time, best fit first: free, large enough, in `buildingId` before elsewhere,
   * the smallest that will do. A time is free only when the room's set-up and clear-down fit as well.
   */
  findRooms: query({
    permission: 'bookings.view',
    label: 'Find a free room',
    input: z
      .strictObject({ ...times, people: z.int().min(1).nullish(), buildingId: buildingId.nullish() })
      .refine(oneDay, oneDayMessage),
    output: z.array(
      z.strictObject({
        roomId,
        roomName: z.string(),
        buildingId,
        buildingName: z.string(),
        capacity: z.int().nullable(),
        obstacles: z.array(obstacleSchema),
      }),
    ),
  }),
  /** Fails with CONFLICT, naming what stands in the way in `details.obstacles`, when the room is taken. */
  create: command({
    permission: 'bookings.edit',
    label: 'Book a room',
    input: z.strictObject(createFields).refine(oneDay, oneDayMessage),
    output: bookingSchema,
  }),
  /** Moves a booking in time, to another room, or both. A session's booking takes its session with it. */
  move: command({
    permission: 'bookings.edit',
    label: 'Move a booking',
    input: z
      .strictObject({ id: bookingId, version: z.int(), roomId, ...times })
      .refine(oneDay, oneDayMessage),
    output: bookingSchema,
  }),
  /** Keeps the booking, visible as cancelled, and frees the room. A session's booking is cancelled with its session. */
  cancel: command({
    permission: 'bookings.edit',
    label: 'Cancel a booking',
    input: z.strictObject({ id: bookingId, version: z.int(), reason: line('Enter a reason.', 300) }),
    output: bookingSchema,
  }),
} as const
