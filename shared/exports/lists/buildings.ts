import type { Building, Locality, Room } from '../../buildings/buildings.contract.ts'
import { FOR_STAFF } from '../../classification.ts'
import { numberColumn, textColumn, yesNoOf, type List } from './list.ts'

const halfNames = { east: 'East', west: 'West' } as const

/** A building with what its row says of where it is. */
export interface Placed {
  readonly building: Building
  readonly locality: Locality | null
}
export interface PlacedRoom extends Placed {
  readonly room: Room
}

const halfOf = ({ building }: Placed) => (building.half === null ? null : halfNames[building.half])

/** Buildings, one line each. Notes are for those who look after them, and in no file. */
export const buildingsList: List<Placed> = {
  title: 'Buildings',
  classification: FOR_STAFF,
  columns: [
    textColumn('Building', 30, (p) => p.building.name),
    textColumn('Locality', 22, (p) => p.locality?.name ?? null),
    textColumn('Half', 8, halfOf),
    textColumn('Address', 44, (p) => p.building.address),
    textColumn('Phone', 18, (p) => p.building.phone),
    numberColumn('Rooms', 8, (p) => p.building.rooms.length),
    textColumn('Opens on bank holidays', 14, (p) => yesNoOf(p.building.opensOnBankHolidays)),
    numberColumn('Latitude', 12, (p) => p.building.latitude),
    numberColumn('Longitude', 12, (p) => p.building.longitude),
    textColumn('Archived', 10, (p) => yesNoOf(p.building.archived)),
  ],
  sorts: {},
}

/** Rooms, one line each, with the building they are in. */
export const roomsList: List<PlacedRoom> = {
  title: 'Rooms',
  classification: FOR_STAFF,
  columns: [
    textColumn('Building', 30, (p) => p.building.name),
    textColumn('Locality', 22, (p) => p.locality?.name ?? null),
    textColumn('Half', 8, halfOf),
    textColumn('Room', 24, (p) => p.room.name),
    textColumn('Part of', 20, wholeOf),
    textColumn('Floor', 12, (p) => p.room.floor),
    numberColumn('Fewest people', 10, (p) => p.room.leastPeople),
    numberColumn('Most people', 10, (p) => p.room.capacity),
    textColumn('Step-free', 10, (p) => yesNoOf(p.room.stepFree)),
    numberColumn('Set-up minutes', 10, (p) => p.room.setupMinutes),
    numberColumn('Clear-down minutes', 12, (p) => p.room.cleardownMinutes),
    textColumn('What is there', 36, (p) => p.room.features.join(', ') || null),
    textColumn('Phone', 18, (p) => p.room.phone),
    textColumn('Has to be asked for', 12, (p) => yesNoOf(p.room.needsApproval)),
    textColumn('Archived', 10, (p) => yesNoOf(p.room.archived)),
  ],
  sorts: {},
}

function wholeOf({ building, room }: PlacedRoom): string | null {
  return building.rooms.find((one) => one.id === room.partOfId)?.name ?? null
}
