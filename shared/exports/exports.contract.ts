import { z } from 'zod'
import { groupId } from '../ids.ts'
import { query, task } from '../operation.ts'

export const exportsContract = {
  /** A file name with no person in it: `Bounce Back Shelthorpe 2026-11-23.xlsx`, by the public title. */
  suggestName: query({
    permission: 'exports.make',
    label: 'Name a workbook',
    input: z.strictObject({ groupId }),
    output: z.strictObject({ fileName: z.string() }),
  }),
  /** Writes the group's workbook to the file the person chose. Logged with its row counts. Leaves no half file. */
  groupWorkbook: task({
    permission: 'exports.make',
    label: "Make a group's workbook",
    input: z.strictObject({ groupId, grant: z.string() }),
    output: z.strictObject({
      fileName: z.string(),
      sheets: z.array(z.strictObject({ name: z.string(), rows: z.int() })),
    }),
  }),
} as const
