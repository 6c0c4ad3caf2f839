import { AppError } from '../../shared/errors.ts'
import type { BuildingId, RoomId } from '../../shared/ids.ts'
import { mayCloseAt, mayCloseEverywhere, type Who } from '../../shared/users/scope.rules.ts'
import { found } from '../changed.ts'
import type { Db } from '../store.ts'
import { listBuildings, listRoomPlaces, type Place } from './closures.repository.ts'

/** What somebody closes. */
export interface Closing {
  readonly everywhere: boolean
  readonly places: readonly Place[]
}

interface Asked {
  readonly everywhere: boolean
  readonly places: readonly { readonly buildingId: BuildingId; readonly roomId?: RoomId | null | undefined }[]
}

/** The places asked for, each once: a room of a building that is closed whole need not be named. Refuses unknown ones. */
export async function wantedPlaces(db: Db, { everywhere, places }: Asked): Promise<Place[]> {
  if (everywhere) return []
  const buildings = await listBuildings(db, idsOf(places))
  const rooms = new Map((await listRoomPlaces(db)).map((room) => [room.id, room.building_id]))
  for (const { buildingId, roomId } of places) {
    found(buildings.find((one) => one.id === buildingId), 'building') // prettier-ignore
    if (roomId && rooms.get(roomId) !== buildingId) found(undefined, 'room')
  }
  const whole = new Set(places.filter((place) => !place.roomId).map((place) => place.buildingId))
  const kept = places
    .map(({ buildingId, roomId }) => ({
      buildingId,
      roomId: whole.has(buildingId) ? null : (roomId ?? null),
    }))
    .map((place) => [`${place.buildingId} ${place.roomId}`, place] as const)
  return [...new Map(kept).values()]
}

const idsOf = (places: readonly { readonly buildingId: BuildingId }[]) => [
  ...new Set(places.map((place) => place.buildingId)),
]

/** Refuses (NOT_ALLOWED) to close what somebody else looks after: a facilities officer's are the buildings of one half. */
export async function refuseOthersPlaces(db: Db, who: Who, { everywhere, places }: Closing): Promise<void> {
  if (everywhere) {
    if (mayCloseEverywhere(who)) return
    throw new AppError('NOT_ALLOWED', 'The whole county is not yours to close. Nothing was saved. Ask a manager.') // prettier-ignore
  }
  for (const { name, half } of await listBuildings(db, idsOf(places))) {
    if (mayCloseAt(who, { half })) continue
    const where = half === null ? '' : ` It is in the ${half} of the county.`
    throw new AppError('NOT_ALLOWED', `${name} is not yours to close.${where} Nothing was saved. Ask whoever looks after it, or a manager.`) // prettier-ignore
  }
}
