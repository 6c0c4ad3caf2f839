import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Equipment } from '../../shared/buildings/equipment.contract.ts'
import type { Use } from '../../shared/buildings/equipment.rules.ts'
import type { BuildingId, EquipmentId } from '../../shared/ids.ts'
import { fromFlag } from '../flag.ts'
import type { Db, Tx } from '../store.ts'
import type { EquipmentTable } from './buildings.table.ts'

export type EquipmentRow = Selectable<EquipmentTable>

export const toEquipment = (row: EquipmentRow): Equipment => ({
  id: row.id,
  buildingId: row.building_id,
  name: row.name,
  quantity: row.quantity,
  archived: fromFlag(row.archived),
  version: row.version,
})

/** What a building has to carry about, by name, archived or not. */
export const listEquipment = (db: Db, buildingId: BuildingId): Promise<EquipmentRow[]> =>
  db.selectFrom('equipment').selectAll().where('building_id', '=', buildingId).orderBy('name').execute()

export const findEquipment = (db: Db, id: EquipmentId): Promise<EquipmentRow | undefined> =>
  db.selectFrom('equipment').selectAll().where('id', '=', id).executeTakeFirst()

/** The confirmed bookings that have some of it with them and end after `localNow`: from when to when, and how many. */
export async function listUsesToCome(db: Db, id: EquipmentId, localNow: string): Promise<Use[]> {
  const rows = await db
    .selectFrom('booking_equipment')
    .innerJoin('booking', 'booking.id', 'booking_equipment.booking_id')
    .select(['booking.starts_at', 'booking.ends_at', 'booking_equipment.quantity'])
    .where('booking_equipment.equipment_id', '=', id)
    .where('booking.ends_at', '>', localNow)
    .where('booking.status', '=', 'confirmed')
    .execute()
  return rows.map(({ starts_at, ends_at, quantity }) => ({ startsAt: starts_at, endsAt: ends_at, quantity }))
}

export async function insertEquipment(tx: Tx, equipment: Insertable<EquipmentTable>): Promise<void> {
  await tx.insertInto('equipment').values(equipment).execute()
}

/** Answers false when the equipment is no longer at `version`. */
export async function updateEquipment(
  tx: Tx,
  id: EquipmentId,
  version: number,
  change: Updateable<EquipmentTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('equipment')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
