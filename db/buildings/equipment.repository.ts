import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Equipment } from '../../shared/buildings/equipment.contract.ts'
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
