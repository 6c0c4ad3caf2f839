import { sql } from 'kysely'
import type { OutcomeGroup } from '../../shared/outcomes/outcomes.contract.ts'
import { addDays } from '../../shared/time/civil.ts'
import type { BuildingId } from '../../shared/ids.ts'
import { statusAsAt } from '../enrolments/enrolments.repository.ts'
import type { Db } from '../store.ts'

/** After measures are still collected in the weeks after a group has ended. */
const STILL_COLLECTING_DAYS = 28

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

/**
 * The counts of people with numbers, of groups that are running or ended lately (in one building, if said), by name.
 * All are counted among the same people, so that none can be more than there are: see `belonging`.
 */
export async function listOverview(
  db: Db,
  today: string,
  buildingId: BuildingId | null = null,
): Promise<OutcomeGroup[]> {
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
    ])
    .select(
      sql<number>`EXISTS (SELECT 1 FROM programme_measure WHERE programme_id = programme.id)`.as('measured'),
    )
    .orderBy('g.name_key')
    .orderBy('g.id')
  const groups = await (buildingId === null ? query : query.where('g.building_id', '=', buildingId)).execute()
  const counts = new Map((await countPeople(db, today)).map((row) => [row.group_id, row]))
  return groups.map((group) => ({
    groupId: group.id,
    groupName: group.name,
    programmeName: group.programme_name,
    colour: group.colour,
    firstDate: group.first.slice(0, 10),
    lastDate: group.last.slice(0, 10),
    finished: group.last.slice(0, 10) < today,
    measured: group.measured === 1,
    enrolled: counts.get(group.id)?.people ?? 0,
    before: counts.get(group.id)?.before ?? 0,
    after: counts.get(group.id)?.after ?? 0,
    matched: counts.get(group.id)?.matched ?? 0,
  }))
}

/** Who is enrolled on a date or has completed: those who left early owe no after, and would outnumber who is there. */
const belonging = (db: Db, today: string) =>
  db
    .selectFrom('enrolment')
    .where('enrolment.group_id', 'in', runs(db, today).clearSelect().select('group_id'))
    .where(statusAsAt(sql.ref('enrolment.id'), sql`${today}`), 'in', ['enrolled', 'completed'])
    .select(['enrolment.group_id', 'enrolment.person_id'])

const different = (when: ReturnType<typeof sql>) =>
  sql<number>`count(DISTINCT CASE WHEN ${when} THEN who.person_id END)`

const countPeople = (db: Db, today: string) =>
  db
    .selectFrom(belonging(db, today).as('who'))
    .leftJoin('reading', (join) =>
      join
        .onRef('reading.group_id', '=', 'who.group_id')
        .onRef('reading.person_id', '=', 'who.person_id')
        .on('reading.value', 'is not', null),
    )
    .leftJoin('reading as later', (join) =>
      join
        .onRef('later.group_id', '=', 'reading.group_id')
        .onRef('later.person_id', '=', 'reading.person_id')
        .onRef('later.measure_id', '=', 'reading.measure_id')
        .onRef('later.item', '=', 'reading.item')
        .on('later.time_point', '=', 'after')
        .on('later.value', 'is not', null),
    )
    .groupBy('who.group_id')
    .select(['who.group_id', sql<number>`count(DISTINCT who.person_id)`.as('people')])
    .select([
      different(sql`reading.time_point = 'before'`).as('before'),
      different(sql`reading.time_point = 'after'`).as('after'),
      different(sql`reading.time_point = 'before' AND later.id IS NOT NULL`).as('matched'),
    ])
    .execute()
