import { sql } from 'kysely'
import type { Occurrence } from '../../shared/series/edit.rules.ts'
import type { BookingId, BuildingId, GroupId, RoomId, SeriesId, SessionId, UserId } from '../../shared/ids.ts'
import { APOLOGIES } from '../../shared/registers/registers.rules.ts'
import { dateOf } from '../../shared/time/civil.ts'
import type { Half } from '../../shared/users/scope.rules.ts'
import type { EquipmentWanted } from '../bookings/equipment-use.repository.ts'
import { fromFlag } from '../flag.ts'
import type { Db } from '../store.ts'

/** A further room of an occurrence. */
export interface FurtherRoom {
  readonly id: BookingId
  readonly version: number
  readonly roomId: RoomId
  readonly setupMinutes: number
  readonly cleardownMinutes: number
}

/** An occurrence with what is needed to change it. */
export interface StoredOccurrence extends Occurrence {
  readonly version: number
  readonly sessionVersion: number | null
  readonly roomName: string | null
  readonly buildingName: string | null
  readonly buildingId: BuildingId | null
  readonly half: Half | null
  readonly bookedBy: UserId | null
  /** Only a confirmed booking holds its room. */
  readonly confirmed: boolean
  /** Its room was given back before its time: its times are what happened. */
  readonly ended: boolean
  /** Its register says who was there and when: it is reopened before that can change. */
  readonly complete: boolean
  readonly further: readonly FurtherRoom[]
  readonly equipment: readonly EquipmentWanted[]
}

/** What an occurrence belongs to. */
export interface Belongs {
  readonly bookingId: BookingId
  readonly sessionId: SessionId | null
  readonly groupId: GroupId | null
  readonly seriesId: SeriesId | null
}

/** The booking itself, whichever of its rooms is asked about, and what it belongs to; undefined for an unknown id. */
export async function findBelongs(db: Db, id: BookingId): Promise<Belongs | undefined> {
  const row = await db
    .selectFrom('booking as asked')
    .innerJoin('booking', (join) =>
      join.on('booking.id', '=', sql<BookingId>`coalesce(asked.lead_id, asked.id)`),
    )
    .leftJoin('session', 'session.id', 'booking.session_id')
    .where('asked.id', '=', id)
    .select(['booking.id', 'booking.session_id', 'booking.series_id', 'session.group_id'])
    .select('session.series_id as session_series_id')
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    bookingId: row.id,
    sessionId: row.session_id,
    groupId: row.group_id,
    seriesId: row.series_id ?? row.session_series_id,
  }
}

/** The group whose sessions a series is of; null for a run of bookings. */
export async function findGroupOf(db: Db, id: SeriesId): Promise<GroupId | null> {
  const row = await db.selectFrom('session').select('group_id').where('series_id', '=', id).executeTakeFirst()
  return row?.group_id ?? null
}

/** Marks that are only known on the day. */
const taken = sql<number>`EXISTS (SELECT 1 FROM mark WHERE mark.session_id = session.id AND mark.code <> ${APOLOGIES})`

const sessionOccurrences = (db: Db) =>
  db
    .selectFrom('session')
    .leftJoin('booking', (join) =>
      join.onRef('booking.session_id', '=', 'session.id').on('booking.lead_id', 'is', null),
    )
    .leftJoin('room', 'room.id', 'booking.room_id')
    .leftJoin('building', 'building.id', 'room.building_id')
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .selectAll('booking')
    .select(['session.id as session_id', 'session.series_date', 'session.version as session_version'])
    .select(['session.starts_at', 'session.ends_at', 'session.did_not_run', 'session.register_completed_at'])
    .select(['room.name as room_name', 'building.name as building_name', 'building.id as building_id'])
    .select(['locality.half', 'session.changed_by_hand', taken.as('taken')])
    .orderBy('session.starts_at')
    .orderBy('session.id')

const bookingOccurrences = (db: Db) =>
  db
    .selectFrom('booking')
    .innerJoin('room', 'room.id', 'booking.room_id')
    .innerJoin('building', 'building.id', 'room.building_id')
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .where('booking.lead_id', 'is', null)
    .where('booking.session_id', 'is', null)
    .selectAll('booking')
    .select(['room.name as room_name', 'building.name as building_name', 'building.id as building_id'])
    .select('locality.half')
    .orderBy('booking.starts_at')
    .orderBy('booking.id')

type SessionRow = Awaited<ReturnType<ReturnType<typeof sessionOccurrences>['execute']>>[number]
type BookingRow = Awaited<ReturnType<ReturnType<typeof bookingOccurrences>['execute']>>[number]

/** Every occurrence of a series, in the order of time, in a fixed number of queries. */
export async function listOccurrences(db: Db, seriesId: SeriesId): Promise<StoredOccurrence[]> {
  const sessions = await sessionOccurrences(db).where('session.series_id', '=', seriesId).execute()
  const rows =
    sessions.length > 0
      ? []
      : await bookingOccurrences(db).where('booking.series_id', '=', seriesId).execute()
  return withFurther(db, [...sessions.map(ofSession), ...rows.map(ofBooking)])
}

/** The one occurrence that belongs to no series. */
export async function listAlone(db: Db, { bookingId, sessionId }: Belongs): Promise<StoredOccurrence[]> {
  const one =
    sessionId === null
      ? (await bookingOccurrences(db).where('booking.id', '=', bookingId).execute()).map(ofBooking)
      : (await sessionOccurrences(db).where('session.id', '=', sessionId).execute()).map(ofSession)
  return withFurther(db, one)
}

type Bare = Omit<StoredOccurrence, 'further' | 'equipment'>

const ofBooking = (row: BookingRow): Bare => ({
  ...heldBy(row),
  bookingId: row.id,
  sessionId: null,
  sessionVersion: null,
  date: row.series_date ?? dateOf(row.starts_at),
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  state: row.status === 'cancelled' ? 'cancelled' : row.status === 'no-show' ? 'did-not-run' : 'standing',
  marked: row.checked_in_at !== null,
  complete: false,
})

function ofSession(row: SessionRow): Bare {
  const cancelled = row.status === 'cancelled' || row.did_not_run === 1
  const byHand = fromFlag(row.changed_by_hand) && row.id === null
  return {
    ...(row.id === null
      ? { ...nothingHeld, own: { time: byHand, room: byHand, details: false } }
      : heldBy(held(row))),
    bookingId: row.id,
    sessionId: row.session_id,
    sessionVersion: row.session_version,
    date: row.series_date ?? dateOf(row.starts_at),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    state: cancelled ? 'cancelled' : row.status === 'no-show' ? 'did-not-run' : 'standing',
    marked: row.register_completed_at !== null || row.taken === 1,
    complete: row.register_completed_at !== null,
  }
}

/** A left join makes every column of a booking that is there look as if it might not be. */
const held = (row: SessionRow) => row as unknown as BookingRow // its id has just been seen

const heldBy = (row: BookingRow) => ({
  version: row.version,
  roomId: row.room_id,
  roomName: row.room_name,
  buildingName: row.building_name,
  buildingId: row.building_id,
  half: row.half,
  bookedBy: row.booked_by,
  confirmed: row.status === 'confirmed',
  ended: row.ended_at !== null,
  own: { time: fromFlag(row.own_time), room: fromFlag(row.own_room), details: fromFlag(row.own_details) },
  details: {
    title: row.title,
    contact: row.contact,
    note: row.note,
    people: row.people,
    layout: row.layout,
    private: fromFlag(row.private),
    setupMinutes: row.setup_minutes,
    cleardownMinutes: row.cleardown_minutes,
  },
})

const nothingHeld = {
  version: 0,
  roomId: null,
  roomName: null,
  buildingName: null,
  buildingId: null,
  half: null,
  bookedBy: null,
  confirmed: false,
  ended: false,
  details: {
    title: '',
    contact: null,
    note: null,
    people: null,
    layout: null,
    private: false,
    setupMinutes: 0,
    cleardownMinutes: 0,
  },
}

/** Each with its further rooms and its equipment, in one query for each of the two. */
async function withFurther(db: Db, bare: readonly Bare[]): Promise<StoredOccurrence[]> {
  const ids = bare.flatMap(({ bookingId }) => bookingId ?? [])
  const further = Map.groupBy(ids.length === 0 ? [] : await listFurther(db, ids), (row) => row.lead_id)
  const equipment = Map.groupBy(ids.length === 0 ? [] : await listEquipment(db, ids), (row) => row.booking_id)
  return bare.map((one) => ({
    ...one,
    equipment: (one.bookingId === null ? [] : (equipment.get(one.bookingId) ?? [])).map((row) => ({
      equipmentId: row.equipment_id,
      quantity: row.quantity,
    })),
    further: (one.bookingId === null ? [] : (further.get(one.bookingId) ?? [])).map((row) => ({
      id: row.id,
      version: row.version,
      roomId: row.room_id,
      setupMinutes: row.setup_minutes,
      cleardownMinutes: row.cleardown_minutes,
    })),
  }))
}

const listFurther = (db: Db, ids: readonly BookingId[]) =>
  db
    .selectFrom('booking')
    .where('lead_id', 'in', ids)
    .where('status', '<>', 'cancelled')
    .select(['id', 'lead_id', 'version', 'room_id', 'setup_minutes', 'cleardown_minutes'])
    .orderBy('id')
    .execute()

const listEquipment = (db: Db, ids: readonly BookingId[]) =>
  db
    .selectFrom('booking_equipment')
    .where('booking_id', 'in', ids)
    .select(['booking_id', 'equipment_id', 'quantity'])
    .orderBy('id')
    .execute()
