import { AppError } from '../../shared/errors.ts'
import { snapshotId } from '../../shared/ids.ts'
import { WAITING_VERSION } from '../../shared/reports/waiting.rules.ts'
import { weekdayOf } from '../../shared/time/civil.ts'
import { fullDate, weekdayName } from '../../shared/time/format.ts'
import { found } from '../changed.ts'
import type { QueryContext, TaskContext } from '../context.ts'
import { readSettings } from '../settings/settings.repository.ts'
import * as repository from './waiting-snapshot.repository.ts'

/** Counts and freezes who waits today, on the fixed day and once. Days gone by are never counted in hindsight. */
export async function takeWaitingSnapshot(context: TaskContext) {
  const { db, today } = context
  const before = await repository.findOn(db, today)
  if (before) return { taken: false, snapshot: before }
  const { snapshotWeekday } = await readSettings(db)
  if (weekdayOf(today) !== snapshotWeekday) throw notToday(today, snapshotWeekday)
  return context.write((tx) => take(tx, context), JSON.stringify({ onDate: today }))
}

/** Another window may have counted in between: what stands, stands. */
async function take(
  tx: Parameters<Parameters<TaskContext['write']>[0]>[0],
  { today, now, actor, newId }: TaskContext,
) {
  const before = await repository.findOn(tx, today)
  if (before) return { taken: false, snapshot: before }
  const waits = await repository.listWaits(tx, today)
  const snapshot = { id: newId(snapshotId), onDate: today, takenAt: now, takenBy: actor.id, version: WAITING_VERSION } // prettier-ignore
  await repository.insertSnapshot(tx, newId, snapshot, waits)
  return { taken: true, snapshot: found(await repository.findOn(tx, today), 'count') }
}

const notToday = (today: string, weekday: number) =>
  new AppError(
    'CONFLICT',
    `People waiting are counted on ${weekdayName(weekday)}s, and today is ${fullDate(today)}. Nothing was counted: a week that was missed stays a gap. The day is chosen in Settings, under Names of the service.`,
    { weekday },
  )

/** Which days were counted, and whether today is to be. */
export async function waitingSnapshots({ db, today }: QueryContext) {
  const [{ snapshotWeekday: weekday }, snapshots] = [
    await readSettings(db),
    await repository.listSnapshots(db),
  ]
  const due = weekdayOf(today) === weekday && !snapshots.some((one) => one.onDate === today)
  return { weekday, due, snapshots }
}
