import { z } from 'zod'
import { buildingId, roomId } from '../ids.ts'
import { query, task } from '../operation.ts'
import { localDate } from '../time/civil.ts'
import { halves } from '../users/scope.rules.ts'

/** A month, `2026-11`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Choose a month, such as 2026-11.')

/** How one room, or several together, were used in one month. All in minutes, within opening hours but for `outside`. */
export const useSchema = z.strictObject({
  /** Open, without closures. */
  open: z.int(),
  booked: z.int(),
  /** The same up to yesterday: what use and attendance are measured against. */
  openSoFar: z.int(),
  bookedSoFar: z.int(),
  /** Register taken, or checked in. */
  used: z.int(),
  /** Somebody is marked as having come. */
  attended: z.int(),
  /** Booked at a time when the building is not open. */
  outside: z.int(),
  /** Bookings that nobody came to. */
  noShows: z.int(),
  /** People who came to sessions, and the seats of the room at each of them. */
  people: z.int(),
  seats: z.int(),
})
export type Use = z.infer<typeof useSchema>

export const roomUseSchema = z.strictObject({
  roomId,
  roomName: z.string(),
  buildingId,
  buildingName: z.string(),
  localityName: z.string().nullable(),
  half: z.enum(halves).nullable(),
  capacity: z.int().nullable(),
  /** Its floor is counted in totals; a room that is let in parts is counted by its parts. */
  counted: z.boolean(),
  /** False where nobody has said when the building is open: nothing can be measured. */
  hoursKnown: z.boolean(),
  /** In the order of the months asked for. */
  use: z.array(useSchema),
})
export type RoomUse = z.infer<typeof roomUseSchema>

export const usageSchema = z.strictObject({
  months: z.array(month),
  /** Use and attendance are counted up to this day, itself included. */
  until: localDate,
  rooms: z.array(roomUseSchema),
})
export type Usage = z.infer<typeof usageSchema>

/** Months, both included, two years at most. */
const asked = z
  .strictObject({ from: month, to: month, buildingId: buildingId.nullish() })
  .refine((q) => q.from <= q.to, { message: 'The last month must not come before the first.', path: ['to'] })
  .refine((q) => monthsApart(q.from, q.to) < 24, {
    message: 'Ask for two years or less at once.',
    path: ['to'],
  })

const monthsApart = (from: string, to: string) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5))

export const usageContract = {
  /** How each room was used, by month: booked, used and attended time against the hours it was open. */
  report: query({
    permission: 'bookings.view',
    label: 'See how buildings are used',
    input: asked,
    output: usageSchema,
  }),
  /** The same figures as a workbook: rooms, buildings, localities, months, and what each figure means. */
  workbook: task({
    permission: 'bookings.view',
    label: 'Make a workbook of how buildings are used',
    input: z.strictObject({ ...asked.shape, grant: z.string() }),
    output: z.strictObject({ fileName: z.string(), rows: z.int() }),
  }),
} as const
