import type { BuildingDetails } from '../../shared/buildings/buildings.contract.ts'
import type { BuildingId } from '../../shared/ids.ts'
import { mayUse } from '../../shared/permissions.ts'
import { mayCloseAt } from '../../shared/users/scope.rules.ts'
import { found } from '../changed.ts'
import type { QueryContext } from '../context.ts'
import { listAccess, seeAccess } from './access.repository.ts'
import { findById, toBuilding } from './buildings.repository.ts'
import { listEquipment, toEquipment } from './equipment.repository.ts'
import { listExceptions, listWeekly } from './opening.repository.ts'
import { listFeatures, listRooms } from './rooms.repository.ts'

/** One building with all that is known of it, and no more than this person may see. */
export async function getBuilding(
  context: QueryContext,
  { id }: { readonly id: BuildingId },
): Promise<BuildingDetails> {
  const { db, actor } = context
  const row = found(await findById(db, id), 'building')
  const rooms = await listRooms(db, id)
  const weekly = await listWeekly(db, id)
  return {
    ...toBuilding(row, rooms, await listFeatures(db, rooms.map((room) => room.id))), // prettier-ignore
    week: Array.from({ length: 7 }, (_, day) =>
      weekly.filter((one) => one.weekday === day + 1).map(({ opens, closes }) => ({ opens, closes })),
    ),
    exceptions: (await listExceptions(db, id)).map(({ buildingId: _building, ...one }) => one),
    access: await seeAccess(db, context, await listAccess(db, id)),
    equipment: (await listEquipment(db, id)).map(toEquipment),
    mayChange: mayUse(actor.role, 'buildings.edit') && mayCloseAt(actor, { buildingId: id, half: row.half }),
  }
}
