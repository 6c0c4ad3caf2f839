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
import { line, optionalLine } from '../text.ts'
import { localDate, localDateTime, withinAYear } from '../time/civil.ts'
import {
  detailFields,
  insistFields,
  oneDay,
  oneDayMessage,
  roomIds,
  times,
  which,
} from './booking-fields.contract.ts'
import { findingOperations } from './finding.contract.ts'
import { obstacleSchema, overlapSchema } from './obstacles.contract.ts'
import { useOperations } from './use.contract.ts'

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

export const bookingsContract = {
  ...useOperations(bookingSchema),
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
  /** One booking, with all that its panel shows. What this person may not see of it is left out. */
  get: query({
    permission: 'bookings.view',
    label: 'See a booking',
    input: z.strictObject({ id: bookingId }),
    output: z.strictObject({
      booking: bookingSchema,
      /** Who made it, by name. */
      bookedBy: z.string().nullable(),
      /** What stands in the way of it now: of one that is not certain yet, or a closure that came later. */
      obstacles: z.array(obstacleSchema),
      /** Others that are not certain either and want the same floor at the same time. */
      overlaps: z.array(overlapSchema),
      /** Whether this person may say yes or no to it. */
      mayDecide: z.boolean(),
      /** Whether a change of its time or rooms by this person has to be asked for again. */
      asksAgain: z.boolean(),
    }),
  }),
  ...findingOperations,
  /**
   * Fails with CONFLICT, naming what stands in the way in `details.obstacles`, when a room is taken. Where the rooms
   * are not this person's to book the answer is a booking that is `requested`, which holds nothing until it is decided.
   * A tentative one is kept until `expiresOn`: two weeks, or its own day, unless said otherwise.
   */
  create: command({
    permission: 'bookings.edit',
    label: 'Book a room',
    input: z
      .strictObject({
        roomIds,
        ...times,
        purpose: z.enum(purposes).exclude(['session']),
        ...detailFields,
        /** Its title is only for those who look after it. One-to-ones and contact visits are, unless said otherwise. */
        private: z.boolean().optional(),
        status: z.enum(['confirmed', 'tentative']).default('confirmed'),
        expiresOn: localDate.nullish(),
        ...insistFields,
      })
      .refine(oneDay, oneDayMessage),
    output: bookingSchema,
  }),
  /** Changes what a booking says, for all its rooms. Its time and rooms stay, so they are not looked at again. */
  update: command({
    permission: 'bookings.edit',
    label: 'Change a booking',
    input: z.strictObject({
      ...which,
      ...detailFields,
      /** Left out: what it was for. A session's is always a session. */
      purpose: z.enum(purposes).exclude(['session']).optional(),
      private: z.boolean(),
      /** Of one that is not certain yet. */
      expiresOn: localDate.nullish(),
      waiveBuffers: insistFields.waiveBuffers,
    }),
    output: bookingSchema,
  }),
  /**
   * Moves a booking in time, with all its rooms or not at all. `roomId` is another room for the one that `id` names;
   * `roomIds` are the rooms of the whole, the main one first. A session's booking takes its session with it. What has
   * to be asked for is `requested` again.
   */
  move: command({
    permission: 'bookings.edit',
    label: 'Move a booking',
    input: z
      .strictObject({
        ...which,
        roomId: roomId.optional(),
        roomIds: roomIds.optional(),
        ...times,
        ...insistFields,
      })
      .refine(oneDay, oneDayMessage)
      .refine((move) => move.roomId === undefined || move.roomIds === undefined, {
        message: 'Say one room, or all of them.',
        path: ['roomIds'],
      }),
    output: bookingSchema,
  }),
  /** Adds rooms to a booking or drops some. The first becomes the main room; a session keeps its booking. */
  setRooms: command({
    permission: 'bookings.edit',
    label: 'Change the rooms of a booking',
    input: z.strictObject({ ...which, roomIds, ...insistFields }),
    output: bookingSchema,
  }),
  /** Makes a tentative booking certain, or asks for it where it is not this person's to book. */
  confirm: command({
    permission: 'bookings.edit',
    label: 'Confirm a booking',
    input: z.strictObject({ ...which, ...insistFields }),
    output: bookingSchema,
  }),
  /**
   * Keeps the booking, visible as cancelled, and frees its rooms, all of them. A session's booking is cancelled with
   * its session.
   */
  cancel: command({
    permission: 'bookings.edit',
    label: 'Cancel a booking',
    input: z.strictObject({ ...which, reason: line('Enter a reason.', 300) }),
    output: bookingSchema,
  }),
  /** What was asked for and is for this person to decide, earliest first, beside what competes with it. */
  listRequests: query({
    permission: 'bookings.view',
    label: 'List bookings asked for',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        booking: bookingSchema,
        askedBy: z.string().nullable(),
        /** What would have to give way. */
        obstacles: z.array(obstacleSchema),
        /** Others, not certain either, that want the same floor at the same time. */
        overlaps: z.array(overlapSchema),
      }),
    ),
  }),
  /** Tentative bookings that this person looks after and that lapse within a week, soonest first. */
  listLapsing: query({
    permission: 'bookings.view',
    label: 'List bookings about to lapse',
    input: z.strictObject({}),
    output: z.array(bookingSchema),
  }),
  /** Says yes to a booking that was asked for, or no with a reason, which is kept with it. */
  decide: command({
    permission: 'bookings.edit',
    label: 'Decide on a booking asked for',
    input: z
      .strictObject({ ...which, accept: z.boolean(), reason: optionalLine(300), ...insistFields })
      .refine(({ accept, reason }) => accept || reason !== null, {
        message: 'Enter a reason, for the person who asked.',
        path: ['reason'],
      }),
    output: bookingSchema,
  }),
} as const
