import { z } from 'zod'
import { buildingId, closureId, roomId } from '../ids.ts'
import { query } from '../operation.ts'
import { localDate, localDateTime, withinAYear } from '../time/civil.ts'

/** One time of a closure, with every room that it shuts. Half-open; it may last for days. */
export const closedTimeSchema = z.strictObject({
  closureId,
  reason: z.string(),
  startsAt: localDateTime,
  endsAt: localDateTime,
  everywhere: z.boolean(),
  /** Closed as a whole. */
  buildingIds: z.array(buildingId),
  /** Every room that cannot be used, the parts and the wholes of closed rooms counted. */
  roomIds: z.array(roomId),
})
export type ClosedTime = z.infer<typeof closedTimeSchema>

export const closuresContract = {
  /**
   * What is closed at any time on the days from `from` to `to` (both included), earliest first: each time of each
   * closure that has not been lifted. Of a building: only its rooms, and only what shuts any of it.
   */
  between: query({
    permission: 'bookings.view',
    label: 'List what is closed',
    input: withinAYear(z.strictObject({ from: localDate, to: localDate, buildingId: buildingId.nullish() })),
    output: z.array(closedTimeSchema),
  }),
} as const
