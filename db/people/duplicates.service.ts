import { AppError } from '../../shared/errors.ts'
import { idOf, type PersonId } from '../../shared/ids.ts'
import type { DuplicatePair, LikelyMatch, PairSide } from '../../shared/people/duplicates.contract.ts'
import { findLike, findPairs, pairKey } from '../../shared/people/duplicate-pairs.rules.ts'
import { fullName } from '../../shared/people/people.rules.ts'
import { found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import type { Db } from '../store.ts'
import * as duplicates from './duplicates.repository.ts'
import { inOrder } from './must-not-meet.repository.ts'
import { toPerson } from './people.repository.ts'
import { toPersonRows } from './search.repository.ts'

/** The kind of id that a decision "they are two people" has. */
const decisionId = idOf('decision on a pair')
const MOST_MATCHES = 10

/** Pairs that may be one person, over the whole county, surest first. */
export async function listDuplicates({ db, today }: QueryContext, limit: number) {
  const [everybody, two] = [await duplicates.listEverybody(db), await duplicates.foundToBeTwo(db)]
  const pairs = findPairs(everybody, two)
  const shown = pairs.slice(0, limit)
  const sides = await sidesOf(db, shown.flatMap(({ one, other }) => [one.id, other.id]), today) // prettier-ignore
  return {
    total: pairs.length,
    pairs: shown.flatMap(({ one, other, sureness, why, caution }): DuplicatePair[] => {
      const [a, b] = [sides.get(one.id), sides.get(other.id)]
      return a && b ? [{ one: a, other: b, sureness, why: [...why], caution }] : []
    }),
  }
}

/** Who one person may be as well, surest first. */
export async function likelyMatches({ db, today }: QueryContext, id: PersonId): Promise<LikelyMatch[]> {
  const self = found(await duplicates.findListed(db, id), 'person')
  const two = await duplicates.foundToBeTwo(db, id)
  const others = (await duplicates.listAlike(db, self)).filter(
    (other) => other.id !== id && !two.has(pairKey(id, other.id)),
  )
  const alike = findLike(self, others).slice(0, MOST_MATCHES)
  const sides = await sidesOf(db, alike.map(({ person }) => person.id), today) // prettier-ignore
  return alike.flatMap(({ person: other, sureness, why, caution }) => {
    const person = sides.get(other.id)
    return person ? [{ person, sureness, why: [...why], caution }] : []
  })
}

/** People as one side of a pair, by id. */
export async function sidesOf(
  db: Db,
  ids: readonly PersonId[],
  today: string,
): Promise<Map<PersonId, PairSide>> {
  const records = ids.length === 0 ? [] : await duplicates.listByIds(db, [...new Set(ids)])
  const rows = await toPersonRows(db, records, today)
  return new Map(
    records.flatMap((record, i) => {
      const row = rows[i]
      return row ? [[record.id, { ...row, fullName: fullName(toPerson(record)) }] as const] : []
    }),
  )
}

/** Remembers that two people are two. */
export async function notTheSame(
  { tx, now, actor, newId }: CommandContext,
  { id, otherId }: { id: PersonId; otherId: PersonId },
): Promise<null> {
  if (id === otherId)
    throw new AppError('INVALID_INPUT', 'This is one and the same record. Nothing was changed.')
  for (const one of [id, otherId]) found(await duplicates.findListed(tx, one), 'person')
  await duplicates.insertNotTheSame(tx, { id: newId(decisionId), ...inOrder(id, otherId), decided_at: now, decided_by: actor.id }) // prettier-ignore
  return null
}
