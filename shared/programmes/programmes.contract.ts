import { z } from 'zod'
import { measureId, programmeId, programmeSessionId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { timePoints } from '../outcomes/time-points.ts'
import { line, optionalText } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { completionProblem } from './catalogue.rules.ts'
import { noRoomNeeds, roomNeedsSchema } from './room-needs.ts'
import { sessionKinds } from './session-kinds.ts'

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
const optionalNumber = (max: number) => z.int().min(1, 'Enter 1 or more.').max(max).nullable()

/** One session of the manual. Of one in use somebody may come to know the id, which stays its own when it is renamed or moved. */
export const programmeSessionSchema = z.strictObject({
  id: programmeSessionId,
  title: z.string(),
  kind: z.enum(sessionKinds),
  /** null is not known. */
  minutes: z.int().nullable(),
})
export type ProgrammeSession = z.infer<typeof programmeSessionSchema>

export const programmeMeasureSchema = z.strictObject({
  measureId,
  /** When it is asked, in the order of time. */
  timePoints: z.array(z.enum(timePoints)).min(1, 'Choose when it is asked.').max(timePoints.length),
})
export type ProgrammeMeasure = z.infer<typeof programmeMeasureSchema>

/** What is said of a programme: what an edition keeps when it is changed. */
const contentFields = {
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
  /** The sessions of its manual in order, without those retired. */
  sessions: z.array(programmeSessionSchema),
  measures: z.array(programmeMeasureSchema),
  /** Who comes to so many of its sessions has completed it. */
  completeAt: z.int().nullable(),
  /** How many lead it. Fewer warns, never blocks. */
  staffNeeded: z.int().nullable(),
  /** Whether those who lead it have to be trained in it. */
  needsTraining: z.boolean(),
  roomNeeds: roomNeedsSchema,
  /** Run in the same slot, such as the parents' group beside the children's; each of the two names the other. */
  linkedProgrammeId: programmeId.nullable(),
  /** No group of it is planned from this day on. */
  retiresOn: localDate.nullable(),
  retired: z.boolean(),
}
export const programmeContentSchema = z.strictObject(contentFields)

export const programmeSchema = z.strictObject({
  id: programmeId,
  ...contentFields,
  /** Goes up with each change. A group names the one that it was planned by. */
  edition: z.int(),
  version: z.int(),
})
export type Programme = z.infer<typeof programmeSchema>

export const editionSchema = z.strictObject({
  number: z.int(),
  /** The local date on which it was changed. */
  untilDate: localDate,
  content: programmeContentSchema,
})
export type Edition = z.infer<typeof editionSchema>

/** A session as it is typed: one that is there by its id, a new one without. The order is that of the list. */
const typedSession = z.strictObject({
  id: programmeSessionId.nullish(),
  title: line('Enter the title of the session, or take it out.', 160),
  kind: z.enum(sessionKinds),
  minutes: optionalNumber(600),
})

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
}
const depth = {
  sessions: z.array(typedSession).max(100, 'Enter 100 sessions or fewer.'),
  measures: z
    .array(programmeMeasureSchema)
    .max(20)
    .refine(
      (all) => new Set(all.map((one) => one.measureId)).size === all.length,
      'Choose each measure once.',
    ),
  completeAt: optionalNumber(200),
  staffNeeded: optionalNumber(12),
  needsTraining: z.boolean(),
  roomNeeds: roomNeedsSchema,
  linkedProgrammeId: programmeId.nullable(),
  retiresOn: localDate.nullable(),
}
/** Of a new programme nothing of this needs to be said. */
const depthUnlessSaid = {
  sessions: depth.sessions.default([]),
  measures: depth.measures.default([]),
  completeAt: depth.completeAt.default(null),
  staffNeeded: depth.staffNeeded.default(null),
  needsTraining: depth.needsTraining.default(false),
  roomNeeds: depth.roomNeeds.default(noRoomNeeds),
  linkedProgrammeId: depth.linkedProgrammeId.default(null),
  retiresOn: depth.retiresOn.default(null),
}

const agesInOrder = (p: { ageFrom: number | null; ageTo: number | null }) =>
  p.ageFrom === null || p.ageTo === null || p.ageFrom <= p.ageTo
const agesMessage = { message: 'The upper age is below the lower age.', path: ['ageTo'] }
type Completes = Parameters<typeof completionProblem>[1] & { completeAt: number | null }
const completes = (p: Completes, ctx: z.RefinementCtx<Completes>) => {
  const message = completionProblem(p.completeAt, p)
  if (message !== null) ctx.addIssue({ code: 'custom', message, path: ['completeAt'] })
}

export const programmesContract = {
  list: query({
    permission: 'programmes.view',
    label: 'List the programme catalogue',
    /** Without the retired: what groups can be planned of today. */
    input: z.strictObject({ includeRetired: z.boolean().default(false) }),
    output: z.array(programmeSchema),
  }),
  /** How a programme stood before each change, the last change first. */
  editions: query({
    permission: 'programmes.view',
    label: 'See how a programme stood before',
    input: z.strictObject({ id: programmeId }),
    output: z.array(editionSchema),
  }),
  create: command({
    permission: 'programmes.edit',
    label: 'Add a programme',
    input: z
      .strictObject({ ...fields, ...depthUnlessSaid })
      .refine(agesInOrder, agesMessage)
      .superRefine(completes),
    output: programmeSchema,
  }),
  /**
   * Changes a programme, and keeps how it stood as an edition: groups planned before keep theirs. A session that is
   * left out is taken away, or retired when a group was planned with it.
   */
  update: command({
    permission: 'programmes.edit',
    label: 'Change a programme',
    input: z
      .strictObject({ ...fields, ...depth, id: programmeId, version: z.int(), retired: z.boolean() })
      .refine(agesInOrder, agesMessage)
      .superRefine(completes),
    output: programmeSchema,
  }),
} as const
