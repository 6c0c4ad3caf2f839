import { z } from 'zod'
import { registerStates } from '../groups/groups.contract.ts'
import { groupId, personId, sessionId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { instant, localDateTime } from '../time/civil.ts'
import { cellPlaces } from './grid.rules.ts'
import { codeSchema, markCode } from './mark-code.ts'

/** Of those expected by `expectedRows`: how many, how many of them have a mark, how many of those came. */
export const gridCountsSchema = z.strictObject({ expected: z.int(), marked: z.int(), attended: z.int() })

/** What is recorded of a person at a session, and whether they belong on its register at all. */
export const gridCellSchema = z.strictObject({
  place: z.enum(cellPlaces),
  /** null: not recorded, which is never the same as absent. */
  code: markCode.nullable(),
  minutes: z.int().nullable(),
  note: z.string().nullable(),
  /** Changed after its register was complete. */
  corrected: z.boolean(),
})
export type GridCell = z.infer<typeof gridCellSchema>

export const gridSessionSchema = z.strictObject({
  sessionId,
  /** 1, 2, 3 … of the sessions that run; null for one that did not. */
  number: z.int().nullable(),
  startsAt: localDateTime,
  endsAt: localDateTime,
  /** The title of the manual session delivered. */
  topic: z.string().nullable(),
  /** Why it did not run. */
  reason: z.string().nullable(),
  /** A make-up session or a call: only its invitees are expected. */
  invitedOnly: z.boolean(),
  state: z.enum(registerStates),
  completedAt: instant.nullable(),
  /** Whether its complete register is theirs to correct, and whether only with a reason. */
  mayCorrect: z.boolean(),
  needsReason: z.boolean(),
  counts: gridCountsSchema,
})
export type GridSession = z.infer<typeof gridSessionSchema>

export const gridPersonSchema = z.strictObject({
  personId,
  name: z.string(),
  alert: z.boolean(),
  provisional: z.boolean(),
  counts: gridCountsSchema,
  /** One for each session, in their order. */
  cells: z.array(gridCellSchema),
})
export type GridPerson = z.infer<typeof gridPersonSchema>

export const gridSchema = z.strictObject({
  groupId,
  groupName: z.string(),
  sessions: z.array(gridSessionSchema),
  /** By last name as on each register; those who only ever came unexpected are last. */
  people: z.array(gridPersonSchema),
  codes: z.array(codeSchema),
})
export type Grid = z.infer<typeof gridSchema>

/** Enough for 60 people at 80 sessions: more at once is a mistake. */
const MOST_CELLS = 5000

/** One mark to be. `was` is what the screen showed, so that nothing written in another window is lost unseen. */
export const cellChangeSchema = z.strictObject({
  sessionId,
  personId,
  code: markCode.nullable(),
  was: markCode.nullable(),
})
export type CellChange = z.infer<typeof cellChangeSchema>

const each = (cell: CellChange) => `${cell.sessionId} ${cell.personId}`
const distinct = (cells: readonly CellChange[]) => new Set(cells.map(each)).size === cells.length

export const gridOperations = {
  /** A whole run: everyone who was ever on one of its registers, by every session, with what is recorded. */
  grid: query({
    permission: 'registers.view',
    label: 'Show the registers of a group as a grid',
    input: z.strictObject({ groupId }),
    output: gridSchema,
  }),
  /**
   * Many marks of a group at once, all or none: a block pasted, a column filled. A mark that is already as asked is
   * left alone. CONFLICT names the first cell that cannot be marked, with all of them in `details.cells`; CHANGED
   * when another window has marked one of them since.
   */
  setMarks: command({
    permission: 'registers.edit',
    label: 'Mark the register grid',
    input: z.strictObject({
      groupId,
      cells: z
        .array(cellChangeSchema)
        .min(1, 'Choose at least one mark.')
        .max(MOST_CELLS, 'That is too many marks at once.')
        .refine(distinct, 'The same mark is given twice.'),
    }),
    output: z.strictObject({ changed: z.int() }),
  }),
} as const
