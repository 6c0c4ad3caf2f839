import { addDays, addMinutes, at, dateOf, daysBetween, mondayOf, timeOf, weekdayOf } from '../time/civil.ts'
import { clockTime, fullDate, timeRange } from '../time/format.ts'
import { count } from '../text.ts'
import type { Times } from './held.rules.ts'

/** Minutes by which a booking is shifted when its time is taken, nearest first. */
const STEP = 15
const FURTHEST = 120
/** Nobody is offered a time earlier or later than this, unless theirs was. */
const DAY = { from: '07:00', to: '22:00' }

/** The times a little earlier, or later, on the same day, nearest first; none that is over at `localNow`. */
export function shiftsOf(times: Times, direction: 1 | -1, localNow: string): Times[] {
  const date = dateOf(times.startsAt)
  const result: Times[] = []
  for (let minutes = STEP; minutes <= FURTHEST; minutes += STEP) {
    const startsAt = addMinutes(times.startsAt, direction * minutes)
    const endsAt = addMinutes(times.endsAt, direction * minutes)
    const within = dateOf(startsAt) === date && dateOf(endsAt) === date && isUsual(startsAt, endsAt, times)
    if (within && !isTooLate(startsAt, times, localNow)) result.push({ startsAt, endsAt })
  }
  return result
}

const isUsual = (startsAt: string, endsAt: string, asked: Times) =>
  (timeOf(startsAt) >= DAY.from || startsAt >= asked.startsAt) &&
  (timeOf(endsAt) <= DAY.to || endsAt <= asked.endsAt)

/** What is to come or is on is not put into the past; what is written down afterwards may be. */
const isTooLate = (startsAt: string, asked: Times, localNow: string) =>
  asked.endsAt > localNow && startsAt < localNow

/**
 * The same wall times on the other days of the week, Monday to Sunday, nearest first; none that is over. Weekends only
 * where it is known when the building is open.
 */
export function otherDaysOf(times: Times, localNow: string, weekends: boolean): Times[] {
  const date = dateOf(times.startsAt)
  const monday = mondayOf(date)
  return [0, 1, 2, 3, 4, 5, 6]
    .map((n) => addDays(monday, n))
    .filter((day) => day !== date && (weekends || weekdayOf(day) <= 5))
    .toSorted((a, b) => Math.abs(daysBetween(date, a)) - Math.abs(daysBetween(date, b)) || (a < b ? 1 : -1))
    .map((day) => ({ startsAt: at(day, timeOf(times.startsAt)), endsAt: at(day, timeOf(times.endsAt)) }))
    .filter((one) => !isTooLate(one.startsAt, times, localNow))
}

interface Named {
  readonly name: string
  readonly capacity: number | null
}

/** `Hall`, `Hall and Crèche`, with what the first seats. */
export function roomsInWords(rooms: readonly Named[], where = ''): string {
  const names = rooms.map((room) => room.name)
  const last = names.at(-1) ?? ''
  const all = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
  const seats = rooms[0]?.capacity ?? null
  return `${all}${where}${seats === null ? '' : ` (seats ${seats})`}`
}

/** `15 minutes later, 11:15am to 12:15pm` */
export const shiftInWords = (from: Times, to: Times, minutes: number): string =>
  `${hoursAndMinutes(Math.abs(minutes))} ${to.startsAt > from.startsAt ? 'later' : 'earlier'}, ${timeRange(to.startsAt, to.endsAt)}`

function hoursAndMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const words = [hours > 0 ? count(hours, 'hour') : '', rest > 0 ? count(rest, 'minute') : '']
  return words.filter(Boolean).join(' ')
}

/** `Thursday 26 November 2026 at 10am` */
export const dayInWords = ({ startsAt }: Times): string => `${fullDate(startsAt)} at ${clockTime(startsAt)}`

/** `Keep the time, with 5 minutes between` */
export const waivedInWords = (minutesBetween: number): string =>
  `Keep the time, with ${minutesBetween === 0 ? 'no time' : count(minutesBetween, 'minute')} between`
