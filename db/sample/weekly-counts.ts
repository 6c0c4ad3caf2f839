import { snapshotId } from '../../shared/ids.ts'
import { WAITING_VERSION } from '../../shared/reports/waiting.rules.ts'
import { addDays, mondayOf } from '../../shared/time/civil.ts'
import { insertSnapshot, listWaits } from '../reports/waiting-snapshot.repository.ts'
import type { Tx } from '../store.ts'
import type { SampleOptions } from './fill-sample-county.ts'

/** The Monday this many weeks ago: the newest ones first. One is left out, as if nobody had been in that week. */
const WEEKS_AGO = [0, 1, 2, 4, 5, 6, 7, 8]

/** Who waited on some Mondays, one of them missed: today is for the window to count. */
export async function writeWeeklyCounts(tx: Tx, { actor, today, newId }: SampleOptions): Promise<void> {
  for (const weeks of WEEKS_AGO) {
    const onDate = addDays(mondayOf(today), -7 * weeks)
    if (onDate >= today) continue
    const snapshot = { id: newId(snapshotId), onDate, takenAt: `${onDate}T08:05:00.000Z`, takenBy: actor.id, version: WAITING_VERSION } // prettier-ignore
    await insertSnapshot(tx, newId, snapshot, await listWaits(tx, onDate))
  }
}
