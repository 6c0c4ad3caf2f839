import { z } from 'zod'
import { commandId } from '../ids.ts'
import { command, query } from '../operation.ts'
import { instant } from '../time/civil.ts'

export const auditEntrySchema = z.strictObject({
  id: commandId,
  at: instant,
  who: z.string(),
  operation: z.string(),
  label: z.string(),
  /** How many rows it changed; 0 for a look or a file made. */
  changes: z.int(),
  undone: z.boolean(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

export const auditContract = {
  list: query({
    permission: 'audit.view',
    label: 'See the audit trail',
    input: z.strictObject({ limit: z.int().min(1).max(500).default(100), before: instant.nullish() }),
    output: z.array(auditEntrySchema),
  }),
  /** What one command changed: each row before and after. */
  changes: query({
    permission: 'audit.view',
    label: 'See what a command changed',
    logView: true,
    input: z.strictObject({ id: commandId }),
    output: z.array(
      z.strictObject({
        table: z.string(),
        rowId: z.string(),
        before: z.record(z.string(), z.unknown()).nullable(),
        after: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
  }),
  /** The signed-in person's own last command that can be undone, and the last undo that can be redone. */
  nextUndo: query({
    permission: 'signed-in',
    label: 'See what can be undone',
    input: z.strictObject({}),
    output: z.strictObject({
      undo: z.strictObject({ id: commandId, label: z.string() }).nullable(),
      redo: z.strictObject({ id: commandId, label: z.string() }).nullable(),
    }),
  }),
  /**
   * Applies the inverse of a command, as a command of its own. CHANGED when a row no longer stands as the command
   * left it, saying what was built on it since; nothing is undone then. Undoing an undo is a redo.
   */
  undo: command({
    permission: 'signed-in',
    label: 'Undo',
    input: z.strictObject({ id: commandId }),
    output: z.strictObject({ label: z.string() }),
  }),
  /** Whether every entry still follows from the one before by its hash. */
  verify: query({
    permission: 'audit.view',
    label: 'Check the audit trail',
    input: z.strictObject({}),
    output: z.strictObject({ entries: z.int(), intact: z.boolean(), brokenAt: instant.nullable() }),
  }),
} as const
