import { sql } from 'kysely'
import type { GroupId } from '../../shared/ids.ts'
import type { Measure } from '../../shared/outcomes/outcomes.contract.ts'
import { inGroup, type CountyReading, type OutcomeRows } from '../../shared/reports/outcomes-rows.ts'
import { cameThere } from '../enrolments/expected.repository.ts'
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
 * was taken in it.
 */
const groupsOf = ({ from, to }: Days) => sql<GroupId>`(
  SELECT group_id FROM session WHERE did_not_run = 0 GROUP BY group_id HAVING max(starts_at) >= ${from} AND max(starts_at) < ${`${to}U`}
  UNION SELECT programme_group.id FROM programme_group JOIN programme ON programme.id = programme_id WHERE programme.delivery = 'open'
  UNION SELECT group_id FROM reading WHERE measure_id IN (SELECT id FROM measure) AND taken_on BETWEEN ${from} AND ${to})`

async function readReadings(db: Db, days: Days, measures: readonly Measure[]) {
  const rows = await db
    .selectFrom('reading')
    .innerJoin('person', 'person.id', 'reading.person_id')
    .where('reading.group_id', 'in', groupsOf(days))
    .where('person.merged_into_id', 'is', null)
    .where('reading.value', 'is not', null)
    .select(['reading.group_id', 'reading.person_id', 'reading.measure_id', 'reading.edition', 'reading.time_point'])
    .select(['reading.round', 'reading.item', 'reading.completed_by', 'reading.taken_by', 'reading.value', 'reading.taken_on'])
    .select('person.family_id')
    .orderBy('reading.group_id')
    .orderBy('reading.person_id')
    .execute() // prettier-ignore
  const known = new Set<string>(measures.map((one) => one.id))
  const readings = rows
    .filter((row) => known.has(row.measure_id))
    .map((row): CountyReading => ({
      groupId: row.group_id,
      personId: row.person_id,
      measureId: row.measure_id,
      edition: row.edition,
      timePoint: row.time_point,
      round: row.round,
      item: row.item,
      completedBy: row.completed_by,
      takenBy: row.taken_by,
      value: row.value,
      takenOn: row.taken_on,
    }))
  const familyOf = new Map(
    rows.flatMap((row) => (row.family_id === null ? [] : [[row.person_id, row.family_id]])),
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

const measured = (group: string, person: string) =>
  sql<boolean>`EXISTS (SELECT 1 FROM reading WHERE reading.group_id = ${sql.ref(group)} AND reading.person_id = ${sql.ref(person)})`

/** How often people came who have a reading in the group, over complete registers. */
async function readCame(db: Db, days: Days): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('session.group_id', 'in', groupsOf(days))
    .where('session.did_not_run', '=', 0)
    .where('session.register_completed_at', 'is not', null)
    .where(cameThere, '=', 1)
    .where(measured('session.group_id', 'mark.person_id'))
    .groupBy(['session.group_id', 'mark.person_id'])
    .select(['session.group_id', 'mark.person_id', sql<number>`count(*)`.as('times')])
    .execute()
  return new Map(rows.map((row) => [inGroup(row.group_id, row.person_id), row.times]))
}

/** How the people with a reading in a group stand with it by today. */
async function readStanding(db: Db, days: Days): Promise<Pick<OutcomeRows, 'leftOn' | 'completed'>> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('enrolment_event as line', 'line.enrolment_id', 'enrolment.id')
    .where('enrolment.group_id', 'in', groupsOf(days))
    .where('line.on_date', '<=', days.today)
    .where(measured('enrolment.group_id', 'enrolment.person_id'))
    .select(['enrolment.group_id', 'enrolment.person_id', 'line.status', 'line.on_date'])
    .orderBy('line.on_date')
    .orderBy('line.step')
    .execute()
  const last = new Map(rows.map((row) => [inGroup(row.group_id, row.person_id), row]))
  const completed = rows.filter((row) => row.status === 'completed')
  return {
    leftOn: new Map([...last].flatMap(([key, { status, on_date }]) => (status === 'completed' || status === 'withdrawn' ? [[key, on_date]] : []))),
    completed: new Set(completed.map((row) => inGroup(row.group_id, row.person_id))),
  } // prettier-ignore
}

/** The rows of the report of outcomes for a period: readings with a number of people as they are known now; five queries. */
export async function readOutcomes(db: Db, days: Days): Promise<OutcomeRows> {
  const measures = (await list(db)).map(toMeasure).filter(({ details }) => details.use === 'change')
  return {
    today: days.today,
    measures,
    ...(await readReadings(db, days, measures)),
    endOf: await readEnds(db),
    came: await readCame(db, days),
    ...(await readStanding(db, days)),
  }
}
