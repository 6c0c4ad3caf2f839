import type { Insertable, Selectable, Updateable } from 'kysely'
import type { FamilyId, PersonId, SessionId } from '../../shared/ids.ts'
import type { NewPerson, Person } from '../../shared/people/person.contract.ts'
import { displayName, nameKeys, toMosaicId } from '../../shared/people/people.rules.ts'
import { fold } from '../../shared/text.ts'
import { inBatches } from '../batches.ts'
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
  email: row.email,
  address: row.address,
  postcode: row.postcode,
  localityId: row.locality_id,
  safeToCall: row.safe_to_call,
  safeToText: row.safe_to_text,
  safeToWrite: row.safe_to_write,
  allergies: row.allergies,
  accessNeeds: row.access_needs,
  language: row.language,
  interpreter: fromFlag(row.interpreter),
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
    email: person.email,
    address: person.address,
    postcode: person.postcode,
    locality_id: person.localityId ?? null,
    safe_to_call: person.safeToCall,
    safe_to_text: person.safeToText,
    safe_to_write: person.safeToWrite,
    allergies: person.allergies,
    access_needs: person.accessNeeds,
    language: person.language,
    interpreter: toFlag(person.interpreter),
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

/** A person with a record of their own: one that was taken into another is found nowhere (see `keptIdOf`). */
export const findById = (db: Db, id: PersonId) =>
  people(db).where('person.id', '=', id).where('person.merged_into_id', 'is', null).executeTakeFirst()

/** A person who is on the register of a session or has a history with its group; nobody else. */
export const findOnRegister = (db: Db, id: PersonId, session: SessionId) =>
  people(db)
    .where('person.id', '=', id)
    .where(({ eb, or, exists }) =>
      or([
        exists(
          eb
            .selectFrom('session')
            .innerJoin('enrolment', 'enrolment.group_id', 'session.group_id')
            .where('session.id', '=', session)
            .where('enrolment.person_id', '=', id)
            .select('enrolment.id'),
        ),
        exists(
          eb
            .selectFrom('mark')
            .where('mark.session_id', '=', session)
            .where('mark.person_id', '=', id)
            .select('mark.id'),
        ),
      ]),
    )
    .executeTakeFirst()

/** What people are called, for showing. */
export async function namesOf(db: Db, ids: readonly PersonId[]): Promise<Map<PersonId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await people(db).where('person.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, displayName(toPerson(row))]))
}

/** The people of a family, oldest first; those without a date of birth last. */
export const listFamily = (db: Db, familyId: FamilyId) =>
  people(db)
    .where('person.family_id', '=', familyId)
    .where('person.merged_into_id', 'is', null)
    .orderBy('person.date_of_birth', (order) => order.asc().nullsLast())
    .orderBy('person.sort_key')
    .execute()

/** Adds people, many at once. */
export async function insertPeople(tx: Tx, rows: readonly Insertable<PersonTable>[]): Promise<void> {
  for (const some of inBatches(rows)) await tx.insertInto('person').values(some).execute()
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

/** Answers false when the family is no longer at `version`. */
export async function renameFamily(tx: Tx, id: FamilyId, version: number, name: string): Promise<boolean> {
  const result = await tx
    .updateTable('family')
    .set({ name, name_key: fold(name), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export const findLocalityName = async (db: Db, id: Person['localityId']): Promise<string | null> => {
  if (id === null) return null
  const row = await db.selectFrom('locality').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? null
}
