import { distance } from 'fastest-levenshtein'
import { fold } from '../text.ts'
import { shortForms, spellings } from './nicknames.ts'

/** The one spelling that stands for all spellings of a name. */
const standsFor: ReadonlyMap<string, string> = new Map(
  spellings.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
)
const oneSpelling = (name: string): string => standsFor.get(name) ?? name

/** The names that a short form may stand for, each in its one spelling. */
const longNames: ReadonlyMap<string, readonly string[]> = (() => {
  const long = new Map<string, string[]>()
  for (const [name, shorts] of Object.entries(shortForms))
    for (const short of shorts) long.set(short, [...(long.get(short) ?? []), oneSpelling(name)])
  return long
})()

/** A name as it is compared: folded, and Polish and Nordic letters that have no accent to lose written plainly. */
export const plainName = (name: string): string =>
  fold(name).replace(/[łøđßæœ]/g, (letter) => plainLetters[letter] ?? letter)
const plainLetters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' }

/** The same without spaces. */
export const plainKey = (name: string): string => plainName(name).replace(/ /g, '')

/**
 * All that a first name may stand for, its own one spelling first: Ellie is Ellie, Eleanor or Elizabeth. Two names with
 * one of these in common are worth comparing.
 */
export function formsOf(name: string): readonly string[] {
  const own = oneSpelling(name)
  return [own, ...(longNames.get(name) ?? longNames.get(own) ?? [])]
}

/** Every way in which a first name may be written: its spellings, its short forms, and what it may be short for. */
export function writtenAs(name: string): readonly string[] {
  const forms = formsOf(name)
  const groups = forms.flatMap((form) => spellings.find(([first]) => first === form) ?? [form])
  return [...new Set([name, ...groups, ...(shortForms[oneSpelling(name)] ?? [])])]
}

/**
 * How two first names are one, in words; null when they are two names. Two short forms of one long name are two names:
 * twins may well be Ellie and Libby.
 */
export function shortOrSpelling(one: string, other: string): string | null {
  const [a, b] = [oneSpelling(one), oneSpelling(other)]
  if (a === b) return 'The first names are two spellings of one name'
  const short = 'One first name is short for the other'
  return longNames.get(one)?.includes(b) || longNames.get(other)?.includes(a) ? short : null
}

/**
 * Whether two names may be one with a slip of the pen: one letter more, fewer or other, or two that changed places; in
 * a name of eight letters or more, two of them. A name of three letters or another first letter is another name.
 */
export function misspelt(one: string, other: string): boolean {
  if (one === other || one[0] !== other[0] || Math.min(one.length, other.length) < 4) return false
  const slips = Math.min(one.length, other.length) >= 8 ? 2 : 1
  if (Math.abs(one.length - other.length) > slips) return false
  return distance(one, other) <= slips || swappedLetters(one, other)
}

function swappedLetters(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  const i = [...one].findIndex((letter, place) => letter !== other[place])
  return one[i] === other[i + 1] && one[i + 1] === other[i] && one.slice(i + 2) === other.slice(i + 2)
}

/** What lists hold where nobody knew the last name, without anything but its letters. */
const unknownNames = new Set(['', 'x', 'xx', 'xxx', 'unknown', 'notknown', 'nk', 'none', 'na', 'tbc', 'nosurname', 'surname']) // prettier-ignore

/** Whether no last name is known, by the name as `plainName` has it: a name without one is nobody’s alone. */
export const noLastName = (lastName: string): boolean => unknownNames.has(lastName.replace(/[^\p{L}]/gu, ''))
