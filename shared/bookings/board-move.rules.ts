import { at, dateOf } from '../time/civil.ts'
import type { Booking } from './bookings.contract.ts'
import { leavesAt, minuteOf, timeAt, type Hours } from './day-board.rules.ts'

/** Bookings are moved and stretched by quarters of an hour. Minutes. */
export const STEP = 15

/** Where a booking would go: a room and a time on one date. */
export interface Target {
  readonly roomId: string
  /** Local date-times. */
  readonly startsAt: string
  readonly endsAt: string
}

/** A row of the board: one room on one date. */
export interface Row {
  readonly roomId: string
  readonly date: string
}

export const targetOf = (booking: Pick<Booking, 'roomId' | 'startsAt' | 'endsAt' | 'endedAt'>): Target => ({
  roomId: booking.roomId,
  startsAt: booking.startsAt,
  endsAt: leavesAt(booking),
})

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

/** The next quarter of an hour in a direction: from 10:07, one step later is 10:15. */
const step = (minute: number, by: number) =>
  by > 0 ? Math.floor(minute / STEP) * STEP + by : Math.ceil(minute / STEP) * STEP + by

/** The same length at another minute of a row's date, kept within the hours shown. */
function placed({ startsAt, endsAt }: Target, { roomId, date }: Row, minute: number, hours: Hours): Target {
  const length = minuteOf(endsAt) - minuteOf(startsAt)
  const start = clamp(minute, minuteOf(hours.from), minuteOf(hours.to) - length)
  return { roomId, startsAt: at(date, timeAt(start)), endsAt: at(date, timeAt(start + length)) }
}

/** Earlier or later by quarters of an hour; the length stays. */
export const shifted = (target: Target, quarters: number, hours: Hours): Target =>
  placed(target, rowOf(target), step(minuteOf(target.startsAt), quarters * STEP), hours)

/** To where the pointer is: the start goes to the nearest quarter of an hour. `minute` is from midnight. */
export const movedTo = (target: Target, row: Row, minute: number, hours: Hours): Target =>
  placed(target, row, Math.round(minute / STEP) * STEP, hours)

/** To another row, at the same time. */
export const movedToRow = (target: Target, { roomId, date }: Row): Target => ({
  roomId,
  startsAt: at(date, target.startsAt.slice(11)),
  endsAt: at(date, target.endsAt.slice(11)),
})

export type Edge = 'start' | 'end'

/** One edge to a minute, to the nearest quarter; a quarter of an hour at least is left. */
export function stretchedTo(target: Target, edge: Edge, minute: number, hours: Hours): Target {
  const [start, end] = [minuteOf(target.startsAt), minuteOf(target.endsAt)]
  const snapped = Math.round(minute / STEP) * STEP
  const date = dateOf(target.startsAt)
  if (edge === 'start')
    return { ...target, startsAt: at(date, timeAt(clamp(snapped, minuteOf(hours.from), end - STEP))) }
  return { ...target, endsAt: at(date, timeAt(clamp(snapped, start + STEP, minuteOf(hours.to)))) }
}

/** One edge by quarters of an hour. */
export const stretched = (target: Target, edge: Edge, quarters: number, hours: Hours): Target =>
  stretchedTo(
    target,
    edge,
    step(minuteOf(edge === 'start' ? target.startsAt : target.endsAt), quarters * STEP),
    hours,
  )

export const rowOf = ({ roomId, startsAt }: Target): Row => ({ roomId, date: dateOf(startsAt) })

/** The row so many rows on; the same at the ends of the board. */
export function rowBeside<R extends Row>(rows: readonly R[], now: Row, by: number): R | undefined {
  const index = rows.findIndex((row) => row.roomId === now.roomId && row.date === now.date)
  return rows[clamp(index + by, 0, rows.length - 1)]
}

/** The keys that move a booking on the board: with Alt it goes, with Shift and Alt it grows or shrinks. */
export function movedByKey(
  key: { readonly key: string; readonly shift: boolean },
  target: Target,
  board: { readonly rows: readonly Row[]; readonly hours: Hours },
): Target | null {
  const by = directions[key.key]
  if (by === undefined) return null
  const along = key.key === 'ArrowLeft' || key.key === 'ArrowRight'
  if (key.shift) return stretched(target, along ? 'end' : 'start', by, board.hours)
  if (along) return shifted(target, by, board.hours)
  const row = rowBeside(board.rows, rowOf(target), by)
  return row ? movedToRow(target, row) : target
}

const directions: Readonly<Record<string, 1 | -1>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowDown: 1,
}

export const sameTarget = (a: Target, b: Target): boolean =>
  a.roomId === b.roomId && a.startsAt === b.startsAt && a.endsAt === b.endsAt
