import { fullDate, shortDay, timeRange } from '../time/format.ts'
import type { Booking } from './bookings.contract.ts'

type Stands = Pick<Booking, 'status' | 'expiresOn' | 'cancelledReason' | 'endedAt' | 'buildingName'>

/** How a booking stands, as a colleague would say it; null for an ordinary one that is certain. */
export function statusInWords(booking: Stands): string | null {
  const until = booking.expiresOn === null ? '' : ` until ${fullDate(booking.expiresOn)}`
  switch (booking.status) {
    case 'tentative':
      return `Pencilled in${until}. It holds no room yet.`
    case 'requested':
      return `Asked for. It holds no room until somebody who books rooms in ${booking.buildingName} says yes.`
    case 'lapsed':
      return 'Lapsed: nobody made it certain in time. It holds no room.'
    case 'cancelled':
      return booking.cancelledReason === null ? 'Cancelled.' : `Cancelled: ${booking.cancelledReason}.`
    case 'no-show':
      return 'Nobody came. The room was given back.'
    case 'confirmed':
      return booking.endedAt === null ? null : 'Ended early. The rest of the time was given back.'
  }
}

/** Why a booking cannot be moved, changed or cancelled by the person who sees it; null when it can. */
export function fixedBecause(
  booking: Pick<Booking, 'status' | 'registerDone' | 'mayChange' | 'endedAt'>,
): string | null {
  if (booking.status === 'cancelled' || booking.status === 'no-show')
    return 'It stays here to be seen. Make a new booking to use the room again.'
  if (!booking.mayChange) return 'Others look after this booking, so it is not yours to change.'
  if (booking.registerDone === true)
    return 'Its register is complete. Reopen the register to move or cancel it.'
  return null
}

/** `Hall and Crèche`: all the rooms of a booking, its own first. */
export function roomsOfBooking({ roomName, together }: Pick<Booking, 'roomName' | 'together'>): string {
  const names = [roomName, ...together.map((one) => one.roomName)]
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`
}

/** `Booked Hall and Crèche, Tue 24 Nov, 10am to 11am`, or pencilled in, or asked for. */
export function madeInWords(booking: Booking): string {
  const verb = { tentative: 'Pencilled in', requested: 'Asked for' }
  const done =
    booking.status === 'tentative' || booking.status === 'requested' ? verb[booking.status] : 'Booked'
  return `${done} ${whereAndWhen(booking)}`
}

/** Before the reason of a no to what was asked for. */
export const NOT_AGREED = 'Not agreed: '

/** `Hall, Tue 24 Nov, 10am to 11am` */
export const whereAndWhen = (b: Booking): string =>
  `${roomsOfBooking(b)}, ${shortDay(b.startsAt)}, ${timeRange(b.startsAt, b.endsAt)}`
