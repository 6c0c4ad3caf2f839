import { birthsNear } from './birth-likeness.rules.ts'
import type { Identity } from './matches.rules.ts'
import { formsOf, misspelt, noLastName, plainKey, plainName, shortOrSpelling } from './name-likeness.rules.ts'

/** What two records are compared by. */
export interface Likeness extends Identity {
  readonly phone?: string | null | undefined
  readonly familyId?: string | null | undefined
  /** What other systems call the person, each with its system. */
  readonly references?: readonly string[]
}

/** One side of a comparison, made ready once: the whole county is compared with itself. */
export interface Prepared {
  readonly source: Likeness
  /** First names, the one they are known by too. */
  readonly firsts: readonly string[]
  readonly last: string
  readonly lastWords: readonly string[]
  readonly lastKnown: boolean
  readonly birth: string | null
  readonly phone: string | null
}

/** Makes a record ready to be compared. */
export function prepare(source: Likeness): Prepared {
  const firsts = [source.firstName, ...(source.knownAs ? [source.knownAs] : [])].map(plainName)
  const last = plainName(source.lastName)
  return {
    source,
    firsts: [...new Set(firsts)],
    last: tight(last),
    lastWords: last.split(' '),
    lastKnown: !noLastName(last),
    birth: source.dateOfBirth ?? null,
    phone: phoneKey(source.phone),
  }
}

/** The figures of a phone number, with or without the country; null when there are too few to tell. */
export function phoneKey(phone: string | null | undefined): string | null {
  const figures = (phone ?? '').replace(/^\s*(\+|00)44\s*(\(0\))?/, '0').replace(/\D/g, '')
  return figures.length < 7 ? null : figures
}

/** How surely two records are one person. Never more than a reason to look: two people are never taken for one unasked. */
export const surenessLevels = ['sure', 'likely', 'possible'] as const
export type Sureness = (typeof surenessLevels)[number]

export interface Resemblance {
  readonly sureness: Sureness
  /** For ordering only: the more, the surer. */
  readonly score: number
  /** What speaks for it, in words. */
  readonly why: readonly string[]
  /** What speaks against it, in words. */
  readonly caution: string | null
}

interface Names {
  /** 3 the same name, 2 the same by another form of it, 1 but for a slip of the pen, 0 the first name alone. */
  readonly rank: 0 | 1 | 2 | 3
  readonly why: string
}

const tight = (name: string) => name.replace(/ /g, '')

/** How the names of two records are alike; null when they are the names of two people. */
function namesAlike(a: Prepared, b: Prepared): Names | null {
  const first = firstNames(a, b)
  const last = lastNames(a, b)
  if (first?.rank === 3 && last?.rank === 3) return { rank: 3, why: sameNameWords(a.source, b.source) }
  if (isSwapped(a, b)) return { rank: 2, why: 'First and last name are the other way round' }
  if (!first) return null
  if (!last) return first.rank >= 2 ? { rank: 0, why: lastNameWords(a, b) } : null
  if (first.rank < 2 && last.rank < 2) return null
  return first.rank <= last.rank ? first : last
}

function sameNameWords(a: Likeness, b: Likeness): string {
  if (plainKey(a.firstName) !== plainKey(b.firstName)) return 'One is known by the other’s name'
  const asTyped = a.firstName === b.firstName && a.lastName === b.lastName
  return asTyped ? 'The same name' : 'The same name but for accents, capitals or spaces'
}

const lastNameWords = (a: Prepared, b: Prepared) =>
  !a.lastKnown || !b.lastKnown
    ? 'The same first name; no last name is known of one'
    : 'The same first name, another last name'

function firstNames(a: Prepared, b: Prepared): Names | null {
  let best: Names | null = null
  for (const one of a.firsts)
    for (const other of b.firsts) {
      const names = firstName(one, other)
      if (names && (best === null || names.rank > best.rank)) best = names
    }
  return best
}

function firstName(one: string, other: string): Names | null {
  if (tight(one) === tight(other)) return { rank: 3, why: 'The same first name' }
  const words = shortOrSpelling(one, other)
  if (words !== null) return { rank: 2, why: words }
  if (`${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `))
    return { rank: 2, why: 'One record has a middle name more' }
  return misspelt(one, other) ? { rank: 1, why: 'The first names are spelt almost alike' } : null
}

function lastNames(a: Prepared, b: Prepared): Names | null {
  if (!a.lastKnown || !b.lastKnown) return null
  if (a.last === b.last) return { rank: 3, why: 'The same last name' }
  if (shortOrSpelling(a.last, b.last) !== null) return { rank: 2, why: 'The last names are two spellings of one name' } // prettier-ignore
  const [few, many] = a.lastWords.length < b.lastWords.length ? [a, b] : [b, a]
  if (few.lastWords.every((word) => word.length > 2 && many.lastWords.includes(word)))
    return { rank: 2, why: 'One last name is part of the other' }
  return misspelt(a.last, b.last) ? { rank: 1, why: 'The last names are spelt almost alike' } : null
}

const isSwapped = (a: Prepared, b: Prepared) =>
  a.firsts.some((first) => tight(first) === b.last) && b.firsts.some((first) => tight(first) === a.last)

type Births = { readonly kind: 'same' | 'near' | 'unknown' | 'different'; readonly why: string | null }

function birthsAlike(a: string | null, b: string | null): Births {
  if (a === null || b === null)
    return { kind: 'unknown', why: 'The date of birth of one of them is not known' }
  if (a === b) return { kind: 'same', why: 'The same date of birth' }
  const near = birthsNear(a, b)
  return near === null ? { kind: 'different', why: null } : { kind: 'near', why: near }
}

/** By how alike the names are: born on the same day, on days that may be one; and where one is not known. */
const scores: Readonly<Record<0 | 1 | 2 | 3, Readonly<Record<'same' | 'near' | 'unknown', number>>>> = {
  3: { same: 100, near: 70, unknown: 30 },
  2: { same: 85, near: 55, unknown: 15 },
  1: { same: 65, near: 0, unknown: 10 },
  0: { same: 0, near: 0, unknown: 0 },
}
/** With the same phone or family beside it. */
const backedScores: typeof scores = {
  3: { same: 105, near: 75, unknown: 60 },
  2: { same: 90, near: 60, unknown: 50 },
  1: { same: 70, near: 45, unknown: 35 },
  0: { same: 40, near: 0, unknown: 0 },
}

/**
 * Whether two records may be one person, with the reasons in words; null when nothing speaks for it. Twins and other
 * siblings are not: the first names must be one. A parent and a child of one name are not: the births are far apart.
 * Somebody without a last name is never more than possibly somebody else.
 */
export function resemblance(a: Prepared, b: Prepared): Resemblance | null {
  const reference = sharedReference(a.source, b.source)
  const names = namesAlike(a, b)
  const births = birthsAlike(a.birth, b.birth)
  if (reference === null && (names === null || births.kind === 'different')) return null
  const backing = backingOf(a, b)
  const score = Math.max(
    reference === null ? 0 : names === null ? 50 : 110,
    names === null || births.kind === 'different' ? 0 : (backing.length > 0 ? backedScores : scores)[names.rank][births.kind], // prettier-ignore
  )
  if (score === 0) return null
  const nameless = !a.lastKnown || !b.lastKnown
  const caution = cautionOf(a, b, births)
  const sure = Math.min(score, nameless ? 45 : 200) - (caution === null ? 0 : 30)
  const why = [reference, names?.why ?? null, births.why, ...backing].filter((words) => words !== null)
  return { sureness: levelOf(sure), score: sure, why, caution }
}

const levelOf = (score: number): Sureness => (score >= 85 ? 'sure' : score >= 50 ? 'likely' : 'possible')

function sharedReference(a: Likeness, b: Likeness): string | null {
  return a.references?.some((one) => b.references?.includes(one))
    ? 'The same reference in another system'
    : null
}

function backingOf(a: Prepared, b: Prepared): string[] {
  const words: string[] = []
  if (a.phone !== null && a.phone === b.phone) words.push('The same phone number')
  if (a.source.familyId && a.source.familyId === b.source.familyId) words.push('The same family')
  return words
}

function cautionOf(a: Prepared, b: Prepared, births: Births): string | null {
  if (a.source.mosaicId && b.source.mosaicId) return 'Each has a Mosaic ID of their own.'
  const family = a.source.familyId && a.source.familyId === b.source.familyId
  const otherNames = !a.firsts.some((name) => b.firsts.includes(name))
  return family && births.kind === 'same' && otherNames
    ? 'They are of one family and born on one day: they may be twins.'
    : null
}

/** What two records that may be one have in common, at least one of these: what to look among. */
export function keysOf({ source, firsts, last, birth, phone }: Prepared): string[] {
  const names = firsts.flatMap((first) => formsOf(first).map((form) => tight(form)))
  const words = firsts.map((first) => first.split(' ')[0] ?? first)
  return [
    ...[...new Set([...names, ...words])].map((name) =>
      [name, formsOf(last)[0] ?? last].toSorted().join(' '),
    ),
    ...(birth === null ? [] : [birth]),
    ...(phone === null ? [] : [phone]),
    ...(source.familyId ? [source.familyId] : []),
    ...(source.references ?? []),
  ]
}
