import type { Insertable } from 'kysely'
import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import { heldTimes, type Buffers, type Times } from '../../shared/bookings/held.rules.ts'
import type { BookingId, BuildingId, RoomId } from '../../shared/ids.ts'
import { addDays } from '../../shared/time/civil.ts'
import { fromFlag } from '../flag.ts'
import type { Db, Tx } from '../store.ts'
import type { BookingTable } from './bookings.table.ts'

/** A booking to make: what it is held for and when. What follows from that is worked out here. */
export type NewBooking = Pick<
  Insertable<BookingTable>,
  'id' | 'room_id' | 'session_id' | 'purpose' | 'title' | 'note' | 'contact'
> &
  Times &
  Buffers

/** Where a booking moves to. */
export type Place = Times & Buffers & { readonly roomId: RoomId }

const bookings = (db: Db) =>
  db
    .selectFrom('booking')
    .innerJoin('room', 'room.id', 'booking.room_id')
    .innerJoin('building', 'building.id', 'room.building_id')
    .leftJoin('session', 'session.id', 'booking.session_id')
    .leftJoin('programme_group', 'programme_group.id', 'session.group_id')
    .leftJoin('programme', 'programme.id', 'programme_group.programme_id')
    .selectAll('booking')
    .select([
      'room.name as room_name',
      'room.building_id',
      'building.name as building_name',
      'session.group_id',
      'session.register_completed_at',
      'programme.colour',
      // Read from the group each time, so that a title made neutral later is neutral everywhere at once.
      'programme_group.public_title',
    ])

export type BookingRow = Awaited<ReturnType<typeof listBetween>>[number]

/** The one way a booking leaves the database. */
export const toBooking = (row: BookingRow): Booking => ({
  id: row.id,
  roomId: row.room_id,
  roomName: row.room_name,
  buildingId: row.building_id,
  buildingName: row.building_name,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  heldFrom: row.held_from,
  heldUntil: row.held_until,
  setupMinutes: row.setup_minutes,
  cleardownMinutes: row.cleardown_minutes,
  purpose: row.purpose,
  title: row.public_title ?? row.title,
  note: row.note,
  contact: row.contact,
  status: fromFlag(row.cancelled) ? 'cancelled' : 'confirmed',
  cancelledReason: row.cancelled_reason,
  sessionId: row.session_id,
  groupId: row.group_id,
  colour: row.colour,
  registerDone: row.session_id === null ? null : row.register_completed_at !== null,
  version: row.version,
})

export interface Between {
  /** Local dates, both included. */
  readonly from: string
  readonly to: string
  readonly buildingId?: BuildingId | null | undefined
  readonly includeCancelled: boolean
}

/** Bookings on the days asked for, earliest first. A booking and its set-up lie within one day. */
export const listBetween = (db: Db, asked: Between) => bookingsBetween(db, asked).execute()

/** The query of `listBetween`, apart so that a test can read its plan. */
export function bookingsBetween(db: Db, { from, to, buildingId, includeCancelled }: Between) {
  let query = bookings(db)
    .where('booking.held_from', '>=', from)
    .where('booking.held_from', '<', addDays(to, 1))
    .orderBy('booking.starts_at')
    .orderBy('booking.id')
  if (buildingId) query = query.where('room.building_id', '=', buildingId)
  return includeCancelled ? query : query.where('booking.cancelled', '=', 0)
}

export const findById = (db: Db, id: BookingId) =>
  bookings(db).where('booking.id', '=', id).executeTakeFirst()

/** Holds a room. The database refuses it (CONFLICT) when the room, or one it shares floor with, is taken. */
export async function insertBooking(tx: Tx, booking: NewBooking): Promise<void> {
  const { id, room_id, session_id, purpose, title, note, contact } = booking
  const own = { id, room_id, session_id, purpose, title, note, contact }
  await tx
    .insertInto('booking')
    .values({ ...own, ...placeColumns(booking), cancelled: 0, cancelled_reason: null, version: 1 })
    .execute()
}

/** Holds another room or another time instead. Answers false when the booking is no longer at `version`. */
export async function moveBooking(tx: Tx, id: BookingId, version: number, place: Place): Promise<boolean> {
  const result = await tx
    .updateTable('booking')
    .set({ room_id: place.roomId, ...placeColumns(place), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Frees the room; the booking stays, as cancelled. Answers false when it is no longer at `version`. */
export async function cancelBooking(
  tx: Tx,
  id: BookingId,
  version: number,
  reason: string,
): Promise<boolean> {
  const result = await tx
    .updateTable('booking')
    .set({ cancelled: 1, cancelled_reason: reason, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('cancelled', '=', 0)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

function placeColumns(place: Times & Buffers) {
  const held = heldTimes(place)
  return {
    starts_at: place.startsAt,
    ends_at: place.endsAt,
    setup_minutes: place.setupMinutes,
    cleardown_minutes: place.cleardownMinutes,
    held_from: held.heldFrom,
    held_until: held.heldUntil,
  }
}
