import { ApiError } from '../../api/client.ts'
import type { Input } from '../../api/client.ts'
import type { FamilyId, LocalityId } from '../../../shared/ids.ts'
import type { Answer } from '../../../shared/people/contact-safety.rules.ts'
import type { Person, Reference } from '../../../shared/people/person.contract.ts'

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
  readonly safeToText: Answer
  readonly email: string
  readonly address: string
  readonly postcode: string
  readonly localityId: LocalityId | null
  readonly safeToWrite: Answer
  readonly allergies: string
  readonly accessNeeds: string
  readonly language: string
  readonly interpreter: boolean
  readonly references: readonly Reference[]
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
  safeToText: 'not-asked',
  email: '',
  address: '',
  postcode: '',
  localityId: null,
  safeToWrite: 'not-asked',
  allergies: '',
  accessNeeds: '',
  language: '',
  interpreter: false,
  references: [],
  alert: false,
  familyId: null,
  familyName: '',
}

export const draftOf = (person: Person, references: readonly Reference[]): PersonDraft => ({
  ...emptyDraft,
  firstName: person.firstName,
  lastName: person.lastName,
  knownAs: person.knownAs ?? '',
  dateOfBirth: person.dateOfBirth,
  mosaicId: person.mosaicId ?? '',
  phone: person.phone ?? '',
  safeToCall: person.safeToCall,
  safeToText: person.safeToText,
  email: person.email ?? '',
  address: person.address ?? '',
  postcode: person.postcode ?? '',
  localityId: person.localityId,
  safeToWrite: person.safeToWrite,
  allergies: person.allergies ?? '',
  accessNeeds: person.accessNeeds ?? '',
  language: person.language ?? '',
  interpreter: person.interpreter,
  references,
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

type FamilyChoice = Input<'people', 'create'>['family']

/** The family that is meant by a name typed and, perhaps, chosen. */
export function familyChoiceOf({
  familyId,
  familyName,
}: Pick<PersonDraft, 'familyId' | 'familyName'>): FamilyChoice {
  if (familyId !== null) return { kind: 'existing', id: familyId }
  const name = familyName.trim()
  return name === '' ? { kind: 'none' } : { kind: 'new', name }
}

/** What to send for a draft. A reference that nothing was typed into is none. */
export function inputOf(draft: PersonDraft) {
  const { familyId: _id, familyName: _name, birthProblem: _problem, ...fields } = draft
  const references = draft.references.filter(({ system, value }) => `${system}${value}`.trim() !== '')
  return { ...fields, references, family: familyChoiceOf(draft) } satisfies Input<'people', 'create'>
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
