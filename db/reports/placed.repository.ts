import { sql } from 'kysely'
import type { EnrolmentStatus } from '../../shared/enrolments/statuses.ts'
import { turnaround } from '../../shared/enrolments/turnaround.rules.ts'
import type { Placed } from '../../shared/reports/waiting.rules.ts'
import { cameThere } from '../enrolments/expected.repository.ts'
import type { Db } from '../store.ts'

const enrolledBetween = (db: Db, from: string, to: string) =>
  db
    .selectFrom('enrolment_event')
    .where('status', '=', 'enrolled')
    .where('on_date', '>=', from)
    .where('on_date', '<=', to)
    .select('enrolment_id')

/** The first day on which each of those came to a session of the group that ran, since they were referred. */
async function firstComing(db: Db, from: string, to: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('mark', 'mark.person_id', 'enrolment.person_id')
    .innerJoin('session', (join) =>
      join
        .onRef('session.id', '=', 'mark.session_id')
        .onRef('session.group_id', '=', 'enrolment.group_id')
        .on('session.did_not_run', '=', 0),
    )
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('enrolment.id', 'in', enrolledBetween(db, from, to))
    .where(cameThere, '=', 1)
    .where(sql<boolean>`session.starts_at >= coalesce(enrolment.referred_on, '')`)
    .groupBy('enrolment.id')
    .select(['enrolment.id', sql<string>`min(session.starts_at)`.as('starts_at')])
    .execute()
  return new Map(rows.map((row) => [row.id, row.starts_at.slice(0, 10)]))
}

/** The first day of a status since the referral; the same rule as `sinceReferral` of turnaround.rules.ts. */
const firstOf = (status: EnrolmentStatus) =>
  sql<string | null>`min(CASE WHEN line.status = ${status} AND line.on_date >= coalesce(enrolment.referred_on, '') THEN line.on_date END)` // prettier-ignore

/** Everybody who was first enrolled in a group, since their referral, on a day of the period; both ends included. Volunteers never. */
export async function listPlaced(db: Db, from: string, to: string): Promise<Placed[]> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('enrolment_event as line', 'line.enrolment_id', 'enrolment.id')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .where('enrolment.id', 'in', enrolledBetween(db, from, to))
    .where('line.on_date', '<=', to)
    .where('person.merged_into_id', 'is', null)
    .where(sql<boolean>`enrolment.role IS NOT 'volunteer'`)
    .groupBy('enrolment.id')
    .select(['enrolment.id', 'enrolment.person_id', 'enrolment.group_id', 'enrolment.referred_on'])
    .select([firstOf('referred').as('referred'), firstOf('waiting').as('waiting')])
    .select([firstOf('offered').as('offered'), firstOf('enrolled').as('enrolled')])
    .execute()
  const came = await firstComing(db, from, to)
  return rows.flatMap((row): Placed[] => {
    const on = row.enrolled
    if (on === null || on < from) return []
    const days = turnaround({
      referredOn: row.referred_on ?? row.referred ?? row.waiting,
      offeredOn: row.offered,
      enrolledOn: on,
      firstAttendedOn: came.get(row.id) ?? null,
    })
    return [{ personId: row.person_id, groupId: row.group_id, on, days }]
  })
}
