import { z } from 'zod'
import { snapshotId } from '../ids.ts'
import { query, task } from '../operation.ts'
import { instant, localDate } from '../time/civil.ts'

/** One day on which the people waiting were counted, as it was then and as it stays. */
export const waitingSnapshotSchema = z.strictObject({
  id: snapshotId,
  onDate: localDate,
  takenAt: instant,
  /** Who was signed in; null where nobody is known. */
  takenBy: z.string().nullable(),
  /** By which rules it was counted: see `waitingRules` in waiting.rules.ts. */
  definitionsVersion: z.int(),
  /** Places waited for, offers not counted: somebody who waits for two groups is two. */
  waits: z.int(),
})
export type WaitingSnapshot = z.infer<typeof waitingSnapshotSchema>

export const waitingSnapshotOperations = {
  /**
   * Counts the people waiting today and freezes it: once on the fixed day of the week, however often it is asked for.
   * CONFLICT on another day of the week. Nothing about it can be undone, and a week that is missed stays a gap.
   */
  takeWaitingSnapshot: task({
    permission: 'people.view',
    label: 'Count the people waiting this week',
    input: z.strictObject({}),
    /** `taken` is false where today had been counted before. */
    output: z.strictObject({ taken: z.boolean(), snapshot: waitingSnapshotSchema }),
  }),
  /** The days on which the people waiting were counted, earliest first; and the day of the week on which they are. */
  waitingSnapshots: query({
    permission: 'people.view',
    label: 'See on which days the people waiting were counted',
    input: z.strictObject({}),
    output: z.strictObject({
      weekday: z.int().min(1).max(7),
      /** Whether today is the day and has not been counted. */
      due: z.boolean(),
      snapshots: z.array(waitingSnapshotSchema),
    }),
  }),
} as const
