import { z } from 'zod'
import { buildingId, groupId, measureId, personId, sessionId, staffId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { colours } from '../programmes/programmes.contract.ts'
import { optionalLine } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { completers } from './measure-details.ts'
import { feedbackOperations } from './feedback.contract.ts'
import { measureSchema } from './measure-schema.ts'
import { dueFields, dueOperations } from './due.contract.ts'
import { measureOperations } from './measures.contract.ts'
import { readingOperations } from './readings.contract.ts'
import { timePoints } from './time-points.ts'

export { timePointLabels, timePoints, type TimePoint } from './time-points.ts'

export { directions, measureKinds, measureSchema, type Measure } from './measure-schema.ts'

/** One number of one person at one time point, or the reason there is none. Missing is missing, never 0. */
export const readingSchema = z.strictObject({
  personId,
  measureId,
  /** Of the measure, when it was taken. */
  edition: z.int(),
  timePoint: z.enum(timePoints),
  /** Which of several at one time point, from 1. */
  round: z.int(),
  /** Feedback on one session. */
  sessionId: sessionId.nullable(),
  /** 0 is the one number or the total; else the goal (1 to 3) or the scale. */
  item: z.int(),
  completedBy: z.enum(completers),
  takenBy: staffId.nullable(),
  value: z.number().nullable(),
  notDoneReason: z.string().nullable(),
  /** Why it fell, where the measure asks. */
  fallReason: z.string().nullable(),
  takenOn: localDate,
  version: z.int(),
})
export type Reading = z.infer<typeof readingSchema>

export const goalSchema = z.strictObject({ personId, measureId, item: z.int(), text: z.string() })

/** Matched pairs only: the same person, measure, item and group, before and after. See change.rules.ts. */
export const changeSchema = z.strictObject({
  measureId,
  /** People with a number at either time. */
  people: z.int(),
  /** People with at least one pair. */
  matchedPeople: z.int(),
  /** Pairs: improved + same + worse. */
  matched: z.int(),
  improved: z.int(),
  same: z.int(),
  worse: z.int(),
})

export const outcomeSheetSchema = z.strictObject({
  groupId,
  measures: z.array(measureSchema),
  /** Earlier editions of those measures: what numbers that were taken by them are judged by. */
  earlier: z.array(measureSchema),
  /** When the programme asks for each; a measure that it no longer uses is not among them. */
  asked: z.array(z.strictObject({ measureId, timePoints: z.array(z.enum(timePoints)) })),
  people: z.array(z.strictObject({ personId, name: z.string(), enrolled: z.boolean() })),
  goals: z.array(goalSchema),
  readings: z.array(readingSchema),
  change: z.array(changeSchema),
})
export type OutcomeSheet = z.infer<typeof outcomeSheetSchema>

export const outcomeGroupSchema = z.strictObject({
  groupId,
  groupName: z.string(),
  programmeName: z.string(),
  colour: z.enum(colours),
  firstDate: localDate,
  lastDate: localDate,
  finished: z.boolean(),
  /** Whether its programme uses any measure. */
  measured: z.boolean(),
  /** Different people who are enrolled today or have completed; of those: with a number before, after, with a pair. */
  enrolled: z.int(),
  before: z.int(),
  after: z.int(),
  matched: z.int(),
  due: z.strictObject(dueFields),
})
export type OutcomeGroup = z.infer<typeof outcomeGroupSchema>

const item = z.int().min(0).max(3)

export const outcomesContract = {
  ...measureOperations,
  ...dueOperations,
  ...feedbackOperations,
  /** Everything recorded for a group: the measures of its programme, its people, their goals and readings. */
  sheet: query({
    permission: 'outcomes.view',
    label: 'See the outcomes of a group',
    input: z.strictObject({ groupId }),
    output: outcomeSheetSchema,
  }),
  /** Groups that are running, or ended within four weeks, with how many people have a before and an after. */
  overview: query({
    permission: 'outcomes.view',
    label: 'See which outcomes are in',
    input: z.strictObject({ buildingId: buildingId.nullish() }),
    output: z.array(outcomeGroupSchema),
  }),
  /** Writes the words of one goal; null takes it away (only while it has no readings). */
  setGoal: command({
    permission: 'outcomes.edit',
    label: 'Write a goal',
    input: z.strictObject({ groupId, personId, measureId, item: item.min(1), text: optionalLine(300) }),
    output: z.null(),
  }),
  ...readingOperations,
} as const
