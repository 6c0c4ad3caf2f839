import { basename } from 'node:path'
import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import type { Building } from '../../shared/buildings/buildings.contract.ts'
import { assertNever } from '../../shared/errors.ts'
import { rowsBehind, toEvent, togetherOf } from '../../shared/exports/calendar-events.ts'
import type { CalendarOf } from '../../shared/exports/exports.contract.ts'
import type { BuildingId } from '../../shared/ids.ts'
import { found } from '../changed.ts'
import type { Ask, TaskContext } from '../context.ts'
import { countChanges } from './changes.repository.ts'
import { toIcs } from './ics.ts'
import { changeFree } from './read-together.ts'
import { takeGrant } from './take-grant.ts'
import { writeSafely } from './write-safely.ts'

/** Writes the calendar of a room, a building, a member of staff or a group; recorded before it is in its place. */
export async function makeCalendarFile(context: TaskContext, { grant, ...asked }: CalendarOf) {
  const path = takeGrant(context, grant)
  const { name, events } = await changeFree(context.db, () => readCalendar(context, asked))
  const bytes = new TextEncoder().encode(toIcs(name, events, context.now))
  await writeSafely(path, bytes, async () => {
    await context.write(async () => null, JSON.stringify({ ...asked, events: events.length }))
  })
  return { fileName: basename(path), events: events.length }
}

type Asked = Pick<CalendarOf, 'of' | 'id' | 'from' | 'to'>

async function readCalendar({ ask, db }: TaskContext, { of, id, from, to }: Asked) {
  const buildings = await ask.buildings.list({ includeArchived: true })
  const { name, buildingId } = await subjectOf(ask, { of, id }, buildings)
  // Read as the person's own calendar reads them: what they may not see is left out of each.
  const bookings = await ask.bookings.listBetween({ from, to, buildingId, includeCancelled: true })
  const asked = isOf[of](id)
  const wanted = togetherOf(bookings).filter((rows) => rows.some(asked))
  const changes = await countChanges(db, wanted.flatMap(rowsBehind))
  const addresses = new Map<string, string | null>(buildings.map((one) => [one.id, one.address]))
  const events = wanted.flatMap((rows) => {
    const address = addresses.get(rows[0]?.buildingId ?? '') ?? null
    return toEvent({ rows, asked }, address, changes) ?? []
  })
  return { name, events }
}

/** What the calendar is called, and the building that all of it is in. */
async function subjectOf(
  ask: Ask,
  { of, id }: Pick<CalendarOf, 'of' | 'id'>,
  buildings: readonly Building[],
): Promise<{ name: string; buildingId: BuildingId | null }> {
  switch (of) {
    case 'room': {
      const building = buildings.find((one) => one.rooms.some((room) => room.id === id))
      const room = found(building?.rooms.find((one) => one.id === id), 'room') // prettier-ignore
      return { name: `${room.name}, ${building?.name ?? ''}`, buildingId: room.buildingId }
    }
    case 'building': {
      const building = found(buildings.find((one) => one.id === id), 'building') // prettier-ignore
      return { name: building.name, buildingId: building.id }
    }
    case 'staff': {
      const staff = found((await ask.staff.list({})).find((one) => one.id === id), 'member of staff') // prettier-ignore
      return { name: `Sessions of ${staff.name}`, buildingId: null }
    }
    case 'group': {
      const group = found((await ask.groups.list({})).find((one) => one.id === id), 'group') // prettier-ignore
      return { name: group.publicTitle, buildingId: null }
    }
    default:
      return assertNever(of, 'calendar')
  }
}

/** Which bookings a calendar is of. Whose session a hidden booking is, is hidden too: it is in no group's calendar. */
const isOf: Readonly<Record<CalendarOf['of'], (id: string) => (booking: Booking) => boolean>> = {
  room: (id) => (booking) => booking.roomId === id,
  building: (id) => (booking) => booking.buildingId === id,
  staff: (id) => (booking) => booking.leaderIds.some((leader) => leader === id),
  group: (id) => (booking) => booking.groupId === id,
}
