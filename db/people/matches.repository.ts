import { wholeNames, type Identity } from '../../shared/people/matches.rules.ts'
import { toMosaicId } from '../../shared/people/people.rules.ts'
import { inBatches } from '../batches.ts'
import type { Db } from '../store.ts'
import type { PersonRecord } from './people.repository.ts'

/**
 * Everyone who might be one of these people: the same Mosaic ID, or the same whole name by the first name or the one
 * they are known by; nobody whose record was taken into another. Whether one truly is, matches.rules.ts decides. A list
 * of thousands takes a few queries, not one for each.
 */
export async function findCandidates(db: Db, identities: readonly Identity[]): Promise<PersonRecord[]> {
  const found = new Map<string, PersonRecord>()
  for (const some of inBatches(identities, 3000))
    for (const row of await candidates(db, some)) found.set(row.id, row)
  return [...found.values()]
}

function candidates(db: Db, identities: readonly Identity[]): Promise<PersonRecord[]> {
  const mosaicIds = [...new Set(identities.flatMap(({ mosaicId }) => toMosaicId(mosaicId) ?? []))]
  const names = [...new Set(identities.flatMap(wholeNames))]
  return db
    .selectFrom('person')
    .leftJoin('family', 'family.id', 'person.family_id')
    .where('person.merged_into_id', 'is', null)
    .where((eb) =>
      eb.or([
        eb('person.mosaic_id', 'in', mosaicIds),
        eb('person.match_key', 'in', names),
        eb('person.known_match_key', 'in', names),
      ]),
    )
    .selectAll('person')
    .select('family.name as family_name')
    .execute()
}
