import { filterBookings, wantsCancelled } from '../../shared/bookings/filter.rules.ts'
import type { Building, Locality } from '../../shared/buildings/buildings.contract.ts'
import { enrolmentStatusLabels } from '../../shared/enrolments/enrolments.contract.ts'
import { AppError, assertNever } from '../../shared/errors.ts'
import { bookingsList } from '../../shared/exports/lists/bookings.ts'
import { buildingsList, roomsList, type Placed } from '../../shared/exports/lists/buildings.ts'
import { closuresList } from '../../shared/exports/lists/closures.ts'
import { groupsList } from '../../shared/exports/lists/groups.ts'
import { toTable, type Table } from '../../shared/exports/lists/list.ts'
import type { ListAsked, ListName } from '../../shared/exports/lists/lists.contract.ts'
import { peopleList } from '../../shared/exports/lists/people.ts'
import { buildingSaid, daysSaid, filterSaid, type NameOf } from '../../shared/exports/lists/said.rules.ts'
import { reachListOf } from '../../shared/exports/lists/reach.ts'
import { staffList } from '../../shared/exports/lists/staff.ts'
import { groupHolds } from '../../shared/groups/find.rules.ts'
import { groupStatusLabels } from '../../shared/groups/groups.contract.ts'
import { mayUse } from '../../shared/permissions.ts'
import type { Ask, TaskContext } from '../context.ts'
import { reachList } from './paper-reach.service.ts'

type Asked<L extends ListName> = Extract<ListAsked, { list: L }>

/** Reads a list as its screen does, by the program's own questions. Throws NOT_ALLOWED as they do. */
export function readList(context: TaskContext, asked: ListAsked): Promise<Table> {
  switch (asked.list) {
    case 'bookings':
      return readBookings(context, asked)
    case 'rooms':
      return readRooms(context, asked)
    case 'buildings':
      return readBuildings(context, asked)
    case 'groups':
      return readGroups(context, asked)
    case 'closures':
      return readClosures(context, asked)
    case 'staff':
      return readStaff(context, asked)
    case 'people':
      return readPeople(context, asked)
    case 'reach':
      return readReach(context, asked)
    default:
      return assertNever(asked, 'list')
  }
}

async function readBookings({ ask }: TaskContext, asked: Asked<'bookings'>): Promise<Table> {
  const { from, to, buildingId, filter } = asked
  const buildings = await ask.buildings.list({ includeArchived: true })
  const bookings = await ask.bookings.listBetween({
    from,
    to,
    buildingId,
    includeCancelled: wantsCancelled(filter),
  })
  // The screen chooses by the buildings in use.
  const places = buildings.filter((building) => !building.archived)
  const nameOf = await namesFor(ask, buildings)
  const said = [daysSaid(from, to), buildingSaid(buildingId, nameOf), ...filterSaid(filter, nameOf)]
  return toTable(bookingsList, filterBookings(bookings, filter, places), asked.sort ?? null, said)
}

async function readPlaces(ask: Ask, includeArchived: boolean): Promise<Placed[]> {
  const localities = new Map<string | null, Locality>()
  for (const locality of await ask.buildings.listLocalities({})) localities.set(locality.id, locality)
  const buildings = await ask.buildings.list({ includeArchived })
  return buildings.map((building) => ({ building, locality: localities.get(building.localityId) ?? null }))
}

const archivedSaid = (included: boolean) => ['Archived', included ? 'Included' : 'Left out'] as const

async function readRooms({ ask }: TaskContext, asked: Asked<'rooms'>): Promise<Table> {
  const { buildingId, includeArchived } = asked
  const places = await readPlaces(ask, includeArchived)
  const wanted = places.filter(({ building }) => !buildingId || building.id === buildingId)
  const rooms = wanted.flatMap((place) => place.building.rooms.map((room) => ({ ...place, room })))
  const nameOf = await namesFor(ask, places.map((place) => place.building)) // prettier-ignore
  const said = [buildingSaid(buildingId, nameOf), archivedSaid(includeArchived)]
  return toTable(roomsList, rooms, asked.sort ?? null, said)
}

async function readBuildings({ ask }: TaskContext, asked: Asked<'buildings'>): Promise<Table> {
  const places = await readPlaces(ask, asked.includeArchived)
  return toTable(buildingsList, places, asked.sort ?? null, [archivedSaid(asked.includeArchived)])
}

async function readGroups({ ask, actor }: TaskContext, asked: Asked<'groups'>): Promise<Table> {
  const { status, buildingId, text } = asked
  const groups = await ask.groups.list({ status, buildingId })
  const nameOf = await namesFor(ask, await ask.buildings.list({ includeArchived: true }))
  const said = [
    buildingSaid(buildingId, nameOf),
    ['Status', status ? status.map((one) => groupStatusLabels[one]).join(', ') : 'All'] as const,
    ...(text.trim() === '' ? [] : [['Holds the words', text.trim()] as const]),
  ]
  const list = groupsList(mayUse(actor.role, 'registers.view'))
  const found = groups.filter((group) => groupHolds(group, text))
  return toTable(list, found, asked.sort ?? null, said)
}

async function readClosures({ ask }: TaskContext, asked: Asked<'closures'>): Promise<Table> {
  const { past, buildingId } = asked
  const closures = await ask.closures.list({ past, buildingId })
  const nameOf = await namesFor(ask, await ask.buildings.list({ includeArchived: true }))
  const said = [buildingSaid(buildingId, nameOf), ['Over or lifted', past ? 'Included' : 'Left out'] as const]
  return toTable(closuresList, closures, asked.sort ?? null, said)
}

async function readStaff({ ask }: TaskContext, asked: Asked<'staff'>): Promise<Table> {
  const localities = await ask.buildings.listLocalities({})
  return toTable(staffList(localities), await ask.staff.list({}), asked.sort ?? null, [])
}

/** Refuses (NOT_ALLOWED) a file of people to whoever may make none. */
function refuseLists({ role }: TaskContext['actor']): void {
  if (!mayUse(role, 'exports.make'))
    throw new AppError('NOT_ALLOWED', 'Your role does not include taking lists of people out of Gather. Ask your manager if you need one.') // prettier-ignore
}

async function readReach(context: TaskContext, asked: Asked<'reach'>): Promise<Table> {
  refuseLists(context.actor)
  const { groupName, rows } = await reachList(context, asked)
  const said = [
    ['Group', groupName],
    ['Of those', enrolmentStatusLabels[asked.status]],
  ] as const
  return toTable(reachListOf(asked.way), rows, null, said)
}

/** Names of people in a file: for those who may make a group's workbook, which has them too. */
async function readPeople({ ask, actor }: TaskContext, asked: Asked<'people'>): Promise<Table> {
  refuseLists(actor)
  const group = await ask.groups.get({ id: asked.groupId })
  const people = await ask.enrolments.roster({ groupId: asked.groupId })
  return toTable(peopleList, people, asked.sort ?? null, [['Group', group.name]])
}

async function namesFor(ask: Ask, buildings: readonly Building[]): Promise<NameOf> {
  const of = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    new Map(rows.map((row) => [row.id, row.name]))
  const names = {
    building: of(buildings),
    locality: of(await ask.buildings.listLocalities({})),
    programme: of(await ask.programmes.list({})),
    staff: of(await ask.staff.list({})),
  }
  return (kind, id) => names[kind].get(id) ?? 'Not known'
}
