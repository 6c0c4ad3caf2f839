import { z } from 'zod'
import { measureId, programmeId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { line, optionalText } from '../text.ts'

/** closed: fixed start and end. open: people come and go. workshop: one-off. */
export const deliveries = ['closed', 'open', 'workshop'] as const
export const deliveryLabels: Readonly<Record<(typeof deliveries)[number], string>> = {
  closed: 'Closed group',
  open: 'Open group',
  workshop: 'Workshop',
}
/** What one place in a group is. */
export const placeKinds = ['person', 'family'] as const
/** LOOK.md's programme colours; each has a pattern of its own, so that none is told by colour alone. */
export const colours = ['teal', 'indigo', 'plum', 'rust', 'moss', 'slate', 'gold', 'rose', 'blue'] as const
export type Colour = (typeof colours)[number]

const optionalCount = (max: number) => z.int().min(0).max(max).nullable()

export const programmeSchema = z.strictObject({
  id: programmeId,
  name: z.string(),
  /** What calendars and doors show. */
  publicTitle: z.string(),
  audience: z.string().nullable(),
  theme: z.string().nullable(),
  delivery: z.enum(deliveries),
  placeKind: z.enum(placeKinds),
  /** Ages as evidence gives them; null is not known. Outside the range warns, never blocks. */
  ageFrom: optionalCount(120),
  ageTo: optionalCount(120),
  /** null is not known: nobody has said, and the program does not guess. */
  usualSessions: optionalCount(200),
  sessionMinutes: optionalCount(600),
  usualPlaces: optionalCount(500),
  /** Being on the register itself reveals something: titles stay neutral everywhere that others can see. */
  sensitive: z.boolean(),
  coDelivered: z.boolean(),
  colour: z.enum(colours),
  /** What is known of it and where from. */
  source: z.string().nullable(),
  measureIds: z.array(measureId),
  retired: z.boolean(),
  version: z.int(),
})
export type Programme = z.infer<typeof programmeSchema>

const fields = {
  name: line('Enter the name of the programme.', 120),
  publicTitle: line('Enter a title that anybody may read.', 120),
  audience: optionalText(200),
  theme: optionalText(300),
  delivery: z.enum(deliveries),
  placeKind: z.enum(placeKinds),
  ageFrom: optionalCount(120),
  ageTo: optionalCount(120),
  usualSessions: optionalCount(200),
  sessionMinutes: optionalCount(600),
  usualPlaces: optionalCount(500),
  sensitive: z.boolean(),
  coDelivered: z.boolean(),
  colour: z.enum(colours),
  source: optionalText(1000),
  measureIds: z.array(measureId).max(20),
}
const agesInOrder = (p: { ageFrom: number | null; ageTo: number | null }) =>
  p.ageFrom === null || p.ageTo === null || p.ageFrom <= p.ageTo
const agesMessage = { message: 'The upper age is below the lower age.', path: ['ageTo'] }

export const programmesContract = {
  list: query({
    permission: 'programmes.view',
    label: 'List the programme catalogue',
    input: z.strictObject({ includeRetired: z.boolean().default(false) }),
    output: z.array(programmeSchema),
  }),
  create: command({
    permission: 'programmes.edit',
    label: 'Add a programme',
    input: z.strictObject(fields).refine(agesInOrder, agesMessage),
    output: programmeSchema,
  }),
  update: command({
    permission: 'programmes.edit',
    label: 'Change a programme',
    input: z
      .strictObject({ ...fields, id: programmeId, version: z.int(), retired: z.boolean() })
      .refine(agesInOrder, agesMessage),
    output: programmeSchema,
  }),
} as const
