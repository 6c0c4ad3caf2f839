import { sql } from 'kysely'
import type { PersonId, UserId } from '../../shared/ids.ts'
import { birthsAround } from '../../shared/people/birth-likeness.rules.ts'
import { pairKey, type Listed } from '../../shared/people/duplicate-pairs.rules.ts'
import { phoneKey, type Likeness } from '../../shared/people/duplicates.rules.ts'
import { plainName, writtenAs } from '../../shared/people/name-likeness.rules.ts'
import { fold, matchKey } from '../../shared/text.ts'
import type { Db, Tx } from '../store.ts'
import type { PersonRecord } from './people.repository.ts'
import type { PersonTable } from './people.table.ts'

/** Somebody as duplicates are looked for. */
export interface ListedPerson extends Listed {
  readonly id: PersonId
}

type Columns = Pick<
  PersonTable,
  | 'id'
  | 'first_name'
  | 'last_name'
  | 'known_as'
  | 'date_of_birth'
  | 'mosaic_id'
  | 'phone'
  | 'family_id'
  | 'provisional'
>
const columns = [
  'id',
  'first_name',
  'last_name',
  'known_as',
  'date_of_birth',
  'mosaic_id',
  'phone',
  'family_id',
  'provisional',
] as const

const toListed = (row: Columns, references: readonly string[]): ListedPerson => ({
  id: row.id,
  firstName: row.first_name,
  lastName: row.last_name,
  knownAs: row.known_as,
  dateOfBirth: row.date_of_birth,
  mosaicId: row.mosaic_id,
  phone: row.phone,
  familyId: row.family_id,
  provisional: row.provisional === 1,
  references,
})

/** Everybody who has a record of their own: those taken together with another have none. */
const standing = (db: Db) => db.selectFrom('person').where('merged_into_id', 'is', null).select(columns)

/** The whole county, as duplicates are looked for in it: one query, in no order of names. */
export async function listEverybody(db: Db): Promise<ListedPerson[]> {
  const references = await referencesBy(db)
  return (await standing(db).orderBy('id').execute()).map((row) =>
    toListed(row, references.get(row.id) ?? []),
  )
}

async function referencesBy(db: Db, ids?: readonly PersonId[]): Promise<Map<PersonId, string[]>> {
  let query = db.selectFrom('person_reference').select(['person_id', 'system_key', 'value'])
  if (ids) query = query.where('person_id', 'in', ids)
  const rows = Map.groupBy(await query.execute(), (row) => row.person_id)
  return new Map([...rows].map(([id, all]) => [id, all.map((one) => `${one.system_key} ${one.value}`)]))
}

/**
 * Those who may be one person by what indexes can find: born on a day that is near, of the same last name or of the
 * same whole name however written, of the same phone, family or reference. Whether one truly is, the rules decide.
 */
export async function listAlike(db: Db, self: Likeness): Promise<ListedPerson[]> {
  const births = self.dateOfBirth ? birthsAround(self.dateOfBirth) : []
  const names = wholeNamesOf(self)
  const phones = [self.phone, phoneKey(self.phone)].filter((phone) => typeof phone === 'string')
  const last = fold(self.lastName)
  const rows = await standing(db)
    .where((eb) =>
      eb.or([
        eb('date_of_birth', 'in', births),
        eb('match_key', 'in', names),
        eb('known_match_key', 'in', names),
        eb('phone', 'in', phones),
        ...(self.familyId ? [sql<boolean>`family_id = ${self.familyId}`] : []),
        // Of one last name: the key begins with it, and a blank sorts before every letter.
        eb.and([eb('sort_key', '>', `${last} `), eb('sort_key', '<', `${last}!`)]),
        eb('id', 'in', sameReference(db, self.references ?? [])),
      ]),
    )
    .execute()
  const references = await referencesBy(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => toListed(row, references.get(row.id) ?? []))
}

const sameReference = (db: Db, references: readonly string[]) =>
  db
    .selectFrom('person_reference')
    .where(
      'value',
      'in',
      references.map((one) => one.slice(one.indexOf(' ') + 1)),
    ) // prettier-ignore
    .select('person_id')

/** Every way to write a person’s whole name, and first and last name the other way round. */
function wholeNamesOf({ firstName, lastName, knownAs }: Likeness): string[] {
  const firsts = [firstName, ...(knownAs ? [knownAs] : [])]
  const written = firsts.flatMap((first) => [matchKey(first), ...writtenAs(plainName(first))])
  const lasts = [matchKey(lastName), ...writtenAs(plainName(lastName))]
  const both = written.flatMap((first) => lasts.map((last) => matchKey(`${first} ${last}`)))
  return [...new Set([...both, ...firsts.map((first) => matchKey(`${lastName} ${first}`))])]
}

/** One person as duplicates are looked for; undefined when the record is not there or is another’s now. */
export async function findListed(db: Db, id: PersonId): Promise<ListedPerson | undefined> {
  const row = await standing(db).where('id', '=', id).executeTakeFirst()
  return row && toListed(row, (await referencesBy(db, [id])).get(id) ?? [])
}

/** People by their ids, as lists show them; in no order. */
export const listByIds = (db: Db, ids: readonly PersonId[]): Promise<PersonRecord[]> =>
  db
    .selectFrom('person')
    .leftJoin('family', 'family.id', 'person.family_id')
    .where('person.id', 'in', ids)
    .selectAll('person')
    .select('family.name as family_name')
    .execute()

/** The pairs that somebody has found to be two people, by `pairKey`; of one person, or all. */
export async function foundToBeTwo(db: Db, id?: PersonId): Promise<Set<string>> {
  let query = db.selectFrom('not_the_same').select(['person_id', 'other_id'])
  if (id) query = query.where((eb) => eb.or([eb('person_id', '=', id), eb('other_id', '=', id)]))
  return new Set((await query.execute()).map((row) => pairKey(row.person_id, row.other_id)))
}

/** Remembers that a pair is two people. Once is enough. */
export async function insertNotTheSame(
  tx: Tx,
  row: { id: string; person_id: PersonId; other_id: PersonId; decided_at: string; decided_by: UserId },
): Promise<void> {
  await tx
    .insertInto('not_the_same')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'other_id']).doNothing())
    .execute()
}
