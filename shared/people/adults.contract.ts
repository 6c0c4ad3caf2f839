import { z } from 'zod'
import { personAdultId, personId } from '../ids.ts'
import { command } from '../operation.ts'
import { line, optionalLine, optionalText } from '../text.ts'
import { answers } from './contact-safety.rules.ts'

/** What an adult most often is to a child; anything else may be typed. */
export const usualRelations = [
  'Mother',
  'Father',
  'Step-parent',
  'Grandparent',
  'Foster carer',
  'Guardian',
  'Aunt or uncle',
  'Brother or sister',
  'Family friend',
  'Childminder',
] as const

/** An adult of a person: with a record of their own, or only a name. */
export const adultSchema = z.strictObject({
  id: personAdultId,
  /** Their own record; null for somebody of whom only the name is kept. */
  adultId: personId.nullable(),
  name: z.string(),
  relation: z.string(),
  parentalResponsibility: z.enum(answers),
  mayCollect: z.enum(answers),
  /** 0 is nobody to ring in an emergency; 1 is rung first. */
  emergency: z.int(),
  note: z.string().nullable(),
  /** Only where their own record says that it is safe to call; `noCall` says why there is none. */
  phone: z.string().nullable(),
  noCall: z.string().nullable(),
  version: z.int(),
})
export type Adult = z.infer<typeof adultSchema>

const about = {
  relation: line('Say what they are to the child, such as Mother.', 60),
  parentalResponsibility: z.enum(answers).default('not-asked'),
  mayCollect: z.enum(answers).default('not-asked'),
  note: optionalText(300),
}
/** A number is kept here only of somebody without a record, and only one that is safe to ring. */
const named = { name: line('Enter the name of the adult.', 120), phone: optionalLine(40) }

export const adultsOperations = {
  /** Adds somebody as an adult of one or several people: a mother to her three children. CONFLICT when they are it already. */
  addAdult: command({
    permission: 'people.edit',
    label: 'Add an adult',
    input: z.strictObject({
      personIds: z.array(personId).min(1, 'Choose whose adult this is.').max(20),
      who: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('known'), id: personId }),
        z.strictObject({ kind: z.literal('named'), ...named }),
      ]),
      ...about,
      /** Rung in an emergency: after those who are there already. */
      emergency: z.boolean().default(false),
    }),
    output: z.array(z.strictObject({ id: personAdultId, personId })),
  }),
  /** Changes what an adult is to one person. A name and a number only of somebody without a record. */
  changeAdult: command({
    permission: 'people.edit',
    label: 'Change an adult',
    input: z.strictObject({
      id: personAdultId,
      version: z.int(),
      named: z.strictObject(named).nullish(),
      ...about,
      /** Left out: as it was. Somebody who is to be rung now comes after those who are there already. */
      emergency: z.boolean().nullish(),
    }),
    output: z.null(),
  }),
  removeAdult: command({
    permission: 'people.edit',
    label: 'Take an adult off a record',
    input: z.strictObject({ id: personAdultId, version: z.int() }),
    output: z.null(),
  }),
  /** Who is rung in an emergency, first to last. Those who are not named are not rung. */
  setEmergencyOrder: command({
    permission: 'people.edit',
    label: 'Say who is rung in an emergency',
    input: z.strictObject({ id: personId, adults: z.array(personAdultId).max(99) }),
    output: z.null(),
  }),
} as const
