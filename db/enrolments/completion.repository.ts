import { sql } from 'kysely'
import type { GroupId, PersonId } from '../../shared/ids.ts'
import type { Db } from '../store.ts'
import { cameThere } from './expected.repository.ts'

/** How many sessions of a group ran or will, and of those how many registers are not complete. */
export async function countSessions(db: Db, groupId: GroupId): Promise<{ sessions: number; open: number }> {
  return db
    .selectFrom('session')
    .where('group_id', '=', groupId)
    .where('did_not_run', '=', 0)
    .select([
      sql<number>`count(*)`.as('sessions'),
      sql<number>`coalesce(sum(register_completed_at IS NULL), 0)`.as('open'),
    ])
    .executeTakeFirstOrThrow()
}

/**
 * The last day on which each person has a mark in a group, and the first on which they came since they were referred;
 * null: never. Somebody who comes again was referred anew, and is counted from then.
 */
export async function markedDays(db: Db, groupId: GroupId) {
  const rows = await db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .leftJoin('enrolment', (join) =>
      join
        .onRef('enrolment.person_id', '=', 'mark.person_id')
        .onRef('enrolment.group_id', '=', 'session.group_id'),
    )
    .where('session.group_id', '=', groupId)
    .where('session.did_not_run', '=', 0)
    .groupBy('mark.person_id')
    .select('mark.person_id')
    .select(sql<string>`substr(max(session.starts_at), 1, 10)`.as('last'))
    .select(
      sql<string | null>`substr(min(CASE WHEN ${cameThere} = 1 AND session.starts_at >= coalesce(enrolment.referred_on, '') THEN session.starts_at END), 1, 10)`.as('first_attended'), // prettier-ignore
    )
    .execute()
  return new Map<PersonId, { last: string; first_attended: string | null }>(
    rows.map((row) => [row.person_id, row]),
  )
}
