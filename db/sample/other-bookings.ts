import { addDays, addMinutes, at, mondayOf } from '../../shared/time/civil.ts'
import type { Making, Place, Row } from './invented.ts'
import { book, heldOn } from './plan.ts'
import { turn } from './random.ts'

/** What rooms are held for besides groups. No title says who it is about. */
const uses = [
  { purpose: 'partner', title: 'Health visitor clinic', contact: 'Health visiting team', minutes: 120 },
  { purpose: 'contact', title: 'Contact visit', contact: null, minutes: 60 },
  { purpose: 'one-to-one', title: 'One-to-one', contact: null, minutes: 60 },
  { purpose: 'staff', title: 'Team meeting', contact: null, minutes: 90 },
  { purpose: 'partner', title: 'Adult learning', contact: 'Adult learning service', minutes: 120 },
  { purpose: 'one-to-one', title: 'One-to-one', contact: null, minutes: 45 },
  { purpose: 'contact', title: 'Contact visit', contact: null, minutes: 90 },
  { purpose: 'partner', title: 'Infant feeding support', contact: 'Infant feeding team', minutes: 90 },
  { purpose: 'other', title: 'Fire alarm test', contact: null, minutes: 15 },
] as const

const starts = ['09:00', '09:30', '10:30', '11:00', '12:00', '13:30', '14:00', '15:00', '15:30', '17:00']

/** Rooms held on weekdays before and after today, each where and when it is free and the building open. */
export function inventOtherBookings(making: Making, places: readonly Place[]): Row<'booking'>[] {
  const { random, sizes, today } = making
  const { back, on } = sizes.otherBookingWeeks
  const days = (back + on) * 5
  const firstMonday = addDays(mondayOf(today), -7 * back)
  return Array.from({ length: sizes.otherBookings }, (_, index) => {
    // Spread evenly over the weekdays, and over the buildings.
    const day = Math.floor((index * days) / sizes.otherBookings)
    const date = addDays(firstMonday, Math.floor(day / 5) * 7 + (day % 5))
    const place = turn(places, random.between(0, places.length - 1))
    return bookIfFree(making, place, random.pick(place.rooms), date, random.pick(uses))
  }).flatMap((booking) => (booking === null ? [] : asItWent(making, booking)))
}

/** Of bookings that are over: mostly somebody checked in, now and then nobody came, and sometimes nobody said. */
function asItWent({ random, today }: Making, booking: Row<'booking'>): Row<'booking'> {
  if (booking.starts_at >= today) return booking
  const chance = random.between(1, 100)
  if (chance <= 4) return { ...booking, status: 'no-show' }
  if (chance > 90) return booking
  return { ...booking, checked_in_at: addMinutes(booking.starts_at, random.between(-10, 10)) }
}

function bookIfFree(
  making: Making,
  place: Place,
  room: Row<'room'>,
  date: string,
  use: (typeof uses)[number],
) {
  const { purpose, title, contact, minutes } = use
  const free = making.random
    .shuffled(starts)
    .map((startTime) => ({ room, startTime, endTime: addMinutes(at(date, startTime), minutes).slice(11) }))
    .find(
      ({ startTime, endTime }) =>
        place.isOpen(date, startTime, endTime) &&
        making.diary.isFree(room, heldOn(room, date, startTime, endTime)),
    )
  return free ? book(making, free, date, { session_id: null, purpose, title, contact }) : null
}
