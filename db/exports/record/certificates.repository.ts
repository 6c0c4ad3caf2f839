import { sql } from 'kysely'
import type { GroupId } from '../../../shared/ids.ts'
import { statusAsAt } from '../../enrolments/enrolments.repository.ts'
import type { Db } from '../../store.ts'

/** Those with a history in the group, but for volunteers; walk-ins without one are asked their names at the door, not here. */
export const listPeople = (db: Db, groupId: GroupId, today: string) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .where('enrolment.group_id', '=', groupId)
    .where(sql<boolean>`enrolment.role IS NOT 'volunteer'`)
    .select(['person.id', 'person.first_name', 'person.last_name', 'person.known_as'])
    .select(statusAsAt(sql.ref('enrolment.id'), sql`${today}`).as('status'))
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .execute()

/** When the first and the last session began that ran until the end of `today`; null of a group that has not met. */
export const ranFromTo = (db: Db, groupId: GroupId, today: string) =>
  db
    .selectFrom('session')
    .where('group_id', '=', groupId)
    .where('did_not_run', '=', 0)
    .where('starts_at', '<', `${today}U`)
    .select((eb) => [eb.fn.min('starts_at').as('from'), eb.fn.max('starts_at').as('to')])
    .executeTakeFirst()
