import { readPhoneCell } from '../imports/cells.rules.ts'
import type { TableRow } from '../imports/imports.contract.ts'
import { fold } from '../text.ts'
import type { Locality } from './buildings.contract.ts'
import { readCountCell, readDegreesCell, readFeaturesCell, readHoursCell, readTextCell, readYesNoCell, type Cell } from './list-cells.rules.ts' // prettier-ignore
import { placeColumnLabels, type PlaceColumn } from './list.contract.ts'
import type { Hours } from './opening.rules.ts'

/** What a list says of a building; what it does not say is left out. `days`: 1 Monday … 7 Sunday. */
export interface BuildingFacts {
  readonly address?: string
  readonly phone?: string
  readonly localityId?: Locality['id']
  readonly latitude?: number
  readonly longitude?: number
  readonly days: ReadonlyMap<number, readonly Hours[]>
}
/** What a list says of a room. `partOf` is the name of the larger room. */
export interface RoomFacts {
  readonly capacity?: number
  readonly leastPeople?: number
  readonly stepFree?: boolean
  readonly floor?: string
  readonly features?: readonly string[]
  readonly setupMinutes?: number
  readonly cleardownMinutes?: number
  readonly partOf?: string
}
export interface PlaceReading {
  readonly kind: 'place'
  readonly building: string
  readonly facts: BuildingFacts
  readonly room: string | null
  readonly roomFacts: RoomFacts
  readonly notes: readonly string[]
}
export type RowReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'problem'; readonly building: string | null; readonly room: string | null; readonly reasons: readonly string[] } // prettier-ignore
  | PlaceReading

type Columns = readonly PlaceColumn[]

/** Reads the rows of a list by what its columns are. A row without a building belongs to the one above it. */
export function readPlaces(
  columns: Columns,
  rows: readonly TableRow[],
  localities: readonly Locality[],
): RowReading[] {
  let above: string | null = null
  return rows.map((row) => {
    const reading = readPlace(columns, row, localities, above)
    if (reading.kind !== 'blank') above = reading.building ?? above
    return reading
  })
}

function readPlace(
  columns: Columns,
  row: TableRow,
  localities: readonly Locality[],
  above: string | null,
): RowReading {
  const cell = (kind: PlaceColumn) => row.cells[columns.indexOf(kind)] ?? ''
  if (columns.every((kind) => kind === 'ignore' || cell(kind).trim() === '')) return { kind: 'blank' }
  const { days, ...cells } = readCells(cell, localities)
  const room = cells.room.value ?? null
  const building = cells.building.value ?? (room === null ? null : above)
  // Hours for all weekdays stand in five days: what is said of them is said once.
  const said = new Set<Cell<unknown>>([...Object.values(cells), ...days.values()])
  const problems = [...said].flatMap((one) => one.problem ?? [])
  const reasons = [...nameProblems(building), ...problems]
  if (building === null || reasons.length > 0) return { kind: 'problem', building, room, reasons }
  const notes = [...said].flatMap((one) => one.note ?? [])
  return {
    kind: 'place',
    building,
    room,
    facts: buildingFacts(cells, days),
    roomFacts: roomFacts(cells),
    notes,
  }
}

function nameProblems(building: string | null): string[] {
  if (building === null) return ['There is no name of a building.']
  return /^(grand |sub)?[ -]?totals?:?$/i.test(building) ? ['This is a row of totals, not a building.'] : []
}

type CellOf = (kind: PlaceColumn) => string

function readCells(cell: CellOf, localities: readonly Locality[]) {
  const text = (kind: PlaceColumn, max: number) => readTextCell(placeColumnLabels[kind], cell(kind), max)
  const count = (kind: PlaceColumn, bounds: readonly [number, number]) =>
    readCountCell(placeColumnLabels[kind], cell(kind), bounds)
  return {
    building: text('building', 120),
    address: readAddress(text('address', 280), text('postcode', 12)),
    phone: phoneOf(cell('phone')),
    locality: readLocality(text('locality', 120), localities),
    latitude: readDegreesCell('Latitude', cell('latitude'), 90),
    longitude: readDegreesCell('Longitude', cell('longitude'), 180),
    room: text('room', 120),
    capacity: count('capacity', [1, 2000]),
    least: count('least', [1, 2000]),
    stepFree: readYesNoCell('Step-free', cell('step-free')),
    floor: text('floor', 40),
    features: readFeaturesCell(cell('features')),
    setup: count('setup', [0, 240]),
    cleardown: count('cleardown', [0, 240]),
    partOf: readWhole(text('half-of', 120)),
    days: readDays(cell),
  }
}

const dayKinds = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** A day’s own column goes before the one for all weekdays. */
function readDays(cell: CellOf): Map<number, Cell<Hours[]>> {
  const weekdays = readHoursCell(placeColumnLabels.weekdays, cell('weekdays'))
  return new Map(
    dayKinds.map((kind, i): [number, Cell<Hours[]>] => {
      const own = readHoursCell(placeColumnLabels[kind], cell(kind))
      const saysNothing = own.value === undefined && own.problem === undefined
      return [i + 1, saysNothing && i < 5 ? weekdays : own]
    }),
  )
}

const phoneOf = (text: string): Cell<string> => {
  const { value, note } = readPhoneCell(text)
  if (value === null) return {}
  const phone = readTextCell('Phone', value, 40)
  return note === undefined ? phone : { ...phone, note }
}

/** The postcode is written as it should be, and stands at the end of the address. */
function readAddress(address: Cell<string>, postcode: Cell<string>): Cell<string> {
  if (address.problem !== undefined || postcode.value === undefined) return address
  const packed = postcode.value.toUpperCase().replace(/\s/g, '')
  if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(packed))
    return { problem: `Postcode: “${postcode.value}” is not a postcode.` }
  const written = `${packed.slice(0, -3)} ${packed.slice(-3)}`
  const before = address.value?.replace(new RegExp(`,?\\s*${packed.slice(0, -3)}\\s*${packed.slice(-3)}$`, 'i'), '') // prettier-ignore
  return { value: [before, written].filter(Boolean).join(', ') }
}

/** `Hall` out of `half of Hall` and `part of the Hall`. */
const readWhole = ({ value, ...rest }: Cell<string>): Cell<string> =>
  value === undefined ? rest : { ...rest, value: value.replace(/^(?:a )?(?:half|½|part) of (?:the )?/i, '') }

/** By its name or another that is known; or by some of the places that it is named after, and then it says so. */
function readLocality(
  { value, problem }: Cell<string>,
  localities: readonly Locality[],
): Cell<Locality['id']> {
  if (problem !== undefined) return { problem }
  if (value === undefined) return {}
  const named = localities.find((one) => namesOf(one).some((name) => fold(name) === fold(value)))
  if (named) return { value: named.id }
  const [like, another] = localities.filter((one) => isPartOf(one, value))
  if (like !== undefined && another === undefined)
    return { value: like.id, note: `Locality: “${value}” read as ${like.name}.` }
  // Some names have commas in them.
  const names = localities.map((one) => one.name).join('; ')
  return { problem: `Locality: there is none called “${value}”. There are: ${names}.` }
}

const namesOf = ({ name, aliases }: Locality) => [name, ...aliases]
/** The places that a locality is named after: `blaby`, `oadby` and `wigston`. */
const placesIn = (text: string): string[] =>
  fold(text).split(/[,/&]|\band\b/).map((place) => place.trim()).filter((place) => place !== '') // prettier-ignore

/** `Oadby & Wigston` is a part of `Blaby, Oadby and Wigston`. */
function isPartOf({ name }: Locality, text: string): boolean {
  const [has, said] = [new Set(placesIn(name)), placesIn(text)]
  return said.length > 0 && said.every((place) => has.has(place))
}

type Cells = Omit<ReturnType<typeof readCells>, 'days'>

/** Only what was said: a key without a value would wipe out what is known. */
const said = <T extends object>(facts: T) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))

const buildingFacts = (cells: Cells, days: ReadonlyMap<number, Cell<Hours[]>>): BuildingFacts => ({
  ...said({
    address: cells.address.value,
    phone: cells.phone.value,
    localityId: cells.locality.value,
    latitude: cells.latitude.value,
    longitude: cells.longitude.value,
  }),
  days: new Map([...days].flatMap(([day, { value }]) => (value === undefined ? [] : [[day, value] as const]))), // prettier-ignore
})

const roomFacts = (cells: Cells): RoomFacts =>
  said({
    capacity: cells.capacity.value,
    leastPeople: cells.least.value,
    stepFree: cells.stepFree.value,
    floor: cells.floor.value,
    features: cells.features.value,
    setupMinutes: cells.setup.value,
    cleardownMinutes: cells.cleardown.value,
    partOf: cells.partOf.value,
  })
