import type { PersonId } from '../../../shared/ids.ts'
import { sameName } from '../../../shared/people/matches.rules.ts'
import type { PersonRow } from '../../../shared/people/people.contract.ts'
import type { RegisterRow } from '../../../shared/registers/registers.contract.ts'

/** Somebody on this register already; somebody known; somebody new. */
export type Choice =
  | { readonly kind: 'here'; readonly name: string; readonly personId: PersonId }
  | { readonly kind: 'known'; readonly name: string; readonly personId: PersonId; readonly person: PersonRow }
  | { readonly kind: 'new'; readonly name: string; readonly firstName: string; readonly lastName: string }

/** The last word is the last name; null while there is only one. */
export function readName(text: string): { firstName: string; lastName: string } | null {
  const words = text.trim().split(/\s+/)
  const lastName = words.pop() ?? ''
  return words.length === 0 ? null : { firstName: words.join(' '), lastName }
}

/** Who the typed name may be: those found, then, once there are two names, somebody new. */
export function choicesFor(
  text: string,
  found: readonly PersonRow[],
  rows: readonly Pick<RegisterRow, 'personId'>[],
): Choice[] {
  const here = new Set(rows.map((row) => row.personId))
  const known = found.map((person): Choice => {
    const { id: personId, name } = person
    return here.has(personId) ? { kind: 'here', name, personId } : { kind: 'known', name, personId, person }
  })
  const name = readName(text)
  return name === null
    ? known
    : [...known, { kind: 'new', name: `${name.firstName} ${name.lastName}`, ...name }]
}

/**
 * What Enter picks: somebody of exactly that name; with both names typed and nobody of that name, somebody new; else
 * the first found. -1 when there is nothing to pick.
 */
export function bestChoice(choices: readonly Choice[], text: string): number {
  const typed = readName(text)
  if (typed === null) return choices.length > 0 ? 0 : -1
  const same = choices.findIndex((choice) => {
    const name = choice.kind === 'new' ? null : readName(choice.name)
    return name !== null && sameName(name, typed)
  })
  return same === -1 ? choices.length - 1 : same
}
