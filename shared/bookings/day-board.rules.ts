import { at } from '../time/civil.ts'
import type { Booking } from './bookings.contract.ts'

/** Wall times: what a day's board shows of the day. */
export interface Hours {
  readonly from: string
  readonly to: string
}

type OnBoard = Pick<
  Booking,
  'roomId' | 'status' | 'startsAt' | 'endsAt' | 'endedAt' | 'heldFrom' | 'heldUntil'
>

/** When a room cannot be used, and why. Local date-times, half-open; it may last for days. */
export interface Shut {
  readonly startsAt: string
  readonly endsAt: string
  readonly reason: string
}

/** One room on one day: a row of the board. */
export interface RoomDay {
  readonly id: string
  /** The rooms that share its floor. */
  readonly sharing: ReadonlySet<string>
  readonly date: string
  readonly hours: Hours
  readonly closed?: readonly Shut[]
}

/** A stretch of one room's day. Local date-times, half-open. */
export interface Stretch<B extends OnBoard> {
  /** booking: of this room. taken: a room that shares its floor is booked. closed: shut, and why. free: nobody has it. */
  readonly kind: 'booking' | 'taken' | 'closed' | 'free'
  readonly from: string
  readonly to: string
  readonly bookings: readonly B[]
  /** 0: it holds the room, or the room is free. From 1: what holds nothing, each beside the others of its time. */
  readonly lane: number
  readonly reason?: string
}

/** The ordinary day, made longer by whole hours when something is booked outside it. */
export function hoursOf(bookings: readonly Pick<Booking, 'heldFrom' | 'heldUntil'>[], usual: Hours): Hours {
  const starts = bookings.map((b) => `${b.heldFrom.slice(11, 13)}:00`)
  const ends = bookings.map((b) => wholeHour(b.heldUntil.slice(11)))
  return {
    from: [usual.from, ...starts].reduce((a, b) => (a < b ? a : b)),
    to: [usual.to, ...ends].reduce((a, b) => (a > b ? a : b)),
  }
}

function wholeHour(time: string): string {
  const hour = Number(time.slice(0, 2)) + (time.endsWith(':00') ? 0 : 1)
  return hour > 23 ? '23:59' : `${String(hour).padStart(2, '0')}:00`
}

/**
 * One room's day from left to right: its bookings, the times when a room that shares its floor is booked, when it is
 * closed, and what is free between: whole, or cut at each half hour so that every piece can be pointed at. What holds
 * nothing (pencilled in, asked for, cancelled) lies in lanes of its own, so the time under it can still be booked.
 */
export function stretchesOf<B extends OnBoard>(
  room: RoomDay,
  bookings: readonly B[],
  free: 'whole' | 'half hours' = 'half hours',
): Stretch<B>[] {
  const cut = free === 'whole' ? wholeGap<B> : halfHours<B>
  const gap = (from: string, to: string) => gapsOf<B>(room.closed ?? [], from, to, cut)
  const result: Stretch<B>[] = []
  let from = at(room.date, room.hours.from)
  for (const use of usesOf(room, bookings)) {
    result.push(...gap(from, use.from), use)
    if (use.to > from) from = use.to
  }
  const undecided = bookings.filter((b) => b.roomId === room.id && b.status !== 'confirmed')
  return [...result, ...gap(from, at(room.date, room.hours.to)), ...inLanes(undecided)]
}

/** What holds the floor of a room, earliest first. */
function usesOf<B extends OnBoard>(room: RoomDay, bookings: readonly B[]): Stretch<B>[] {
  const holding = bookings.filter((b) => b.status === 'confirmed')
  const own = holding.filter((b) => b.roomId === room.id)
  const taken = merged(holding.filter((b) => room.sharing.has(b.roomId)))
  return [
    ...own.map((b) => ({ kind: 'booking' as const, ...holdOf(b), bookings: [b], lane: 0 })),
    ...taken.map((t) => ({ kind: 'taken' as const, ...t, lane: 0 })),
  ].toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** Bookings that hold nothing, each in the first lane where nothing else of its time lies. */
function inLanes<B extends OnBoard>(bookings: readonly B[]): Stretch<B>[] {
  const ends: string[] = []
  return bookings
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .map((booking) => {
      const open = ends.findIndex((end) => end <= booking.startsAt)
      const lane = open === -1 ? ends.length : open
      ends[lane] = booking.endsAt
      return {
        kind: 'booking',
        from: booking.startsAt,
        to: booking.endsAt,
        bookings: [booking],
        lane: lane + 1,
      }
    })
}

/** When people leave: early, if they did. */
export const leavesAt = ({ endedAt, endsAt }: Pick<Booking, 'endedAt' | 'endsAt'>): string =>
  endedAt ?? endsAt

const holdOf = (b: OnBoard) => ({ from: b.heldFrom, to: b.heldUntil })

/** Bookings of several parts at once are one stretch in which the whole is taken. */
function merged<B extends OnBoard>(bookings: readonly B[]) {
  const result: { from: string; to: string; bookings: B[] }[] = []
  for (const booking of bookings.toSorted((a, b) => (a.heldFrom < b.heldFrom ? -1 : 1))) {
    const last = result.at(-1)
    if (last && booking.heldFrom < last.to) {
      last.bookings.push(booking)
      if (booking.heldUntil > last.to) last.to = booking.heldUntil
    } else result.push({ ...holdOf(booking), bookings: [booking] })
  }
  return result
}

/** What nobody holds from one time to another: closed for a reason, or free. */
function gapsOf<B extends OnBoard>(
  closed: readonly Shut[],
  from: string,
  to: string,
  cut: (from: string, to: string) => Stretch<B>[],
): Stretch<B>[] {
  const result: Stretch<B>[] = []
  let at = from
  for (const shut of closed) {
    const [start, end] = [later(shut.startsAt, at), earlier(shut.endsAt, to)]
    if (start >= end) continue
    result.push(...cut(at, start), {
      kind: 'closed',
      from: start,
      to: end,
      bookings: [],
      lane: 0,
      reason: shut.reason,
    })
    at = end
  }
  return [...result, ...cut(at, to)]
}

const later = (a: string, b: string) => (a > b ? a : b)
const earlier = (a: string, b: string) => (a < b ? a : b)

/** Too short to point at, and nobody books a room for less. Minutes. */
const SHORTEST = 5

const wholeGap = <B extends OnBoard>(from: string, to: string): Stretch<B>[] =>
  minuteOf(to) - minuteOf(from) >= SHORTEST ? [{ kind: 'free', from, to, bookings: [], lane: 0 }] : []

function halfHours<B extends OnBoard>(from: string, to: string): Stretch<B>[] {
  const result: Stretch<B>[] = []
  const date = from.slice(0, 10)
  const end = minuteOf(to)
  for (let start = minuteOf(from); start < end;) {
    const next = Math.min(end, start + 30 - (start % 30))
    if (next - start >= SHORTEST)
      result.push({
        kind: 'free',
        from: at(date, timeAt(start)),
        to: at(date, timeAt(next)),
        bookings: [],
        lane: 0,
      })
    start = next
  }
  return result
}

/*
 * Places on the board are lengths drawn on one day's wall clock, thousands of them at a time, so these two work in
 * plain minutes. No day of the board has an hour more or less than its wall clock shows.
 */
/** The minutes from midnight of a wall time or local date-time, for drawing. */
export const minuteOf = (time: string): number => Number(time.slice(-5, -3)) * 60 + Number(time.slice(-2))
/** The wall time of so many minutes from midnight. */
export const timeAt = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** How far along the board a wall time (or local date-time) lies, 0 to 1. */
export function alongBoard(time: string, hours: Hours): number {
  const start = minuteOf(hours.from)
  const along = (minuteOf(time) - start) / (minuteOf(hours.to) - start)
  return Math.min(1, Math.max(0, along))
}

/** Every whole hour that the board shows, `09:00`, without its end. */
export function hourMarks({ from, to }: Hours): string[] {
  const marks: string[] = []
  for (let hour = Number(from.slice(0, 2)); `${String(hour).padStart(2, '0')}:00` < to && hour < 24; hour++)
    marks.push(`${String(hour).padStart(2, '0')}:00`)
  return marks
}
