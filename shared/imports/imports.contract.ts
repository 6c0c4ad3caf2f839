import { z } from 'zod'
import { groupId, personId } from '../ids.ts'
import { command, query, task } from '../operation.ts'
import { gapFields } from '../people/gaps.rules.ts'
import { matchSchema, newPersonSchema } from '../people/people.contract.ts'
import { instant, localDate } from '../time/civil.ts'
import { comparingOperations } from './comparing.contract.ts'

/** More rows than any list of a group; a longer list is refused whole, in words, before anything is read in. */
export const ROW_LIMIT = 20_000
export const CELL_LIMIT = 1000

const cell = z.string().max(CELL_LIMIT)
const tableRow = z.strictObject({
  /** The row's own number in the file or the pasted text, from 1. */
  row: z.int(),
  cells: z.array(cell).max(200),
})
export type TableRow = z.infer<typeof tableRow>

/** The columns of a list that the program understands. */
export const columnKinds = [
  'first-name',
  'last-name',
  'full-name',
  'known-as',
  'date-of-birth',
  'mosaic-id',
  'phone',
  'allergies',
  'ignore',
] as const
export type ColumnKind = (typeof columnKinds)[number]
export const columnLabels: Readonly<Record<ColumnKind, string>> = {
  'first-name': 'First name',
  'last-name': 'Last name',
  'full-name': 'Full name',
  'known-as': 'Known as',
  'date-of-birth': 'Date of birth',
  'mosaic-id': 'Mosaic ID',
  phone: 'Phone',
  allergies: 'Allergies and medical',
  ignore: 'Leave out',
}

export const tableSchema = z.strictObject({
  /** null for pasted text. */
  fileName: z.string().nullable(),
  sheetName: z.string().nullable(),
  otherSheets: z.array(z.string()),
  /** The headings found, with the guess of what each is. */
  columns: z.array(z.strictObject({ heading: z.string(), kind: z.enum(columnKinds) })),
  rows: z.array(tableRow),
  /** What was noticed: hidden rows, title rows passed over, comments not read. */
  notes: z.array(z.string()),
})
export type ImportTable = z.infer<typeof tableSchema>

const listFields = {
  groupId,
  columns: z.array(z.enum(columnKinds)).max(200),
  rows: z.array(tableRow).max(ROW_LIMIT),
  onDate: localDate,
}

/** new: will be added. matched: is a known person. enrolled: already in the group. possible: same name only, to be
 *  decided by a person. problem: cannot be used, with the reason. blank: an empty or a total row. */
export const rowStates = ['new', 'matched', 'enrolled', 'possible', 'problem', 'blank'] as const
export const previewRowSchema = z.strictObject({
  row: z.int(),
  state: z.enum(rowStates),
  person: newPersonSchema.nullable(),
  /** The cells as they were, for rows that cannot be used. */
  cells: z.array(cell),
  reasons: z.array(z.string()),
  matches: z.array(matchSchema),
  /** What the row would fill in of each of `matches` that lacks it; nothing that is there is changed. */
  fills: z.array(z.strictObject({ personId, fields: z.array(z.enum(gapFields)) })),
})
export type PreviewRow = z.infer<typeof previewRowSchema>

export const importsContract = {
  ...comparingOperations,
  /** Reads a CSV or XLSX file the person chose, or pasted text. Never guesses silently: what it noticed is in `notes`. */
  read: task({
    permission: 'people.edit',
    label: 'Read a list',
    input: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('file'), grant: z.string(), sheet: z.string().nullish() }),
      z.strictObject({
        kind: z.literal('text'),
        text: z.string().max(5_000_000, 'Paste less at once, or read it from a file.'),
      }),
    ]),
    output: tableSchema,
  }),
  /** What would happen to each row, before anything is saved. */
  preview: query({
    permission: 'people.edit',
    label: 'Preview a list',
    input: z.strictObject(listFields),
    output: z.array(previewRowSchema),
  }),
  /** Enrols the rows that can be used, and fills in what the known lack (`filled` people); a row left out is kept with its reason. One command: one undo takes it all back. */
  apply: command({
    permission: 'people.edit',
    label: 'Enrol a list',
    input: z.strictObject({
      ...listFields,
      fileName: z.string().nullish(),
      /** For `possible` rows: the person it is, or a new one, or left out (the default). */
      decisions: z
        .array(
          z.strictObject({
            row: z.int(),
            choice: z.enum(['new', 'same', 'leave-out']),
            personId: personId.nullish(),
          }),
        )
        .max(ROW_LIMIT),
    }),
    output: z.strictObject({
      added: z.int(),
      matched: z.int(),
      filled: z.int(),
      alreadyEnrolled: z.int(),
      leftOut: z.int(),
    }),
  }),
  /** Rows of earlier lists that were not used, with the reason: nothing that was in a list is lost. */
  listLeftOut: query({
    permission: 'people.view',
    label: 'See rows left out of lists',
    input: z.strictObject({ groupId }),
    output: z.array(
      z.strictObject({
        fileName: z.string().nullable(),
        at: instant,
        row: z.int(),
        cells: z.array(z.string()),
        reason: z.string(),
      }),
    ),
  }),
} as const
