import { z } from 'zod'
import { answers } from '../people/contact-safety.rules.ts'
import { localDateTime } from '../time/civil.ts'
import { leaderSchema } from './desk.contract.ts'

export const callListSchema = z.strictObject({
  reason: z.string(),
  where: z.string(),
  when: z.string(),
  /** The sessions hit, in the order of time: those moved, cancelled, and still to decide. */
  sessions: z.array(
    z.strictObject({
      title: z.string(),
      startsAt: localDateTime,
      endsAt: localDateTime,
      /** The room it had. */
      roomName: z.string(),
      buildingName: z.string(),
      /** What to tell people. */
      say: z.string(),
      facilitators: z.array(leaderSchema),
      /** Everybody expected, a family together. */
      people: z.array(
        z.strictObject({
          name: z.string(),
          familyName: z.string().nullable(),
          /** Only of somebody who said that calling is safe. */
          phone: z.string().nullable(),
          safeToCall: z.enum(answers),
        }),
      ),
    }),
  ),
  /** What else is booked there: the contact of each. */
  others: z.array(
    z.strictObject({
      title: z.string(),
      startsAt: localDateTime,
      endsAt: localDateTime,
      contact: z.string().nullable(),
      say: z.string(),
    }),
  ),
  /** Sessions and bookings whose people are not for this person to see: somebody else rings about them. */
  hidden: z.int(),
})
export type CallList = z.infer<typeof callListSchema>
