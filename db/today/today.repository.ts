import { sql } from 'kysely'
import type { RoomId, StaffId } from '../../shared/ids.ts'
import { addDays } from '../../shared/time/civil.ts'
import { openName } from '../groups/open-name.ts'
import type { Db } from '../store.ts'
import type { Whose } from './whose.ts'

/** More owed registers than a person can take in are counted, not listed. */
const MOST_OWED = 60

const anyMark = sql<number>`EXISTS (SELECT 1 FROM mark WHERE mark.session_id = session.id)`

function ranSessions(db: Db, { buildingId, leader }: Whose) {
  let query = db
    .selectFrom('session')
    .innerJoin('programme_group', 'programme_group.id', 'session.group_id')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .leftJoin('booking', (join) =>
      join
        .onRef('booking.session_id', '=', 'session.id')
        .on('booking.status', '=', 'confirmed')
        .on('booking.lead_id', 'is', null),
    )
    .leftJoin('room', 'room.id', 'booking.room_id')
    .leftJoin('building', 'building.id', 'room.building_id')
    .where('session.did_not_run', '=', 0)
  if (buildingId !== null)
    query = query.where(sql`coalesce(room.building_id, programme_group.building_id)`, '=', buildingId)
  if (leader !== null)
    query = query.where('session.group_id', 'in', (eb) =>
      eb
        .selectFrom('group_facilitator')
        .select('group_id')
        .where('staff_id', '=', sql<StaffId>`${leader}`),
    )
  return query
}

const owed = (db: Db, whose: Whose, today: string) =>
  ranSessions(db, whose)
    .where('session.register_completed_at', 'is', null)
    .where('session.starts_at', '<', today)

/** The sessions of a day that run, and older ones whose register is not complete, oldest first. */
export async function listRegisters(db: Db, whose: Whose, today: string) {
  const columns = [
    'session.id',
    'session.group_id',
    'session.starts_at',
    'session.ends_at',
    'session.did_not_run',
    'session.register_completed_at',
    'room.name as room_name',
    'building.name as building_name',
  ] as const
  const older = await owed(db, whose, today)
    .select(columns)
    .select([anyMark.as('marked'), openName.as('group_name')])
    .orderBy('session.starts_at')
    .limit(MOST_OWED)
    .execute()
  const todays = await ranSessions(db, whose)
    .where('session.starts_at', '>=', today)
    .where('session.starts_at', '<', addDays(today, 1))
    .select(columns)
    .select([anyMark.as('marked'), openName.as('group_name')])
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .execute()
  return [...older, ...todays]
}

/** How many registers of earlier days are not complete. */
export const countOwed = (db: Db, whose: Whose, today: string) =>
  owed(db, whose, today)
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow()

/** The rooms that each room shares floor with, itself included. */
export async function listOverlaps(db: Db): Promise<Map<RoomId, RoomId[]>> {
  const rows = await db.selectFrom('room_overlap').select(['room_id', 'other_id']).execute()
  const overlaps = new Map<RoomId, RoomId[]>()
  for (const { room_id, other_id } of rows)
    overlaps.set(room_id, [...(overlaps.get(room_id) ?? []), other_id])
  return overlaps
}

/** Whether there is any building and any group at all. */
export async function hasAny(db: Db): Promise<{ hasBuildings: boolean; hasGroups: boolean }> {
  const building = await db
    .selectFrom('building')
    .select('id')
    .where('archived', '=', 0)
    .limit(1)
    .executeTakeFirst()
  const group = await db.selectFrom('programme_group').select('id').limit(1).executeTakeFirst()
  return { hasBuildings: building !== undefined, hasGroups: group !== undefined }
}

export type TodaySession = Awaited<ReturnType<typeof listRegisters>>[number]
