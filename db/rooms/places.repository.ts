import type { Building, Room } from '../../shared/buildings/buildings.contract.ts'
import { sharedFloor } from '../../shared/buildings/floor.rules.ts'
import type { BuildingId, RoomId } from '../../shared/ids.ts'
import type { Place } from '../../shared/rooms/distance.rules.ts'
import type { RoomFacts } from '../../shared/rooms/fit.rules.ts'
import { list } from '../buildings/buildings.repository.ts'
import type { Db } from '../store.ts'

/** A room that can be booked, with what finding one needs to know of it and of its building. */
export interface RoomPlace {
  readonly room: Room
  readonly building: Building
  readonly facts: RoomFacts
  readonly place: Place
}

/** Every room that can be booked, by its id. */
export async function listRoomPlaces(db: Db): Promise<Map<RoomId, RoomPlace>> {
  const buildings = await list(db, { includeArchived: false })
  const rooms = buildings.flatMap((building) => building.rooms)
  const floors = sharedFloor(rooms)
  return new Map(
    buildings.flatMap((building) => {
      const place = placeOf(building)
      return building.rooms.map((room) => {
        const sharing = new Set([room.id, ...(floors.get(room.id) ?? [])])
        return [room.id, { room, building, place, facts: factsOf(room, building, sharing) }] as const
      })
    }),
  )
}

/** Where a building lies, archived or not; null for none. */
export async function findPlace(db: Db, id: BuildingId | null): Promise<Place | null> {
  if (id === null) return null
  const building = (await list(db, { includeArchived: true })).find((one) => one.id === id)
  return building === undefined ? null : placeOf(building)
}

const placeOf = ({ id, latitude, longitude, localityId, half }: Building): Place => ({
  id,
  point: latitude === null || longitude === null ? null : { latitude, longitude },
  localityId,
  half,
})

const factsOf = (room: Room, building: Building, sharing: ReadonlySet<string>): RoomFacts => ({
  id: room.id,
  name: room.name,
  buildingId: building.id,
  buildingName: building.name,
  capacity: room.capacity,
  leastPeople: room.leastPeople,
  stepFree: room.stepFree,
  features: room.features,
  sharing,
})
