import type { Insertable, Selectable, Updateable } from 'kysely'
import type { FamilyId, PersonId } from '../../shared/ids.ts'
import type { NewPerson, Person } from '../../shared/people/people.contract.ts'
import { nameKeys, toMosaicId } from '../../shared/people/people.rules.ts'
import { fold } from '../../shared/text.ts'
import { fromFlag, toFlag } from '../flag.ts'
import type { Db, Tx } from '../store.ts'
import type { FamilyTable, PersonTable } from './people.table.ts'

export type PersonRecord = Selectable<PersonTable> & { readonly family_name: string | null }

const people = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('family', 'family.id', 'person.family_id')
    .selectAll('person')
    .select('family.name as family_name')

/** The one way from a row to a person. */
export const toPerson = (row: PersonRecord): Person => ({
  id: row.id,
  firstName: row.first_name,
  lastName: row.last_name,
  knownAs: row.known_as,
  dateOfBirth: row.date_of_birth,
  mosaicId: row.mosaic_id,
  familyId: row.family_id,
  familyName: row.family_name,
  phone: row.phone,
  safeToCall: row.safe_to_call,
  allergies: row.allergies,
  alert: fromFlag(row.alert),
  provisional: fromFlag(row.provisional),
  version: row.version,
})

/** What is stored for the details of a person: the names as typed, and the keys they are found by. */
export function personColumns(person: NewPerson) {
  const keys = nameKeys(person)
  return {
    first_name: person.firstName,
    last_name: person.lastName,
    known_as: person.knownAs,
    sort_key: keys.sort,
    search_key: keys.search,
    match_key: keys.match,
    known_match_key: keys.knownMatch,
    date_of_birth: person.dateOfBirth ?? null,
    mosaic_id: toMosaicId(person.mosaicId),
    phone: person.phone,
    safe_to_call: person.safeToCall,
    allergies: person.allergies,
    alert: toFlag(person.alert),
  }
}

/** A whole new row. `provisional`: added in a hurry at a door, a date of birth and a check are owed. */
export const newPersonRow = (
  id: PersonId,
  person: NewPerson,
  { familyId = null, provisional = false }: { familyId?: FamilyId | null; provisional?: boolean } = {},
): Insertable<PersonTable> => ({
  ...personColumns(person),
  id,
  family_id: familyId,
  provisional: toFlag(provisional),
  version: 1,
})

export const findById = (db: Db, id: PersonId) => people(db).where('person.id', '=', id).executeTakeFirst()

/** The people of a family, oldest first; those without a date of birth last. */
export const listFamily = (db: Db, familyId: FamilyId) =>
  people(db)
    .where('person.family_id', '=', familyId)
    .orderBy('person.date_of_birth', (order) => order.asc().nullsLast())
    .orderBy('person.sort_key')
    .execute()

/** Adds people, many at once. */
export async function insertPeople(tx: Tx, rows: readonly Insertable<PersonTable>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 500)
    await tx
      .insertInto('person')
      .values(rows.slice(start, start + 500))
      .execute()
}

/** Answers false when the row is no longer at `version`. */
export async function updatePerson(
  tx: Tx,
  id: PersonId,
  version: number,
  change: Updateable<PersonTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('person')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export const findFamily = (db: Db, id: FamilyId) =>
  db.selectFrom('family').selectAll().where('id', '=', id).executeTakeFirst()

export async function insertFamily(tx: Tx, id: FamilyId, name: string): Promise<void> {
  const family: Insertable<FamilyTable> = { id, name, name_key: fold(name), version: 1 }
  await tx.insertInto('family').values(family).execute()
}
