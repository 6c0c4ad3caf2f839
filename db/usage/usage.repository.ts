import { sql } from 'kysely'
import type { Booked } from '../../shared/usage/usage.rules.ts'
import type { BuildingId, ProgrammeId } from '../../shared/ids.ts'
import { APOLOGIES } from '../../shared/registers/registers.rules.ts'
import { addDays } from '../../shared/time/civil.ts'
import type { Db } from '../store.ts'

/** Rooms with their building, locality and half, those that are in use, by name. */
export function listRooms(db: Db, buildingId: BuildingId | null) {
  const query = db
    .selectFrom('room')
    .innerJoin('building', 'building.id', 'room.building_id')
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .select(['room.id', 'room.name', 'room.building_id', 'room.capacity', 'room.part_of_id'])
    .select(['building.name as building_name', 'locality.name as locality_name', 'locality.half'])
    .where('room.archived', '=', 0)
    .where('building.archived', '=', 0)
    .orderBy('building.name_key')
    .orderBy('room.name')
  return (buildingId === null ? query : query.where('building.id', '=', buildingId)).execute()
}

/**
 * How many came to each session of these days that has any mark, and how many have one that is only known on the day:
 * apologies sent ahead are no register. Local dates, both included.
 */
const attendance = (db: Db, from: string, to: string) =>
  db
    .selectFrom('session')
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('session.starts_at', '>=', from)
    .where('session.starts_at', '<', addDays(to, 1))
    .groupBy('session.id')
    .select(['session.id', sql<number>`sum(mark_code.attended)`.as('came')])
    .select(sql<number>`count(CASE WHEN mark.code <> ${APOLOGIES} THEN 1 END)`.as('taken'))

/**
 * The bookings of some days that say something of use, by room and date. Local dates, both included. Of some programmes
 * only, the bookings of their sessions.
 */
export async function listBooked(
  db: Db,
  from: string,
  to: string,
  programmeIds: readonly ProgrammeId[] = [],
): Promise<Booked[]> {
  const query = db
    .selectFrom('booking')
    .leftJoin('session', 'session.id', 'booking.session_id')
    .leftJoin(attendance(db, from, to).as('attendance'), 'attendance.id', 'booking.session_id')
    .select([
      'booking.room_id',
      'booking.starts_at',
      'booking.ends_at',
      'booking.ended_at',
      'booking.lead_id',
    ])
    .select(['booking.status', 'booking.checked_in_at', 'session.register_completed_at'])
    .select(['attendance.came', 'attendance.taken'])
    .where('booking.held_from', '>=', from)
    .where('booking.held_from', '<', addDays(to, 1))
    .where('booking.status', 'in', ['confirmed', 'no-show'])
  const groups = db.selectFrom('programme_group').where('programme_id', 'in', programmeIds).select('id')
  const rows = await (programmeIds.length === 0
    ? query
    : query.where('session.group_id', 'in', groups)
  ).execute() // prettier-ignore
  return rows.map((row) => {
    const register = row.register_completed_at !== null || (row.taken ?? 0) > 0
    return {
      roomId: row.room_id,
      startsAt: row.starts_at,
      endsAt: row.ended_at ?? row.ends_at,
      noShow: row.status === 'no-show',
      used: row.checked_in_at !== null || register,
      came: register ? row.came : null,
      further: row.lead_id !== null,
    }
  })
}
