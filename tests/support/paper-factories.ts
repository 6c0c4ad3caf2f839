import type { Updateable } from 'kysely'
import { personAdultId, type PersonId } from '../../shared/ids.ts'
import { newIdAt } from '../../db/new-id.ts'
import type { PersonAdultTable, PersonTable } from '../../db/people/people.table.ts'
import { putRows } from './rows.ts'
import { NOW, type TestCounty } from './test-county.ts'

const newId = newIdAt(new Date(NOW))
type Put = Pick<TestCounty, 'file'>

/** An adult of a person, by name only unless said otherwise. */
export const anAdultOf = (
  county: Put,
  person: PersonId,
  change: Partial<Pick<PersonAdultTable, 'adult_id' | 'name' | 'phone' | 'relation' | 'may_collect' | 'emergency' | 'parental_responsibility'>>,
): Promise<unknown> =>
  putRows(county, (tx) =>
    tx
      .insertInto('person_adult')
      .values({ id: newId(personAdultId), person_id: person, adult_id: null, name: change.adult_id === undefined ? 'Asha Patel' : null, phone: null, relation: 'Mother', parental_responsibility: 'yes', may_collect: 'not-asked', emergency: 0, note: null, version: 1, ...change })
      .execute(),
  ) // prettier-ignore

type Known = Pick<Updateable<PersonTable>, 'phone' | 'email' | 'address' | 'postcode' | 'allergies' | 'family_id' | 'known_as' | 'alert' | 'date_of_birth' | 'safe_to_call' | 'safe_to_text' | 'safe_to_write' | 'access_needs'> // prettier-ignore

/** What is known of a person, put straight into the file. */
export const knownOf = (county: Put, person: PersonId, change: Known): Promise<unknown> =>
  putRows(county, (tx) => tx.updateTable('person').set(change).where('id', '=', person).execute())
