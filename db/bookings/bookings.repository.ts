import { sql, type Insertable, type Updateable } from 'kysely'
import { heldTimes, type Buffers, type Times } from '../../shared/bookings/held.rules.ts'
import { NOT_AGREED } from '../../shared/bookings/status.rules.ts'
import type { BookingId, BuildingId, RoomId, UserId } from '../../shared/ids.ts'
import { addDays } from '../../shared/time/civil.ts'
import type { Db, Tx } from '../store.ts'
import type { BookingTable } from './bookings.table.ts'

/** What may be left out of a booking to make: it is then the ordinary. */
type Optional =
  | 'lead_id' | 'session_id' | 'series_id' | 'series_date' | 'note' | 'contact' | 'private' | 'people' | 'layout'
  | 'status' | 'expires_on' | 'override_reason' | 'booked_by' | 'own_time' | 'own_room' | 'own_details' // prettier-ignore

/** A booking to make: what it is held for and when. What follows from that is worked out here. */
export type NewBooking = Pick<Insertable<BookingTable>, 'id' | 'room_id' | 'purpose' | 'title'> &
  Partial<Pick<Insertable<BookingTable>, Optional>> &
  Times &
  Buffers

/** Where a booking moves to. */
export type Place = Times & Buffers & { readonly roomId: RoomId }

const bookings = (db: Db) =>
  db
    .selectFrom('booking')
    .innerJoin('room', 'room.id', 'booking.room_id')
    .innerJoin('building', 'building.id', 'room.building_id')
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .leftJoin('session', 'session.id', 'booking.session_id')
    .leftJoin('programme_group', 'programme_group.id', 'session.group_id')
    .leftJoin('programme', 'programme.id', 'programme_group.programme_id')
    .selectAll('booking')
    .select([
      'room.name as room_name',
      'room.building_id',
      'building.name as building_name',
      'locality.half',
      'session.group_id',
      'session.register_completed_at',
      'session.series_id as session_series_id',
      'programme_group.programme_id',
      'programme.colour',
      'programme.sensitive',
      // Read from the group each time, so that a title made neutral later is neutral everywhere at once.
      'programme_group.public_title',
    ])

export type BookingRow = Awaited<ReturnType<typeof listBetween>>[number]

export interface Between {
  /** Local dates, both included. */
  readonly from: string
  readonly to: string
  readonly buildingId?: BuildingId | null | undefined
  /** Cancelled bookings, and those that nobody came to, as well. */
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
  return includeCancelled ? query : query.where('booking.status', 'not in', ['cancelled', 'no-show'])
}

export const findById = (db: Db, id: BookingId) =>
  bookings(db).where('booking.id', '=', id).executeTakeFirst()

/** These bookings, each a row of its own. */
export async function listByIds(db: Db, ids: readonly BookingId[]): Promise<BookingRow[]> {
  if (ids.length === 0) return []
  return bookings(db)
    .where('booking.id', 'in', [...ids])
    .execute()
}

/** Bookings (not their further rooms) of one status that are not over, earliest first. */
export const listUndecided = (db: Db, status: 'tentative' | 'requested', localNow: string) =>
  undecidedBookings(db, status, localNow).execute()

/** The query of `listUndecided`, apart so that a test can read its plan. */
export const undecidedBookings = (db: Db, status: 'tentative' | 'requested', localNow: string) =>
  bookings(db)
    // A hold lies within one day, which lets the index find it.
    .where('booking.held_from', '>=', localNow.slice(0, 10))
    .where('booking.status', '=', status)
    .where('booking.lead_id', 'is', null)
    .where('booking.ends_at', '>', localNow)
    .where((eb) =>
      eb.or([eb('booking.expires_on', 'is', null), eb('booking.expires_on', '>=', localNow.slice(0, 10))]),
    )
    .orderBy('booking.starts_at')
    .orderBy('booking.id')

/** What somebody asked for and was not given, of what has not begun at a local date-time, soonest first. */
export const listRefused = (db: Db, bookedBy: UserId, localNow: string) =>
  bookings(db)
    .where('booking.held_from', '>=', localNow.slice(0, 10))
    .where('booking.status', '=', 'cancelled')
    .where('booking.booked_by', '=', bookedBy)
    .where('booking.cancelled_reason', 'like', `${NOT_AGREED}%`)
    .where('booking.lead_id', 'is', null)
    .where('booking.starts_at', '>', localNow)
    .orderBy('booking.starts_at')
    .orderBy('booking.id')
    .execute()

/** Who made bookings, by name: by the id of the booking. */
export async function listBookers(db: Db, ids: readonly BookingId[]): Promise<Map<BookingId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('booking')
    .innerJoin('user', 'user.id', 'booking.booked_by')
    .select(['booking.id', 'user.name'])
    .where('booking.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** A booking with the further rooms of it, itself first, whichever of them is asked about; none for an unknown id. */
export const listTogether = (db: Db, id: BookingId) =>
  bookings(db)
    .where((eb) => {
      // Each way has its index; one expression for both would have none.
      const lead = sql<BookingId>`(SELECT coalesce(lead_id, id) FROM booking WHERE id = ${id})`
      return eb.or([eb('booking.id', '=', lead), eb('booking.lead_id', '=', lead)])
    })
    .orderBy(sql`booking.lead_id IS NOT NULL`)
    .orderBy('booking.id')
    .execute()

/** As `listTogether`, of many bookings at once, by the ids of their main rooms: each main room before its further ones. */
export async function listTogetherAll(db: Db, ids: readonly BookingId[]): Promise<BookingRow[]> {
  if (ids.length === 0) return []
  return bookings(db)
    .where((eb) => eb.or([eb('booking.id', 'in', [...ids]), eb('booking.lead_id', 'in', [...ids])]))
    .orderBy(sql`booking.lead_id IS NOT NULL`)
    .orderBy('booking.id')
    .execute()
}

/** Holds a room. The database refuses it (CONFLICT) when the room, or one it shares floor with, is taken. */
export async function insertBooking(tx: Tx, booking: NewBooking): Promise<void> {
  await insertBookings(tx, [booking])
}

/** As `insertBooking`, many at once. */
export async function insertBookings(tx: Tx, wanted: readonly NewBooking[]): Promise<void> {
  const rows = wanted.map(toRow)
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await tx
      .insertInto('booking')
      .values(rows.slice(start, start + ROWS_AT_ONCE))
      .execute()
}

/** Thirty values a row, under the number that SQLite takes in one statement. */
const ROWS_AT_ONCE = 1000

export function toRow({ startsAt, endsAt, setupMinutes, cleardownMinutes, ...booking }: NewBooking) {
  return {
    lead_id: null,
    session_id: null,
    series_id: null,
    series_date: null,
    note: null,
    contact: null,
    private: 0,
    people: null,
    layout: null,
    status: 'confirmed',
    expires_on: null,
    cancelled_reason: null,
    override_reason: null,
    booked_by: null,
    own_time: 0,
    own_room: 0,
    own_details: 0,
    checked_in_at: null,
    ended_at: null,
    version: 1,
    ...booking,
    ...placeColumns({ startsAt, endsAt, setupMinutes, cleardownMinutes }),
  } satisfies Insertable<BookingTable>
}

/** Changes a booking. Answers false when it is no longer at `version`. */
export async function updateBooking(
  tx: Tx,
  id: BookingId,
  version: number,
  change: Omit<Updateable<BookingTable>, 'id' | 'version'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('booking')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Holds another room or another time instead. Answers false when the booking is no longer at `version`. */
export const moveBooking = (tx: Tx, id: BookingId, version: number, place: Place): Promise<boolean> =>
  updateBooking(tx, id, version, { room_id: place.roomId, ...placeColumns(place) })

/** Frees the room; the booking stays, as cancelled. Answers false when it is no longer at `version`. */
export const cancelBooking = (tx: Tx, id: BookingId, version: number, reason: string): Promise<boolean> =>
  updateBooking(tx, id, version, { status: 'cancelled', cancelled_reason: reason })

export function placeColumns(place: Times & Buffers) {
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
