import { sql } from 'kysely'
import type { BuildingId, GroupId } from '../../shared/ids.ts'
import { STILL_COLLECTING_DAYS, SESSIONS_BEFORE_END } from '../../shared/outcomes/due.rules.ts'
import { addDays, dateOf } from '../../shared/time/civil.ts'
import { openName } from '../groups/open-name.ts'
import type { Db } from '../store.ts'
import { ofWhose, type Whose } from '../today/whose.ts'

/** When groups that have begun, and ended no longer ago than after measures are asked for, first and last meet. */
const runs = (db: Db, today: string) =>
  db
    .selectFrom('session')
    .where('did_not_run', '=', 0)
    // Narrowed by the index on dates first: most of ten years of sessions ended long ago.
    .where('group_id', 'in', (eb) =>
      eb
        .selectFrom('session')
        .where('starts_at', '>=', addDays(today, -STILL_COLLECTING_DAYS))
        .select('group_id'),
    )
    .groupBy('group_id')
    .having((eb) => eb.fn.min('starts_at'), '<', `${today}U`)
    .having((eb) => eb.fn.max('starts_at'), '>=', addDays(today, -STILL_COLLECTING_DAYS))
    .select('group_id')
    .select((eb) => [eb.fn.min('starts_at').as('first'), eb.fn.max('starts_at').as('last')])

/** Groups that are running or ended lately (in one building, if said), by name. */
export function listRunning(db: Db, today: string, buildingId: BuildingId | null) {
  const query = db
    .selectFrom(runs(db, today).as('run'))
    .innerJoin('programme_group as g', 'g.id', 'run.group_id')
    .innerJoin('programme', 'programme.id', 'g.programme_id')
    .where('g.cancelled', '=', 0)
    .select([
      'g.id',
      'g.name',
      'programme.name as programme_name',
      'programme.colour',
      'run.first',
      'run.last',
    ]) // prettier-ignore
    .select(
      sql<number>`EXISTS (SELECT 1 FROM programme_measure WHERE programme_id = programme.id)`.as('measured'),
    ) // prettier-ignore
    .orderBy('g.name_key')
    .orderBy('g.id')
  return (buildingId === null ? query : query.where('g.building_id', '=', buildingId)).execute()
}

/** A group whose after measures may be collected now. `lastStart` is a local date-time. */
export interface EndingGroup {
  readonly id: GroupId
  readonly name: string
  readonly lastStart: string
}

/**
 * Groups that measure something and are near their end or past it, as far as their sessions tell, by whose work they
 * are and the first to end first. `now` is a local date-time.
 */
export async function listNearEnd(db: Db, whose: Whose, now: string): Promise<EndingGroup[]> {
  const ending = runs(db, dateOf(now)).having(
    sql<number>`sum(CASE WHEN ends_at > ${now} AND register_completed_at IS NULL THEN 1 ELSE 0 END)`,
    '<=',
    SESSIONS_BEFORE_END,
  )
  const query = db
    .selectFrom(ending.as('run'))
    .innerJoin('programme_group', 'programme_group.id', 'run.group_id')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .where('programme_group.cancelled', '=', 0)
    .where(sql<boolean>`EXISTS (SELECT 1 FROM programme_measure WHERE programme_id = programme.id)`)
    .select(['programme_group.id', 'run.last', openName.as('name')])
    .orderBy('run.last')
    .orderBy('programme_group.name_key')
  const rows = await ofWhose(query, whose).execute()
  return rows.map((row) => ({ id: row.id, name: row.name, lastStart: row.last }))
}

/** What a group is called, among those who work with it and on paper. */
export const findTitles = (db: Db, id: GroupId) =>
  db.selectFrom('programme_group').select(['name', 'public_title']).where('id', '=', id).executeTakeFirst()
