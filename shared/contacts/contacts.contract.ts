import { z } from 'zod'
import { contactId, groupId, personId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { optionalLine, optionalText } from '../text.ts'
import { localDateTime } from '../time/civil.ts'
import { contactOutcomes, contactSubjects, contactWays } from './contact.ts'
import { outcomeFits, outcomeMessage } from './contacts.rules.ts'

export const contactSchema = z.strictObject({
  id: contactId,
  personId,
  personName: z.string(),
  groupId: groupId.nullable(),
  groupName: z.string().nullable(),
  at: localDateTime,
  way: z.enum(contactWays),
  about: z.enum(contactSubjects),
  outcome: z.enum(contactOutcomes),
  note: z.string().nullable(),
  /** What is to be done next. */
  nextStep: z.string().nullable(),
  by: z.string(),
  /** Their own to correct. */
  mine: z.boolean(),
  version: z.int(),
})
export type Contact = z.infer<typeof contactSchema>

const fields = {
  /** By the wall clock; left out, now. */
  at: localDateTime.nullish(),
  way: z.enum(contactWays),
  about: z.enum(contactSubjects),
  outcome: z.enum(contactOutcomes),
  note: optionalText(1000),
  nextStep: optionalLine(200),
}
const fits = { message: outcomeMessage, path: ['outcome'] }

export const contactsContract = {
  /** Writes down a try to reach somebody, whether or not it did. Also when they were the ones who rang. */
  log: command({
    permission: 'people.edit',
    label: 'Log a contact',
    input: z.strictObject({ personId, groupId: groupId.nullish(), ...fields }).refine(outcomeFits, fits),
    output: contactSchema,
  }),
  /** Corrects what one has written oneself. */
  correct: command({
    permission: 'people.edit',
    label: 'Correct a contact',
    input: z.strictObject({ id: contactId, version: z.int(), ...fields }).refine(outcomeFits, fits),
    output: contactSchema,
  }),
  /** The tries to reach one person, the latest first. */
  forPerson: query({
    permission: 'people.view',
    label: 'See the contacts with a person',
    input: z.strictObject({ personId, limit: z.int().min(1).max(200).default(50) }),
    output: z.array(contactSchema),
  }),
  /** The tries to reach the people of a group about it, the latest first. */
  forGroup: query({
    permission: 'people.view',
    label: 'See the contacts of a group',
    input: z.strictObject({ groupId, limit: z.int().min(1).max(200).default(50) }),
    output: z.array(contactSchema),
  }),
} as const
