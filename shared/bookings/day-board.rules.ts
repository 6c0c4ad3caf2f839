import { at } from '../time/civil.ts'
import type { Booking } from './bookings.contract.ts'

/** Wall times: what a day's board shows of the day. */
export interface Hours {
  readonly from: string
  readonly to: string
}

type OnBoard = Pick<Booking, 'roomId' | 'startsAt' | 'endsAt' | 'heldFrom' | 'heldUntil'>

/** A stretch of one room's day. Local date-times, half-open. */
export interface Stretch<B extends OnBoard> {
  /** booking: of this room. taken: a room that shares its floor is booked. free: nobody has it. */
  readonly kind: 'booking' | 'taken' | 'free'
  readonly from: string
  readonly to: string
  readonly bookings: readonly B[]
}

/** The ordinary day, made longer by whole hours when something is booked outside it. */
export function hoursOf(bookings: readonly OnBoard[], usual: Hours): Hours {
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
 * One room's day from left to right: its bookings, the times when a room that shares its floor is booked, and what is
 * free between: whole, or cut at each half hour so that every piece can be pointed at.
 */
export function stretchesOf<B extends OnBoard>(
  room: { readonly id: string; readonly sharing: ReadonlySet<string> },
  date: string,
  hours: Hours,
  bookings: readonly B[],
  free: 'whole' | 'half hours' = 'half hours',
): Stretch<B>[] {
  const gap = free === 'whole' ? wholeGap<B> : halfHours<B>
  const own = bookings.filter((b) => b.roomId === room.id)
  const taken = merged(bookings.filter((b) => room.sharing.has(b.roomId)))
  const uses = [
    ...own.map((b) => ({ kind: 'booking' as const, ...holdOf(b), bookings: [b] })),
    ...taken.map((t) => ({ kind: 'taken' as const, ...t })),
  ].toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const result: Stretch<B>[] = []
  let from = at(date, hours.from)
  for (const use of uses) {
    result.push(...gap(from, use.from), use)
    if (use.to > from) from = use.to
  }
  return [...result, ...gap(from, at(date, hours.to))]
}

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

/** Too short to point at, and nobody books a room for less. Minutes. */
const SHORTEST = 5

const wholeGap = <B extends OnBoard>(from: string, to: string): Stretch<B>[] =>
  minuteOf(to) - minuteOf(from) >= SHORTEST ? [{ kind: 'free', from, to, bookings: [] }] : []

function halfHours<B extends OnBoard>(from: string, to: string): Stretch<B>[] {
  const result: Stretch<B>[] = []
  const date = from.slice(0, 10)
  const end = minuteOf(to)
  for (let start = minuteOf(from); start < end;) {
    const next = Math.min(end, start + 30 - (start % 30))
    if (next - start >= SHORTEST)
      result.push({ kind: 'free', from: at(date, timeAt(start)), to: at(date, timeAt(next)), bookings: [] })
    start = next
  }
  return result
}

/*
 * Places on the board are lengths drawn on one day's wall clock, thousands of them at a time, so these two work in
 * plain minutes. Nothing is stored or decided by them.
 */
const minuteOf = (time: string): number => Number(time.slice(-5, -3)) * 60 + Number(time.slice(-2))
const timeAt = (minute: number): string =>
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
