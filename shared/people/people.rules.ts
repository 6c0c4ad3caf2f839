import { fold, matchKey } from '../text.ts'
import { readDate } from '../time/entry.ts'
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

/** The name folded for ordering, for finding, and for matching; the last by what they are known as, if anything. */
export interface NameKeys {
  readonly sort: string
  readonly search: string
  readonly match: string
  readonly knownMatch: string | null
}

/**
 * What a person is ordered, found and matched by. `search` holds each name both with and without its spaces, so
 * that `oneill` and `o neill` both find Ó Néill and O’Neill.
 */
export function nameKeys(person: Named): NameKeys {
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
    knownMatch: person.knownAs ? matchKey(`${person.knownAs} ${person.lastName}`) : null,
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

/**
 * Reads a date of birth as people in the UK write one: `12/3/15`, `12 March 2015`, `12th Mar 15`, `120315`,
 * `2015-03-12`. The year must be there, and two digits of it mean the past: in 2026, `30` is 1930. Null when it
 * is no such date.
 */
export function readBirthDate(text: string, today: string): string | null {
  const typed = text.trim().toLowerCase()
  const numbers = typed.match(/\d+/g) ?? []
  const packed = /^\d{6}$|^\d{8}$/.test(typed)
  if (!packed && numbers.length !== (/[a-z]{3}/.test(typed.replace(/\d(st|nd|rd|th)/, '')) ? 2 : 3))
    return null
  const date = readDate(typed.replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/, '$1-$2-$3'), today)
  const shortYear = packed ? typed.length === 6 : numbers.every((number) => number.length < 4)
  return date !== null && date > today && shortYear ? readDate(aCenturyBefore(date), today) : date
}

const aCenturyBefore = (date: string) => `${Number(date.slice(0, 4)) - 100}${date.slice(4)}`

/** What somebody typed to find a person, taken apart. */
export interface PersonSearch {
  /** Folded words of the name, all of which must be in it. */
  readonly words: readonly string[]
  readonly dateOfBirth: string | null
  /** Words with a figure in: the start of a Mosaic ID, or six or eight figures that are a date of birth. */
  readonly codes: readonly { readonly mosaicId: string; readonly dateOfBirth: string | null }[]
  /** The whole of it as the start of another system's reference; null when it has no figure in it, or is a date. */
  readonly reference: string | null
}

const dateInText =
  /\b(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\d{1,2}|[a-z]{3,9})[\s./,-]+(?:\d{4}|\d{2}))\b/i

/** Takes apart what was typed: `patel 12/3/15`, `2219048`, `o'neill`. */
export function readPersonSearch(text: string, today: string): PersonSearch {
  const found = dateInText.exec(text)?.[0] ?? ''
  const dateOfBirth = readBirthDate(found, today)
  const words = fold(dateOfBirth === null ? text : text.replace(found, ' ')).split(' ')
  const isCode = (word: string) => /\d/.test(word)
  return {
    words: words.filter((word) => word !== '' && !isCode(word)),
    dateOfBirth,
    codes: words
      .filter(isCode)
      .map((word) => ({ mosaicId: word.toUpperCase(), dateOfBirth: readBirthDate(word, today) })),
    reference: dateOfBirth === null && /\d/.test(text) ? toReference(text) : null,
  }
}

/** A postcode as it is written, `LE18 3RG`. What is no postcode of this country stays as it was typed, in capitals. */
export function toPostcode(text: string): string {
  const packed = text.toUpperCase().replace(/[\s\u00a0]+/g, '')
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(packed)
    ? `${packed.slice(0, -3)} ${packed.slice(-3)}`
    : text.trim().toUpperCase()
}

/** A reference of another system as it is kept and compared: without spaces, in capitals. */
export const toReference = (text: string): string => text.replace(/[\s\u00a0]+/g, '').toUpperCase()
