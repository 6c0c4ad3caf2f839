import { z } from 'zod'
import type { CommandId } from '../../shared/ids.ts'

export const image = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
/** A row as the journal keeps it. */
export type Image = z.infer<typeof image>

/** One row that a command changed. Undoing puts `before` back; null is no row. */
export interface Change {
  readonly seq: number
  readonly commandId: CommandId
  readonly table: string
  readonly rowId: string
  readonly before: Image | null
  readonly after: Image | null
}
