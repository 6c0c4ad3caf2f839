import { sql } from 'kysely'
import { fromFlag } from '../flag.ts'
import type { GroupId, StaffId } from '../../shared/ids.ts'
import { addDays } from '../../shared/time/civil.ts'
import { openName } from '../groups/open-name.ts'
import type { Db } from '../store.ts'
import type { Whose } from './whose.ts'

/** A group that still meets: when next, and when it first met or will meet. Local date-times. */
export interface ActiveGroup {
  readonly id: GroupId
  readonly name: string
  readonly coDelivered: boolean
  readonly nextStart: string
  readonly firstStart: string
}

const ledBy = (leader: Whose['leader']) =>
  sql<boolean>`EXISTS (SELECT 1 FROM group_facilitator WHERE group_id = programme_group.id AND staff_id = ${sql<StaffId>`${leader}`})`

/** Groups with a session on or after a local date, the next to meet first. */
export async function listActive(
  db: Db,
  { buildingId, leader }: Whose,
  from: string,
): Promise<ActiveGroup[]> {
  const toCome = db
    .selectFrom('session')
    .where('did_not_run', '=', 0)
    .where('starts_at', '>=', from)
    .groupBy('group_id')
    .select(['group_id', sql<string>`min(starts_at)`.as('next_start')])
  let query = db
    .selectFrom(toCome.as('coming'))
    .innerJoin('programme_group', 'programme_group.id', 'coming.group_id')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .where('programme_group.cancelled', '=', 0)
    .select(['programme_group.id', 'programme.co_delivered', 'coming.next_start', openName.as('name')])
    .select(
      sql<string>`(SELECT min(starts_at) FROM session WHERE group_id = programme_group.id AND did_not_run = 0)`.as(
        'first_start',
      ),
    )
    .orderBy('coming.next_start')
    .orderBy('programme_group.name_key')
  if (buildingId !== null) query = query.where('programme_group.building_id', '=', buildingId)
  if (leader !== null) query = query.where(ledBy(leader))
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    coDelivered: fromFlag(row.co_delivered),
    nextStart: row.next_start,
    firstStart: row.first_start,
  }))
}

/** A group that ends soon: when it last meets, a local date-time. */
export interface EndingGroup {
  readonly id: GroupId
  readonly name: string
  readonly lastStart: string
}

/**
 * Groups whose last session is between two local dates, both included, the first to end first. One that is followed,
 * by a later group of the same programme in the same building, is left out.
 */
export async function listEnding(
  db: Db,
  { buildingId, leader }: Whose,
  from: string,
  to: string,
): Promise<EndingGroup[]> {
  const last = db
    .selectFrom('session')
    .where('did_not_run', '=', 0)
    .where('starts_at', '>=', from)
    .groupBy('group_id')
    .having(sql`max(starts_at)`, '<', addDays(to, 1))
    .select(['group_id', sql<string>`max(starts_at)`.as('last_start')])
  let query = db
    .selectFrom(last.as('last'))
    .innerJoin('programme_group', 'programme_group.id', 'last.group_id')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .where('programme_group.cancelled', '=', 0)
    .where('programme.retired', '=', 0)
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM programme_group AS next JOIN session AS later ON later.group_id = next.id
        WHERE next.programme_id = programme_group.programme_id AND next.building_id IS programme_group.building_id
        AND next.id <> programme_group.id AND next.cancelled = 0 AND later.did_not_run = 0
        AND later.starts_at > last.last_start)`,
    )
    .select(['programme_group.id', 'last.last_start', openName.as('name')])
    .orderBy('last.last_start')
    .orderBy('programme_group.name_key')
  if (buildingId !== null) query = query.where('programme_group.building_id', '=', buildingId)
  if (leader !== null) query = query.where(ledBy(leader))
  const rows = await query.execute()
  return rows.map((row) => ({ id: row.id, name: row.name, lastStart: row.last_start }))
}

/** How many people were added in a hurry and still owe a check. */
export async function countProvisional(db: Db): Promise<number> {
  const row = await db
    .selectFrom('person')
    .select(sql<number>`count(*)`.as('n'))
    .where('provisional', '=', 1)
    .where('merged_into_id', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}

/** The last day of the last term; null when none is set. */
export async function lastTermEnd(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('term')
    .select(sql<string | null>`max(ends_on)`.as('ends_on'))
    .executeTakeFirst()
  return row?.ends_on ?? null
}
