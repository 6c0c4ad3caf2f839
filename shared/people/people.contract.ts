import { z } from 'zod'
import { familyId, groupId, personId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line, optionalLine, optionalText } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { answers } from './contact-safety.rules.ts'
import { enrolmentStatuses } from '../enrolments/enrolments.contract.ts'

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
  safeToCall: z.enum(answers),
  allergies: z.string().nullable(),
  /** A neutral marker: speak to the lead before the session. What it is about is not kept here. */
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
  safeToCall: z.enum(answers).default('not-asked'),
  allergies: optionalText(500),
  alert: z.boolean().default(false),
}
export const newPersonSchema = z.strictObject(personFields)
export type NewPerson = z.infer<typeof newPersonSchema>

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

export const peopleContract = {
  /** People by name, date of birth or Mosaic ID; without text, the first of them by last name. */
  search: query({
    permission: 'people.view',
    label: 'Find people',
    input: z.strictObject({
      text: z.string().max(200).default(''),
      /** Only those added at a door whose date of birth and check are owed. */
      provisional: z.boolean().default(false),
      limit: z.int().min(1).max(200).default(50),
      offset: z.int().min(0).default(0),
    }),
    output: z.strictObject({ total: z.int(), people: z.array(personRowSchema) }),
  }),
  /** One person with their history in groups. Every look is in the audit trail. */
  get: query({
    permission: 'people.view',
    label: 'See a person',
    logView: true,
    input: z.strictObject({ id: personId }),
    output: z.strictObject({
      person: personSchema,
      family: z.array(personRowSchema),
      history: z.array(
        z.strictObject({
          groupId,
          groupName: z.string(),
          status: z.enum(enrolmentStatuses),
          since: localDate,
          attended: z.int(),
          expected: z.int(),
        }),
      ),
    }),
  }),
  /** Who this may already be, surest first. */
  findMatches: query({
    permission: 'people.view',
    label: 'Check for the same person',
    input: z.strictObject({
      firstName: z.string().max(100),
      lastName: z.string().max(100),
      dateOfBirth: localDate.nullish(),
      mosaicId: optionalLine(40),
    }),
    output: z.array(matchSchema),
  }),
  searchFamilies: query({
    permission: 'people.view',
    label: 'Find families',
    input: z.strictObject({ text: z.string().max(200) }),
    output: z.array(z.strictObject({ id: familyId, name: z.string(), members: z.array(z.string()) })),
  }),
  /** CONFLICT with `details.matches` when the Mosaic ID, or the name with the date of birth, is already there. */
  create: command({
    permission: 'people.edit',
    label: 'Add a person',
    input: z.strictObject({ ...personFields, family: familyChoice }),
    output: personSchema,
  }),
  update: command({
    permission: 'people.edit',
    label: 'Change a person',
    input: z.strictObject({ ...personFields, id: personId, version: z.int(), family: familyChoice }),
    output: personSchema,
  }),
} as const
