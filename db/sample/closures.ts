import { closureId, idOf } from '../../shared/ids.ts'
import { wholeDays, type ClosureTime } from '../../shared/closures/times.rules.ts'
import { weekly } from '../../shared/series/rule.ts'
import { patternInWords } from '../../shared/series/words.rules.ts'
import { addDays, at, mondayOf } from '../../shared/time/civil.ts'
import type { InventedClosures, Making, Place, Row } from './invented.ts'

const placeId = idOf('closed place')
const timeId = idOf('closed time')

interface Invented {
  readonly place: Place
  readonly room?: Row<'room'>
  readonly reason: string
  readonly note: string | null
  readonly pattern: string | null
  readonly times: readonly ClosureTime[]
}

/**
 * A boiler that breaks down next week where much is booked, a floor that was laid on a weekend, and a check every
 * Monday before anybody comes: each kind of closure once.
 */
export function inventClosures(
  making: Making,
  places: readonly Place[],
  bookings: readonly Row<'booking'>[],
): InventedClosures {
  const monday = addDays(mondayOf(making.today), 7)
  const boiler = wholeDays(monday, addDays(monday, 2))
  const [checked, laid, ...others] = places
  const busiest = others.toSorted((a, b) => booked(b, bookings, boiler) - booked(a, bookings, boiler))[0]
  if (checked === undefined || laid === undefined || busiest === undefined) return none
  const weekend = addDays(mondayOf(making.today), -9)
  const room = laid.rooms[0]
  return rowsOf(making, [
    {
      place: busiest,
      reason: 'Boiler or heating',
      note: 'A part is on its way.',
      pattern: null,
      times: [boiler],
    },
    {
      place: laid,
      ...(room && { room }),
      reason: 'Repairs or building work',
      note: null,
      pattern: null,
      times: [wholeDays(weekend, addDays(weekend, 1))],
    },
    {
      place: checked,
      reason: 'Safety check',
      note: 'Taps are run and alarms tested.',
      ...mondayMornings(monday),
    },
  ])
}

const none: InventedClosures = { closures: [], places: [], times: [] }

/** How much is booked there while it is closed. */
const booked = (
  place: Place,
  bookings: readonly Row<'booking'>[],
  { startsAt, endsAt }: ClosureTime,
): number => {
  const rooms = new Set(place.rooms.map((room) => room.id))
  return bookings.filter((one) => rooms.has(one.room_id) && one.starts_at < endsAt && one.ends_at > startsAt)
    .length
}

function mondayMornings(firstDate: string) {
  const rule = weekly({ firstDate, startTime: '07:00', endTime: '08:00', weekday: 1, sessions: 8 })
  const dates = Array.from({ length: 8 }, (_, week) => addDays(firstDate, 7 * week))
  const times = dates.map((date) => ({ startsAt: at(date, '07:00'), endsAt: at(date, '08:00') }))
  return { pattern: patternInWords(rule), times }
}

function rowsOf({ newId, actor }: Making, invented: readonly Invented[]): InventedClosures {
  const made = invented.map((one) => ({ ...one, id: newId(closureId) }))
  return {
    closures: made.map(({ id, reason, note, pattern }) => ({ id, reason, note, pattern, everywhere: 0, lifted_at: null, lifted_reason: null, closed_by: actor.id, version: 1 })), // prettier-ignore
    places: made.map(({ id, place, room }) => ({ id: newId(placeId), closure_id: id, building_id: place.building.id, room_id: room?.id ?? null })), // prettier-ignore
    times: made.flatMap(
      ({ id, times }) =>
      times.map(({ startsAt, endsAt }) => ({ id: newId(timeId), closure_id: id, starts_at: startsAt, ends_at: endsAt })), // prettier-ignore
    ),
  }
}
