import { z } from 'zod'
import { fileMadeId, groupId } from '../ids.ts'
import { command, task } from '../operation.ts'
import { optionalLine } from '../text.ts'
import { instant } from '../time/civil.ts'

/** The sheets that are read back, in the order they are shown. */
export const sheetKeys = ['register', 'goals', 'outcomes', 'feedback'] as const

/** What stands in one place of a workbook: see `Standing` in coming-back.rules.ts. */
export const standingSchema = z.strictObject({
  value: z.union([z.string().max(1000), z.number()]).nullable(),
  reason: z.string().max(1000).nullable(),
  on: z.string().max(10).nullable(),
})

/**
 * offer: changed in the file only. conflict: changed in the file and here, differently. here-only: changed here only,
 * and kept. refused: changed in the file, and cannot be made; `problem` says why.
 */
export const differenceStates = ['conflict', 'offer', 'refused', 'here-only'] as const

const place = {
  sheet: z.enum(sheetKeys),
  /** The hidden keys of the row and of the place in it. */
  row: z.string().max(400),
  place: z.string().max(200),
}

/** One place that differs: as it left, as it is in the file, as it stands now. */
export const differenceSchema = z.strictObject({
  ...place,
  state: z.enum(differenceStates),
  /** The row of the file, as its program numbers it. */
  fileRow: z.int().nullable(),
  /** Whose it is: a name, or the question. */
  who: z.string(),
  /** Which place of theirs: `Session 2, 26 October 2026`. */
  what: z.string(),
  was: standingSchema,
  file: standingSchema,
  now: standingSchema,
  /** How the cell was read, where that is worth a word. */
  notes: z.array(z.string()),
  problem: z.string().nullable(),
  /** What is here would be taken away. */
  clears: z.boolean(),
  /** Its register was complete for more than a week: a correction says why. */
  needsReason: z.boolean(),
})
export type Difference = z.infer<typeof differenceSchema>

/** What a workbook that came back has to say. */
export const comparisonSchema = z.strictObject({
  fileName: z.string(),
  fileId: fileMadeId,
  groupName: z.string(),
  madeAt: instant,
  madeBy: z.string(),
  differences: z.array(differenceSchema),
  /** Places that were changed in the file and here, and are the same. */
  bothSame: z.int(),
  /** How many places were compared. */
  compared: z.int(),
  /** What was found of rows, columns and sheets, in words: none of it is ever applied. */
  said: z.array(z.string()),
})
export type Comparison = z.infer<typeof comparisonSchema>

/** More than a year of the largest group: more at once is a mistake. */
const MOST_CHANGES = 5000

/** One change that somebody took, with what they had seen. */
export const acceptedSchema = z.strictObject({
  ...place,
  /** What stood here when they were compared: anything else, and nothing is saved. */
  seen: standingSchema,
  to: standingSchema,
})
export type Accepted = z.infer<typeof acceptedSchema>

const placeOf = (one: Accepted) => `${one.sheet}|${one.row}|${one.place}`
const distinct = (changes: readonly Accepted[]) => new Set(changes.map(placeOf)).size === changes.length

export const comparingOperations = {
  /**
   * Reads a group's workbook that was edited elsewhere, and compares every place that may be changed: as it left, as
   * it is in the file, as it stands now. Saves nothing. FILE when it is no workbook of this group, in words.
   */
  compareWorkbook: task({
    permission: 'registers.edit',
    label: 'Compare a workbook that came back',
    input: z.strictObject({ groupId, grant: z.string() }),
    output: comparisonSchema,
  }),
  /**
   * Makes the accepted changes, all or none, by the same rules as on the screens. CHANGED names the first place that
   * is no longer as it was compared.
   */
  applyWorkbook: command({
    permission: 'registers.edit',
    label: 'Make the changes of a workbook',
    input: z.strictObject({
      groupId,
      fileId: fileMadeId,
      changes: z
        .array(acceptedSchema)
        .min(1, 'Accept at least one change.')
        .max(MOST_CHANGES, 'That is too many changes at once.')
        .refine(distinct, 'The same place is given twice.'),
      /** Why, for marks of registers that have been complete for more than a week. */
      reason: optionalLine(300),
    }),
    output: z.strictObject({ changed: z.int() }),
  }),
} as const
