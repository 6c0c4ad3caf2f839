import type { Reach } from '../../shared/calls/calls.contract.ts'
import { noCallReason, waysToReach } from '../../shared/people/contact-safety.rules.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import { ageOn } from '../../shared/time/civil.ts'
import { fromFlag } from '../flag.ts'
import type { AdultRow, Holding } from './people.repository.ts'

type Person = Pick<Holding, 'first_name' | 'last_name' | 'known_as' | 'phone' | 'email' | 'address' | 'safe_to_call' | 'safe_to_text' | 'safe_to_write' | 'language' | 'interpreter'> // prettier-ignore

/** By which of their numbers and addresses somebody may be reached: the one place where they leave the database here. */
function ofPerson(person: Person, relation: string | null): Reach {
  const reachable = {
    phone: person.phone,
    email: person.email,
    address: person.address,
    safeToCall: person.safe_to_call,
    safeToText: person.safe_to_text,
    safeToWrite: person.safe_to_write,
  }
  return {
    name: nameOf(person),
    relation,
    ...waysToReach(reachable),
    noCall: noCallReason(reachable),
    interpreter: fromFlag(person.interpreter) ? (person.language ?? 'language not known') : null,
  }
}

/** The name somebody is called by, from their row. */
export const nameOf = (person: Pick<Person, 'first_name' | 'last_name' | 'known_as'>): string =>
  displayName({ firstName: person.first_name, lastName: person.last_name, knownAs: person.known_as })

const ofAdult = (adult: AdultRow): Reach =>
  adult.adult_id === null
    ? ofName(adult.name ?? 'An adult', adult.relation, adult.named_phone)
    : ofPerson(whole(adult), adult.relation)

/** The columns of a left join that found its row. */
function whole(adult: AdultRow): Person {
  const { first_name, last_name, safe_to_call, safe_to_text, safe_to_write, interpreter } = adult
  return {
    ...adult,
    first_name: first_name ?? '',
    last_name: last_name ?? '',
    safe_to_call: safe_to_call ?? 'not-asked',
    safe_to_text: safe_to_text ?? 'not-asked',
    safe_to_write: safe_to_write ?? 'not-asked',
    interpreter: interpreter ?? 0,
  }
}

/** Somebody without a record, whose number is kept only where it is safe to ring; and staff, whose number is their office's. */
export const ofName = (
  name: string,
  relation: string,
  phone: string | null,
  email: string | null = null,
): Reach => ({
  name,
  relation,
  call: phone,
  text: null,
  email,
  write: null,
  noCall: phone === null ? 'No phone number is known.' : null,
  interpreter: null,
})

/** Whom to ring about somebody, first to last: for a child their adults and then themselves, for an adult themselves. */
export function reachOf(person: Holding, adults: readonly AdultRow[], today: string): Reach[] {
  const age = ageOn(person.date_of_birth, today)
  const themselves = ofPerson(person, null)
  return age !== null && age >= 18 ? [themselves] : [...adults.map(ofAdult), themselves]
}
