import { z } from 'zod'
import { bookingId } from '../ids.ts'
import { command } from '../operation.ts'

const which = z.strictObject({ id: bookingId, version: z.int() })

/** What is said of a booking on its day; the report on the use of buildings counts by it. */
export const useOperations = <Booking extends z.ZodType>(bookingSchema: Booking) =>
  ({
    /** Somebody is here: from half an hour before the booking until its end. For a session its register says so too. */
    checkIn: command({
      permission: 'bookings.edit',
      label: 'Check in',
      input: which,
      output: bookingSchema,
    }),
    /** Gives the room back now, for others to book once it is cleared. The times that were planned stay as they were. */
    endEarly: command({
      permission: 'bookings.edit',
      label: 'Give a room back early',
      input: which,
      output: bookingSchema,
    }),
    /** Nobody came: the room is free, and the booking stays to be counted. Not for a session, whose register says it. */
    noShow: command({
      permission: 'bookings.edit',
      label: 'Record that nobody came',
      input: which,
      output: bookingSchema,
    }),
  }) as const
