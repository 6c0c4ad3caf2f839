import { z } from 'zod'
import { bookingId, buildingId, closureId, equipmentId, roomId } from '../ids.ts'
import { localDateTime } from '../time/civil.ts'

/** A clash, in the words a colleague would use. */
export const clashSchema = z.strictObject({
  bookingId,
  roomId,
  roomName: z.string(),
  title: z.string(),
  heldFrom: localDateTime,
  heldUntil: localDateTime,
  /** Only set-up or clear-down meets: nobody would be in the room together, so the minutes can be waived. */
  onlyBuffers: z.boolean(),
  /** Whom to ask, and how. */
  contact: z.string().nullable(),
})
export type Clash = z.infer<typeof clashSchema>

/** Another booking of the floor at the time that is not certain either, so that neither stands in the other's way. */
export const overlapSchema = clashSchema.extend({ status: z.enum(['tentative', 'requested']) })
export type Overlap = z.infer<typeof overlapSchema>

/** What stands in the way of a room at a time. */
export const obstacleSchema = z.discriminatedUnion('kind', [
  clashSchema.extend({ kind: z.literal('booking') }),
  z.strictObject({
    kind: z.literal('closure'),
    closureId,
    roomId,
    placeName: z.string(),
    reason: z.string(),
    startsAt: localDateTime,
    endsAt: localDateTime,
  }),
  /** Outside the hours of the building; `reason` is why they are not the usual ones. */
  z.strictObject({
    kind: z.literal('hours'),
    roomId,
    buildingName: z.string(),
    hours: z.array(z.strictObject({ opens: z.string(), closes: z.string() })),
    reason: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('equipment'),
    equipmentId,
    name: z.string(),
    wanted: z.int(),
    left: z.int(),
  }),
])
export type Obstacle = z.infer<typeof obstacleSchema>

/** A room, with what takes it at the time that was asked about. */
export const roomFoundSchema = z.strictObject({
  roomId,
  roomName: z.string(),
  buildingId,
  buildingName: z.string(),
  capacity: z.int().nullable(),
  obstacles: z.array(obstacleSchema),
})
