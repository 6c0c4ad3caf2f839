import { sql } from 'kysely'
import type { OutcomeGroup } from '../../shared/outcomes/outcomes.contract.ts'
import { addDays } from '../../shared/time/civil.ts'
import { enrolledCounts } from '../enrolments/enrolments.repository.ts'
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

/** The counts of people with numbers, of groups that are running or ended lately, by name. */
export async function listOverview(db: Db, today: string): Promise<OutcomeGroup[]> {
  const groups = await db
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
    .execute()
  const ids = groups.map((group) => group.id)
  const enrolled = ids.length === 0 ? new Map() : await enrolledCounts(db, today, ids)
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
    enrolled: enrolled.get(group.id)?.people ?? 0,
    before: counts.get(group.id)?.before ?? 0,
    after: counts.get(group.id)?.after ?? 0,
    matched: counts.get(group.id)?.matched ?? 0,
  }))
}

const countPeople = (db: Db, today: string) =>
  db
    .selectFrom('reading')
    .leftJoin('reading as later', (join) =>
      join
        .onRef('later.group_id', '=', 'reading.group_id')
        .onRef('later.person_id', '=', 'reading.person_id')
        .onRef('later.measure_id', '=', 'reading.measure_id')
        .onRef('later.item', '=', 'reading.item')
        .on('later.time_point', '=', 'after')
        .on('later.value', 'is not', null),
    )
    .where('reading.value', 'is not', null)
    .where('reading.group_id', 'in', runs(db, today).clearSelect().select('group_id'))
    .groupBy('reading.group_id')
    .select([
      'reading.group_id',
      sql<number>`count(DISTINCT CASE WHEN reading.time_point = 'before' THEN reading.person_id END)`.as(
        'before',
      ),
      sql<number>`count(DISTINCT CASE WHEN reading.time_point = 'after' THEN reading.person_id END)`.as(
        'after',
      ),
      sql<number>`count(DISTINCT CASE WHEN reading.time_point = 'before' AND later.id IS NOT NULL THEN reading.person_id END)`.as(
        'matched',
      ),
    ]) // prettier-ignore
    .execute()
