import { z } from 'zod'
import { groupId, measureId, personId } from '../ids.ts'
import { localDate } from '../time/civil.ts'
import { completers } from './measure-details.ts'
import { timePoints } from './time-points.ts'

/** Fewer than three parts make no plot of a star. */
export const FEWEST_RAYS = 3

/** Whose star. */
export const starAsked = z.object({ groupId, personId, measureId })

/** One form, whole. */
export const starFormSchema = z.strictObject({
  timePoint: z.enum(timePoints),
  round: z.int(),
  takenOn: localDate,
  completedBy: z.enum(completers),
  /** Whether it enters figures, and is among those that the first and the latest are chosen of. */
  counts: z.boolean(),
  /** Why it does not; null where it does. */
  leftOut: z.string().nullable(),
  /** How many parts have a number. */
  known: z.int(),
})
export type StarForm = z.infer<typeof starFormSchema>

/** A number, or why there is none; both null where nothing is recorded. */
const pointSchema = z.strictObject({
  value: z.number().nullable(),
  notDoneReason: z.string().nullable(),
  /** In which published band it is; null where none is loaded, and always on the family's paper. */
  band: z.string().nullable(),
})
export type StarPoint = z.infer<typeof pointSchema>

export const starPartSchema = z.strictObject({
  item: z.int(),
  name: z.string(),
  minimum: z.number(),
  maximum: z.number(),
  direction: z.enum(['higher-is-better', 'lower-is-better']),
  first: pointSchema,
  latest: pointSchema,
  /** Of parts with both numbers: which way, by stages where the measure has them; null without both. */
  moved: z.enum(['improved', 'same', 'worse']).nullable(),
  /** Stages moved, upwards above 0; null where the measure has no stages or a number is missing. */
  stages: z.int().nullable(),
  firstStage: z.string().nullable(),
  latestStage: z.string().nullable(),
  /** Started in a high stage and is no lower. */
  keptHigh: z.boolean(),
  /** Why the latest is lower, where somebody has said. */
  fallReason: z.string().nullable(),
})
export type StarPart = z.infer<typeof starPartSchema>

/** A person's forms of one measure in one group, the first and the latest drawn. */
export const starSchema = z.strictObject({
  groupId,
  personId,
  measureId,
  measureName: z.string(),
  groupName: z.string(),
  /** What the family may read. */
  publicTitle: z.string(),
  personName: z.string(),
  firstName: z.string(),
  hasStages: z.boolean(),
  /** The stages have been checked against the licensed guide. */
  stagesConfirmed: z.boolean(),
  first: starFormSchema.nullable(),
  latest: starFormSchema.nullable(),
  parts: z.array(starPartSchema),
  /** Where those bands were published; empty where no number has one. */
  bandSources: z.array(z.string()),
  /** In the order of time, those that do not count among them. */
  forms: z.array(starFormSchema),
})
export type Star = z.infer<typeof starSchema>
