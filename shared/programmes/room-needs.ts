import { z } from 'zod'
import { line } from '../text.ts'

/** What a room must have for a programme: asked for when its groups are planned, and a warning where it is missing. */
export const roomNeedsSchema = z.strictObject({
  stepFree: z.boolean(),
  /** Features of the room itself, by name: `Kitchen`. */
  features: z.array(line('Enter what the room must have.', 60)).max(10),
  /** What the further rooms beside it are for: `Creche`. */
  beside: z.array(line('Enter what the room beside it must have.', 60)).max(4),
})
export type RoomNeeds = z.infer<typeof roomNeedsSchema>

export const noRoomNeeds: RoomNeeds = { stepFree: false, features: [], beside: [] }
