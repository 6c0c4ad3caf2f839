import { sql } from 'kysely'
import type { EnrolmentStatus } from '../../shared/enrolments/enrolments.contract.ts'
import type { GroupId } from '../../shared/ids.ts'
import type { GroupRows } from '../../shared/reports/group-figures.rules.ts'
import { fromFlag } from '../flag.ts'
import type { Db } from '../store.ts'

const listHistories = (db: Db, groupId: GroupId, today: string) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .where('enrolment.group_id', '=', groupId)
    .select(['person.id', 'person.family_id'])
    .select(
      sql<string>`coalesce((SELECT group_concat(DISTINCT status) FROM enrolment_event WHERE enrolment_id = enrolment.id AND on_date <= ${today}), '')`.as(
        'statuses',
      ),
    )
    .execute()

const listSessions = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('session')
    .where('group_id', '=', groupId)
    .select(['id', 'starts_at', 'did_not_run', 'register_completed_at'])
    .orderBy('starts_at')
    .execute()

const listMarks = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('session')
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('session.group_id', '=', groupId)
    .select(['mark.session_id', 'mark.person_id', 'mark.code', 'mark_code.attended', 'mark_code.expected'])
    .execute()

const listReadings = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('reading')
    .where('group_id', '=', groupId)
    .select(['person_id as personId', 'measure_id as measureId', 'item', 'time_point as timePoint', 'value'])
    .execute()

/** The rows that one group's figures are made of; four queries, however large the county. */
export async function readGroupRows(db: Db, groupId: GroupId, today: string): Promise<GroupRows> {
  const people = await listHistories(db, groupId, today)
  const sessions = await listSessions(db, groupId)
  const marks = await listMarks(db, groupId)
  return {
    today,
    people: people.map((p) => ({
      personId: p.id,
      familyId: p.family_id,
      statuses: p.statuses.split(',').filter((s): s is EnrolmentStatus => s !== ''),
    })),
    sessions: sessions.map((s) => ({
      id: s.id,
      startsAt: s.starts_at,
      didNotRun: fromFlag(s.did_not_run),
      complete: s.register_completed_at !== null,
    })),
    marks: marks.map((m) => ({
      sessionId: m.session_id,
      personId: m.person_id,
      code: m.code,
      attended: fromFlag(m.attended),
      expected: fromFlag(m.expected),
    })),
    readings: await listReadings(db, groupId),
  }
}
