import { z } from 'zod'
import { groupId, measureId, personId, sessionId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { localDate } from '../time/civil.ts'
import { MOST_PARTS } from './measure-details.ts'
import { measureSchema } from './measure-schema.ts'

/** On what feedback is: one session, or null for the group as a whole. */
const onWhat = sessionId.nullable()
const place = { groupId, sessionId: onWhat, measureId }
const item = z.int().min(0).max(MOST_PARTS)

/** The feedback of a group: what may be answered, by whom, and what was. */
export const feedbackSheetSchema = z.strictObject({
  groupId,
  measures: z.array(z.strictObject({ measure: measureSchema, atSessions: z.boolean(), atEnd: z.boolean() })),
  /** The group as a whole (sessionId null) and every session that ran until today, the latest first. */
  occasions: z.array(
    z.strictObject({
      sessionId: onWhat,
      on: localDate.nullable(),
      /** Place of the session in the run, from 1; null for the whole. */
      number: z.int().nullable(),
      /** Who came: whom to take for asked where nobody said how many were. */
      came: z.array(personId),
    }),
  ),
  /** Only what was entered. */
  asked: z.array(z.strictObject({ sessionId: onWhat, measureId, people: z.int() })),
  /** Forms without a name. */
  tallies: z.array(
    z.strictObject({ sessionId: onWhat, measureId, item, value: z.number(), people: z.int() }),
  ),
  /** Answers by name. */
  answers: z.array(z.strictObject({ sessionId: onWhat, measureId, personId, item, value: z.number() })),
  people: z.array(z.strictObject({ personId, name: z.string() })),
})
export type FeedbackSheet = z.infer<typeof feedbackSheetSchema>

export const feedbackOperations = {
  /** What a group was asked about itself and its sessions, and what came back. */
  feedback: query({
    permission: 'outcomes.view',
    label: 'See the feedback of a group',
    input: z.strictObject({ groupId }),
    output: feedbackSheetSchema,
  }),
  /** Adds forms without a name that gave an answer, or takes some away; answers how many there are then. */
  countFeedback: command({
    permission: 'outcomes.edit',
    label: 'Count feedback forms',
    input: z.strictObject({
      ...place,
      item,
      value: z.number(),
      add: z
        .int()
        .min(-2000)
        .max(2000)
        .refine((n) => n !== 0, 'Say how many forms.'),
    }),
    output: z.strictObject({ people: z.int() }),
  }),
  /** Writes down one person's answer; null takes it back. */
  answerFeedback: command({
    permission: 'outcomes.edit',
    label: 'Record feedback of a person',
    input: z.strictObject({ ...place, personId, item, value: z.number().nullable() }),
    output: z.null(),
  }),
  /** Says how many were asked; null means everybody who came. */
  setFeedbackAsked: command({
    permission: 'outcomes.edit',
    label: 'Say how many were asked for feedback',
    input: z.strictObject({ ...place, people: z.int().min(0).max(2000).nullable() }),
    output: z.null(),
  }),
} as const
