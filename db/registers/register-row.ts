import type { PersonId } from '../../shared/ids.ts'
import { roleOn } from '../../shared/enrolments/participants.rules.ts'
import { waysToReach } from '../../shared/people/contact-safety.rules.ts'
import { displayName } from '../../shared/people/people.rules.ts'
import type { RegisterRow } from '../../shared/registers/registers.contract.ts'
import { ageInWords } from '../../shared/time/format.ts'
import { fromFlag } from '../flag.ts'
import type { OnRegister } from './people-on.ts'
import type { PersonOn } from './on-register.repository.ts'
import { toMark } from './registers.repository.ts'

/** What heads a row needs of the day, and of the sessions before it. */
export interface Around {
  /** The session's local date. */
  readonly day: string
  readonly lastMarks: (person: PersonId) => string[]
}

/** Somebody on a register as the screen and the paper show them. */
export function toRow({ person, mark, walkIn }: OnRegister, number: number, around: Around): RegisterRow {
  const { day, lastMarks } = around
  return {
    personId: person.id,
    number,
    name: nameOf(person),
    age: person.date_of_birth === null ? null : ageOrNull(person.date_of_birth, day),
    alert: fromFlag(person.alert),
    allergies: person.allergies,
    phone: reach(person).call,
    safeToCall: person.safe_to_call,
    provisional: fromFlag(person.provisional),
    walkIn,
    standing: person.standing,
    familyId: person.family_id,
    role: roleOn(person.role, person.date_of_birth, day),
    lastMarks: lastMarks(person.id),
    mark: mark && toMark(mark),
  }
}

/** The name that a person is called by. */
export const nameOf = (person: Pick<PersonOn, 'first_name' | 'last_name' | 'known_as'>) =>
  displayName({ firstName: person.first_name, lastName: person.last_name, knownAs: person.known_as })

const reach = (person: PersonOn) =>
  waysToReach({
    phone: person.phone,
    email: person.email,
    address: person.address,
    safeToCall: person.safe_to_call,
    safeToText: person.safe_to_text,
    safeToWrite: person.safe_to_write,
  })

/** A birth after the session's day was mistyped: no age is better than a wrong one. */
const ageOrNull = (dateOfBirth: string, day: string) =>
  dateOfBirth > day ? null : ageInWords(dateOfBirth, day)
