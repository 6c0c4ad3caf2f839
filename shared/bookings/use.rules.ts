import { addMinutes, dateOf } from '../time/civil.ts'
import { clockTime, fullDate } from '../time/format.ts'
import type { Buffers, Held, Times } from './held.rules.ts'

/** What of a booking decides whether somebody can check in, leave early or be missed. Local date-times. */
export interface InUse extends Times {
  readonly status: string
  readonly checkedInAt: string | null
  readonly endedAt: string | null
}

/** How long before its time people may come in. Minutes. */
const EARLY = 30

const notCertain = ({ status }: InUse): string | null =>
  status === 'confirmed'
    ? null
    : 'This booking does not hold its room. Nothing was changed. Confirm it first.'

/** Why nobody can be checked in now, in words; null when they can: from half an hour before until the end. */
export function checkInProblem(booking: InUse, localNow: string): string | null {
  if (booking.status !== 'confirmed') return notCertain(booking)
  if (booking.checkedInAt !== null)
    return `Somebody checked in at ${clockTime(booking.checkedInAt)} already. Nothing was changed.`
  if (localNow < addMinutes(booking.startsAt, -EARLY))
    return `This booking is on ${fullDate(booking.startsAt)} at ${clockTime(booking.startsAt)}. Check in from half an hour before.`
  if (localNow >= booking.endsAt) return 'This booking is over, so nobody can check in. Nothing was changed.'
  return null
}

/** Why a room cannot be given back now, in words; null while its booking is running. */
export function endEarlyProblem(booking: InUse, localNow: string): string | null {
  if (booking.status !== 'confirmed') return notCertain(booking)
  if (booking.endedAt !== null)
    return `The room was given back at ${clockTime(booking.endedAt)} already. Nothing was changed.`
  if (localNow < booking.startsAt)
    return 'This booking has not begun. Nothing was changed. Cancel it instead.'
  if (localNow >= booking.endsAt) return 'This booking is over already. Nothing was changed.'
  return null
}

/** Why it cannot be said that nobody came, in words; null once it has begun and nobody has checked in. */
export function noShowProblem(
  booking: InUse & { readonly session: boolean },
  localNow: string,
): string | null {
  if (booking.status !== 'confirmed') return notCertain(booking)
  if (booking.session)
    return 'This is a session of a group. Nothing was changed. Say on its register that nobody came, or that it did not run.'
  if (booking.checkedInAt !== null)
    return `Somebody checked in at ${clockTime(booking.checkedInAt)}. Nothing was changed. Give the room back early instead.`
  if (booking.endedAt !== null)
    return `The room was given back at ${clockTime(booking.endedAt)}, so somebody was there. Nothing was changed.`
  if (localNow < booking.startsAt)
    return 'This booking has not begun. Nothing was changed. Cancel it instead.'
  return null
}

/**
 * When a room that is given back is free for others: after its clear-down, and never later than before. One that is
 * given back in the minute it began was held for that minute.
 */
export function freeAgainAt(
  {
    startsAt,
    heldUntil,
    cleardownMinutes,
  }: Pick<Times, 'startsAt'> & Pick<Held, 'heldUntil'> & Pick<Buffers, 'cleardownMinutes'>,
  localNow: string,
): string {
  const cleared = addMinutes(localNow, Math.max(cleardownMinutes, localNow === startsAt ? 1 : 0))
  return dateOf(cleared) === dateOf(localNow) && cleared < heldUntil ? cleared : heldUntil
}
