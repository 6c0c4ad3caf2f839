import { z } from 'zod'
import { groupId, measureId, personId, sessionId, staffId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { optionalLine } from '../text.ts'
import { localDate } from '../time/civil.ts'
import { completers, MOST_PARTS } from './measure-details.ts'
import { starSchema } from './star.contract.ts'
import { timePoints } from './time-points.ts'

/** One person's form of a measure: when, which of several, by whom, and on which session where it is about one. */
const formFields = {
  personId,
  measureId,
  timePoint: z.enum(timePoints),
  round: z.int().min(1).max(99).default(1),
  sessionId: sessionId.nullish().transform((id) => id ?? null),
  completedBy: z.enum(completers).default('not-said'),
}
const cellFields = {
  ...formFields,
  item: z.int().min(0).max(MOST_PARTS),
  value: z.number().nullable(),
  notDoneReason: optionalLine(200),
  takenOn: localDate,
  takenBy: staffId.nullish().transform((id) => id ?? null),
  /** Why it fell, where the measure asks: of this number, or of the next one that becomes a fall because of it. */
  fallReason: optionalLine(300),
  /** Version of the reading that the screen showed there, null for none: then another window's is not written over. */
  seen: z.int().nullish(),
}
const notBoth = { message: 'Give a number or a reason, not both.', path: ['notDoneReason'] }
const isOne = (r: { value: number | null; notDoneReason: string | null }) =>
  r.value === null || r.notDoneReason === null

export const cellSchema = z.strictObject(cellFields).refine(isOne, notBoth)
/** A reading to be saved, as the service has it. */
export type ReadingCell = z.output<typeof cellSchema>
/** As a screen gives it. */
export type NewCell = z.input<typeof cellSchema>

/** Forty people by a measure of many parts, twice over: more at once is a mistake. */
const MOST_CELLS = 4000
const placeOf = (one: ReadingCell) =>
  [one.personId, one.measureId, one.timePoint, one.round, one.sessionId, one.completedBy, one.item].join(' ')
const distinct = (cells: readonly ReadingCell[]) => new Set(cells.map(placeOf)).size === cells.length

export const readingOperations = {
  /**
   * Saves one number, or why there is none; both null clears it. Refuses a number outside the measure's range, and a
   * fall without a reason where the measure asks for one: CONFLICT with the falls in `details.falls`.
   */
  setReading: command({
    permission: 'outcomes.edit',
    label: 'Record a reading',
    input: z.strictObject({ groupId, ...cellFields }).refine(isOne, notBoth),
    output: z.null(),
  }),
  /**
   * Many at once, all or none: a block pasted, a column filled, a form. A place that is already as asked is left
   * alone. The cells that were refused are named in `details.cells`, each with `at`, its place in the list.
   */
  setReadings: command({
    permission: 'outcomes.edit',
    label: 'Record readings',
    input: z.strictObject({
      groupId,
      cells: z
        .array(cellSchema)
        .min(1, 'Choose at least one reading.')
        .max(MOST_CELLS, 'That is too many readings at once.')
        .refine(distinct, 'The same reading is given twice.'),
    }),
    output: z.strictObject({ changed: z.int() }),
  }),
  /** Corrects who completed a form, the day it is of, or with whose help: of all its readings at once. */
  changeForm: command({
    permission: 'outcomes.edit',
    label: 'Correct when a form was done and by whom',
    input: z.strictObject({
      groupId,
      ...formFields,
      to: z.strictObject({
        completedBy: z.enum(completers).optional(),
        takenOn: localDate.optional(),
        takenBy: staffId.nullish(),
        fallReason: optionalLine(300),
      }),
    }),
    output: z.strictObject({ changed: z.int() }),
  }),
  /** The first and the latest form of one person that count, part by part, with every form there is. */
  star: query({
    permission: 'outcomes.view',
    label: 'See a star',
    input: z.strictObject({ groupId, personId, measureId }),
    output: starSchema,
  }),
  /** The same for the family's paper, without bands. Each time is in the audit trail. */
  starPaper: query({
    permission: 'outcomes.view',
    label: 'Print a star',
    logView: true,
    input: z.strictObject({ groupId, personId, measureId }),
    output: starSchema,
  }),
  /** The measures with parts that a person has readings of, by group: what `star` can be asked for. */
  starsOf: query({
    permission: 'outcomes.view',
    label: 'List the stars of a person',
    input: z.strictObject({ personId }),
    output: z.array(
      z.strictObject({
        groupId,
        measureId,
        measureName: z.string(),
        /** The name of the group, for those who see outcomes. */
        groupName: z.string(),
        forms: z.int(),
        firstOn: localDate,
        latestOn: localDate,
      }),
    ),
  }),
} as const
