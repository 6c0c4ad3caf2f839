import { z } from 'zod'
import { command, query } from '../operation.ts'
import { line } from '../text.ts'
import { codeSchema, markCode, markFlags } from './mark-code.ts'

/** A mark as the settings show it. */
export const codeSettingsSchema = codeSchema.extend({
  /** Whether any register has it: then what it says is fixed. */
  used: z.boolean(),
  /** Whether the program writes it of its own accord, so that it cannot be retired. */
  fixed: z.boolean(),
  version: z.int(),
})
export type CodeSettings = z.infer<typeof codeSettingsSchema>

const label = line('Enter what the mark means.', 60)
const key = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]$/, 'Use one letter, A to Z.')

/** The settings of the marks. */
export const codeOperations = {
  /** Every mark, retired ones too, in the order in which the register offers them. */
  listCodes: query({
    permission: 'registers.view',
    label: 'List the marks',
    input: z.strictObject({}),
    output: z.array(codeSettingsSchema),
  }),
  /** A new mark, offered last. Its letter is its own for ever, and its key too until that is changed. */
  createCode: command({
    permission: 'programmes.edit',
    label: 'Add a mark',
    input: z.strictObject({ code: markCode, label, ...markFlags }),
    output: codeSettingsSchema,
  }),
  /** Its words, its key, whether it is offered; what it says only as long as no register has it (CONFLICT). */
  updateCode: command({
    permission: 'programmes.edit',
    label: 'Change a mark',
    input: z.strictObject({
      code: markCode,
      version: z.int(),
      label,
      key,
      retired: z.boolean(),
      ...markFlags,
    }),
    output: codeSettingsSchema,
  }),
  /** The order in which the register offers them: every letter there is, once. */
  orderCodes: command({
    permission: 'programmes.edit',
    label: 'Change the order of the marks',
    input: z.strictObject({ codes: z.array(markCode).min(1).max(26) }),
    output: z.null(),
  }),
} as const
