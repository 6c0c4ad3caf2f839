import type { PersonId, SessionId } from '../../shared/ids.ts'
import { enrolledThatDay, invited, statusThatDay } from '../enrolments/expected.repository.ts'
import type { Db } from '../store.ts'

/**
 * Everyone whom a session expects by their enrolment, and the volunteers who help at it, by last name: enrolled on its
 * day and, where it is for some only, invited. The conditions are those of `expectedRows`.
 */
export const listEnrolled = (db: Db, sessionId: SessionId) =>
  db
    .selectFrom('session')
    .innerJoin('enrolment', 'enrolment.group_id', 'session.group_id')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .where('session.id', '=', sessionId)
    .where(enrolledThatDay)
    .where(invited)
    .selectAll('person')
    .select(['enrolment.role', statusThatDay.as('standing')])
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .execute()
export type PersonOn = Awaited<ReturnType<typeof listEnrolled>>[number]

/** The marks of one session with the people they are of, in the order they were first made. */
export const listMarked = (db: Db, sessionId: SessionId) =>
  db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .innerJoin('person', 'person.id', 'mark.person_id')
    .innerJoin('user', 'user.id', 'mark.marked_by')
    .leftJoin('enrolment', (join) =>
      join
        .onRef('enrolment.person_id', '=', 'mark.person_id')
        .onRef('enrolment.group_id', '=', 'session.group_id'),
    )
    .where('mark.session_id', '=', sessionId)
    .selectAll('person')
    .select(['enrolment.role', statusThatDay.as('standing')])
    .select(['mark.code', 'mark.minutes', 'mark.note', 'mark.marked_at', 'user.name as marked_by'])
    .orderBy('mark.id')
    .execute()
export type MarkedPerson = Awaited<ReturnType<typeof listMarked>>[number]

/** How some people stand with the group of a session on its day: no row where they have no history with it. */
export const findPlaces = (db: Db, sessionId: SessionId, personIds: readonly PersonId[]) =>
  db
    .selectFrom('session')
    .innerJoin('enrolment', 'enrolment.group_id', 'session.group_id')
    .where('session.id', '=', sessionId)
    .where('enrolment.person_id', 'in', personIds)
    .select(['enrolment.person_id', 'enrolment.role', invited.as('invited'), statusThatDay.as('status')])
    .execute()
export type Place = Awaited<ReturnType<typeof findPlaces>>[number]
