import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import {
  checkInProblem,
  endEarlyProblem,
  freeAgainAt,
  noShowProblem,
  type InUse,
} from '../../shared/bookings/use.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { BookingId } from '../../shared/ids.ts'
import { changedSince } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { updateSet } from './booking-set.repository.ts'
import { updateBooking, type BookingRow } from './bookings.repository.ts'
import { readBooking, standing } from './standing.ts'

interface Which {
  readonly id: BookingId
  readonly version: number
}

/** Somebody is here, in all the rooms of the booking. */
export async function checkIn(context: CommandContext, which: Which): Promise<Booking> {
  const { set } = await standing(context, which)
  refuse(checkInProblem(inUse(set.lead), context.localNow))
  await updateSet(context.tx, set, { checked_in_at: context.localNow })
  return readBooking(context, which.id)
}

/** Gives the rooms back: each is free once it is cleared, and the times that were planned stay. */
export async function endEarly(context: CommandContext, which: Which): Promise<Booking> {
  const { set } = await standing(context, which)
  refuse(endEarlyProblem(inUse(set.lead), context.localNow))
  for (const row of [set.lead, ...set.further]) await giveBack(context, row)
  return readBooking(context, which.id)
}

async function giveBack({ tx, localNow }: CommandContext, row: BookingRow): Promise<void> {
  const held = { startsAt: row.starts_at, heldUntil: row.held_until, cleardownMinutes: row.cleardown_minutes } // prettier-ignore
  const change = { ended_at: localNow, held_until: freeAgainAt(held, localNow) }
  if (!(await updateBooking(tx, row.id, row.version, change))) throw changedSince('booking')
}

/** Nobody came: the rooms are free, and the booking stays to be counted. */
export async function noShow(context: CommandContext, which: Which): Promise<Booking> {
  const { set } = await standing(context, which)
  refuse(noShowProblem({ ...inUse(set.lead), session: set.lead.session_id !== null }, context.localNow))
  await updateSet(context.tx, set, { status: 'no-show' })
  return readBooking(context, which.id)
}

const inUse = (row: BookingRow): InUse => ({
  status: row.status,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  checkedInAt: row.checked_in_at,
  endedAt: row.ended_at,
})

function refuse(problem: string | null): void {
  if (problem !== null) throw new AppError('CONFLICT', problem)
}
