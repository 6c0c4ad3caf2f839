import { z } from 'zod'
import { purposes } from '../bookings/bookings.contract.ts'
import { bookingId, buildingId, closureId, groupId, roomId, sessionId } from '../ids.ts'
import { localDateTime } from '../time/civil.ts'

/** Rooms that a booking could have instead, all in one building, in the order of its own. */
export const offerSchema = z.strictObject({
  rooms: z.array(z.strictObject({ roomId, roomName: z.string() })),
  buildingId,
  buildingName: z.string(),
  /** What would be worse there, in words: `4 miles away`, `no crèche known`. */
  compromises: z.array(z.string()),
})
export type Offer = z.infer<typeof offerSchema>

/** A member of staff, and how to reach them. */
export const leaderSchema = z.strictObject({ name: z.string(), phone: z.string().nullable() })

export const deskRowSchema = z.strictObject({
  bookingId,
  sessionId: sessionId.nullable(),
  groupId: groupId.nullable(),
  title: z.string(),
  purpose: z.enum(purposes),
  startsAt: localDateTime,
  endsAt: localDateTime,
  buildingId,
  buildingName: z.string(),
  /** Its rooms, the main one first, and which of them the closure shuts. */
  rooms: z.array(z.strictObject({ bookingId, roomId, roomName: z.string(), shut: z.boolean() })),
  /** How many people are expected, and how many families that is; null where nobody has said. */
  people: z.int().nullable(),
  families: z.int().nullable(),
  /** Who leads the session's group. */
  facilitators: z.array(leaderSchema),
  /** Whom to ring about what is no session. */
  contact: z.string().nullable(),
  /** What of it is not for this person to see has been left out. */
  hidden: z.boolean(),
  /** Why it stands although the room is closed: somebody has decided so. */
  keptBecause: z.string().nullable(),
  /** Why nothing can be done about it here, in words; null when something can. */
  problem: z.string().nullable(),
  /** Why it cannot be cancelled, when it can be moved; null when it can. */
  cancelProblem: z.string().nullable(),
  /** Whether this person may let it run in a closed room. */
  mayKeep: z.boolean(),
  /** The best rooms that nothing else needs; null when none are free. */
  proposal: offerSchema.nullable(),
  /** Other free rooms, the best first. Two bookings may be offered the same one. */
  alternatives: z.array(offerSchema),
  version: z.int(),
})
export type DeskRow = z.infer<typeof deskRowSchema>

/** A booking that was decided about: what became of it is read from itself, wherever it has gone since. */
export const decidedSchema = z.strictObject({
  bookingId,
  title: z.string(),
  startsAt: localDateTime,
  endsAt: localDateTime,
  did: z.enum(['move', 'cancel']),
  /** Where it was, and where it is. */
  from: z.string(),
  to: z.string(),
})
export type Decided = z.infer<typeof decidedSchema>

export const deskSchema = z.strictObject({
  /** null of a closure that has not been made. */
  closureId: closureId.nullable(),
  reason: z.string(),
  where: z.string(),
  when: z.string(),
  /** In the order of time. */
  rows: z.array(deskRowSchema),
  /** What was moved and cancelled at this desk and is not over, in the order of time. */
  decided: z.array(decidedSchema),
  /** Different families expected at the sessions hit, each counted once. */
  families: z.int(),
})
export type Desk = z.infer<typeof deskSchema>
