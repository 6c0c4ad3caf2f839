import type { TableRow } from '../imports/imports.contract.ts'
import { fold } from '../text.ts'
import type { Half } from '../users/scope.rules.ts'
import type { Building, Locality, Room } from './buildings.contract.ts'
import { buildingChanges, roomChanges } from './list-changes.rules.ts'
import type { BuildingFacts, PlaceReading, RoomFacts, RowReading } from './list-rows.rules.ts'
import type { PlannedRow, PlaceSummary } from './list.contract.ts'
import type { Hours } from './opening.rules.ts'

/** What is here already. */
export interface KnownPlaces {
  readonly buildings: readonly KnownBuilding[]
  readonly localities: readonly Locality[]
  /** Whether buildings of this half are this person's to change. */
  readonly mayChange: (half: Half | null) => boolean
}
/** With the usual hours, Monday first. */
export type KnownBuilding = Building & { readonly week: readonly (readonly Hours[])[] }

export interface PlannedRoom {
  readonly known: Room | null
  /** What changes of it, each in words; none of a new one. */
  readonly changes: readonly string[]
  readonly name: string
  readonly facts: RoomFacts
}
export interface PlannedBuilding {
  readonly known: KnownBuilding | null
  readonly changes: readonly string[]
  readonly name: string
  readonly facts: BuildingFacts
  readonly rooms: readonly PlannedRoom[]
}
/** What a list does: row by row for the eye, building by building for the file. */
export interface ListPlan {
  readonly rows: readonly PlannedRow[]
  readonly buildings: readonly PlannedBuilding[]
  readonly summary: PlaceSummary
}

/** What becomes of each row of a list. Known buildings and rooms are found by their folded names. */
export function planList(
  readings: readonly RowReading[],
  source: readonly TableRow[],
  known: KnownPlaces,
): ListPlan {
  const usable = withoutLooseParts(readings, source, known)
  const drafts = new Map<string, Draft>()
  const rows = usable.map((reading, i): PlannedRow => {
    const { row, cells } = source[i] ?? { row: 0, cells: [] }
    const from = { row, cells: [...cells] }
    if (reading.kind === 'blank') return { ...from, state: 'blank', building: null, room: null, changes: [], reasons: [] } // prettier-ignore
    if (reading.kind === 'problem') return { ...from, ...nothing(reading), reasons: [...reading.reasons] }
    return { ...from, ...draftRow(drafts, reading, known) }
  })
  const buildings = [...drafts.values()].map(({ rooms, ...draft }) => ({
    ...draft,
    changes: draft.known === null ? [] : buildingChanges(draft.known, draft.facts, known.localities),
    rooms: [...rooms.values()],
  }))
  return { rows, buildings, summary: summarise(buildings, rows) }
}

interface Draft {
  readonly known: KnownBuilding | null
  readonly name: string
  readonly facts: BuildingFacts
  readonly rooms: Map<string, PlannedRoom>
}

const nothing = ({ building, room }: { building: string | null; room: string | null }) => ({
  state: 'problem' as const,
  building,
  room,
  changes: [],
})

type Outcome = Pick<PlannedRow, 'state' | 'building' | 'room' | 'changes' | 'reasons'>

/** Adds a row to what is planned for its building, and says what that does. */
function draftRow(drafts: Map<string, Draft>, reading: PlaceReading, known: KnownPlaces): Outcome {
  const before = drafts.get(fold(reading.building))
  const draft = before ?? newDraft(findBuilding(known, reading.building) ?? null, reading.building)
  const { facts } = reading
  const days = new Map([...facts.days, ...draft.facts.days])
  drafts.set(fold(reading.building), { ...draft, facts: { ...facts, ...draft.facts, days } })
  const room = reading.room === null ? null : planRoom(draft.known, reading.room, reading.roomFacts)
  if (room !== null) draft.rooms.set(fold(room.name), room)
  const added = [
    ...(draft.known === null && before === undefined ? ['New building'] : []),
    ...(room?.known === null ? ['New room'] : []),
  ]
  const changed = [
    ...(draft.known === null
      ? []
      : buildingChanges(draft.known, newIn(facts, draft.facts), known.localities)),
    ...(room?.changes ?? []),
  ]
  return {
    state: added.length > 0 ? 'new' : changed.length > 0 ? 'changed' : 'same',
    building: draft.name,
    room: room?.name ?? null,
    changes: [...added, ...changed],
    reasons: [...reading.notes, ...contradictions(facts, draft.facts)],
  }
}

const newDraft = (known: KnownBuilding | null, name: string): Draft => ({
  known,
  name: known?.name ?? name,
  facts: { days: new Map() },
  rooms: new Map(),
})

function planRoom(building: KnownBuilding | null, name: string, facts: RoomFacts): PlannedRoom {
  const inside = building?.rooms ?? []
  const known = inside.find((one) => fold(one.name) === fold(name)) ?? null
  const changes = known === null ? [] : roomChanges(known, facts, inside)
  return { known, name: known?.name ?? name, facts, changes }
}

const findBuilding = ({ buildings }: KnownPlaces, name: string) =>
  buildings.find((one) => !one.archived && fold(one.name) === fold(name))

/** What this row is the first of the list to say of its building. */
const newIn = (facts: BuildingFacts, earlier: BuildingFacts): BuildingFacts => ({
  ...Object.fromEntries(Object.entries(facts).filter(([key]) => !(key in earlier))),
  days: new Map([...facts.days].filter(([day]) => !earlier.days.has(day))),
})

const factLabels = { address: 'address', phone: 'phone', localityId: 'locality', latitude: 'latitude', longitude: 'longitude' } as const // prettier-ignore
const factKeys = ['address', 'phone', 'localityId', 'latitude', 'longitude'] as const

/** The first row that says something of a building is believed, and a later one that differs says so. */
function contradictions(facts: BuildingFacts, earlier: BuildingFacts): string[] {
  const other = factKeys.filter((key) => key in facts && key in earlier && facts[key] !== earlier[key])
  const days = [...facts.days].some(([day, hours]) => {
    const said = earlier.days.get(day)
    return said !== undefined && JSON.stringify(said) !== JSON.stringify(hours)
  })
  const what = [...other.map((key) => factLabels[key]), ...(days ? ['opening hours'] : [])]
  return what.map((one) => `An earlier row says another ${one} of this building, and that is used.`)
}

function summarise(buildings: readonly PlannedBuilding[], rows: readonly PlannedRow[]): PlaceSummary {
  return {
    buildings: tally(buildings),
    rooms: tally(buildings.flatMap((one) => one.rooms)),
    leftOut: rows.filter((row) => row.state === 'problem').length,
  }
}

function tally(all: readonly { readonly known: object | null; readonly changes: readonly string[] }[]) {
  const there = all.filter((one) => one.known !== null)
  const changed = there.filter((one) => one.changes.length > 0).length
  return { added: all.length - there.length, changed, same: there.length - changed }
}

/** Turns rows that cannot stand among the others into problems, until no other depends on one of them. */
function withoutLooseParts(
  readings: readonly RowReading[],
  source: readonly TableRow[],
  known: KnownPlaces,
): readonly RowReading[] {
  const single = withoutRepeats(readings, source, known)
  for (let last: readonly RowReading[] = single; ;) {
    const next = last.map((reading) => withWhole(reading, last, known))
    if (next.every((reading, i) => reading === last[i])) return next
    last = next
  }
}

const asProblem = ({ building, room }: PlaceReading, reason: string): RowReading => ({ kind: 'problem', building, room, reasons: [reason] }) // prettier-ignore

/** A room twice, a building or room that is archived, and what is not this person's. */
function withoutRepeats(
  readings: readonly RowReading[],
  source: readonly TableRow[],
  known: KnownPlaces,
): RowReading[] {
  const seen = new Map<string, number>()
  return readings.map((reading, i) => {
    if (reading.kind !== 'place') return reading
    const reason = unfitReason(reading, known)
    if (reason !== null) return asProblem(reading, reason)
    const key = JSON.stringify([fold(reading.building), reading.room && fold(reading.room)])
    const first = seen.get(key)
    if (first !== undefined && reading.room !== null)
      return asProblem(reading, `Row ${first} has this room already.`)
    seen.set(key, source[i]?.row ?? 0)
    return reading
  })
}

function unfitReason({ building, facts, room, roomFacts }: PlaceReading, known: KnownPlaces): string | null {
  const here = findBuilding(known, building)
  if (!here && known.buildings.some((one) => fold(one.name) === fold(building)))
    return `${building} is archived here. Bring it back first.`
  const half = (id: Locality['id'] | undefined) => known.localities.find((one) => one.id === id)?.half ?? null
  if (!known.mayChange(here ? here.half : half(facts.localityId)) || !known.mayChange(half(facts.localityId)))
    return 'This building is not in your half of the county.'
  const knownRoom = here?.rooms.find((one) => room !== null && fold(one.name) === fold(room))
  if (knownRoom?.archived) return `${knownRoom.name} is archived here. Bring it back first.`
  const least = roomFacts.leastPeople ?? knownRoom?.leastPeople ?? null
  const most = roomFacts.capacity ?? knownRoom?.capacity ?? null
  if (least !== null && most !== null && least > most) return `The least people, ${least}, are more than the most, ${most}.` // prettier-ignore
  return null
}

/** The larger room must be in the building, or in the list, and must not be a part of this one. */
function withWhole(reading: RowReading, all: readonly RowReading[], known: KnownPlaces): RowReading {
  if (reading.kind !== 'place' || reading.room === null || reading.roomFacts.partOf === undefined)
    return reading
  const wholes = wholesOf(reading.building, all, known)
  const seen = new Set([fold(reading.room)])
  for (let next: string | null | undefined = fold(reading.roomFacts.partOf); next; next = wholes.get(next)) {
    if (!wholes.has(next)) return asProblem(reading, `There is no room called “${reading.roomFacts.partOf}” in this building.`) // prettier-ignore
    if (seen.has(next)) return asProblem(reading, 'A room cannot be a part of itself.')
    seen.add(next)
  }
  return reading
}

/** By folded name, the rooms of a building with the larger room each is a part of, as they would be. */
function wholesOf(
  building: string,
  all: readonly RowReading[],
  known: KnownPlaces,
): Map<string, string | null> {
  const rooms = findBuilding(known, building)?.rooms.filter((one) => !one.archived) ?? []
  const nameOf = (id: Room['partOfId']) => rooms.find((one) => one.id === id)?.name
  const wholes = new Map(rooms.map((one) => [fold(one.name), fold(nameOf(one.partOfId) ?? '') || null]))
  for (const row of all)
    if (row.kind === 'place' && row.room !== null && fold(row.building) === fold(building)) {
      const { partOf } = row.roomFacts
      wholes.set(fold(row.room), partOf === undefined ? (wholes.get(fold(row.room)) ?? null) : fold(partOf))
    }
  return wholes
}
