import { sql } from 'kysely'
import type { GroupId, PersonId, SessionId } from '../../shared/ids.ts'
import type { Db } from '../store.ts'
import { statusAsAt } from './enrolments.repository.ts'

/** Which sessions to count: all that ran or will, unless narrowed. Dates are local, both ends included. */
export interface SessionScope {
  readonly sessionIds?: readonly SessionId[]
  readonly groupIds?: readonly GroupId[]
  readonly personIds?: readonly PersonId[]
  readonly from?: string
  readonly to?: string
}

const sessionDate = sql`substr(session.starts_at, 1, 10)`
/** Of an `enrolment` joined to a `session`: how they stand with the group on the day of it. */
export const statusThatDay = statusAsAt(sql.ref('enrolment.id'), sessionDate)
export const enrolledThatDay = sql<boolean>`${statusThatDay} = 'enrolled'`
/** A call to one family, or a session for those who missed one, expects nobody else. */
export const invited = sql<boolean>`(session.invited_only = 0 OR EXISTS (SELECT 1 FROM session_invitee WHERE session_id = session.id AND person_id = enrolment.person_id))`
/** Volunteers help: they are no attendance, and in no denominator. */
const takesPart = sql<boolean>`enrolment.role IS NOT 'volunteer'`

/**
 * SQL for whether a `mark_code` means that somebody came to its `session`; null where there is none. Materials sent to a
 * home are a contact, and never attendance, whatever letter stands there.
 */
export const cameThere = sql<
  number | null
>`CASE WHEN mark_code.attended = 1 AND (session.mode = 'materials' OR (session.mode IS NULL AND session.group_id IN (SELECT id FROM programme_group WHERE mode = 'materials'))) THEN 0 ELSE mark_code.attended END`

/** Sessions did not run have nobody expected, so they are left out from the start. */
function sessions(db: Db, scope: SessionScope) {
  let query = db.selectFrom('session').where('session.did_not_run', '=', 0)
  if (scope.sessionIds) query = query.where('session.id', 'in', scope.sessionIds)
  if (scope.groupIds) query = query.where('session.group_id', 'in', scope.groupIds)
  if (scope.from !== undefined) query = query.where('session.starts_at', '>=', scope.from)
  // Every time of a day sorts before the day with "U" after it, "T" being what stands between date and time.
  if (scope.to !== undefined) query = query.where('session.starts_at', '<', `${scope.to}U`)
  return query
}

function enrolledRows(db: Db, scope: SessionScope) {
  const query = sessions(db, scope)
    .innerJoin('enrolment', 'enrolment.group_id', 'session.group_id')
    .leftJoin('mark', (join) =>
      join.onRef('mark.session_id', '=', 'session.id').onRef('mark.person_id', '=', 'enrolment.person_id'),
    )
    .leftJoin('mark_code', 'mark_code.id', 'mark.code')
    .where(enrolledThatDay)
    .where(invited)
    .where(takesPart)
    // A complete register is what was signed for: nobody joins it in hindsight.
    .where((eb) => eb.or([eb('session.register_completed_at', 'is', null), eb('mark.id', 'is not', null)]))
    .where((eb) => eb.or([eb('mark_code.expected', 'is', null), eb('mark_code.expected', '=', 1)]))
    .select(['session.id as session_id', 'session.group_id', 'session.starts_at'])
    .select(['enrolment.person_id', 'mark.code', cameThere.as('attended'), sql<number>`0`.as('walk_in')])
  return scope.personIds ? query.where('enrolment.person_id', 'in', scope.personIds) : query
}

function walkInRows(db: Db, scope: SessionScope) {
  const query = sessions(db, scope)
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('mark_code.expected', '=', 1)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('enrolment')
            .whereRef('enrolment.group_id', '=', 'session.group_id')
            .whereRef('enrolment.person_id', '=', 'mark.person_id')
            .where(sql<boolean>`(${takesPart} IS NOT TRUE OR (${enrolledThatDay} AND ${invited}))`)
            .select('enrolment.id'),
        ),
      ),
    )
    .select(['session.id as session_id', 'session.group_id', 'session.starts_at'])
    .select(['mark.person_id', 'mark.code', cameThere.as('attended'), sql<number>`1`.as('walk_in')])
  return scope.personIds ? query.where('mark.person_id', 'in', scope.personIds) : query
}

/**
 * The one definition of a denominator: a row for everyone expected at each session that ran or will. Those are
 * the people enrolled on the session's date (at a session for some, those invited), and those marked though not
 * expected (walk-ins); never a volunteer, nor somebody
 * whose mark says they were not expected, nor somebody enrolled in hindsight at a register already complete. `code` and `attended` are null where nothing is recorded, which is
 * never the same as absent. To be selected from: `db.selectFrom(expectedRows(db, scope).as('e'))`.
 */
export const expectedRows = (db: Db, scope: SessionScope) =>
  enrolledRows(db, scope).unionAll(walkInRows(db, scope))

export interface SessionCounts {
  readonly expected: number
  /** Of those expected, how many have something recorded, and how many came. */
  readonly marked: number
  readonly attended: number
}

const tallies = [
  sql<number>`count(*)`.as('expected'),
  sql<number>`count(code)`.as('marked'),
  sql<number>`coalesce(sum(attended), 0)`.as('attended'),
] as const

/** How many were expected, marked and came at each session, in one query. A session with nobody has no entry. */
export async function expectedCounts(db: Db, scope: SessionScope): Promise<Map<SessionId, SessionCounts>> {
  const rows = await db
    .selectFrom(expectedRows(db, scope).as('e'))
    .groupBy('session_id')
    .select('session_id')
    .select(tallies)
    .execute()
  return new Map(rows.map(({ session_id, ...counts }) => [session_id, counts]))
}

/** The same for each person: `marked` is what a rate is taken over, since a session not recorded says nothing. */
export async function personCounts(db: Db, scope: SessionScope): Promise<Map<PersonId, SessionCounts>> {
  const rows = await db
    .selectFrom(expectedRows(db, scope).as('e'))
    .groupBy('person_id')
    .select('person_id')
    .select(tallies)
    .execute()
  return new Map(rows.map(({ person_id, ...counts }) => [person_id, counts]))
}

/** The same for each person in each group, by `group person`, over complete registers only: what reports count. */
export async function completeCounts(db: Db, scope: SessionScope): Promise<Map<string, SessionCounts>> {
  const rows = await db
    .selectFrom(expectedRows(db, scope).as('e'))
    .innerJoin('session', 'session.id', 'e.session_id')
    .where('session.register_completed_at', 'is not', null)
    .groupBy(['e.group_id', 'e.person_id'])
    .select(['e.group_id', 'e.person_id'])
    .select(tallies)
    .execute()
  return new Map(rows.map(({ group_id, person_id, ...counts }) => [`${group_id} ${person_id}`, counts]))
}

/** The same for one person in each group. */
export async function groupCountsOf(db: Db, personId: PersonId): Promise<Map<GroupId, SessionCounts>> {
  const groups = db.selectFrom('enrolment').select('group_id').where('person_id', '=', personId)
  const ids = (await groups.execute()).map((row) => row.group_id)
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom(expectedRows(db, { groupIds: ids, personIds: [personId] }).as('e'))
    .groupBy('group_id')
    .select('group_id')
    .select(tallies)
    .execute()
  return new Map(rows.map(({ group_id, ...counts }) => [group_id, counts]))
}
