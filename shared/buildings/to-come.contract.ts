import { z } from 'zod'
import { bookingId, roomId } from '../ids.ts'
import { localDateTime } from '../time/civil.ts'

/** A booking that is still to come, with no more than is needed to find it; its title as this person may read it. */
export const bookingToComeSchema = z.strictObject({
  bookingId,
  roomId,
  roomName: z.string(),
  title: z.string(),
  startsAt: localDateTime,
  endsAt: localDateTime,
})
export type BookingToCome = z.infer<typeof bookingToComeSchema>

/** Some bookings to come: how many there are, and the first of them. */
export const toComeSchema = z.strictObject({ count: z.int(), first: z.array(bookingToComeSchema) })
export type ToCome = z.infer<typeof toComeSchema>
