import { matchKey } from '../text.ts'
import { toMosaicId } from './people.rules.ts'
import type { Match } from './people.contract.ts'

/** What a person is compared by. */
export interface Identity {
  readonly firstName: string
  readonly lastName: string
  readonly knownAs?: string | null | undefined
  readonly dateOfBirth?: string | null | undefined
  readonly mosaicId?: string | null | undefined
}

/** A person's whole names without spaces: by the first name, and by the one they are known by. */
export const wholeNames = ({ firstName, lastName, knownAs }: Identity): string[] =>
  [firstName, ...(knownAs ? [knownAs] : [])].map((first) => matchKey(`${first} ${lastName}`))

/** Whether two people go by the same whole name, by the first name or the one they are known by. */
export const sameName = (a: Identity, b: Identity): boolean =>
  wholeNames(a).some((name) => wholeNames(b).includes(name))

/**
 * How surely two records are one person: by Mosaic ID; else by date of birth and name; a name alone is only a
 * hint and is never matched on. Null when nothing speaks for it.
 */
export function matchKind(a: Identity, b: Identity): Match['kind'] | null {
  const mosaicId = toMosaicId(a.mosaicId)
  if (mosaicId !== null && mosaicId === toMosaicId(b.mosaicId)) return 'mosaic'
  if (!sameName(a, b)) return null
  return a.dateOfBirth && a.dateOfBirth === b.dateOfBirth ? 'name-and-birth' : 'name-only'
}

/** The order of certainty. */
export const sureness: Readonly<Record<Match['kind'], number>> = {
  mosaic: 0,
  'name-and-birth': 1,
  'name-only': 2,
}

/**
 * Why a match by Mosaic ID or by name and birth is still doubtful, in words: another name, another date of birth
 * or another Mosaic ID. Null when nothing speaks against it. A first or a last name in common is enough, because
 * people marry and are called by other names.
 */
export function matchDoubt(listed: Identity, known: Identity): string | null {
  if (!sharesName(listed, known)) return 'The Mosaic ID is that of somebody with another name.'
  if (listed.dateOfBirth && known.dateOfBirth && listed.dateOfBirth !== known.dateOfBirth)
    return 'The Mosaic ID is that of somebody with another date of birth.'
  const [one, other] = [toMosaicId(listed.mosaicId), toMosaicId(known.mosaicId)]
  if (one !== null && other !== null && one !== other)
    return 'Somebody with this name and date of birth has another Mosaic ID.'
  return null
}

function sharesName(a: Identity, b: Identity): boolean {
  const firsts = (p: Identity) => [matchKey(p.firstName), matchKey(p.knownAs ?? p.firstName)]
  return matchKey(a.lastName) === matchKey(b.lastName) || firsts(a).some((name) => firsts(b).includes(name))
}
