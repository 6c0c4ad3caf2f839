import { z } from 'zod'
import { familyId, groupId, personId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { optionalLine } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { enrolmentStatuses } from '../enrolments/enrolments.contract.ts'
import { adultSchema, adultsOperations } from './adults.contract.ts'
import { alertsOperations, alertStandingSchema } from './alerts.contract.ts'
import { consentSchema, consentsOperations } from './consents.contract.ts'
import { duplicatesOperations, likeMatchSchema } from './duplicates.contract.ts'
import { familiesOperations } from './families.contract.ts'
import { looksOperations } from './looks.contract.ts'
import { mergeOperations } from './merge.contract.ts'
import { peekOperations } from './peek.contract.ts'
import { familyChoice, personFields, personRowSchema, personSchema, referenceSchema } from './person.contract.ts' // prettier-ignore

export {
  familyChoice,
  matchKinds,
  matchSchema,
  newPersonSchema,
  personFields,
  personRowSchema,
  personSchema,
  type Match,
  type NewPerson,
  type Person,
  type PersonRow,
} from './person.contract.ts'

/** One of each system. */
const references = z.array(referenceSchema).max(20)

export const peopleContract = {
  /** People by name, date of birth, Mosaic ID or another system's reference; without text, the first by last name. */
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
      references: z.array(referenceSchema),
      localityName: z.string().nullable(),
      family: z.array(personRowSchema),
      /** Theirs, in the order in which they are rung, and the people whose adult they are. */
      adults: z.array(adultSchema),
      adultOf: z.array(z.strictObject({ id: personId, name: z.string(), relation: z.string() })),
      /** One for each kind, whether it was asked or not. */
      consents: z.array(consentSchema),
      alert: alertStandingSchema,
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
  /** Who this may already be, surest first. Those `alike` may be: `why` says what speaks for it, and nobody is refused for it. */
  findMatches: query({
    permission: 'people.view',
    label: 'Check for the same person',
    input: z.strictObject({
      firstName: z.string().max(100),
      lastName: z.string().max(100),
      dateOfBirth: localDate.nullish(),
      mosaicId: optionalLine(40),
    }),
    output: z.array(likeMatchSchema),
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
    input: z.strictObject({ ...personFields, references: references.default([]), family: familyChoice }),
    output: personSchema,
  }),
  /**
   * Puts all of a person's details as given: what is left out is none. References alone stay as they are when they are
   * left out. CONFLICT when the alert marker would go while what it is about still stands.
   */
  update: command({
    permission: 'people.edit',
    label: 'Change a person',
    input: z.strictObject({
      ...personFields,
      references: references.optional(),
      id: personId,
      version: z.int(),
      family: familyChoice,
    }),
    output: personSchema,
  }),
  ...adultsOperations,
  ...familiesOperations,
  ...consentsOperations,
  ...alertsOperations,
  ...peekOperations,
  ...looksOperations,
  ...duplicatesOperations,
  ...mergeOperations,
} as const
