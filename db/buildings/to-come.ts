import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import type { BookingToCome, ToCome } from '../../shared/buildings/to-come.contract.ts'
import type { BuildingId } from '../../shared/ids.ts'
import { listBetween } from '../bookings/bookings.repository.ts'
import { seeBookings } from '../bookings/seen-bookings.ts'
import type { CommandContext } from '../context.ts'

/** After any day that can be booked. */
const LAST_DAY = '2199-12-30'
/** As many as anybody will go through one by one; the count says how many there are. */
const SHOWN = 100

export interface Days {
  readonly from: string
  readonly to: string
}

/** The bookings of a building that are not over yet, pencilled in and asked for as well, earliest first. */
export async function listToCome(
  { tx, actor, today, localNow }: CommandContext,
  buildingId: BuildingId,
  { from, to }: Days = { from: today, to: LAST_DAY },
): Promise<Booking[]> {
  const asked = { from: from > today ? from : today, to, buildingId, includeCancelled: false }
  const rows = asked.from <= to ? await listBetween(tx, asked) : []
  const seen = await seeBookings(tx, { actor, today }, rows)
  return seen.filter((one) => one.endsAt > localNow && one.status !== 'lapsed')
}

/** How many, and the first of them: enough for a screen to list each with its way on. */
export const toCome = (bookings: readonly Booking[]): ToCome => ({
  count: bookings.length,
  first: bookings.slice(0, SHOWN).map(one),
})

const one = ({ id, roomId, roomName, title, startsAt, endsAt }: Booking): BookingToCome => ({
  bookingId: id,
  roomId,
  roomName,
  title,
  startsAt,
  endsAt,
})
