import { sql } from 'kysely'
import { idOf, type SnapshotId, type UserId } from '../../shared/ids.ts'
import type { Wait } from '../../shared/reports/waiting.rules.ts'
import type { WaitingSnapshot } from '../../shared/reports/waiting-snapshot.contract.ts'
import type { NewId } from '../context.ts'
import { listWaiting } from '../enrolments/waiting.repository.ts'
import type { Db, Tx } from '../store.ts'

const lineId = idOf('somebody counted as waiting')
/** Under the number of values that SQLite takes in one statement. */
const AT_ONCE = 2_000

/** Everybody without a place who waits for one, is only referred or has an offer, on a local date: see `waitingRules`. */
export async function listWaits(db: Db, date: string): Promise<Wait[]> {
  const rows = await listWaiting(db, date, { statuses: ['referred', 'waiting', 'offered'] })
  return rows.flatMap((row): Wait[] => {
    const { status } = row
    if (status !== 'referred' && status !== 'waiting' && status !== 'offered') return []
    return [
      {
        enrolmentId: row.enrolment_id,
        personId: row.id,
        familyId: row.family_id,
        groupId: row.group_id,
        programmeId: row.programme_id,
        buildingId: row.building_id,
        status,
        since: row.referred_on,
      },
    ]
  })
}

/** Keeps who waited on a date, for good. */
export async function insertSnapshot(
  tx: Tx,
  newId: NewId,
  snapshot: { readonly id: SnapshotId; readonly onDate: string; readonly takenAt: string; readonly takenBy: UserId; readonly version: number }, // prettier-ignore
  waits: readonly Wait[],
): Promise<void> {
  const { id, onDate, takenAt, takenBy, version } = snapshot
  await tx
    .insertInto('waiting_snapshot')
    .values({ id, on_date: onDate, taken_at: takenAt, taken_by: takenBy, definitions_version: version })
    .execute()
  const rows = waits.map((wait) => ({
    id: newId(lineId),
    snapshot_id: id,
    enrolment_id: wait.enrolmentId,
    person_id: wait.personId,
    family_id: wait.familyId,
    group_id: wait.groupId,
    programme_id: wait.programmeId,
    building_id: wait.buildingId,
    status: wait.status,
    since: wait.since,
  }))
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await tx
      .insertInto('waiting_snapshot_line')
      .values(rows.slice(start, start + AT_ONCE))
      .execute()
}

const counted = (db: Db) =>
  db
    .selectFrom('waiting_snapshot as snapshot')
    .leftJoin('user', 'user.id', 'snapshot.taken_by')
    .select(['snapshot.id', 'snapshot.on_date', 'snapshot.taken_at', 'snapshot.definitions_version'])
    .select([
      'user.name as taken_by',
      sql<number>`(SELECT count(*) FROM waiting_snapshot_line WHERE snapshot_id = snapshot.id AND status <> 'offered')`.as('waits'),
    ]) // prettier-ignore

const toSnapshot = (row: Awaited<ReturnType<ReturnType<typeof counted>['execute']>>[number]): WaitingSnapshot => ({
  id: row.id,
  onDate: row.on_date,
  takenAt: row.taken_at,
  takenBy: row.taken_by,
  definitionsVersion: row.definitions_version,
  waits: row.waits,
}) // prettier-ignore

/** What was counted on a date; undefined where nobody counted. */
export async function findOn(db: Db, date: string): Promise<WaitingSnapshot | undefined> {
  const row = await counted(db).where('snapshot.on_date', '=', date).executeTakeFirst()
  return row && toSnapshot(row)
}

/** Every day on which people were counted, earliest first. */
export async function listSnapshots(db: Db): Promise<WaitingSnapshot[]> {
  return (await counted(db).orderBy('snapshot.on_date').execute()).map(toSnapshot)
}

/** The days counted up to a local date, earliest first, with the rules of each. */
export async function listDays(db: Db, until: string) {
  const rows = await db
    .selectFrom('waiting_snapshot')
    .where('on_date', '<=', until)
    .select(['id', 'on_date as onDate', 'definitions_version as version'])
    .orderBy('on_date')
    .execute()
  return rows
}

/** Who was counted on the days of a period, by snapshot: the people, families and places as they were known then. */
export async function linesBetween(db: Db, from: string, to: string): Promise<Map<string, Wait[]>> {
  const rows = await db
    .selectFrom('waiting_snapshot_line as line')
    .innerJoin('waiting_snapshot as snapshot', 'snapshot.id', 'line.snapshot_id')
    .where('snapshot.on_date', '>=', from)
    .where('snapshot.on_date', '<=', to)
    .select(['line.snapshot_id', 'line.enrolment_id as enrolmentId', 'line.person_id as personId'])
    .select(['line.family_id as familyId', 'line.group_id as groupId', 'line.programme_id as programmeId'])
    .select(['line.building_id as buildingId', 'line.status', 'line.since'])
    .execute()
  const all = new Map<string, Wait[]>()
  for (const { snapshot_id, ...wait } of rows) {
    const there = all.get(snapshot_id)
    if (there) there.push(wait)
    else all.set(snapshot_id, [wait])
  }
  return all
}

/**
 * The record that each merged record's person has now, chains followed. Rows behind a frozen figure are shown under it,
 * while what was counted stays.
 */
export async function whoTheyAreNow(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('person')
    .where('merged_into_id', 'is not', null)
    .select(['id', 'merged_into_id'])
    .execute()
  const next = new Map<string, string>(rows.flatMap((row) => (row.merged_into_id === null ? [] : [[row.id, row.merged_into_id]]))) // prettier-ignore
  const last = (id: string, steps = 0): string => {
    const after = next.get(id)
    return after === undefined || steps > next.size ? id : last(after, steps + 1)
  }
  return new Map([...next.keys()].map((id) => [id, last(id)]))
}
