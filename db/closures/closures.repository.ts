import type { BuildingId } from '../../shared/ids.ts'
import type { Db } from '../store.ts'

/** Every room with its building, or those of one building, archived ones too. */
export function listRoomPlaces(db: Db, buildingId?: BuildingId | null) {
  const query = db.selectFrom('room').select(['id', 'building_id']).orderBy('name').orderBy('id')
  return (buildingId ? query.where('building_id', '=', buildingId) : query).execute()
}
