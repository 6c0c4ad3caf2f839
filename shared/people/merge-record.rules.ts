import { fold } from '../text.ts'
import type { Answer } from './contact-safety.rules.ts'
import { phoneKey } from './duplicates.rules.ts'
import type { MergeChoice } from './merge.contract.ts'
import { plainKey } from './name-likeness.rules.ts'
import type { Person } from './person.contract.ts'

/** The fields of a record that two may say different things in, in the order in which they are shown. */
export const mergeFields = [
  'name',
  'knownAs',
  'dateOfBirth',
  'mosaicId',
  'phone',
  'safeToCall',
  'safeToText',
  'email',
  'address',
  'localityId',
  'safeToWrite',
  'allergies',
  'accessNeeds',
  'language',
  'familyId',
] as const
export type MergeField = (typeof mergeFields)[number]

export const mergeFieldLabels: Readonly<Record<MergeField, string>> = {
  name: 'Name',
  knownAs: 'Known as',
  dateOfBirth: 'Date of birth',
  mosaicId: 'Mosaic ID',
  phone: 'Phone',
  safeToCall: 'Safe to call',
  safeToText: 'Safe to text',
  email: 'Email',
  address: 'Address',
  localityId: 'Locality',
  safeToWrite: 'Safe to write',
  allergies: 'Allergies and medical',
  accessNeeds: 'Access needs',
  language: 'Language',
  familyId: 'Family',
}

/** Free text of which both may be kept, one below the other. */
export const mayKeepBoth: ReadonlySet<MergeField> = new Set(['allergies', 'accessNeeds'])

const safeties = ['safeToCall', 'safeToText', 'safeToWrite'] as const
type Safety = (typeof safeties)[number]
const isSafety = (field: MergeField): field is Safety => safeties.some((one) => one === field)

const waysOf: Readonly<Record<Safety, readonly MergeField[]>> = {
  safeToCall: ['phone'],
  safeToText: ['phone'],
  safeToWrite: ['email', 'address'],
}

/**
 * What a record says in a field, as text to compare; null is nothing. "Not asked" says nothing, and nor does a yes to
 * calling a number that is not there.
 */
export function saysIn(person: Person, field: MergeField): string | null {
  if (field === 'name') return `${person.firstName} ${person.lastName}`
  if (field === 'address') return [person.address, person.postcode].filter(Boolean).join('\n') || null
  if (
    isSafety(field) &&
    person[field] === 'yes' &&
    waysOf[field].every((way) => saysIn(person, way) === null)
  )
    return null
  const value = person[field]
  return value === 'not-asked' ? null : value
}

/** Spelling, spaces and the country of a phone number make no difference. */
function comparable(field: MergeField, text: string): string {
  if (field === 'name' || field === 'knownAs') return plainKey(text)
  if (field === 'phone') return phoneKey(text) ?? text
  return fold(text)
}

const same = (field: MergeField, one: string, other: string) =>
  comparable(field, one) === comparable(field, other)
const different = (kept: Person, gone: Person, field: MergeField): boolean => {
  const [one, other] = [saysIn(kept, field), saysIn(gone, field)]
  return one !== null && other !== null && !same(field, one, other)
}

/**
 * Whether both records say something in a field, and not the same: then a person decides. Whether a number is safe to
 * call goes with the number, so where there are two numbers it is not asked by itself; and so with an address.
 */
export function mustAsk(kept: Person, gone: Person, field: MergeField): boolean {
  if (!different(kept, gone, field)) return false
  if (mayKeepBoth.has(field)) return !holdsOther(kept, gone, field)
  return isSafety(field) ? !waysOf[field].some((way) => different(kept, gone, way)) : true
}

/** One text that has the other in it says it all. */
function holdsOther(kept: Person, gone: Person, field: MergeField): boolean {
  const [one, other] = [fold(saysIn(kept, field) ?? ''), fold(saysIn(gone, field) ?? '')]
  return one.includes(other) || other.includes(one)
}

type Choose = (field: MergeField) => MergeChoice

/** What the one record says once a person has decided each field that `mustAsk`. What one alone says is kept; of two ways to write it, the fuller. */
export function uniteRecords(kept: Person, gone: Person, choose: Choose): Person {
  const from = (field: MergeField): Person => {
    if (mustAsk(kept, gone, field)) return choose(field) === 'gone' ? gone : kept
    return fuller(saysIn(kept, field), saysIn(gone, field)) === 'gone' ? gone : kept
  }
  const text = (field: 'allergies' | 'accessNeeds') =>
    mustAsk(kept, gone, field) && choose(field) === 'both'
      ? `${kept[field]}\n${gone[field]}`
      : from(field)[field]
  const name = from('name')
  const dateOfBirth = from('dateOfBirth').dateOfBirth
  const family = from('familyId')
  const address = from('address')
  return {
    ...kept,
    firstName: name.firstName,
    lastName: name.lastName,
    knownAs: from('knownAs').knownAs,
    dateOfBirth,
    mosaicId: from('mosaicId').mosaicId,
    familyId: family.familyId,
    familyName: family.familyName,
    phone: from('phone').phone,
    email: from('email').email,
    address: address.address,
    postcode: address.postcode,
    localityId: from('localityId').localityId,
    ...safetyOf(kept, gone, choose, from),
    allergies: text('allergies'),
    accessNeeds: text('accessNeeds'),
    language: from('language').language,
    interpreter: kept.interpreter || gone.interpreter,
    alert: kept.alert || gone.alert,
    provisional: kept.provisional && gone.provisional && dateOfBirth === null,
  }
}

/** With accents before without, long before short. */
const fuller = (kept: string | null, gone: string | null): 'kept' | 'gone' =>
  (gone ?? '').normalize('NFD').length > (kept ?? '').normalize('NFD').length ? 'gone' : 'kept'

function safetyOf(kept: Person, gone: Person, choose: Choose, from: (field: MergeField) => Person) {
  const answer = (safety: Safety): Answer => {
    if (mustAsk(kept, gone, safety)) return (choose(safety) === 'gone' ? gone : kept)[safety]
    const used = waysOf[safety].filter((way) => saysIn(kept, way) !== null || saysIn(gone, way) !== null)
    // Of two numbers it is the one that stays whose answer counts.
    if (used.some((way) => different(kept, gone, way))) return strictest(used.map((way) => from(way)[safety]))
    if (kept[safety] === 'no' || gone[safety] === 'no') return 'no'
    return sure(kept, used, from, safety) || sure(gone, used, from, safety) ? 'yes' : 'not-asked'
  }
  return {
    safeToCall: answer('safeToCall'),
    safeToText: answer('safeToText'),
    safeToWrite: answer('safeToWrite'),
  }
}

const strictest = (answers: readonly Answer[]): Answer =>
  answers.includes('no') ? 'no' : answers.every((answer) => answer === 'yes') ? 'yes' : 'not-asked'

/** A yes was said of the number that the record had then: it says nothing of one that comes from the other record. */
const sure = (
  side: Person,
  ways: readonly MergeField[],
  from: (field: MergeField) => Person,
  safety: Safety,
) =>
  side[safety] === 'yes' &&
  ways.every((way) => {
    const [own, stays] = [saysIn(side, way), saysIn(from(way), way)]
    return own !== null && stays !== null && same(way, own, stays)
  })
