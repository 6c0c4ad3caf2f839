import { sql } from 'kysely'
import type { GroupId } from '../../shared/ids.ts'
import type { Measure } from '../../shared/outcomes/outcomes.contract.ts'
import { inGroup, type CountyReading, type OutcomeRows } from '../../shared/reports/outcomes-rows.ts'
import { cameThere } from '../enrolments/expected.repository.ts'
import { overTime } from '../outcomes/measure-editions.repository.ts'
import { list, toMeasure } from '../outcomes/measures.repository.ts'
import type { Db } from '../store.ts'

/** Local dates, both included; today is later than neither what is read nor what is counted. */
interface Days {
  readonly from: string
  readonly to: string
  readonly today: string
}

/**
 * Groups of which something may count: those that end in the period, those that never do, and those of which a reading
 * was taken in it. As a list that SQL can look in, so that they are found once.
 */
async function readGroups(db: Db, { from, to }: Days) {
  const inPeriod = sql<boolean>`max(starts_at) >= ${from} AND max(starts_at) < ${`${to}U`}`
  const rows = await db
    .selectFrom('session')
    .where('did_not_run', '=', 0)
    .groupBy('group_id')
    .having(inPeriod)
    .select('group_id as id')
    .union(db.selectFrom('programme_group').innerJoin('programme', 'programme.id', 'programme_group.programme_id').where('programme.delivery', '=', 'open').select('programme_group.id'))
    .union(db.selectFrom('reading').where('taken_on', '>=', from).where('taken_on', '<=', to).select('group_id as id'))
    .execute() // prettier-ignore
  return sql<GroupId>`(SELECT value FROM json_each(${JSON.stringify(rows.map((row) => row.id))}))`
}
type Groups = Awaited<ReturnType<typeof readGroups>>

async function readReadings(db: Db, groups: Groups, measures: readonly Measure[]) {
  const rows = await db
    .selectFrom('reading')
    .innerJoin('person', 'person.id', 'reading.person_id')
    .where('reading.group_id', 'in', groups)
    .where('person.merged_into_id', 'is', null)
    .where('reading.value', 'is not', null)
    .select(['group_id as groupId', 'person_id as personId', 'measure_id as measureId', 'edition', 'time_point as timePoint'])
    .select(['round', 'item', 'completed_by as completedBy', 'taken_by as takenBy', 'value', 'taken_on as takenOn'])
    .select('person.family_id as familyId')
    .execute() // prettier-ignore
  const known = new Set<string>(measures.map((one) => one.id))
  const readings: readonly CountyReading[] = rows.filter((row) => known.has(row.measureId))
  const familyOf = new Map(
    rows.flatMap((row) => (row.familyId === null ? [] : [[row.personId, row.familyId]])),
  )
  return { readings, familyOf }
}

/** The day of the last session of each group that ends. */
async function readEnds(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('programme_group', 'programme_group.id', 'session.group_id')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .where('session.did_not_run', '=', 0)
    .where('programme.delivery', '<>', 'open')
    .groupBy('session.group_id')
    .select(['session.group_id', sql<string>`max(session.starts_at)`.as('last')])
    .execute()
  return new Map(rows.map((row) => [row.group_id, row.last.slice(0, 10)]))
}

/** How often people came, over complete registers. */
async function readCame(db: Db, groups: Groups): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('session.group_id', 'in', groups)
    .where('session.did_not_run', '=', 0)
    .where('session.register_completed_at', 'is not', null)
    .where(cameThere, '=', 1)
    .groupBy(['session.group_id', 'mark.person_id'])
    .select(['session.group_id', 'mark.person_id', sql<number>`count(*)`.as('times')])
    .execute()
  return new Map(rows.map((row) => [inGroup(row.group_id, row.person_id), row.times]))
}

/** Who has left or completed by today: somebody who waits anew has left all the same. */
async function readStanding(db: Db, groups: Groups, today: string): Promise<Pick<OutcomeRows, 'leftOn' | 'completed'>> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('enrolment_event as line', 'line.enrolment_id', 'enrolment.id')
    .where('enrolment.group_id', 'in', groups)
    .where('line.on_date', '<=', today)
    .where('line.status', 'in', ['enrolled', 'completed', 'withdrawn'])
    .select(['enrolment.group_id', 'enrolment.person_id', 'line.status', 'line.on_date'])
    .orderBy('line.enrolment_id')
    .orderBy('line.on_date')
    .orderBy('line.step')
    .execute()
  const leftOn = new Map<string, string>()
  const completed = new Set<string>()
  for (const { group_id, person_id, status, on_date } of rows) {
    const key = inGroup(group_id, person_id)
    if (status === 'enrolled') leftOn.delete(key)
    else leftOn.set(key, on_date)
    if (status === 'completed') completed.add(key)
  }
  return { leftOn, completed }
} // prettier-ignore

/** The rows of the report of outcomes for a period: readings with a number of people as they are known now; six queries. */
export async function readOutcomes(db: Db, days: Days): Promise<OutcomeRows> {
  const measures = await overTime(db, (await list(db)).map(toMeasure).filter(({ details }) => details.use === 'change')) // prettier-ignore
  const groups = await readGroups(db, days)
  return {
    today: days.today,
    measures,
    ...(await readReadings(db, groups, measures)),
    endOf: await readEnds(db),
    came: await readCame(db, groups),
    ...(await readStanding(db, groups, days.today)),
  }
}
