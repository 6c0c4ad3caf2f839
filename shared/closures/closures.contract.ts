import { z } from 'zod'
import { bookingId, buildingId, closureId, roomId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { ruleSchema } from '../series/rule.ts'
import { line, optionalText } from '../text.ts'
import { localDate, localDateTime, withinAYear } from '../time/civil.ts'
import { callListSchema } from './call-list.contract.ts'
import { deskSchema } from './desk.contract.ts'

/** One time of a closure, with every room that it shuts. Half-open; it may last for days. */
export const closedTimeSchema = z.strictObject({
  closureId,
  reason: z.string(),
  startsAt: localDateTime,
  endsAt: localDateTime,
  everywhere: z.boolean(),
  /** Closed as a whole. */
  buildingIds: z.array(buildingId),
  /** Every room that cannot be used, the parts and the wholes of closed rooms counted. */
  roomIds: z.array(roomId),
})
export type ClosedTime = z.infer<typeof closedTimeSchema>

/** now: closed at this moment. to-come: its next time is ahead. over: its dates are past. lifted: ended by hand. */
export const closureStates = ['now', 'to-come', 'over', 'lifted'] as const
export type ClosureState = (typeof closureStates)[number]

export const closureSchema = z.strictObject({
  id: closureId,
  reason: z.string(),
  note: z.string().nullable(),
  everywhere: z.boolean(),
  /** A whole building, or a room of one. None of a closure that is everywhere. */
  places: z.array(
    z.strictObject({
      buildingId,
      buildingName: z.string(),
      roomId: roomId.nullable(),
      roomName: z.string().nullable(),
    }),
  ),
  /** The places in words: `Hall and Room 2, Wigston Magna`. */
  where: z.string(),
  /** Every time, past ones too, earliest first; half-open. */
  times: z.array(z.strictObject({ startsAt: localDateTime, endsAt: localDateTime })),
  /** The times in words: `Tue 1 to Thu 3 December 2026`. */
  when: z.string(),
  state: z.enum(closureStates),
  liftedAt: localDateTime.nullable(),
  liftedReason: z.string().nullable(),
  /** Who closed it, by name. */
  closedBy: z.string().nullable(),
  /** What it hits that is not over and about which nothing is decided yet. */
  hits: z.strictObject({ sessions: z.int(), bookings: z.int() }),
  /** Whether this person may change and lift it. */
  mayChange: z.boolean(),
  version: z.int(),
})
export type Closure = z.infer<typeof closureSchema>

/** What closures are for. Anything else can be typed. */
export const usualReasons = [
  'Boiler or heating',
  'Flood or leak',
  'Power cut',
  'Repairs or building work',
  'Deep clean',
  'Safety check',
  'Staff training',
  'Polling station',
  'Snow or bad weather',
  'Christmas closing',
] as const

/** When: whole days, both included; one stretch, half-open; or one-day times by a rule. */
const whenSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('days'), from: localDate, to: localDate }),
  z.strictObject({ kind: z.literal('times'), startsAt: localDateTime, endsAt: localDateTime }),
  z.strictObject({
    kind: z.literal('repeating'),
    rule: ruleSchema,
    /** From midnight to midnight, whatever times the rule has. */
    wholeDays: z.boolean().default(false),
  }),
])
export type When = z.output<typeof whenSchema>

const placeFields = {
  everywhere: z.boolean().default(false),
  places: z
    .array(z.strictObject({ buildingId, roomId: roomId.nullish() }))
    .max(200, 'Choose 200 places or fewer.')
    .default([]),
}
const reasonField = line('Enter a reason, such as Boiler.', 120)
const somewhere = (input: { everywhere?: boolean | undefined; places?: readonly unknown[] | undefined }) =>
  (input.everywhere ?? false) !== (input.places ?? []).length > 0
const somewhereMessage = {
  message: 'Choose what is closed: a building, rooms, or everywhere.',
  path: ['places'],
}
const toClose = z
  .strictObject({ ...placeFields, when: whenSchema, reason: reasonField, note: optionalText(1000) })
  .refine(somewhere, somewhereMessage)

/** What is done about one booking: it is named by itself, and its further rooms follow. */
const choiceFields = { bookingId, version: z.int() }
const choiceSchema = z.discriminatedUnion('do', [
  /** All its rooms from now on, in the order of the desk's `rooms`: those that are not shut may stay. */
  z.strictObject({ ...choiceFields, do: z.literal('move'), roomIds: z.array(roomId).min(1).max(8) }),
  z.strictObject({ ...choiceFields, do: z.literal('cancel'), reason: line('Enter a reason.', 300) }),
  /** It stands although the room is closed. */
  z.strictObject({ ...choiceFields, do: z.literal('keep'), reason: line('Enter a reason.', 300) }),
  z.strictObject({ ...choiceFields, do: z.literal('leave') }),
])
export type Choice = z.output<typeof choiceSchema>

export const closuresContract = {
  /**
   * What is closed at any time on the days from `from` to `to` (both included), earliest first: each time of each
   * closure, up to when it was lifted. Of a building: only its rooms, and only what shuts any of it.
   */
  between: query({
    permission: 'bookings.view',
    label: 'List what is closed',
    input: withinAYear(z.strictObject({ from: localDate, to: localDate, buildingId: buildingId.nullish() })),
    output: z.array(closedTimeSchema),
  }),
  /** Closures now and to come, the next first; with `past` also those that are over or were lifted, the last first. */
  list: query({
    permission: 'bookings.view',
    label: 'List closures',
    input: z.strictObject({ past: z.boolean().default(false), buildingId: buildingId.nullish() }),
    output: z.array(closureSchema),
  }),
  get: query({
    permission: 'bookings.view',
    label: 'See a closure',
    input: z.strictObject({ id: closureId }),
    output: closureSchema,
  }),
  /** Closures with bookings to decide about that this person may change, the most urgent first. */
  unresolved: query({
    permission: 'bookings.edit',
    label: 'List closures with bookings to re-home',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        id: closureId,
        reason: z.string(),
        where: z.string(),
        /** How many bookings, and when the first of them starts. */
        hits: z.int(),
        firstAt: localDateTime,
      }),
    ),
  }),
  /** Closes places. What is booked there stands until somebody decides; the answer says how much that is. */
  create: command({
    permission: 'buildings.edit',
    label: 'Close a place',
    input: toClose,
    output: closureSchema,
  }),
  /**
   * Changes a closure from now on: what was closed stays closed in hindsight. Times left out stay. Other places for a
   * closure that has begun end it now and begin another, which is the answer.
   */
  update: command({
    permission: 'buildings.edit',
    label: 'Change a closure',
    input: z
      .strictObject({
        id: closureId,
        version: z.int(),
        ...placeFields,
        when: whenSchema.nullish(),
        reason: reasonField,
        note: optionalText(1000),
      })
      .refine(somewhere, somewhereMessage),
    output: closureSchema,
  }),
  /** Ends a closure now, or calls it off. It stays in the list, with the reason. */
  lift: command({
    permission: 'buildings.edit',
    label: 'Lift a closure',
    input: z.strictObject({ id: closureId, version: z.int(), reason: line('Enter a reason.', 300) }),
    output: closureSchema,
  }),
  /** Every booking that a closure hits and that is not over, with a room for each. The rooms proposed do not collide. */
  desk: query({
    permission: 'bookings.edit',
    label: 'See what a closure hits',
    input: z.strictObject({ closureId }),
    output: deskSchema,
  }),
  /** The same for a closure that has not been made yet. */
  previewDesk: query({
    permission: 'bookings.edit',
    label: 'See what a closure would hit',
    input: toClose,
    output: deskSchema,
  }),
  /**
   * Moves, cancels and keeps bookings that a closure hits, all or none. Sessions move with their bookings and stay the
   * same sessions. CONFLICT with `details.problems` names each that cannot be done as chosen.
   */
  rehome: command({
    permission: 'bookings.edit',
    label: 'Re-home what a closure hits',
    input: z
      .strictObject({
        closureId,
        choices: z.array(choiceSchema).min(1, 'Choose what is to be done.').max(1000),
      })
      .refine(({ choices }) => new Set(choices.map((one) => one.bookingId)).size === choices.length, {
        message: 'Choose once for each booking.',
        path: ['choices'],
      }),
    output: z.strictObject({
      moved: z.int(),
      cancelled: z.int(),
      kept: z.int(),
      /** About which nothing is decided yet. */
      left: z.int(),
    }),
  }),
  /** Whom to ring about the sessions that a closure hits. Each time is in the audit trail: it is a sheet of names. */
  callList: query({
    permission: 'people.view',
    label: 'Print a call list',
    logView: true,
    input: z.strictObject({ closureId }),
    output: callListSchema,
  }),
} as const
