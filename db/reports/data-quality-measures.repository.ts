import { sql } from 'kysely'
import type { Looked } from '../../shared/reports/data-quality.rules.ts'
import { readingFlags, type TakenPoint } from '../../shared/outcomes/flags.rules.ts'
import type { MeasureOverTime } from '../../shared/outcomes/editions.rules.ts'
import { dueOf } from '../../shared/outcomes/due.rules.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { overTime } from '../outcomes/measure-editions.repository.ts'
import { list as listMeasures, toMeasure } from '../outcomes/measures.repository.ts'
import { toTimePoints } from '../programmes/programme-measures.repository.ts'
import { statusAsAt } from '../enrolments/enrolments.repository.ts'
import type { Db } from '../store.ts'
import { afterDay, nothing, type Days } from './data-quality.repository.ts'

/** The first and last session of each group that is not cancelled and met in the period. */
const runs = (db: Db, { from, until }: Days) =>
  db
    .selectFrom('session')
    .innerJoin('programme_group', 'programme_group.id', 'session.group_id')
    .where('programme_group.cancelled', '=', 0)
    .where('session.did_not_run', '=', 0)
    .groupBy('session.group_id')
    .having(sql`max(session.starts_at)`, '>=', from)
    .having(sql`min(session.starts_at)`, '<', afterDay(until))
    .select('session.group_id')

/** What each of these groups is asked for, and everybody in it with how they stand on the last day of the period. */
async function readMeasured(db: Db, days: Days) {
  const groups = runs(db, days)
  const firstAndLast = await groups
    .select([sql<string>`min(session.starts_at)`.as('first'), sql<string>`max(session.starts_at)`.as('last')])
    .execute()
  const asked = await db
    .selectFrom('programme_measure')
    .innerJoin('programme_group', 'programme_group.programme_id', 'programme_measure.programme_id')
    .where('programme_group.id', 'in', groups)
    .select([
      'programme_group.id as group_id',
      'programme_measure.measure_id',
      'programme_measure.time_points',
    ]) // prettier-ignore
    .execute()
  const people = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .where('enrolment.group_id', 'in', groups)
    .where('person.merged_into_id', 'is', null)
    .where(sql<boolean>`enrolment.role IS NOT 'volunteer'`)
    .where(statusAsAt(sql.ref('enrolment.id'), sql`${days.until}`), 'in', ['enrolled', 'completed'])
    .select(['enrolment.group_id', 'enrolment.person_id', 'person.date_of_birth'])
    .execute()
  const readings = await db
    .selectFrom('reading')
    .where('group_id', 'in', groups)
    .where('time_point', 'in', ['before', 'after'])
    .select(['group_id as groupId', 'person_id as personId', 'measure_id as measureId', 'edition', 'time_point as timePoint'])
    .select(['round', 'item', 'completed_by as completedBy', 'taken_by as takenBy', 'value', 'taken_on as takenOn'])
    .select('not_done_reason as notDoneReason')
    .execute() // prettier-ignore
  return {
    groups: firstAndLast,
    asked: Map.groupBy(asked, (row) => row.group_id),
    people: Map.groupBy(people, (row) => row.group_id),
    readings: Map.groupBy(readings, (row) => row.groupId),
  }
}

/** Whose readings of the period are worth a second look, by the rules of outcomes; drift is a matter of all groups, and of the report of outcomes. */
function lookAtReadings(
  measures: readonly MeasureOverTime[],
  readings: readonly TakenPoint[],
  groupId: string,
  { from, until }: Days,
): Looked[] {
  const inPeriod = (on: string) => from <= on && on <= until
  const last = new Map<string, string>()
  for (const { personId, takenOn } of readings)
    if (inPeriod(takenOn) && takenOn > (last.get(personId) ?? '')) last.set(personId, takenOn)
  if (last.size === 0) return []
  const flags = measures.flatMap((measure) => readingFlags(measure, readings))
  const flagged = new Set(flags.filter((flag) => flag.kind !== 'drift' && inPeriod(flag.on)).map((flag) => flag.personId)) // prettier-ignore
  return [...last].map(([personId, on]) => ({ ...nothing, kind: 'readings', personId, groupId, on, link: `/groups/${groupId}/outcomes`, inOrder: !flagged.has(personId) })) // prettier-ignore
}

/**
 * Whether those who belong to a group have what is collected of them, by the rules of what is due (`dueOf`): before from
 * the day after the group began, after from the day after it ended. After is looked at of people who have a before.
 */
export async function lookAtMeasures(db: Db, days: Days): Promise<Looked[]> {
  const change = await overTime(db, (await listMeasures(db)).map(toMeasure).filter(({ details }) => details.use === 'change')) // prettier-ignore
  const { groups, asked, people, readings } = await readMeasured(db, days)
  const isDue = (date: string) => days.from <= date && date <= days.until && date < days.today
  return groups.flatMap(({ group_id: groupId, first, last }): Looked[] => {
    const uses = (asked.get(groupId) ?? []).map((row) => ({ measureId: row.measure_id, timePoints: toTimePoints(row.time_points) })) // prettier-ignore
    const measures = change.filter((one) => uses.some((use) => use.measureId === one.id))
    const own = people.get(groupId) ?? []
    if (measures.length === 0 || own.length === 0) return []
    const read = readings.get(groupId) ?? []
    const due = dueOf({
      measures,
      asked: uses,
      people: own.map((one) => ({ personId: one.person_id, dateOfBirth: one.date_of_birth, belongs: true, stillComes: false })), // prettier-ignore
      readings: read,
    }, days.until) // prettier-ignore
    const lacking = (point: 'before' | 'after') =>
      new Set(due.forms.filter((form) => form.timePoint === point).map((form) => form.personId))
    const look = (kind: 'before' | 'after', date: string, whose: (id: string) => boolean): Looked[] => {
      const lacks = lacking(kind)
      return !isDue(date) || !uses.some((use) => use.timePoints.includes(kind))
        ? []
        : own
            .filter((one) => whose(one.person_id))
            .map((one) => ({ ...nothing, kind, personId: one.person_id, groupId, on: date, link: `/groups/${groupId}/outcomes`, inOrder: !lacks.has(one.person_id) })) // prettier-ignore
    }
    return [
      ...look('before', dateOf(first), () => true),
      ...look('after', dateOf(last), (id) => due.withBefore.has(id)),
      ...lookAtReadings(measures, read, groupId, days),
    ]
  })
}
