import { z } from 'zod'
import { roomId } from '../ids.ts'
import { ruleSchema } from '../series/rule.ts'
import { editsSchema } from '../series/series.contract.ts'
import type { ToBook } from './book.rules.ts'

/** A run found for a group that is yet to be planned: what the plan page is filled in with. */
const runFoundSchema = z.strictObject({
  roomId,
  besideRoomIds: z.array(roomId).max(7),
  rule: ruleSchema,
  edits: editsSchema,
  people: z.int().min(1).max(2000).nullable(),
})
type RunFound = z.infer<typeof runFoundSchema>

/** Where a group is planned with this run: the page reads it back with `readRunFound`. */
export function planAddress({ roomIds, rule, edits }: ToBook, people: number | null): string {
  const [main, ...besideRoomIds] = roomIds
  const run = { roomId: main, besideRoomIds, rule, edits, people }
  return `/groups/new?run=${encodeURIComponent(JSON.stringify(run))}`
}

/** The run that an address was made with; null for anything else. */
export function readRunFound(text: string): RunFound | null {
  try {
    return runFoundSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
