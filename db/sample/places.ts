import { accessId, buildingId, equipmentId, roomId } from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import { addDays } from '../../shared/time/civil.ts'
import type { Making, Place, Row } from './invented.ts'
import { inventOpening } from './opening.ts'
import { turn } from './random.ts'
import { rowId } from './row-id.ts'

interface Template {
  readonly name: string
  readonly capacity: number | null
  readonly least: number | null
  readonly setup: number
  readonly cleardown: number
  readonly partOf?: string
  readonly floor?: string
  readonly features: readonly string[]
}

const groupRoom: Template = { name: 'Group room', capacity: 16, least: 6, setup: 15, cleardown: 15, features: ['Hearing loop', 'Projector', 'Whiteboard'] } // prettier-ignore
const quietRoom: Template = { name: 'Quiet room', capacity: 4, least: null, setup: 0, cleardown: 0, features: [] } // prettier-ignore
const small: readonly Template[] = [
  groupRoom,
  { name: 'Family room', capacity: 10, least: null, setup: 10, cleardown: 10, features: ['Baby change', 'Crèche', 'Sensory corner'] }, // prettier-ignore
  quietRoom,
]
const middling: readonly Template[] = [
  ...small,
  { name: 'Youth room', capacity: null, least: null, setup: 15, cleardown: 15, floor: 'First', features: ['Kitchen', 'Projector'] }, // prettier-ignore
]
const large: readonly Template[] = [
  { name: 'Hall', capacity: 60, least: 20, setup: 30, cleardown: 15, features: ['Hearing loop', 'Kitchen', 'Projector', 'Soft play'] }, // prettier-ignore
  { name: 'Hall, front half', capacity: 30, least: 8, setup: 15, cleardown: 15, partOf: 'Hall', features: ['Projector'] }, // prettier-ignore
  { name: 'Hall, back half', capacity: 30, least: 8, setup: 15, cleardown: 15, partOf: 'Hall', features: ['Crèche', 'Soft play'] }, // prettier-ignore
  groupRoom,
  quietRoom,
]

type Given = Pick<Making, 'sizes' | 'newId' | 'reference' | 'today'>

/** Buildings spread over the localities, none of them real: no address, and `Sample` in every name. */
export function inventPlaces(given: Given): Place[] {
  return Array.from({ length: given.sizes.buildings }, (_, index) => place(given, index))
}

function place(given: Given, index: number): Place {
  const { newId } = given
  const id = newId(buildingId)
  const { opensOnBankHolidays, ...opening } = inventOpening(given, id, index)
  const building = { ...buildingRow(given, index), id, opens_on_bank_holidays: opensOnBankHolidays }
  const rooms: Row<'room'>[] = []
  const features: Row<'room_feature'>[] = []
  for (const template of turn([large, small, middling], index)) {
    const row = room(given, building, template, rooms, index)
    rooms.push(row)
    for (const name of template.features)
      features.push({ id: newId(rowId), room_id: row.id, name, name_key: fold(name) })
  }
  return { building, rooms, features, ...opening, access: inventAccess(given, building, rooms, index), equipment: inventEquipment(given, building, index) } // prettier-ignore
}

function buildingRow(
  { reference }: Given,
  index: number,
): Omit<Row<'building'>, 'id' | 'opens_on_bank_holidays'> {
  const locality = reference.localities.length > 0 ? turn(reference.localities, index) : null
  const name = `Sample centre ${String(index + 1).padStart(2, '0')}`
  return {
    name,
    name_key: fold(name),
    locality_id: locality?.id ?? null,
    address: null,
    // 01632 960 is the range Ofcom keeps for invented numbers.
    phone: `01632 960${100 + index}`,
    ...somewhere(locality?.half ?? 'east', index),
    note: null,
    sample: 1,
    archived: 0,
    version: 1,
  }
}

/** Steps that never fall into rows: multiples of the golden section. */
const spread = (index: number) => (index * 0.618_034) % 1
const rounded = (degrees: number) => Math.round(degrees * 10_000) / 10_000

/** Somewhere in the rough box of Leicestershire, in its own half. */
const somewhere = (half: 'east' | 'west', index: number) => ({
  latitude: rounded(52.45 + 0.42 * spread(index * 7 + 1)),
  longitude: rounded((half === 'west' ? -1.55 : -1.12) + 0.4 * spread(index * 3 + 2)),
})

function room(
  { newId }: Given,
  building: Pick<Row<'building'>, 'id'>,
  { name, capacity, least, setup, cleardown, partOf, floor = 'Ground' }: Template,
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
    least_people: least,
    floor,
    phone: null,
    note: null,
    // One room that the county lends out only by asking.
    needs_approval: index === 20 && name === 'Youth room' ? 1 : 0,
    sample: 1,
    archived: 0,
    version: 1,
  }
}

type Way = Pick<Row<'access'>, 'kind' | 'key_holder' | 'code' | 'note'>
const reception: Way = { kind: 'reception', key_holder: null, code: null, note: null }
const ways = (index: number): Way[] => [
  reception,
  { kind: 'key', key_holder: `Sample caretaker, 01632 960${200 + index}`, code: null, note: 'Lock up and set the alarm.' }, // prettier-ignore
  reception,
  { kind: 'code', key_holder: null, code: String(2580 + index * 37), note: 'Pull the door to behind you.' },
  reception,
]

/** Mostly a reception; a key or a code here and there, one code that changes soon, and a room upstairs of its own. */
function inventAccess(
  { newId, today }: Given,
  building: Pick<Row<'building'>, 'id'>,
  rooms: readonly Row<'room'>[],
  index: number,
): Row<'access'>[] {
  const line = (way: Way, fromDate: string, room: Row<'room'> | null = null) => ({
    ...way,
    id: newId(accessId),
    building_id: building.id,
    room_id: room?.id ?? null,
    from_date: fromDate,
    version: 1,
  })
  const way = turn(ways(index), index)
  const soon = { ...way, code: String(1470 + index * 31) }
  const upstairs = rooms.find((one) => one.name === 'Youth room')
  return [
    line(way, addDays(today, -400)),
    ...(way.kind === 'code' && index % 2 === 1 ? [line(soon, addDays(today, 14))] : []),
    ...(upstairs && index % 2 === 0 ? [line({ ...reception, kind: 'staff' }, addDays(today, -200), upstairs)] : []), // prettier-ignore
  ]
}

/** What can be carried about: more of it where there is a hall. */
function inventEquipment(
  { newId }: Given,
  building: Pick<Row<'building'>, 'id'>,
  index: number,
): Row<'equipment'>[] {
  const large = index % 3 === 0
  const things = [
    { name: 'Projector', quantity: large ? 2 : 1 },
    { name: 'Laptops', quantity: large ? 12 : 6 },
    { name: 'Crèche kit', quantity: 1 },
    ...(large ? [{ name: 'Flipchart', quantity: 3 }] : []),
  ]
  return things.map((thing) => ({ ...thing, id: newId(equipmentId), building_id: building.id, archived: 0, version: 1 })) // prettier-ignore
}
