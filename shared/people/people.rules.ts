import { fold, matchKey } from '../text.ts'
import { typedDate } from '../time/format.ts'

interface Named {
  readonly firstName: string
  readonly lastName: string
  readonly knownAs?: string | null | undefined
}

/** `Mia Patel`: the name a person is called by. */
export const displayName = (person: Named): string =>
  `${person.knownAs ?? person.firstName} ${person.lastName}`

/** `Amelia (Mia) Patel`: the whole name, where it matters that it is whole. */
export const fullName = ({ firstName, lastName, knownAs }: Named): string =>
  knownAs && knownAs !== firstName ? `${firstName} (${knownAs}) ${lastName}` : `${firstName} ${lastName}`

/**
 * What a person is ordered, found and matched by. `search` holds each name both with and without its spaces, so
 * that `oneill` and `o neill` both find Ó Néill and O’Neill.
 */
export const nameKeys = (person: Named): { sort: string; search: string; match: string } => {
  const names = [person.firstName, person.lastName, person.knownAs ?? '']
  const words = new Set(names.flatMap((name) => [...fold(name).split(' '), matchKey(name)]))
  return {
    sort: fold(`${person.lastName} ${person.firstName}`),
    // Each word starts with a space, so that the start of a word can be looked for.
    search: [...words]
      .filter((word) => word !== '')
      .map((word) => ` ${word}`)
      .join(''),
    match: matchKey(`${person.firstName} ${person.lastName}`),
  }
}

/** The first day a living person can have been born on, for this program. */
export const EARLIEST_BIRTH = '1900-01-01'

/** Why a date cannot be a date of birth, in words; null when it can. Today is allowed: babies come to groups. */
export function birthProblem(dateOfBirth: string, today: string): string | null {
  if (dateOfBirth > today) return `The date of birth ${typedDate(dateOfBirth)} is in the future.`
  if (dateOfBirth < EARLIEST_BIRTH)
    return `The date of birth ${typedDate(dateOfBirth)} is before 1900. Check the year.`
  return null
}

/** A Mosaic ID as it is kept and compared: without spaces, in capitals. Empty is none. */
export const toMosaicId = (text: string | null | undefined): string | null =>
  (text ?? '').replace(/[\s\u00a0]+/g, '').toUpperCase() || null
