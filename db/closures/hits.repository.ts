import { sql } from 'kysely'
import { shuts, type Closed } from '../../shared/closures/closed.rules.ts'
import type { BookingId, BuildingId, RoomId } from '../../shared/ids.ts'
import { listOverlaps } from '../buildings/rooms.repository.ts'
import { actualEndOf } from '../bookings/in-the-way.sql.ts'
import type { Db } from '../store.ts'
import { listRoomPlaces } from './closures.repository.ts'

/** A room as closures see it. */
export interface PlacedRoom {
  readonly id: RoomId
  readonly buildingId: BuildingId
  readonly sharing: ReadonlySet<RoomId>
}

/** Every room, or those of one building, archived ones too: what was closed stays closed in hindsight. */
export async function listClosable(db: Db, buildingId?: BuildingId | null): Promise<Map<RoomId, PlacedRoom>> {
  const sharing = await listOverlaps(db)
  const rooms = await listRoomPlaces(db, buildingId)
  return new Map(
    rooms.map(({ id, building_id }) => [
      id,
      { id, buildingId: building_id, sharing: sharing.get(id) ?? new Set([id]) },
    ]),
  )
}

/** One room of a booking, at a time when that room is closed. */
export interface Hit {
  readonly closureId: string
  readonly bookingId: BookingId
  /** The booking it is a room of: itself, mostly. */
  readonly leadId: BookingId
  readonly startsAt: string
  readonly isSession: boolean
  /** Why it stands all the same. */
  readonly keptBecause: string | null
}

/**
 * What these closed times hit that is not over, lapsed or cancelled, each room of a booking once for each closure, in
 * the order of time. The time with people in the room counts; set-up and clear-down do not [FEATURES D28].
 */
export async function listHits(db: Db, closed: readonly Closed[], localNow: string): Promise<Hit[]> {
  const ahead = closed.filter((time) => time.endsAt > localNow)
  if (ahead.length === 0) return []
  const rooms = await listClosable(db)
  const seen = new Set<string>()
  return (await heldDuring(db, ahead, localNow).execute()).flatMap((row) => {
    const [time, room] = [ahead[row.key], rooms.get(row.room_id)]
    const key = `${time?.closureId} ${row.id}`
    if (time === undefined || room === undefined || seen.has(key) || !shuts(time, room)) return []
    seen.add(key)
    return {
      closureId: time.closureId,
      bookingId: row.id,
      leadId: row.lead_id ?? row.id,
      startsAt: row.starts_at,
      isSession: row.session_id !== null,
      keptBecause: row.override_reason,
    }
  })
}

interface Asked {
  column1: number
  column2: string
  column3: string
}

/** Bookings with people in the room at any of the times, with the number of the time. */
export function heldDuring(db: Db, times: readonly Pick<Closed, 'startsAt' | 'endsAt'>[], localNow: string) {
  const rows = times.map((time, at) => sql`(${at}, ${time.startsAt}, ${time.endsAt})`)
  return (
    db
      .selectFrom(sql<Asked>`(VALUES ${sql.join(rows)})`.as('asked'))
      // A cross join keeps SQLite to this order: from each time to the index of what is held.
      .crossJoin('booking')
      .where(
        'booking.held_from',
        '>=',
        sql<string>`substr(iif(asked.column2 > ${localNow}, asked.column2, ${localNow}), 1, 10)`,
      )
      .whereRef('booking.held_from', '<', 'asked.column3')
      .whereRef('booking.starts_at', '<', 'asked.column3')
      .where(actualEndOf('booking'), '>', sql<string>`asked.column2`)
      .where(actualEndOf('booking'), '>', localNow)
      .where('booking.status', 'in', ['confirmed', 'tentative', 'requested'])
      .where((eb) =>
        eb.or([eb('booking.expires_on', 'is', null), eb('booking.expires_on', '>=', localNow.slice(0, 10))]),
      )
      .select(['asked.column1 as key', 'booking.id', 'booking.lead_id', 'booking.room_id'])
      .select(['booking.starts_at', 'booking.session_id', 'booking.override_reason'])
      .orderBy('booking.starts_at')
      .orderBy('booking.id')
  )
}
