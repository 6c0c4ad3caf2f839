import type { PersonId } from '../../../shared/ids.ts'
import { sameName } from '../../../shared/people/matches.rules.ts'
import { readBirthDate } from '../../../shared/people/people.rules.ts'
import type { WalkInChoice } from '../../../shared/registers/walk-ins.contract.ts'

interface NewName {
  readonly firstName: string
  readonly lastName: string
  readonly dateOfBirth: string | null
}

/** Somebody on this register already; somebody known; somebody new. */
export type Choice =
  | { readonly kind: 'here' | 'known'; readonly name: string; readonly personId: PersonId; readonly person: WalkInChoice }
  | ({ readonly kind: 'new'; readonly name: string } & NewName) // prettier-ignore

/**
 * A name and, after it, a date of birth: `Zed Walker 12/3/15`. The last word of the name is the last name; null while
 * there is only one.
 */
export function readWalkIn(text: string, today: string): NewName | null {
  const figures = text.search(/\d/)
  const born = figures === -1 ? '' : text.slice(figures).trim()
  const words = (figures === -1 ? text : text.slice(0, figures)).trim().split(/\s+/)
  const lastName = words.pop() ?? ''
  if (words.length === 0) return null
  return { firstName: words.join(' '), lastName, dateOfBirth: readBirthDate(born, today) }
}

/** Who the typed name may be: those found, then, once there are two names, somebody new. */
export function choicesFor(text: string, found: readonly WalkInChoice[], today: string): Choice[] {
  const known = found.map((person): Choice => {
    const { personId, name, here } = person
    return { kind: here ? 'here' : 'known', name, personId, person }
  })
  const typed = readWalkIn(text, today)
  if (typed === null) return known
  return [...known, { kind: 'new', name: `${typed.firstName} ${typed.lastName}`, ...typed }]
}

/**
 * What Enter picks: somebody of exactly that name, and born on that day where one was typed; with both names typed and
 * nobody like that, somebody new; else the first found. -1 when there is nothing to pick.
 */
export function bestChoice(choices: readonly Choice[], text: string, today: string): number {
  const typed = readWalkIn(text, today)
  if (typed === null) return choices.length > 0 ? 0 : -1
  const same = choices.findIndex((choice) => choice.kind !== 'new' && isThem(choice.person, typed, today))
  return same === -1 ? choices.length - 1 : same
}

function isThem(person: WalkInChoice, typed: NewName, today: string): boolean {
  const name = readWalkIn(person.name, today)
  if (name === null || !sameName(name, { firstName: typed.firstName, lastName: typed.lastName })) return false
  const bothBorn = person.dateOfBirth !== null && typed.dateOfBirth !== null
  return !bothBorn || person.dateOfBirth === typed.dateOfBirth
}
