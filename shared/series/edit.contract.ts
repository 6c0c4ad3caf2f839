import { z } from 'zod'
import { obstacleSchema } from '../bookings/obstacles.contract.ts'
import { bookingId, groupId, roomId, seriesId, seriesSkipId, sessionId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line, optionalLine, optionalText } from '../text.ts'
import { localDate, localDateTime, localTime } from '../time/civil.ts'
import { endsSchema, repeatsSchema } from './rule.ts'
import { skippedSchema } from './skipped.contract.ts'

/** all: all that are still to come. What is over is never changed by a change to the whole series. */
export const editScopes = ['this', 'following', 'all'] as const
export type EditScope = (typeof editScopes)[number]

/** Why an occurrence in scope stays as it is. */
export const keptReasons = [
  'past',
  'marked',
  'cancelled',
  'did-not-run',
  'by-hand',
  'in-the-way',
  'no-room',
  'same',
] as const
export type KeptReason = (typeof keptReasons)[number]

/** What of a date somebody had changed by hand, so that it keeps its own while it takes the rest of the change. */
export const ownFields = ['time', 'room', 'details'] as const
export type OwnField = (typeof ownFields)[number]

const buffer = z.int().min(0).max(240)

/** What is to be different. What is left out stays as it is; null takes it away. */
export const seriesChangeSchema = z
  .strictObject({
    startTime: localTime.optional(),
    endTime: localTime.optional(),
    /** 1 Monday … 7 Sunday: the same week, another day. Only of a series that meets by the week. */
    weekday: z.int().min(1).max(7).optional(),
    /** Another date for one occurrence alone. */
    date: localDate.optional(),
    roomId: roomId.optional(),
    title: line('Enter a title that anybody may read.', 120).optional(),
    contact: optionalLine(120).optional(),
    note: optionalText(1000).optional(),
    layout: optionalLine(120).optional(),
    people: z.int().min(1).max(2000).nullish(),
    private: z.boolean().optional(),
    setupMinutes: buffer.optional(),
    cleardownMinutes: buffer.optional(),
    /** When the series ends: later makes more of them by its rule, earlier cancels those that are too many. */
    ends: endsSchema.optional(),
    /** Why those that are too many are off. */
    reason: line('Enter a reason.', 300).optional(),
    /** Refused in words when it is another way of repeating: that is a new series. */
    repeats: repeatsSchema.optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Choose what to change.')
export type SeriesChange = z.infer<typeof seriesChangeSchema>

const placeSchema = z.strictObject({
  startsAt: localDateTime,
  endsAt: localDateTime,
  roomId: roomId.nullable(),
  roomName: z.string().nullable(),
  buildingName: z.string().nullable(),
})
export type EditPlace = z.infer<typeof placeSchema>

/** One occurrence in scope, as it stands and as it would be. */
export const editRowSchema = z.strictObject({
  /** Null for one that holds no room, and for one that the change adds. */
  bookingId: bookingId.nullable(),
  sessionId: sessionId.nullable(),
  outcome: z.enum(['changed', 'added', 'cancelled', 'kept']),
  /** Null for one that the change adds. */
  from: placeSchema.nullable(),
  /** Null for one that stays, and for one that is cancelled. */
  to: placeSchema.nullable(),
  kept: z.enum(keptReasons).nullable(),
  /** Why it stays, in words: `is over`, `was moved by hand`. */
  why: z.string().nullable(),
  keeps: z.array(z.enum(ownFields)),
  obstacles: z.array(obstacleSchema),
  /** Everything that stands in the way of the change, in words; empty when nothing does. */
  problems: z.array(z.string()),
})
export type EditRow = z.infer<typeof editRowSchema>

/** What the preview was made from: sent back, so that what was previewed is what happens. */
const seenSchema = z.strictObject({ occurrences: z.int(), version: z.int(), changed: z.int() })

export const editPreviewSchema = z.strictObject({
  rows: z.array(editRowSchema),
  changed: z.int(),
  added: z.int(),
  cancelled: z.int(),
  kept: z.int(),
  /** How many of those to change have something in the way. */
  inTheWay: z.int(),
  /** `6 sessions move to Mondays at 10:30am; 4 stay: 3 are over, 1 was moved by hand.` */
  sentence: z.string(),
  seen: seenSchema,
})
export type EditPreview = z.infer<typeof editPreviewSchema>

const asked = {
  bookingId,
  scope: z.enum(editScopes),
  change: seriesChangeSchema,
  /** Dates with something in the way stay as they are instead of refusing the whole change. */
  leaveInTheWay: z.boolean().default(false),
}

const triedSchema = z.strictObject({
  ...skippedSchema.shape,
  startsAt: localDateTime,
  endsAt: localDateTime,
  roomId: roomId.nullable(),
  roomName: z.string().nullable(),
  /** Over: it cannot be added any more. still: left out for the same reason as before, and may be added all the same. */
  state: z.enum(['free', 'still', 'taken', 'over']),
  /** What was found, in words: `Hall is free`. */
  words: z.string(),
  obstacles: z.array(obstacleSchema),
  /** Rooms of the same building that are free instead, the smallest that will do first. */
  otherRooms: z.array(z.strictObject({ roomId, roomName: z.string(), capacity: z.int().nullable() })),
})
export type Tried = z.infer<typeof triedSchema>

const affectedSchema = z.strictObject({
  bookingId,
  version: z.int(),
  seriesId,
  sessionId: sessionId.nullable(),
  groupId: groupId.nullable(),
  title: z.string(),
  startsAt: localDateTime,
  endsAt: localDateTime,
  roomId,
  roomName: z.string(),
  buildingName: z.string(),
  /** `May Day bank holiday`, `Half term`. */
  reason: z.string(),
  mayChange: z.boolean(),
})
export type Affected = z.infer<typeof affectedSchema>

/** Changing a series that stands: its occurrences are lead bookings of sessions of a group, or of a run. */
export const seriesEdits = {
  /** Every occurrence in scope, from what to what, or why it stays, before anything is saved. */
  previewEdit: query({
    permission: 'bookings.edit',
    label: 'Preview a change to a series',
    input: z.strictObject(asked),
    output: editPreviewSchema,
  }),
  /**
   * Changes every occurrence in scope, or none: what is over, marked, cancelled or changed by hand stays. CONFLICT
   * with `details.rows` when something is in the way of one; CHANGED when the series is not as it was previewed.
   */
  edit: command({
    permission: 'bookings.edit',
    label: 'Change a series',
    input: z.strictObject({ ...asked, seen: seenSchema }),
    output: editPreviewSchema,
  }),
  /** Cancels what is to come after a date, itself not included; what is over or marked stays, and so does the series. */
  end: command({
    permission: 'bookings.edit',
    label: 'End a series',
    input: z.strictObject({ seriesId, after: localDate, reason: line('Enter a reason.', 300) }),
    output: z.strictObject({ cancelled: z.int(), kept: z.int(), sentence: z.string() }),
  }),
  /** The dates that a series left out, earliest first, each with its reason. */
  listSkipped: query({
    permission: 'bookings.view',
    label: 'List the dates left out of a series',
    input: z.strictObject({ seriesId }),
    output: z.array(skippedSchema),
  }),
  /** Looks again at each date left out: whether its room is free now, or which other is. */
  retry: query({
    permission: 'bookings.view',
    label: 'Try again the dates left out of a series',
    input: z.strictObject({ seriesId }),
    output: z.array(triedSchema),
  }),
  /** Puts a date that was left out back in, with its room. CONFLICT when the room is taken. */
  addSkipped: command({
    permission: 'bookings.edit',
    label: 'Put back a date left out',
    input: z.strictObject({ skipId: seriesSkipId, roomId: roomId.nullish() }),
    output: z.strictObject({ bookingId, startsAt: localDateTime, roomName: z.string() }),
  }),
  /** Occurrences to come that now lie on a holiday which their rule leaves out. */
  affected: query({
    permission: 'bookings.view',
    label: 'List dates that now fall on a holiday',
    input: z.strictObject({}),
    output: z.array(affectedSchema),
  }),
  /** Holds one of them on its date all the same, and asks no more. */
  keepDate: command({
    permission: 'bookings.edit',
    label: 'Keep a date that falls on a holiday',
    input: z.strictObject({ bookingId, version: z.int() }),
    output: z.null(),
  }),
} as const
