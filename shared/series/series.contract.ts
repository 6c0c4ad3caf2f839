import { z } from 'zod'
import { obstacleSchema } from '../bookings/obstacles.contract.ts'
import { purposes } from '../bookings/bookings.contract.ts'
import { bookingId, roomId, seriesId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line, optionalLine, optionalText } from '../text.ts'
import { localDate, localDateTime, localTime } from '../time/civil.ts'
import { seriesEdits } from './edit.contract.ts'
import { ruleSchema } from './rule.ts'
import { skipKinds, skippedSchema } from './skipped.contract.ts'

export { skipKinds, skippedSchema, type Skipped, type SkipKind } from './skipped.contract.ts'

/** A change by hand to one date of a run, named by the date that the rule gave. */
export const dateEditSchema = z.strictObject({
  date: localDate,
  /** skip: leave it out. run: hold it although it is a holiday or a closure. */
  choice: z.enum(['skip', 'run']).nullish(),
  /** Why it is left out, when something was in the way of it: kept with the date. */
  because: z
    .strictObject({ kind: z.enum(['closure', 'clash']), reason: line('Say why it is left out.', 500) })
    .nullish(),
  /** Elsewhere or at another time, instead of the rule's. */
  newDate: localDate.nullish(),
  startTime: localTime.nullish(),
  endTime: localTime.nullish(),
  roomId: roomId.nullish(),
})
export type DateEdit = z.infer<typeof dateEditSchema>

/** One date of a run as it will be. */
export const runRowSchema = z.strictObject({
  /** The date the rule gave: the row's name in `edits`. */
  date: localDate,
  state: z.enum(['keep', 'skip']),
  /** 1, 2, 3 … of the kept rows. */
  number: z.int().nullable(),
  startsAt: localDateTime,
  endsAt: localDateTime,
  /** The first of the rooms; further rooms are the same on every date. */
  roomId,
  /** What the day is (its holiday), or why it is left out; null on an ordinary day. */
  reason: z.string().nullable(),
  /** Why it is left out, as a kind; null for a row that is kept. */
  kind: z.enum(skipKinds).nullable(),
  edited: z.boolean(),
  /** What stands in the way of any of its rooms. Only of a row that is kept. */
  obstacles: z.array(obstacleSchema),
  /** Rooms of the same building that are free instead of the first, largest first. Only when that one is in the way. */
  otherRooms: z.array(z.strictObject({ roomId, roomName: z.string(), capacity: z.int().nullable() })),
})
export type RunRow = z.infer<typeof runRowSchema>

export const runPreviewSchema = z.strictObject({
  rows: z.array(runRowSchema),
  kept: z.int(),
  /** Kept rows whose room cannot be had. */
  inTheWay: z.int(),
  /** What to know before saving: no term dates for some dates, a year without bank holidays. */
  warnings: z.array(z.string()),
})
export type RunPreview = z.infer<typeof runPreviewSchema>

/** The rooms wanted, the main one first. All are in one building. */
export const roomIdsSchema = z
  .array(roomId)
  .min(1, 'Choose a room.')
  .max(8, 'Choose 8 rooms or fewer.')
  .refine((ids) => new Set(ids).size === ids.length, 'Choose each room once.')
export const editsSchema = z.array(dateEditSchema).max(400)

const buffer = z.int().min(0).max(240).nullish()
const runFields = {
  roomIds: roomIdsSchema,
  rule: ruleSchema,
  edits: editsSchema,
  people: z.int().min(1).max(2000).nullish(),
  /** Each room's own minutes unless said otherwise. */
  setupMinutes: buffer,
  cleardownMinutes: buffer,
}

export const seriesContract = {
  ...seriesEdits,
  /** Every date the rule gives, each with its state, before anything is saved. */
  preview: query({
    permission: 'bookings.view',
    label: 'Preview the dates of a series',
    input: z.strictObject(runFields),
    output: runPreviewSchema,
  }),
  /**
   * Books every date that is kept, all or nothing; the dates left out are kept with their reason. CONFLICT with
   * `details.rows` when something is in the way of a date. Where the person may not book outright, all are asked for.
   */
  book: command({
    permission: 'bookings.edit',
    label: 'Book a series',
    input: z.strictObject({
      ...runFields,
      purpose: z.enum(purposes).exclude(['session']),
      title: line('Enter a title that anybody may read.', 120),
      note: optionalText(1000),
      contact: optionalLine(120),
      /** Its title is only for those who look after it. One-to-ones and contact visits are, unless said otherwise. */
      private: z.boolean().optional(),
      layout: optionalLine(200),
      status: z.enum(['confirmed', 'tentative']).default('confirmed'),
      /** The last day on which it is kept pencilled in: two weeks, or each one's own day, unless said otherwise. */
      expiresOn: localDate.nullish(),
    }),
    output: z.strictObject({
      seriesId,
      status: z.enum(['confirmed', 'tentative', 'requested']),
      /** The booking of each date, earliest first; its further rooms are not listed. */
      bookings: z.array(z.strictObject({ bookingId, date: localDate, startsAt: localDateTime })),
      skipped: z.array(skippedSchema),
    }),
  }),
} as const
