import { z } from 'zod'
import { bookingId, equipmentId, roomId } from '../ids.ts'
import { line, optionalLine, optionalText } from '../text.ts'
import { localDateTime } from '../time/civil.ts'

export const times = { startsAt: localDateTime, endsAt: localDateTime }
/** A booking lies within one day. */
export const oneDay = (b: { startsAt: string; endsAt: string }) =>
  b.startsAt < b.endsAt && b.startsAt.slice(0, 10) === b.endsAt.slice(0, 10)
export const oneDayMessage = {
  message: 'The end must be later on the same day than the start.',
  path: ['endsAt'],
}
export const buffer = z.int().min(0, 'Enter 0 or more minutes.').max(240, 'Enter 240 minutes or fewer.')

/** The main room first. They move and are cancelled as one, and are all in one building. */
export const roomIds = z
  .array(roomId)
  .min(1, 'Choose a room.')
  .max(8, 'Choose 8 rooms or fewer.')
  .refine((ids) => new Set(ids).size === ids.length, 'Choose each room once.')

export const wantedEquipmentSchema = z.strictObject({
  equipmentId,
  quantity: z.int().min(1, 'Enter at least 1.').max(1000, 'Enter 1,000 or fewer.'),
})

/** What a booking says. */
export const detailFields = {
  title: line('Enter a title that anybody may read.', 120),
  note: optionalText(1000),
  contact: optionalLine(120),
  people: z.int().min(1, 'Enter at least 1 person.').max(2000, 'Enter 2,000 people or fewer.').nullish(),
  layout: optionalLine(200),
  equipment: z
    .array(wantedEquipmentSchema)
    .max(30)
    .refine((all) => new Set(all.map((one) => one.equipmentId)).size === all.length, 'Name each thing once.')
    .default([]),
  /** The minutes before and after: each room's own (or what the booking has) unless said otherwise. */
  setupMinutes: buffer.optional(),
  cleardownMinutes: buffer.optional(),
}

/** How somebody who may do so takes a room although something stands in the way. */
export const insistFields = {
  /** Books it although the place is closed, or outside its hours: for those who may close it. Kept with the booking. */
  overrideReason: optionalLine(300),
  /**
   * Where only set-up or clear-down meets another booking, shortens both as far as that needs: never the time that
   * people are in the room, and only of bookings that this person may change.
   */
  waiveBuffers: z.boolean().default(false),
}
/** A booking, as it was when it was read. */
export const which = { id: bookingId, version: z.int() }
