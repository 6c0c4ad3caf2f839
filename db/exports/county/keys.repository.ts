import type { PersonId } from '../../../shared/ids.ts'
import { displayName } from '../../../shared/people/people.rules.ts'
import type { Db } from '../../store.ts'

/** Under the number of values that SQLite takes in one statement. */
const IDS_AT_ONCE = 10_000

/** What these people are called now; of a record found to be another's, what that other person is called. */
export async function readKeys(db: Db, ids: readonly PersonId[]) {
  const people = []
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const rows = await db
      .selectFrom('person as was')
      .innerJoin('person as now', (join) =>
        join.on((eb) => eb('now.id', '=', eb.fn.coalesce('was.merged_into_id', 'was.id'))),
      )
      .where('was.id', 'in', ids.slice(start, start + IDS_AT_ONCE))
      .select(['was.id', 'now.first_name', 'now.last_name', 'now.known_as', 'now.date_of_birth'])
      .select('was.merged_into_id')
      .execute()
    for (const row of rows)
      people.push({
        id: row.id,
        name: displayName({ firstName: row.first_name, lastName: row.last_name, knownAs: row.known_as }),
        dateOfBirth: row.date_of_birth,
        merged: row.merged_into_id !== null,
      })
  }
  return people
}
