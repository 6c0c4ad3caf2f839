import { sql } from 'kysely'
import type { GroupId } from '../../shared/ids.ts'
import {
  LATELY_SESSIONS,
  type DuePoint,
  type DueRows,
  type DueSession,
} from '../../shared/outcomes/due.rules.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { cameThere } from '../enrolments/expected.repository.ts'
import { statusAsAt } from '../enrolments/enrolments.repository.ts'
import { toTimePoints } from '../programmes/programme-measures.repository.ts'
import type { Db } from '../store.ts'
import { overTime } from './measure-editions.repository.ts'
import { list, toMeasure } from './measures.repository.ts'
import { toReading } from './outcomes.repository.ts'

/** What one group is asked for and has, with the names of its people in the order of a list. */
export interface DueGroupRows extends DueRows {
  readonly sessions: readonly DueSession[]
  readonly names: ReadonlyMap<string, string>
}

const listSessions = (db: Db, groupIds: readonly GroupId[]) =>
  db
    .selectFrom('session')
    .where('group_id', 'in', groupIds)
    .where('did_not_run', '=', 0)
    .select(['group_id', 'starts_at', 'ends_at', 'register_completed_at'])
    .orderBy('starts_at')
    .execute()

const listAsked = (db: Db, groupIds: readonly GroupId[]) =>
  db
    .selectFrom('programme_measure')
    .innerJoin('programme_group', 'programme_group.programme_id', 'programme_measure.programme_id')
    .where('programme_group.id', 'in', groupIds)
    .select(['programme_group.id as group_id', 'programme_measure.measure_id', 'programme_measure.time_points'])
    .execute() // prettier-ignore

/** Everybody ever enrolled but volunteers, by last name, with how they stand with the group on a local date. */
const listPeople = (db: Db, groupIds: readonly GroupId[], today: string) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .where('enrolment.group_id', 'in', groupIds)
    .where('person.merged_into_id', 'is', null)
    .where(sql<boolean>`enrolment.role IS NOT 'volunteer'`)
    .where(sql<boolean>`EXISTS (SELECT 1 FROM enrolment_event WHERE enrolment_id = enrolment.id AND status = 'enrolled')`)
    .select(['enrolment.group_id', 'person.id', 'person.first_name', 'person.last_name', 'person.known_as'])
    .select(['person.date_of_birth', statusAsAt(sql.ref('enrolment.id'), sql`${today}`).as('status')])
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .execute() // prettier-ignore

const listReadings = (db: Db, groupIds: readonly GroupId[]) =>
  db
    .selectFrom('reading')
    .where('group_id', 'in', groupIds)
    .where('time_point', 'in', ['before', 'after'])
    .selectAll()
    .execute()

/** Who came to one of the last sessions of each group whose register is complete; a group without any is not in it. */
async function readLately(db: Db, groupIds: readonly GroupId[]): Promise<Map<string, Set<string>>> {
  const last = db
    .selectFrom('session')
    .where('group_id', 'in', groupIds)
    .where('did_not_run', '=', 0)
    .where('register_completed_at', 'is not', null)
    .select('id')
    .select(sql<number>`row_number() OVER (PARTITION BY group_id ORDER BY starts_at DESC)`.as('back'))
  const rows = await db
    .selectFrom(last.as('last'))
    .innerJoin('session', 'session.id', 'last.id')
    .leftJoin('mark', 'mark.session_id', 'session.id')
    .leftJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('last.back', '<=', LATELY_SESSIONS)
    .select(['session.group_id', 'mark.person_id', cameThere.as('came')])
    .execute()
  const lately = new Map<string, Set<string>>()
  for (const { group_id, person_id, came } of rows) {
    const there = lately.get(group_id) ?? new Set()
    if (person_id !== null && came === 1) there.add(person_id)
    lately.set(group_id, there)
  }
  return lately
}

/** What these groups are asked for and have, on a local date; six queries however many they are. */
export async function readDueGroups(db: Db, groupIds: readonly GroupId[], today: string): Promise<Map<GroupId, DueGroupRows>> {
  if (groupIds.length === 0) return new Map()
  const measures = await overTime(db, (await list(db)).map(toMeasure).filter(({ details }) => details.use === 'change')) // prettier-ignore
  const sessions = Map.groupBy(await listSessions(db, groupIds), (row) => row.group_id)
  const asked = Map.groupBy(await listAsked(db, groupIds), (row) => row.group_id)
  const people = Map.groupBy(await listPeople(db, groupIds, today), (row) => row.group_id)
  const readings = Map.groupBy(await listReadings(db, groupIds), (row) => row.group_id)
  const lately = await readLately(db, groupIds)
  return new Map(
    groupIds.map((id) => {
      const own = people.get(id) ?? []
      const known = new Set<string>(own.map((one) => one.id))
      const seen = lately.get(id)
      return [id, {
        sessions: (sessions.get(id) ?? []).map((row) => ({ startsAt: row.starts_at, endsAt: row.ends_at, complete: row.register_completed_at !== null })),
        measures,
        asked: (asked.get(id) ?? []).map((row) => ({ measureId: row.measure_id, timePoints: toTimePoints(row.time_points) })),
        people: own.map((one) => ({
          personId: one.id,
          dateOfBirth: one.date_of_birth,
          belongs: one.status === 'enrolled' || one.status === 'completed',
          stillComes: one.status === 'enrolled' && (seen?.has(one.id) ?? true),
        })),
        readings: (readings.get(id) ?? []).map(toReading).filter((one): one is DuePoint & typeof one => known.has(one.personId)),
        names: new Map(own.map((one) => [one.id, displayName({ firstName: one.first_name, lastName: one.last_name, knownAs: one.known_as })])),
      }]
    }),
  )
} // prettier-ignore
