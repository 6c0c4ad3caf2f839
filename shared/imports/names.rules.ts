import { fold } from '../text.ts'

/** A name taken apart, or why it cannot be. */
export type SplitName =
  | { readonly firstName: string; readonly lastName: string; readonly knownAs: string | null }
  | { readonly problem: string }

/** Words that begin a last name of several: Ana de la Cruz, Leo van der Berg. */
const particles = new Set('al bin da de del della den der di dos du el la le mac mc ni nic o san st ten ter van von'.split(' ')) // prettier-ignore

const tidy = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim()

/** Takes a whole name apart: `Sarah Jones`, `Jones, Sarah`, `Amelia (Mia) Patel`, `Ana de la Cruz`. */
export function splitFullName(text: string): SplitName {
  const knownAs = /\(([^()]{1,100})\)/.exec(text)?.[1] ?? null
  const name = tidy(text.replace(/\([^()]*\)/, ' '))
  const [lastName = '', firstName, ...more] = name.split(',').map(tidy)
  if (firstName !== undefined && more.length === 0) return whole(firstName, lastName, knownAs, name)
  const words = name.split(' ')
  let start = words.length - 1
  while (start > 1 && particles.has(fold(words[start - 1] ?? ''))) start -= 1
  return whole(words.slice(0, start).join(' '), words.slice(start).join(' '), knownAs, name)
}

function whole(firstName: string, lastName: string, knownAs: string | null, text: string): SplitName {
  if (firstName === '' || lastName === '')
    return { problem: `“${text}” is one name only. Give a first and a last name.` }
  return { firstName, lastName, knownAs }
}

/** Why the text in a name's cell is no name, in words; null when it may be one. */
export function nameProblem(text: string): string | null {
  if (/^[=+@]/.test(text)) return 'The name looks like a formula.'
  if (/\s(&|\+|and)\s|[&/]/i.test(text))
    return `“${text.slice(0, 60)}” seems to be two people. Put each on a row of their own.`
  if (/\d{3}/.test(text)) return `“${text.slice(0, 60)}” is not a name.`
  return null
}
