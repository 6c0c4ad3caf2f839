import { bookingStatusLabels, type Booking } from '../bookings/bookings.contract.ts'
import { PRIVATE_TITLE } from '../bookings/privacy.rules.ts'
import { accessInWords, accessOn } from '../buildings/access.rules.ts'
import type { AccessLine } from '../buildings/access.contract.ts'
import type { Building, BuildingDetails, OpenHours, Room } from '../buildings/buildings.contract.ts'
import { sharedFloor } from '../buildings/floor.rules.ts'
import type { ClosedTime } from '../closures/closures.contract.ts'
import { addDays, dateOf } from '../time/civil.ts'
import { overlaps } from '../time/interval.ts'
import type { DaySheet, DaySheetLine, PaperDay, RoomDays } from './paper.contract.ts'

const names = new Intl.ListFormat('en-GB')
const things = new Intl.ListFormat('en-GB', { style: 'narrow', type: 'unit' })

/** What is known of the days that a page is about. */
export interface Known {
  readonly bookings: readonly Booking[]
  readonly closed: readonly ClosedTime[]
  readonly hours: readonly OpenHours[]
}

/** One that has lapsed is over, like one that was cancelled. */
const stands = ({ status }: Booking) => status === 'confirmed' || status === 'tentative' || status === 'requested' // prettier-ignore

const uncertainIn = ({ status }: Booking): string | null =>
  status === 'confirmed' ? null : bookingStatusLabels[status]

/** Hours and closures of one day of a building, or of one room of it. */
function dayOf(building: Building, date: string, known: Known, room: Room | null): PaperDay {
  const open = known.hours.find((one) => one.buildingId === building.id && one.date === date)
  const day = { start: `${date}T00:00`, end: `${addDays(date, 1)}T00:00` }
  const closed = known.closed.filter((one) => overlaps({ start: one.startsAt, end: one.endsAt }, day))
  return {
    hours: [...(open?.hours ?? [])],
    hoursKnown: open?.known ?? false,
    hoursReason: open?.reason ?? null,
    closures: closed.flatMap((one) => {
      const where = whereIn(building, one, room)
      return where === null ? [] : [{ where, reason: one.reason, startsAt: one.startsAt, endsAt: one.endsAt }]
    }),
  }
}

/** What of a building a closure shuts, in words; null for nothing. */
function whereIn(building: Building, closed: ClosedTime, room: Room | null): string | null {
  if (closed.everywhere || closed.buildingIds.includes(building.id)) return 'The whole building'
  const shut = building.rooms.filter((one) => closed.roomIds.includes(one.id))
  if (room !== null) return shut.some((one) => one.id === room.id) ? room.name : null
  return shut.length === 0 ? null : names.format(shut.map((one) => one.name))
}

/** Those expected at each session, by its id. */
export type Expected = ReadonlyMap<string, number>

/** The day of a building, by time; a booking of several rooms is one line. */
export function daySheet(
  building: BuildingDetails,
  date: string,
  known: Known,
  expected: Expected,
): DaySheet {
  const standing = known.bookings.filter(
    (one) => one.buildingId === building.id && dateOf(one.startsAt) === date && stands(one),
  )
  const taken = new Set(standing.map((one) => one.roomId))
  const inUse = building.rooms.filter((room) => !room.archived)
  return {
    date,
    buildingId: building.id,
    buildingName: building.name,
    address: building.address,
    phone: building.phone,
    ...dayOf(building, date, known, null),
    lines: [...Map.groupBy(standing, (one) => one.leadId ?? one.id).values()].map((rows) =>
      toLine(rows, building.access, expected),
    ),
    ways: waysOf(building, inUse, date),
    unused: inUse.filter((room) => !taken.has(room.id)).map((room) => room.name),
  }
}

/** The rows of one booking, of which the first stands for all. */
function toLine(rows: readonly Booking[], access: readonly AccessLine[], expected: Expected): DaySheetLine {
  const [booking, ...others] = rows
  if (booking === undefined) throw new Error('A booking has at least one room.')
  const ways = rows.map((row) => accessOn(access, row.roomId, dateOf(row.startsAt))?.kind)
  const brought = booking.equipment.map((one) =>
    one.quantity === 1 ? one.name : `${one.quantity} ${one.name}`,
  )
  return {
    ...timesOf(booking),
    heldFrom: [booking, ...others].map((row) => row.heldFrom).reduce((a, b) => (a < b ? a : b)),
    heldUntil: [booking, ...others].map((row) => row.heldUntil).reduce((a, b) => (a > b ? a : b)),
    rooms: names.format(rows.map((row) => row.roomName)),
    lead: names.format(booking.leads) || booking.contact,
    people: booking.people ?? (booking.hidden ? null : (expected.get(booking.sessionId ?? '') ?? null)),
    layout: [booking.layout, things.format(brought)].filter(Boolean).join('; ') || null,
    access: [...new Set(ways.flatMap((kind) => (kind === undefined ? [] : [wayWords[kind]])))].join(', ') || null,
    although: booking.overrideReason !== null,
  } // prettier-ignore
}

const timesOf = (booking: Booking) => ({
  bookingId: booking.id,
  startsAt: booking.startsAt,
  endsAt: booking.endsAt,
  heldFrom: booking.heldFrom,
  heldUntil: booking.heldUntil,
  title: booking.title,
  uncertain: uncertainIn(booking),
})

const wayWords = { reception: 'Reception', staff: 'Staff', key: 'Key', code: 'Code' } as const

/** The way into the building, and those rooms that have one of their own on that date. */
function waysOf({ access }: BuildingDetails, rooms: readonly Room[], date: string): DaySheet['ways'] {
  const whole = accessOn(access, null, date)
  const own = rooms.flatMap((room) => {
    const line = accessOn(access, room.id, date)
    return line === null || line.roomId === null ? [] : [{ where: room.name, words: accessInWords(line) }]
  })
  return [...(whole === null ? [] : [{ where: 'Building', words: accessInWords(whole) }]), ...own]
}

/** Anybody who walks past may read it, so it names nothing that is private, whoever prints it. */
const onTheDoor = (booking: Booking): string =>
  booking.private && booking.sessionId === null ? PRIVATE_TITLE : booking.title

/** Days of one room, with what else takes its floor: a hall is on the doors of its halves. */
export function roomDays(building: Building, room: Room, dates: readonly string[], known: Known): RoomDays {
  const sharing = sharedFloor(building.rooms).get(room.id) ?? new Set()
  const here = known.bookings.filter(
    (one) => stands(one) && (one.roomId === room.id || sharing.has(one.roomId)),
  )
  // A booking of a hall and its half is one: its own line is the one to show.
  const own = new Set(here.filter((one) => one.roomId === room.id).map((one) => one.leadId ?? one.id))
  const shown = here.filter((one) => one.roomId === room.id || !own.has(one.leadId ?? one.id))
  return {
    roomId: room.id,
    roomName: room.name,
    buildingName: building.name,
    capacity: room.capacity,
    days: dates.map((date) => ({
      date,
      ...dayOf(building, date, known, room),
      lines: shown
        .filter((one) => dateOf(one.startsAt) === date)
        .map((one) => ({
          ...timesOf(one),
          title: onTheDoor(one),
          layout: one.layout,
          byRoom: one.roomId === room.id ? null : one.roomName,
        })),
    })),
  }
}
