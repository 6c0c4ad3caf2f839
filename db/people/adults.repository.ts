import type { Insertable, Selectable, Updateable } from 'kysely'
import type { PersonAdultId, PersonId } from '../../shared/ids.ts'
import type { Adult } from '../../shared/people/adults.contract.ts'
import { noCallReason, waysToReach } from '../../shared/people/contact-safety.rules.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import type { Db, Tx } from '../store.ts'
import { toPerson, type PersonRecord } from './people.repository.ts'
import type { PersonAdultTable } from './people.table.ts'

export type AdultRow = Selectable<PersonAdultTable>

/** The adults of each of these people: those to ring in an emergency first, in their order, then by relation. */
export async function adultsOf(db: Db, ids: readonly PersonId[]): Promise<Map<PersonId, Adult[]>> {
  const rows = await listRows(db, ids)
  const own = rows.flatMap((row) => row.adult_id ?? [])
  const records = own.length === 0 ? [] : await db.selectFrom('person').selectAll().where('id', 'in', own).execute() // prettier-ignore
  const known = new Map(records.map((row) => [row.id, { ...row, family_name: null }]))
  const byPerson = Map.groupBy(rows, (row) => row.person_id)
  return new Map([...byPerson].map(([id, all]) => [id, all.map((row) => toAdult(row, known))]))
}

const listRows = async (db: Db, ids: readonly PersonId[]): Promise<AdultRow[]> =>
  ids.length === 0
    ? []
    : db
        .selectFrom('person_adult')
        .selectAll()
        .where('person_id', 'in', ids)
        .orderBy((eb) => eb.case().when('emergency', '=', 0).then(100).else(eb.ref('emergency')).end())
        .orderBy('relation')
        .orderBy('id')
        .execute()

function toAdult(row: AdultRow, known: ReadonlyMap<PersonId, PersonRecord>): Adult {
  const record = row.adult_id === null ? undefined : known.get(row.adult_id)
  return {
    id: row.id,
    adultId: row.adult_id,
    name: record ? displayName(toPerson(record)) : (row.name ?? ''),
    relation: row.relation,
    parentalResponsibility: row.parental_responsibility,
    mayCollect: row.may_collect,
    emergency: row.emergency,
    note: row.note,
    version: row.version,
    ...numberOf(row, record),
  }
}

/** Of somebody with a record, what it says is safe. A number kept without one is there because it is to be rung. */
function numberOf(row: AdultRow, record: PersonRecord | undefined): Pick<Adult, 'phone' | 'noCall'> {
  if (!record) return { phone: row.phone, noCall: row.phone === null ? 'No phone number is known.' : null }
  const person = toPerson(record)
  return { phone: waysToReach(person).call, noCall: noCallReason(person) }
}

/** The people whose adult somebody is, by name. */
export const adultOf = async (db: Db, id: PersonId) => {
  const rows = await db
    .selectFrom('person_adult')
    .innerJoin('person', 'person.id', 'person_adult.person_id')
    .where('person_adult.adult_id', '=', id)
    .where('person.merged_into_id', 'is', null)
    .orderBy('person.sort_key')
    .select(['person.id', 'person.first_name', 'person.last_name', 'person.known_as', 'relation'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    relation: row.relation,
    name: displayName({ firstName: row.first_name, lastName: row.last_name, knownAs: row.known_as }),
  }))
}

export const findAdult = (db: Db, id: PersonAdultId) =>
  db.selectFrom('person_adult').selectAll().where('id', '=', id).executeTakeFirst()

/** The rows of one person, in no order. */
export const rowsOfPerson = (db: Db, id: PersonId): Promise<AdultRow[]> =>
  db.selectFrom('person_adult').selectAll().where('person_id', '=', id).execute()

export async function insertAdults(tx: Tx, rows: readonly Insertable<PersonAdultTable>[]): Promise<void> {
  await tx.insertInto('person_adult').values(rows).execute()
}

/** Answers false when the row is no longer at `version`. */
export async function updateAdult(
  tx: Tx,
  id: PersonAdultId,
  version: number,
  change: Updateable<PersonAdultTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('person_adult')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Answers false when the row is no longer at `version`. */
export async function removeAdult(tx: Tx, id: PersonAdultId, version: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('person_adult')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
