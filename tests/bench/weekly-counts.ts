import { insertSnapshot, listWaits } from '../../db/reports/waiting-snapshot.repository.ts'
import type { NewId } from '../../db/context.ts'
import type { Tx } from '../../db/store.ts'
import { snapshotId, type UserId } from '../../shared/ids.ts'
import { WAITING_VERSION } from '../../shared/reports/waiting.rules.ts'
import { addDays, mondayOf } from '../../shared/time/civil.ts'

const WEEKS = 520

/** Ten years of weekly counts, one week in ten missed: each of those who wait today, with as many for each week before. */
export async function writeWeeklyCounts(tx: Tx, newId: NewId, takenBy: UserId, today: string): Promise<void> {
  const waits = await listWaits(tx, today)
  for (let week = WEEKS; week > 0; week--) {
    if (week % 10 === 0) continue
    const onDate = addDays(mondayOf(today), -7 * week)
    const then = waits.map((wait) => ({ ...wait, since: addDays(wait.since, -7 * week) }))
    const snapshot = { id: newId(snapshotId), onDate, takenAt: `${onDate}T08:05:00.000Z`, takenBy, version: WAITING_VERSION } // prettier-ignore
    await insertSnapshot(tx, newId, snapshot, then)
  }
}
