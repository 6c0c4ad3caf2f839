import { sql } from 'kysely'
import type { PersonId } from '../../shared/ids.ts'
import { phoneKey } from '../../shared/people/duplicates.rules.ts'
import type { PersonRow } from '../../shared/people/people.contract.ts'
import { displayName, type PersonSearch } from '../../shared/people/people.rules.ts'
import { inBatches } from '../batches.ts'
import { statusAsAt } from '../enrolments/enrolments.repository.ts'
import { fromFlag } from '../flag.ts'
import type { Db } from '../store.ts'
import { toPerson, type PersonRecord } from './people.repository.ts'

const likeText = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
const holds = (text: string) => sql<boolean>`person.search_key LIKE ${`%${likeText(text)}%`} ESCAPE '\\'`

type Wanted = PersonSearch & { readonly provisional: boolean }

function matching(db: Db, wanted: Wanted) {
  const query = db
    .selectFrom('person')
    .leftJoin('family', 'family.id', 'person.family_id')
    .where('person.merged_into_id', 'is', null)
    .where(sql<boolean>`(${sql.join([described(wanted), ...otherWays(wanted.reference)], sql` OR `)})`)
  return wanted.provisional ? query.where('person.provisional', '=', 1) : query
}

/** SQL for "has all of this": every word in the name, the date of birth, every figure somewhere. */
const described = ({ words, codes, dateOfBirth }: Wanted) =>
  sql<boolean>`(${sql.join(
    [
      sql`1 = 1`,
      ...words.map(holds),
      ...(dateOfBirth === null ? [] : [sql`person.date_of_birth = ${dateOfBirth}`]),
      ...codes.map(
        (code) =>
          sql`(person.mosaic_id LIKE ${`${likeText(code.mosaicId)}%`} ESCAPE '\\' OR ${holds(code.mosaicId.toLowerCase())} OR person.date_of_birth = ${code.dateOfBirth})`,
      ),
    ],
    sql` AND `,
  )})`

/** What somebody with figures in it may be besides: another system's reference, or the number they ring from. */
function otherWays(typed: string | null) {
  if (typed === null) return []
  const phone = /^\+?[\d()-]+$/.test(typed) ? phoneKey(typed) : null
  return [hasReference(typed), ...(phone === null ? [] : [hasPhone(phone)])]
}

const figures = (column: string) =>
  sql`replace(replace(replace(replace(replace(${sql.ref(column)}, ' ', ''), '-', ''), '(', ''), ')', ''), '+44', '0')`

/** SQL for "their number, or that of an adult who is only a name, starts so or ends so". */
const hasPhone = (phone: string) => {
  const fits = (column: string) =>
    sql`(${figures(column)} LIKE ${`${phone}%`} OR ${figures(column)} LIKE ${`%${phone}`})`
  return sql<boolean>`(${fits('person.phone')} OR person.id IN (SELECT person_id FROM person_adult WHERE ${fits('person_adult.phone')}))`
}

/** SQL for "another system calls them something that starts so". */
const hasReference = (start: string) =>
  sql<boolean>`person.id IN (SELECT person_id FROM person_reference WHERE value >= ${start} AND value < ${`${start}\u{10FFFF}`})`

/**
 * One page of the people who fit, and how many there are. Names in which every word begins a name come first, then
 * by last name. Over 35,000 people the name is looked through whole, which takes tens of milliseconds.
 */
export async function search(
  db: Db,
  wanted: Wanted,
  page: { limit: number; offset: number },
): Promise<{ total: number; rows: PersonRecord[] }> {
  const { total } = await matching(db, wanted)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  let query = matching(db, wanted).selectAll('person').select('family.name as family_name')
  if (wanted.words.length > 0)
    query = query.orderBy(
      sql`${sql.join(
        wanted.words.map((w) => holds(` ${w}`)),
        sql` AND `,
      )}`,
      'desc',
    )
  const rows = await query
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { total, rows }
}

/** The people as lists show them, each with the groups they are enrolled in on a date. In the order given. */
export async function toPersonRows(
  db: Db,
  people: readonly PersonRecord[],
  date: string,
): Promise<PersonRow[]> {
  const groups = await groupsOn(db, people.map((person) => person.id), date) // prettier-ignore
  return people.map((row) => ({
    id: row.id,
    name: displayName(toPerson(row)),
    dateOfBirth: row.date_of_birth,
    mosaicId: row.mosaic_id,
    familyName: row.family_name,
    alert: fromFlag(row.alert),
    provisional: fromFlag(row.provisional),
    groups: groups.get(row.id) ?? [],
  }))
}

async function groupsOn(db: Db, ids: readonly PersonId[], date: string): Promise<Map<PersonId, string[]>> {
  const names = new Map<PersonId, string[]>()
  for (const some of inBatches(ids, 5000)) {
    const rows = await db
      .selectFrom('enrolment')
      .innerJoin('programme_group', 'programme_group.id', 'enrolment.group_id')
      .where('enrolment.person_id', 'in', some)
      .where('programme_group.cancelled', '=', 0)
      .where(statusAsAt(sql.ref('enrolment.id'), sql`${date}`), '=', 'enrolled')
      .orderBy('programme_group.name_key')
      .select(['enrolment.person_id', 'programme_group.name'])
      .execute()
    for (const row of rows) names.set(row.person_id, [...(names.get(row.person_id) ?? []), row.name])
  }
  return names
}

/** Families whose name, or a member's name, holds the text, with the members' names. Up to `limit`. */
export async function searchFamilies(db: Db, foldedText: string, limit: number) {
  const text = `%${likeText(foldedText)}%`
  const families = await db
    .selectFrom('family')
    .where(
      sql<boolean>`(family.name_key LIKE ${text} ESCAPE '\\' OR family.id IN (SELECT family_id FROM person WHERE family_id IS NOT NULL AND merged_into_id IS NULL AND search_key LIKE ${text} ESCAPE '\\'))`,
    )
    .selectAll()
    .orderBy('name_key')
    .orderBy('id')
    .limit(limit)
    .execute()
  if (families.length === 0) return []
  const members = await db
    .selectFrom('person')
    .selectAll()
    .where('merged_into_id', 'is', null)
    .where(
      'family_id',
      'in',
      families.map((family) => family.id),
    ) // prettier-ignore
    .orderBy('sort_key')
    .execute()
  return families.map(({ id, name }) => ({
    id,
    name,
    members: members
      .filter((member) => member.family_id === id)
      .map((row) => displayName(toPerson({ ...row, family_name: null }))),
  }))
}
