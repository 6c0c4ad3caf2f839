import { ApiError } from '../../api/client.ts'
import type { Input } from '../../api/client.ts'
import type { FamilyId } from '../../../shared/ids.ts'
import type { Answer } from '../../../shared/people/contact-safety.rules.ts'
import type { Person } from '../../../shared/people/people.contract.ts'

/** What is typed about a person, before it is sent. */
export interface PersonDraft {
  readonly firstName: string
  readonly lastName: string
  readonly knownAs: string
  readonly dateOfBirth: string | null
  /** What is wrong with what was typed as a date of birth. */
  readonly birthProblem: string | null
  readonly mosaicId: string
  readonly phone: string
  readonly safeToCall: Answer
  readonly allergies: string
  readonly alert: boolean
  readonly familyId: FamilyId | null
  /** A family of this name is made when there is no `familyId`; empty is no family. */
  readonly familyName: string
}

export const emptyDraft: PersonDraft = {
  firstName: '',
  lastName: '',
  knownAs: '',
  dateOfBirth: null,
  birthProblem: null,
  mosaicId: '',
  phone: '',
  safeToCall: 'not-asked',
  allergies: '',
  alert: false,
  familyId: null,
  familyName: '',
}

export const draftOf = (person: Person): PersonDraft => ({
  ...emptyDraft,
  firstName: person.firstName,
  lastName: person.lastName,
  knownAs: person.knownAs ?? '',
  dateOfBirth: person.dateOfBirth,
  mosaicId: person.mosaicId ?? '',
  phone: person.phone ?? '',
  safeToCall: person.safeToCall,
  allergies: person.allergies ?? '',
  alert: person.alert,
  familyId: person.familyId,
  familyName: person.familyName ?? '',
})

/** A draft begun from a name typed into a search: the last word is the last name. */
export function draftNamed(text: string): PersonDraft {
  const words = text.trim().split(/\s+/)
  if (words.some((word) => /\d/.test(word))) return emptyDraft
  const lastName = words.length > 1 ? (words.at(-1) ?? '') : ''
  return { ...emptyDraft, firstName: words.slice(0, words.length > 1 ? -1 : 1).join(' '), lastName }
}

/** What to send for a draft. */
export function inputOf(draft: PersonDraft): Input<'people', 'create'> {
  const { familyId, familyName, firstName, lastName, knownAs, dateOfBirth } = draft
  const { mosaicId, phone, safeToCall, allergies, alert } = draft
  const name = familyName.trim()
  const family: Input<'people', 'create'>['family'] =
    familyId !== null
      ? { kind: 'existing', id: familyId }
      : name === ''
        ? { kind: 'none' }
        : { kind: 'new', name }
  return { firstName, lastName, knownAs, dateOfBirth, mosaicId, phone, safeToCall, allergies, alert, family }
}

/** A date of birth that was typed and could not be read must not be sent as none. */
export function refusalOf({ birthProblem }: PersonDraft): ApiError | null {
  if (birthProblem === null) return null
  return new ApiError({
    code: 'INVALID_INPUT',
    message: birthProblem,
    details: { fields: { dateOfBirth: birthProblem } },
  })
}
