import { sql } from 'kysely'
import type { MeasureId } from '../../shared/ids.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import type { Db } from '../store.ts'

/** Ids as one parameter, however many: a report of ten years has more rows than a query has places. */
const among = (ids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** What people are called, by id. */
export async function namesOfPeople(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('person')
    .where(sql<boolean>`id IN ${among(ids)}`)
    .select(['id', 'first_name', 'last_name', 'known_as'])
    .execute()
  return new Map(rows.map((p) => [p.id, displayName({ firstName: p.first_name, lastName: p.last_name, knownAs: p.known_as })])) // prettier-ignore
}

/** What families are called, by id; one without a name is left out. */
export async function namesOfFamilies(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('family')
    .where(sql<boolean>`id IN ${among(ids)}`)
    .select(['id', 'name'])
    .execute()
  return new Map(rows.flatMap((one) => (one.name === null ? [] : [[one.id, one.name]])))
}

/** What members of staff are called, by id. */
export async function namesOfStaff(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('staff')
    .where(sql<boolean>`id IN ${among(ids)}`)
    .select(['id', 'name'])
    .execute()
  return new Map(rows.map((one) => [one.id, one.name]))
}

/** The name of a measure, or null where it is gone. */
export async function findMeasureName(db: Db, id: MeasureId): Promise<string | null> {
  const row = await db.selectFrom('measure').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? null
}
