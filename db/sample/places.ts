import { buildingId, roomId } from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import type { Making, Place, Row } from './invented.ts'
import { turn } from './random.ts'

interface Template {
  readonly name: string
  readonly capacity: number | null
  readonly setup: number
  readonly cleardown: number
  readonly partOf?: string
}

const small: readonly Template[] = [
  { name: 'Group room', capacity: 16, setup: 15, cleardown: 15 },
  { name: 'Family room', capacity: 10, setup: 10, cleardown: 10 },
  { name: 'Quiet room', capacity: 4, setup: 0, cleardown: 0 },
]
const middling: readonly Template[] = [
  ...small,
  { name: 'Youth room', capacity: null, setup: 15, cleardown: 15 },
]
const large: readonly Template[] = [
  { name: 'Hall', capacity: 60, setup: 30, cleardown: 15 },
  { name: 'Hall, front half', capacity: 30, setup: 15, cleardown: 15, partOf: 'Hall' },
  { name: 'Hall, back half', capacity: 30, setup: 15, cleardown: 15, partOf: 'Hall' },
  { name: 'Group room', capacity: 16, setup: 15, cleardown: 15 },
  { name: 'Quiet room', capacity: 4, setup: 0, cleardown: 0 },
]

/** Buildings spread over the localities, none of them real: no address, and `Sample` in every name. */
export function inventPlaces(making: Pick<Making, 'sizes' | 'newId' | 'reference'>): Place[] {
  return Array.from({ length: making.sizes.buildings }, (_, index) => place(making, index))
}

function place({ newId, reference }: Pick<Making, 'newId' | 'reference'>, index: number): Place {
  const locality = reference.localities.length > 0 ? turn(reference.localities, index) : null
  const number = String(index + 1).padStart(2, '0')
  const name = `Sample centre ${number}`
  const building: Row<'building'> = {
    id: newId(buildingId),
    name,
    name_key: fold(name),
    locality_id: locality?.id ?? null,
    address: null,
    // 01632 960 is the range Ofcom keeps for invented numbers.
    phone: `01632 960${100 + index}`,
    latitude: null,
    longitude: null,
    opens_on_bank_holidays: 0,
    note: null,
    sample: 1,
    archived: 0,
    version: 1,
  }
  const rooms: Row<'room'>[] = []
  for (const template of turn([large, small, middling], index))
    rooms.push(room({ newId }, building, template, rooms, index))
  return { building, rooms }
}

function room(
  { newId }: Pick<Making, 'newId'>,
  building: Row<'building'>,
  { name, capacity, setup, cleardown, partOf }: Template,
  made: readonly Row<'room'>[],
  index: number,
): Row<'room'> {
  return {
    id: newId(roomId),
    building_id: building.id,
    name,
    capacity,
    // In some buildings nobody has looked yet, and some old ones have steps.
    step_free: index % 7 === 6 ? null : name === 'Quiet room' && index % 3 === 1 ? 0 : 1,
    setup_minutes: setup,
    cleardown_minutes: cleardown,
    part_of_id: made.find((one) => one.name === partOf)?.id ?? null,
    least_people: null,
    floor: null,
    phone: null,
    note: null,
    needs_approval: 0,
    sample: 1,
    archived: 0,
    version: 1,
  }
}
