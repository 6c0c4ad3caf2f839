import type { GroupId, PersonId } from '../../shared/ids.ts'
import type { Db } from '../store.ts'

/** What the heading of a star says of its group and person; undefined where one is not there. */
export async function readHeading(db: Db, groupId: GroupId, personId: PersonId) {
  const group = await db
    .selectFrom('programme_group')
    .where('id', '=', groupId)
    .select(['name', 'public_title'])
    .executeTakeFirst()
  const person = await db
    .selectFrom('person')
    .where('id', '=', personId)
    .where('merged_into_id', 'is', null)
    .select(['first_name', 'last_name', 'known_as'])
    .executeTakeFirst()
  return group && person && { group, person }
}

/** Which measures a person has readings of, by group, with the days of them; the newest first. Not about one session. */
export const listOfPerson = (db: Db, personId: PersonId) =>
  db
    .selectFrom('reading')
    .innerJoin('measure', 'measure.id', 'reading.measure_id')
    .innerJoin('programme_group as g', 'g.id', 'reading.group_id')
    .where('reading.person_id', '=', personId)
    .where('reading.session_id', 'is', null)
    .where('reading.item', '>', 0)
    .groupBy(['reading.group_id', 'reading.measure_id'])
    .select(['reading.group_id', 'reading.measure_id', 'g.name as group_name', 'measure.name'])
    .select((eb) => [
      eb.fn.min('reading.taken_on').as('first'),
      eb.fn.max('reading.taken_on').as('latest'),
    ])
    .orderBy('latest', 'desc')
    .orderBy('group_name')
    .execute() // prettier-ignore
