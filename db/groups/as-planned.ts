import { sql } from 'kysely'
import type { Edition, Programme } from '../../shared/programmes/programmes.contract.ts'
import { found } from '../changed.ts'
import { findEdition } from '../programmes/editions.repository.ts'
import { find } from '../programmes/programmes.repository.ts'
import type { Db } from '../store.ts'
import type { GroupRecord } from './groups.repository.ts'

const inEdition = (key: string) =>
  sql`(SELECT json_extract(content, ${sql.lit(`$.${key}`)}) FROM programme_edition WHERE programme_id = programme_group.programme_id AND number = programme_group.edition)`
const stands = sql`programme_group.edition = programme.edition`

/** What a place in a group is by the edition that it was planned by. Needs programme_group and programme in the query. */
export const placeKindAsPlanned = sql<
  Programme['placeKind']
>`CASE WHEN ${stands} THEN programme.place_kind ELSE coalesce(${inEdition('placeKind')}, programme.place_kind) END`
/** The lower age by that edition; null is not known. */
export const ageFromAsPlanned = sql<
  number | null
>`CASE WHEN ${stands} THEN programme.age_from ELSE ${inEdition('ageFrom')} END`
/** The upper age by that edition. */
export const ageToAsPlanned = sql<
  number | null
>`CASE WHEN ${stands} THEN programme.age_to ELSE ${inEdition('ageTo')} END`

/** The programme of a group as it was when the group was planned. */
export async function programmeAsPlanned(
  db: Db,
  group: Pick<GroupRecord, 'programme_id' | 'edition' | 'programme_edition'>,
): Promise<Edition['content']> {
  const now = found(await find(db, group.programme_id), 'programme')
  if (group.edition === group.programme_edition) return now
  return (await findEdition(db, group.programme_id, group.edition)) ?? now
}
