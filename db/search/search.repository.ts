import { sql } from 'kysely'
import type { PersonSearch } from '../../shared/people/people.rules.ts'
import type { Db } from '../store.ts'

const like = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
/** SQL for "this folded column holds each of the words". */
const holdsAll = (column: string, words: readonly string[]) =>
  sql<boolean>`${sql.join(
    words.map((word) => sql`${sql.ref(column)} LIKE ${`%${like(word)}%`} ESCAPE '\\'`),
    sql` AND `,
  )}`
/** The end of everything that starts with a text, for a range an index can find. */
const after = (text: string) => `${text}\u{10FFFF}`

const people = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('family', 'family.id', 'person.family_id')
    .where('person.merged_into_id', 'is', null)
    .select(['person.id', 'person.first_name', 'person.last_name', 'person.known_as'])
    .select(['person.date_of_birth', 'person.sort_key', 'family.name as family_name'])

export type PersonHit = Awaited<ReturnType<typeof startingWith>>[number]

/** People whose name begins with the text, last name first or first name first. `sort` and `match` are folded. */
export async function startingWith(db: Db, sort: string, match: string, limit: number) {
  const byLast = people(db)
    .where('sort_key', '>=', sort)
    .where('sort_key', '<', after(sort))
    .orderBy('sort_key')
    .limit(limit)
  const byFirst = people(db)
    .where('match_key', '>=', match)
    .where('match_key', '<', after(match))
    .orderBy('match_key')
    .limit(limit)
  return [...(await byLast.execute()), ...(await byFirst.execute())]
}

/** People whose name holds each of the words somewhere, by last name. */
export const holding = (db: Db, words: readonly string[], limit: number) =>
  people(db).where(holdsAll('person.search_key', words)).orderBy('sort_key').limit(limit).execute()

/** People by what is not a name: the start of a Mosaic ID or of another reference, or a date of birth with any words of the name. */
export async function byCode(db: Db, { words, dateOfBirth, codes, reference }: PersonSearch, limit: number) {
  const dates = [dateOfBirth, ...codes.map((code) => code.dateOfBirth)].filter((date) => date !== null)
  const born = dates.length === 0 ? [] : await bornOn(db, dates, words).limit(limit).execute()
  const [code] = codes
  if (code === undefined) return born
  const known = people(db)
    .where('mosaic_id', '>=', code.mosaicId)
    .where('mosaic_id', '<', after(code.mosaicId))
    .orderBy('mosaic_id')
    .limit(limit)
  const referred = reference === null ? [] : await byReference(db, reference).limit(limit).execute()
  return [...(await known.execute()), ...referred, ...born]
}

const byReference = (db: Db, start: string) =>
  people(db)
    .innerJoin('person_reference', 'person_reference.person_id', 'person.id')
    .where('person_reference.value', '>=', start)
    .where('person_reference.value', '<', after(start))
    .orderBy('person_reference.value')

function bornOn(db: Db, dates: readonly string[], words: readonly string[]) {
  const query = people(db).where('date_of_birth', 'in', dates).orderBy('sort_key')
  return words.length === 0 ? query : query.where(holdsAll('person.search_key', words))
}

/** Groups whose name, or whose building's, holds each of the words; those that meet last come first. */
export const groups = (db: Db, words: readonly string[], limit: number) =>
  db
    .selectFrom('programme_group')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .leftJoin('building', 'building.id', 'programme_group.building_id')
    .where((eb) =>
      eb.and(
        words.map((word) =>
          eb.or([holdsAll('programme_group.name_key', [word]), holdsAll('building.name_key', [word])]),
        ),
      ),
    )
    .select(['programme_group.id', 'programme_group.name', 'programme_group.name_key'])
    .select([
      'programme_group.cancelled',
      'programme.name as programme_name',
      'programme.sensitive',
      'programme_group.public_title',
      'building.name as building_name',
    ])
    .select(
      sql<
        string | null
      >`(SELECT max(starts_at) FROM session WHERE group_id = programme_group.id AND did_not_run = 0)`.as(
        'last_start',
      ),
    )
    .orderBy(sql`last_start DESC NULLS LAST`)
    .orderBy('programme_group.name_key')
    .limit(limit)
    .execute()

/** Buildings whose name holds each of the words. */
export const buildings = (db: Db, words: readonly string[], limit: number) =>
  db
    .selectFrom('building')
    .where('archived', '=', 0)
    .where(holdsAll('name_key', words))
    .select(['id', 'name', 'name_key', 'address'])
    .orderBy('name_key')
    .limit(limit)
    .execute()

/** People who work here whose name holds each of the words. */
export const staff = (db: Db, words: readonly string[], limit: number) =>
  db
    .selectFrom('staff')
    .where('archived', '=', 0)
    .where(holdsAll('name_key', words))
    .select(['id', 'name', 'name_key', 'job_title', 'phone', 'stream'])
    .orderBy('name_key')
    .limit(limit)
    .execute()

/** Sessions whose id ends so, the latest first: a register is known on paper by the end of its id. */
export const sessionsEnding = (db: Db, ending: string, limit: number) =>
  db
    .selectFrom('session')
    .innerJoin('programme_group', 'programme_group.id', 'session.group_id')
    .where(sql<boolean>`session.id LIKE ${`%${ending}`}`)
    .select(['session.id', 'session.starts_at', 'session.ends_at', 'programme_group.name'])
    .orderBy('session.starts_at', 'desc')
    .limit(limit)
    .execute()
