import { z } from 'zod'
import { bookingId, buildingId, roomId } from '../ids.ts'
import { localDate, localDateTime, localTime } from '../time/civil.ts'

const closed = z.strictObject({
  /** `The whole building`, or the rooms by name. */
  where: z.string(),
  reason: z.string(),
  startsAt: localDateTime,
  endsAt: localDateTime,
})
/** When a building is open on the day, and why where that is not as usual. */
const openFields = {
  hours: z.array(z.strictObject({ opens: localTime, closes: localTime })),
  hoursKnown: z.boolean(),
  hoursReason: z.string().nullable(),
  closures: z.array(closed),
}
export type PaperDay = z.infer<z.ZodObject<typeof openFields>>

const lineFields = {
  bookingId,
  startsAt: localDateTime,
  endsAt: localDateTime,
  /** With set-up and clear-down. */
  heldFrom: localDateTime,
  heldUntil: localDateTime,
  title: z.string(),
  /** `Pencilled in`, `Asked for`; null for what is certain. */
  uncertain: z.string().nullable(),
}

/** The day of one building, for whoever is at its desk. */
export const daySheetSchema = z.strictObject({
  date: localDate,
  buildingId,
  buildingName: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  ...openFields,
  /** By time. A booking of several rooms is one line. */
  lines: z.array(
    z.strictObject({
      ...lineFields,
      rooms: z.string(),
      /** Who leads, or else whom to ask. */
      lead: z.string().nullable(),
      /** How many are expected: as booked, or those on the register. */
      people: z.int().nullable(),
      /** How the room is set out, and what has to be brought. */
      layout: z.string().nullable(),
      /** `Key`: how to get in, in a word; the whole of it is in `ways`. */
      access: z.string().nullable(),
      /** It stands although the place is closed. */
      although: z.boolean(),
    }),
  ),
  /** How to get into the building, and into rooms that have a way of their own. */
  ways: z.array(z.strictObject({ where: z.string(), words: z.string() })),
  /** Rooms in which nothing is listed. */
  unused: z.array(z.string()),
})
export type DaySheet = z.infer<typeof daySheetSchema>
export type DaySheetLine = DaySheet['lines'][number]

/** Some days of one room, for its door: neutral titles, and nobody's name. */
export const roomDaysSchema = z.strictObject({
  roomId,
  roomName: z.string(),
  buildingName: z.string(),
  capacity: z.int().nullable(),
  days: z.array(
    z.strictObject({
      date: localDate,
      ...openFields,
      lines: z.array(
        z.strictObject({
          ...lineFields,
          layout: z.string().nullable(),
          /** The other room that is booked and takes this one with it; null for its own bookings. */
          byRoom: z.string().nullable(),
        }),
      ),
    }),
  ),
})
export type RoomDays = z.infer<typeof roomDaysSchema>
