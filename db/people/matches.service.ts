import type { PersonRow } from '../../shared/people/people.contract.ts'
import type { LikeMatch } from '../../shared/people/duplicates.contract.ts'
import { findLike } from '../../shared/people/duplicate-pairs.rules.ts'
import { matchKind, sureness, type Identity } from '../../shared/people/matches.rules.ts'
import type { Match } from '../../shared/people/person.contract.ts'
import type { Db } from '../store.ts'
import { listAlike, listByIds } from './duplicates.repository.ts'
import { findCandidates } from './matches.repository.ts'
import { toPerson } from './people.repository.ts'
import { toPersonRows } from './search.repository.ts'

const MOST = 20
/** Of those whose name or birth is only nearly the same, the likeliest. */
const MOST_ALIKE = 5

/** Who somebody may already be by their Mosaic ID or their whole name, surest first. */
export async function exactMatches(db: Db, today: string, identity: Identity): Promise<Match[]> {
  const candidates = await findCandidates(db, [identity])
  const rows = await toPersonRows(db, candidates, today)
  return candidates
    .flatMap((candidate, i) => {
      const kind = matchKind(identity, toPerson(candidate))
      const person = rows[i]
      return kind && person ? [{ kind, person }] : []
    })
    .toSorted((a, b) => sureness[a.kind] - sureness[b.kind])
    .slice(0, MOST)
}

/**
 * Who somebody may already be: by their Mosaic ID or whole name, and those alike by accents, swapped or short names, a
 * slip of the pen or a date of birth that is near. Somebody of the same name and date of birth stands before those
 * alike, and a name alone after them.
 */
export async function findMatches(db: Db, today: string, identity: Identity): Promise<LikeMatch[]> {
  const exact = (await exactMatches(db, today, identity)).map((match) => ({ ...match, why: [] }))
  const known = new Set(exact.map(({ person }) => person.id))
  const others = (await listAlike(db, identity)).filter(({ id }) => !known.has(id))
  const alike = findLike(identity, others).slice(0, MOST_ALIKE)
  const records = alike.length === 0 ? [] : await listByIds(db, alike.map(({ person }) => person.id)) // prettier-ignore
  const rows = new Map<string, PersonRow>((await toPersonRows(db, records, today)).map((row) => [row.id, row])) // prettier-ignore
  const near = alike.flatMap(({ person, why }) => {
    const row = rows.get(person.id)
    return row ? [{ kind: 'alike' as const, person: row, why: [...why] }] : []
  })
  const sure = exact.filter(({ kind }) => kind !== 'name-only')
  return [...sure, ...near, ...exact.filter(({ kind }) => kind === 'name-only')]
}
