import { z } from 'zod'
import { bookingId, buildingId } from '../ids.ts'
import { query } from '../operation.ts'
import {
  buffer,
  oneDay,
  oneDayMessage,
  roomIds,
  times,
  wantedEquipmentSchema,
} from './booking-fields.contract.ts'
import { roomFoundSchema } from './obstacles.contract.ts'
import { waysOnSchema } from './ways-on.contract.ts'

/** Finding a room for one time, and ways on when it cannot be had. */
export const findingOperations = {
  /**
   * Every room with what takes it at one time, best fit first: free, large enough, in `buildingId` before elsewhere,
   * the smallest that will do. A time is free only when the room's set-up and clear-down fit as well.
   */
  findRooms: query({
    permission: 'bookings.view',
    label: 'Find a free room',
    input: z
      .strictObject({ ...times, people: z.int().min(1).nullish(), buildingId: buildingId.nullish() })
      .refine(oneDay, oneDayMessage),
    output: z.array(roomFoundSchema),
  }),
  /**
   * What stands in the way of these rooms at that time, and ways on. Each way has been tried: `create`, `move` or
   * `setRooms` with its rooms, times and `waiveBuffers` succeeds while nobody else books.
   */
  waysOn: query({
    permission: 'bookings.view',
    label: 'Find a way to book',
    input: z
      .strictObject({
        roomIds,
        ...times,
        people: z.int().min(1).nullish(),
        equipment: z.array(wantedEquipmentSchema).max(30).default([]),
        setupMinutes: buffer.optional(),
        cleardownMinutes: buffer.optional(),
        /** The booking that is to move: its own time is not in its way. */
        except: bookingId.nullish(),
      })
      .refine(oneDay, oneDayMessage),
    output: waysOnSchema,
  }),
} as const
