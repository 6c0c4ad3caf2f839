import type { Booking } from '../bookings/bookings.contract.ts'
import { instantOf } from '../time/wall-time.ts'

/** One entry of a calendar file, before any library turns it into text. */
export interface CalendarEvent {
  /** The same in every file that is ever made, so that a calendar changes its entry instead of adding another. */
  readonly uid: string
  /** Rises with every change. */
  readonly sequence: number
  /** UTC instants. */
  readonly startsAt: string
  readonly endsAt: string
  /** When it was last changed, UTC; null where the journal does not say. */
  readonly changedAt: string | null
  readonly status: 'confirmed' | 'tentative' | 'cancelled'
  readonly title: string
  readonly place: string
  /** Not to be shown to others by the calendar that reads it. */
  readonly private: boolean
}

/** How often each row was changed, and when last (UTC), by the id of the row. */
export type Changes = ReadonlyMap<string, { readonly times: number; readonly lastAt: string }>

/** One booking with its rooms, of which some are asked about: those of one room, or one building, or all. */
export interface Together {
  readonly rows: readonly Booking[]
  readonly asked: (booking: Booking) => boolean
}

/**
 * A booking as an entry of a calendar, in UTC: every program then shows the wall time, on both sides of the clock
 * change. It has the title that anybody may read, and neither note nor contact.
 */
export function toEvent(
  { rows, asked }: Together,
  address: string | null,
  changes: Changes,
): CalendarEvent | null {
  const wanted = rows.filter(asked)
  const booking = wanted.find((row) => statuses[row.status] !== 'cancelled') ?? wanted[0]
  if (booking === undefined) return null
  const made = rowsBehind(rows).flatMap((id) => changes.get(id) ?? [])
  return {
    uid: `${booking.leadId ?? booking.id}@gather`,
    sequence: made.reduce((sum, one) => sum + one.times, 0),
    startsAt: instantOf(booking.startsAt),
    endsAt: instantOf(booking.endsAt),
    changedAt: made.map((one) => one.lastAt).toSorted().at(-1) ?? null, // prettier-ignore
    status: statuses[booking.status],
    title: booking.title,
    place: placeOf(booking, rows, address),
    private: booking.private,
  }
}

/** One that lapsed, or that nobody came to, holds no room any more, so it is taken out of the calendar. */
const statuses = {
  confirmed: 'confirmed',
  tentative: 'tentative',
  requested: 'tentative',
  cancelled: 'cancelled',
  'no-show': 'cancelled',
  lapsed: 'cancelled',
} as const satisfies Record<Booking['status'], CalendarEvent['status']>

/** Where what the entry says is kept: a change of any of these rows may change the entry. */
export const rowsBehind = (rows: readonly Booking[]): string[] => [
  ...new Set(rows.flatMap((row) => [row.id, row.sessionId, row.groupId]).filter((id) => id !== null)),
]

/** `Hall and Crèche, Wigston Magna, 12 High Street`: the rooms that it is in, or was. */
function placeOf(booking: Booking, rows: readonly Booking[], address: string | null): string {
  const rooms = rows.filter((row) => row.status === booking.status).map((row) => row.roomName)
  return [names.format(rooms), booking.buildingName, address].filter(Boolean).join(', ')
}

const names = new Intl.ListFormat('en-GB')

/** The rooms of each booking together, in the order of the first. */
export const togetherOf = (bookings: readonly Booking[]): Booking[][] => [
  ...Map.groupBy(bookings, (booking) => booking.leadId ?? booking.id).values(),
]
