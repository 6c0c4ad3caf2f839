import type { Closed, ClosableRoom } from '../closures/closed.rules.ts'
import { closuresOf } from '../closures/closed.rules.ts'
import { at } from '../time/civil.ts'
import { both, minutesIn, stretchesOf, without, type Stretches } from './stretches.rules.ts'
import type { Use } from './usage.contract.ts'

/** What a booking says of the use of its room. Local date-times of one day. */
export interface Booked {
  readonly roomId: string
  readonly startsAt: string
  /** When it ended: as planned, or when the room was given back. */
  readonly endsAt: string
  readonly noShow: boolean
  /** Its register was taken, or somebody checked in. */
  readonly used: boolean
  /** How many are marked as having come; null where there is no register. */
  readonly came: number | null
  /** A further room of a booking: its people are counted in the first. */
  readonly further: boolean
}

/** One day of one building: when it is open, as wall times. */
export interface OpenDate {
  readonly date: string
  readonly hours: readonly { readonly opens: string; readonly closes: string }[]
}

/** One room, and what there is to say of it in a stretch of days. */
export interface RoomDays {
  readonly room: ClosableRoom & { readonly capacity: number | null }
  readonly days: readonly OpenDate[]
  readonly closed: readonly Closed[]
  /** Bookings of this room and of every room that shares its floor, by date. */
  readonly bookings: ReadonlyMap<string, readonly Booked[]>
  /** Use and attendance are counted on days up to this one, itself included. */
  readonly until: string
}

export const noUse: Use = {
  open: 0, booked: 0, openSoFar: 0, bookedSoFar: 0, used: 0, attended: 0, outside: 0, noShows: 0, people: 0, seats: 0,
} // prettier-ignore

/** Adds up the use of several rooms or months. */
export function together(uses: readonly Use[]): Use {
  const sum = { ...noUse }
  for (const use of uses) for (const key of keys) sum[key] += use[key]
  return sum
}
const keys = ['open', 'booked', 'openSoFar', 'bookedSoFar', 'used', 'attended', 'outside', 'noShows', 'people', 'seats'] as const // prettier-ignore

/**
 * How a room was used in some days. Time is the union of its bookings and of those of rooms that share its floor, so
 * that nothing counts twice, and only what lies in opening hours that no closure takes away, so that no part is ever
 * more than the whole [FEATURES V10].
 */
export function useOfRoom(asked: RoomDays): Use {
  return together(asked.days.map((day) => useOnDay(asked, day)))
}

function useOnDay({ room, closed, bookings, until }: RoomDays, { date, hours }: OpenDate): Use {
  const open = openStretches(room, closed, date, hours)
  const past = date <= until
  const free = minutesIn(open)
  const opened = { ...noUse, open: free, openSoFar: past ? free : 0 }
  const here = bookings.get(date)
  // Most days of most rooms have no booking.
  if (here === undefined) return opened
  const booked = timeOf(here)
  const inside = minutesIn(both(booked, open))
  return {
    ...opened,
    ...(past ? pastUse(room, here, open) : {}),
    booked: inside,
    bookedSoFar: past ? inside : 0,
    outside: minutesIn(booked) - inside,
    noShows: here.filter((one) => one.noShow && one.roomId === room.id).length,
  }
}

/** The hours without the closures of the room. */
function openStretches(
  room: ClosableRoom,
  closed: readonly Closed[],
  date: string,
  hours: OpenDate['hours'],
): Stretches {
  const open = stretchesOf(hours.map(({ opens, closes }) => ({ start: opens, end: closes })))
  if (closed.length === 0 || open.length === 0) return open
  const day = { start: at(date, '00:00'), end: at(date, '23:59') }
  const shut = closuresOf(closed, room, day).map((one) => ({
    start: one.startsAt < day.start ? day.start : one.startsAt,
    end: one.endsAt > day.end ? day.end : one.endsAt,
  }))
  return without(open, stretchesOf(shut))
}

const timeOf = (bookings: readonly Booked[]): Stretches =>
  stretchesOf(bookings.map((one) => ({ start: one.startsAt, end: one.endsAt })))

function pastUse(
  room: RoomDays['room'],
  here: readonly Booked[],
  open: Stretches,
): Pick<Use, 'used' | 'attended' | 'people' | 'seats'> {
  const used = here.filter((one) => one.used && !one.noShow)
  const counted = used.filter((one) => one.roomId === room.id && one.came !== null && !one.further)
  return {
    used: minutesIn(both(timeOf(used), open)),
    attended: minutesIn(both(timeOf(used.filter((one) => (one.came ?? 0) > 0)), open)),
    people: room.capacity === null ? 0 : counted.reduce((sum, one) => sum + (one.came ?? 0), 0),
    seats: (room.capacity ?? 0) * counted.length,
  }
}

/** A part of a whole as 0 to 100, to one decimal; null where there is no whole. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10
