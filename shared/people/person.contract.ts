import { z } from 'zod'
import { familyId, localityId, personId } from '../ids.ts'
import { line, optionalLine, optionalText } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { answers } from './contact-safety.rules.ts'
import { toPostcode } from './people.rules.ts'

export const personSchema = z.strictObject({
  id: personId,
  firstName: z.string(),
  lastName: z.string(),
  knownAs: z.string().nullable(),
  dateOfBirth: localDate.nullable(),
  mosaicId: z.string().nullable(),
  familyId: familyId.nullable(),
  familyName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  localityId: localityId.nullable(),
  safeToCall: z.enum(answers),
  safeToText: z.enum(answers),
  /** Letters and email: somebody else may open them. */
  safeToWrite: z.enum(answers),
  /** What a session must know to keep them safe: allergies and medical. */
  allergies: z.string().nullable(),
  accessNeeds: z.string().nullable(),
  language: z.string().nullable(),
  interpreter: z.boolean(),
  /** A neutral marker: speak to the lead before the session. What it is about is not part of a person: see alerts. */
  alert: z.boolean(),
  /** Added in a hurry at a door: a date of birth and a check are owed. */
  provisional: z.boolean(),
  version: z.int(),
})
export type Person = z.infer<typeof personSchema>

export const personRowSchema = z.strictObject({
  id: personId,
  /** `Mia Patel`, by the name she is known by. */
  name: z.string(),
  dateOfBirth: localDate.nullable(),
  mosaicId: z.string().nullable(),
  familyName: z.string().nullable(),
  alert: z.boolean(),
  provisional: z.boolean(),
  /** Groups this person is enrolled in today. */
  groups: z.array(z.string()),
})
export type PersonRow = z.infer<typeof personRowSchema>

/** Who is expected to be born later than today, or before 1900, was mistyped; the rule is in people.rules.ts. */
export const personFields = {
  firstName: line('Enter a first name.', 100),
  lastName: line('Enter a last name.', 100),
  knownAs: optionalLine(100),
  dateOfBirth: localDate.nullish(),
  mosaicId: optionalLine(40),
  phone: optionalLine(40),
  email: optionalLine(200),
  address: optionalText(300),
  postcode: optionalLine(12).transform((text) => (text === null ? null : toPostcode(text))),
  localityId: localityId.nullish(),
  safeToCall: z.enum(answers).default('not-asked'),
  safeToText: z.enum(answers).default('not-asked'),
  safeToWrite: z.enum(answers).default('not-asked'),
  allergies: optionalText(500),
  accessNeeds: optionalText(500),
  language: optionalLine(60),
  interpreter: z.boolean().default(false),
  alert: z.boolean().default(false),
}
export const newPersonSchema = z.strictObject(personFields)
export type NewPerson = z.infer<typeof newPersonSchema>

/** What another system calls a person: Core+ 12345. The Mosaic ID stands with the person. */
export const referenceSchema = z.strictObject({
  system: line('Say which system the reference is of.', 40),
  value: line('Enter the reference.', 60),
})
export type Reference = z.infer<typeof referenceSchema>

export const familyChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('existing'), id: familyId }),
  z.strictObject({ kind: z.literal('new'), name: line('Enter a name for the family.', 120) }),
])

/** mosaic: the same Mosaic ID. name-and-birth: the same date of birth and name. name-only: never enough to match on. */
export const matchKinds = ['mosaic', 'name-and-birth', 'name-only'] as const
export const matchSchema = z.strictObject({
  kind: z.enum(matchKinds),
  person: personRowSchema,
})
export type Match = z.infer<typeof matchSchema>
