import { addMinutes, dateOf } from '../time/civil.ts'

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
 * The minutes a booking keeps in another room: that room's own, unless somebody had chosen others for this
 * booking, which then stay.
 */
export function buffersInRoom(booking: Buffers, from: Buffers, to: Buffers): Buffers {
  const chosen =
    booking.setupMinutes !== from.setupMinutes || booking.cleardownMinutes !== from.cleardownMinutes
  const { setupMinutes, cleardownMinutes } = chosen ? booking : to
  return { setupMinutes, cleardownMinutes }
}
