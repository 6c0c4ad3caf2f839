import {
  keysOf,
  prepare,
  resemblance,
  type Likeness,
  type Prepared,
  type Resemblance,
} from './duplicates.rules.ts'

/** A record among those that are searched for duplicates. */
export interface Listed extends Likeness {
  readonly id: string
  /** Added at a door: who it really is, is owed. */
  readonly provisional: boolean
}

export interface Pair<T extends Listed = Listed> extends Resemblance {
  /** In the order in which they were given. */
  readonly one: T
  readonly other: T
}

/** A pair as text, whichever of the two comes first. */
export const pairKey = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`

/** What more people than this have in common says nothing: the telephone of an office, a date put in for none. */
const TOO_COMMON = 300
/** Two records without dates of birth are worth a look where so few have the name. */
const RARE = 3
const COMMON = 8
const WORTH_A_LOOK = 35
/** Of somebody added at a door, the few likeliest are shown however unlikely. */
const AT_A_DOOR = 3

/**
 * All pairs that may be one person, surest first, without those that somebody has found to be two. Only records with
 * something in common are compared, so that a county of 35,000 takes well under a second.
 */
export function findPairs<T extends Listed>(people: readonly T[], two: ReadonlySet<string>): Pair<T>[] {
  const prepared = people.map(prepare)
  const named = countNames(prepared)
  const found: Pair<T>[] = []
  for (const [i, j] of candidatePairs(prepared)) {
    const [a, b, one, other] = [prepared[i], prepared[j], people[i], people[j]]
    const like = a && b ? resemblance(a, b) : null
    if (!like || !one || !other || two.has(pairKey(one.id, other.id))) continue
    found.push({ one, other, ...like, ...byRarity(like, a ? (named.get(nameOf(a)) ?? 0) : 0) })
  }
  return worthALook(found.toSorted(bySureness))
}

/** A name that few have says more, and one that many have says less where the births are not the same. */
function byRarity({ score, sureness }: Resemblance, named: number): Pick<Resemblance, 'score' | 'sureness'> {
  if (named <= RARE) return { score: score + 5, sureness }
  return named > COMMON && sureness === 'likely'
    ? { score: score - 20, sureness: 'possible' }
    : { score, sureness }
}

/** Surest first, and in one order whatever the order they were found in. */
export const bySureness = (a: Pair, b: Pair): number =>
  b.score - a.score || (pairKey(a.one.id, a.other.id) < pairKey(b.one.id, b.other.id) ? -1 : 1)

const nameOf = ({ firsts, last }: Prepared) => `${firsts[0] ?? ''} ${last}`

function countNames(prepared: readonly Prepared[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of prepared) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1)
  return counts
}

/** The places of the records that have one key in common; those before `next` have been compared with all others. */
interface Block {
  readonly places: number[]
  next: number
}

function blocksOf(prepared: readonly Prepared[]): Block[][] {
  const blocks = new Map<string, Block>()
  return prepared.map((one, place) =>
    [...new Set(keysOf(one))].map((key) => {
      const block = blocks.get(key) ?? { places: [], next: 0 }
      blocks.set(key, block)
      block.places.push(place)
      return block
    }),
  )
}

/** Each pair that has at least one key in common, once. */
function* candidatePairs(prepared: readonly Prepared[]): Generator<readonly [number, number]> {
  /** By place: the last record it was compared with. Cheaper than a set of pairs, of which there are a million. */
  const comparedWith = new Int32Array(prepared.length).fill(-1)
  for (const [i, blocks] of blocksOf(prepared).entries())
    for (const block of blocks) {
      block.next += 1
      if (block.places.length > TOO_COMMON) continue
      for (let at = block.next; at < block.places.length; at++) {
        const j = block.places[at] ?? i
        if (comparedWith[j] === i) continue
        comparedWith[j] = i
        yield [i, j]
      }
    }
}

function worthALook<T extends Listed>(pairs: readonly Pair<T>[]): Pair<T>[] {
  const shown = new Map<string, number>()
  return pairs.filter(({ one, other, score }) => {
    if (score >= WORTH_A_LOOK) return true
    const door = [one, other].find((person) => person.provisional)
    if (!door) return false
    const before = shown.get(door.id) ?? 0
    shown.set(door.id, before + 1)
    return before < AT_A_DOOR
  })
}

/** Those of some people who may be this one, surest first. */
export function findLike<T extends Listed>(
  self: Likeness,
  others: readonly T[],
): (Resemblance & { readonly person: T })[] {
  const own = prepare(self)
  return others
    .flatMap((person) => {
      const like = resemblance(own, prepare(person))
      return like ? [{ person, ...like }] : []
    })
    .toSorted((a, b) => b.score - a.score || (a.person.id < b.person.id ? -1 : 1))
}
