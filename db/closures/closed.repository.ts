import { sql } from 'kysely'
import type { BuildingId, ClosureId, RoomId } from '../../shared/ids.ts'
import { fromFlag } from '../flag.ts'
import type { Db } from '../store.ts'

export type ClosedTime = Awaited<ReturnType<typeof listClosed>>[number]

/** The end of a time, or the moment the closure was lifted before it. */
const untilLifted = sql<string>`CASE WHEN closure.lifted_at < closure_time.ends_at
  THEN closure.lifted_at ELSE closure_time.ends_at END`

/** What is closed at any time from one local date-time up to another, earliest first: each time of each closure. */
export async function listClosed(db: Db, from: string, until: string) {
  const times = await db
    .selectFrom('closure_time')
    .innerJoin('closure', 'closure.id', 'closure_time.closure_id')
    .select(['closure_time.closure_id', 'closure_time.starts_at', untilLifted.as('ends_at')])
    .select(['closure.reason', 'closure.everywhere'])
    .where('closure_time.ends_at', '>', from)
    .where(untilLifted, '>', from)
    .whereRef(untilLifted, '>', 'closure_time.starts_at')
    .where('closure_time.starts_at', '<', until)
    .orderBy('closure_time.starts_at')
    .orderBy('closure_time.id')
    .execute()
  const places = await placesOf(db, [...new Set(times.map((time) => time.closure_id))])
  return times.map((time) => {
    const inside = places.get(time.closure_id) ?? []
    return {
      closureId: time.closure_id,
      reason: time.reason,
      startsAt: time.starts_at,
      endsAt: time.ends_at,
      everywhere: fromFlag(time.everywhere),
      buildingIds: inside
        .filter((place) => place.room_id === null)
        .map((place): BuildingId => place.building_id),
      roomIds: inside.flatMap((place): RoomId[] => (place.room_id === null ? [] : [place.room_id])),
    }
  })
}

async function placesOf(db: Db, ids: readonly ClosureId[]) {
  if (ids.length === 0) return new Map<ClosureId, never[]>()
  const rows = await db.selectFrom('closure_place').selectAll().where('closure_id', 'in', ids).execute()
  return Map.groupBy(rows, (row) => row.closure_id)
}
