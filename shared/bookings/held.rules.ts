import { addMinutes, dateOf, minutesBetween } from '../time/civil.ts'
import { overlaps } from '../time/interval.ts'

/** The minutes that a room is kept free before and after each use. */
export interface Buffers {
  readonly setupMinutes: number
  readonly cleardownMinutes: number
}
/** Local date-times: when people are in the room. */
export interface Times {
  readonly startsAt: string
  readonly endsAt: string
}
/** Local date-times, half-open: when nobody else can have the room. */
export interface Held {
  readonly heldFrom: string
  readonly heldUntil: string
}

/**
 * The time a room is held for a booking: its own time with set-up before and clear-down after, kept within the
 * day. A day ends at 23:59, so a hold is never longer than its date and one query by date finds every clash.
 */
export function heldTimes({ startsAt, endsAt, setupMinutes, cleardownMinutes }: Times & Buffers): Held {
  const date = dateOf(startsAt)
  const from = addMinutes(startsAt, -setupMinutes)
  const until = addMinutes(endsAt, cleardownMinutes)
  return {
    heldFrom: dateOf(from) < date ? `${date}T00:00` : from,
    heldUntil: dateOf(until) > date ? `${date}T23:59` : until,
  }
}

/**
 * Whether two bookings of one floor cannot both stand: one is held, with its set-up and clear-down, while people are
 * in the room for the other. Set-up may go on during somebody else's clear-down, so the gap between two bookings is
 * the longer of the two, not their sum [FEATURES R12, D28]. `endsAt` is when people leave, or left early.
 */
export const inEachOthersWay = (one: Held & Times, other: Held & Times): boolean =>
  meets(one, other) || meets(other, one)

const meets = ({ heldFrom, heldUntil }: Held, { startsAt, endsAt }: Times) =>
  overlaps({ start: heldFrom, end: heldUntil }, { start: startsAt, end: endsAt })

/** Whether two bookings that are in each other's way meet only in set-up or clear-down, which can be waived. */
export const meetOnlyInBuffers = (one: Times, other: Times): boolean =>
  !overlaps({ start: one.startsAt, end: one.endsAt }, { start: other.startsAt, end: other.endsAt })

/**
 * The minutes that are left for a booking beside another that it meets only in set-up or clear-down: as many as it
 * had, and no more than lie between the two.
 */
export function shortenedBeside(booking: Times & Buffers, other: Times): Buffers {
  const { setupMinutes, cleardownMinutes } = booking
  if (other.endsAt <= booking.startsAt)
    return { setupMinutes: Math.min(setupMinutes, minutesBetween(other.endsAt, booking.startsAt)), cleardownMinutes } // prettier-ignore
  if (booking.endsAt <= other.startsAt)
    return { setupMinutes, cleardownMinutes: Math.min(cleardownMinutes, minutesBetween(booking.endsAt, other.startsAt)) } // prettier-ignore
  return { setupMinutes, cleardownMinutes }
}

/**
 * The minutes a booking keeps in another room: that room's own, unless somebody had chosen others for this
 * booking, which then stay.
 */
export function buffersInRoom(booking: Buffers, from: Buffers, to: Buffers): Buffers {
  const chosen =
    booking.setupMinutes !== from.setupMinutes || booking.cleardownMinutes !== from.cleardownMinutes
  const { setupMinutes, cleardownMinutes } = chosen ? booking : to
  return { setupMinutes, cleardownMinutes }
}
