import { z } from 'zod'
import { roomId } from '../ids.ts'
import { localDateTime } from '../time/civil.ts'
import { obstacleSchema } from './obstacles.contract.ts'

export const wayKinds = ['waive', 'shift', 'room', 'building', 'weekday'] as const

/** A way on that has been tried: booking exactly this succeeds while nobody else books. */
export const wayOnSchema = z.strictObject({
  /**
   * waive    the same rooms and time, with less set-up or clear-down
   * shift    the same rooms, a little earlier or later
   * room     another room of the building
   * building a room of the nearest building that has one
   * weekday  the same rooms and time, on another day of the week
   */
  kind: z.enum(wayKinds),
  /** What it is, to stand on a button: `Use Room 2 (seats 14)`. */
  words: z.string(),
  roomIds: z.array(roomId),
  startsAt: localDateTime,
  endsAt: localDateTime,
  waiveBuffers: z.boolean(),
  /** Whether it is this person's to book; else it is asked for. */
  outright: z.boolean(),
})
export type WayOn = z.infer<typeof wayOnSchema>

export const waysOnSchema = z.strictObject({
  /** By room, in the order asked for; a free room has none. */
  rooms: z.array(z.strictObject({ roomId, roomName: z.string(), obstacles: z.array(obstacleSchema) })),
  /** Whether this person may book it in spite of a closure or the hours, with a reason. */
  mayOverride: z.boolean(),
  ways: z.array(wayOnSchema),
})
export type WaysOn = z.infer<typeof waysOnSchema>
