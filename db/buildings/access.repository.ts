import type { Insertable, Selectable, Updateable } from 'kysely'
import type { AccessLine } from '../../shared/buildings/access.contract.ts'
import type { AccessId, BuildingId, StaffId } from '../../shared/ids.ts'
import { mayBookAt, type Who } from '../../shared/users/scope.rules.ts'
import type { Db, Tx } from '../store.ts'
import type { AccessTable } from './buildings.table.ts'

export type AccessRow = Selectable<AccessTable>

/** The ways in of every building, or of one, the latest first. With door codes: show them through `seeAccess`. */
export function listAccess(db: Db, buildingId?: BuildingId): Promise<AccessRow[]> {
  const query = db.selectFrom('access').selectAll().orderBy('from_date', 'desc').orderBy('id')
  return (buildingId ? query.where('building_id', '=', buildingId) : query).execute()
}

export const findAccess = (db: Db, id: AccessId): Promise<AccessRow | undefined> =>
  db.selectFrom('access').selectAll().where('id', '=', id).executeTakeFirst()

/**
 * The one way ways in leave the database: a door code only for those who may book at the building, or lead a group
 * that is still to meet there. `today` is a local date.
 */
export async function seeAccess(
  db: Db,
  { actor, today }: { readonly actor: Who; readonly today: string },
  rows: readonly AccessRow[],
): Promise<AccessLine[]> {
  const halves = await halvesOf(db)
  const leadsIn =
    actor.staffId === null ? new Set<BuildingId>() : await buildingsLedIn(db, actor.staffId, today)
  return rows.map((row) => {
    const where = { buildingId: row.building_id, half: halves.get(row.building_id) ?? null }
    return toAccess(row, mayBookAt(actor, where) || leadsIn.has(row.building_id))
  })
}

async function halvesOf(db: Db) {
  const rows = await db
    .selectFrom('building')
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .select(['building.id', 'locality.half'])
    .execute()
  return new Map(rows.map((row) => [row.id, row.half]))
}

/** The buildings where somebody's groups have a room from `today` on. */
async function buildingsLedIn(db: Db, staffId: StaffId, today: string): Promise<Set<BuildingId>> {
  const rows = await db
    .selectFrom('group_facilitator')
    .innerJoin('session', 'session.group_id', 'group_facilitator.group_id')
    .innerJoin('booking', 'booking.session_id', 'session.id')
    .innerJoin('room', 'room.id', 'booking.room_id')
    .select('room.building_id')
    .distinct()
    .where('group_facilitator.staff_id', '=', staffId)
    .where('booking.held_from', '>=', today)
    .where('booking.status', '=', 'confirmed')
    .execute()
  return new Set(rows.map((row) => row.building_id))
}

const toAccess = (row: AccessRow, showCode: boolean): AccessLine => ({
  id: row.id,
  buildingId: row.building_id,
  roomId: row.room_id,
  fromDate: row.from_date,
  kind: row.kind,
  keyHolder: row.key_holder,
  code: showCode ? row.code : null,
  codeHidden: row.code !== null && !showCode,
  note: row.note,
  version: row.version,
})

export async function insertAccess(tx: Tx, line: Insertable<AccessTable>): Promise<void> {
  await tx.insertInto('access').values(line).execute()
}

/** Answers false when the way in is no longer at `version`. */
export async function updateAccess(
  tx: Tx,
  id: AccessId,
  version: number,
  change: Updateable<AccessTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('access')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Answers false when the way in is no longer at `version`. */
export async function removeAccess(tx: Tx, id: AccessId, version: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('access')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
