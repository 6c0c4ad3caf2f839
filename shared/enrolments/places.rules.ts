import { count } from '../text.ts'
import type { EnrolmentStatus } from './statuses.ts'
import { eventAsAt, type EnrolmentEvent } from './roster.rules.ts'
import type { ParticipantRole } from './participants.rules.ts'

/** A line of a history, with the last day of an offer. */
export interface PlaceEvent extends EnrolmentEvent {
  readonly expiresOn: string | null
}

/** Somebody's history with a group, as far as places are concerned. */
export interface Holder {
  /** What one place is for: a family where the programme counts families, else the person. */
  readonly unit: string
  readonly role: ParticipantRole | null
  readonly events: readonly PlaceEvent[]
}

/** An offer can be taken up to the end of its last day; then it has lapsed, and holds no place. */
export const hasLapsed = (line: { readonly status: EnrolmentStatus; readonly expiresOn: string | null }, today: string): boolean =>
  line.status === 'offered' && line.expiresOn !== null && line.expiresOn < today // prettier-ignore

/** Whether a line keeps a place: enrolled, or an offer that still stands. */
export const holdsPlace = (line: PlaceEvent, today: string): boolean =>
  line.status === 'enrolled' || (line.status === 'offered' && !hasLapsed(line, today))

/** Whether a history gives a place, or an offer of one, on a day. */
export function hasPlaceOn(events: readonly PlaceEvent[], day: string, today: string): boolean {
  const line = eventAsAt(events, day)
  return line !== null && holdsPlace(line, today)
}

/** Whether it does so today or at any time after it. */
export const hasPlaceFrom = (events: readonly PlaceEvent[], today: string): boolean =>
  [today, ...events.map((event) => event.onDate).filter((day) => day > today)].some((day) =>
    hasPlaceOn(events, day, today),
  )

/** The units that have a place on a day, or an offer of one. Volunteers take none. */
export const unitsOn = (holders: readonly Holder[], day: string, today: string): Set<string> =>
  new Set(
    holders
      .filter(({ role, events }) => role !== 'volunteer' && hasPlaceOn(events, day, today))
      .map((holder) => holder.unit),
  )

/**
 * The most places that are taken on any day from `from` on, with those who are joining: what must not be more than
 * there are. The past is not judged, and somebody who only joins later has their place already.
 */
export function mostTaken(
  holders: readonly Holder[],
  joining: readonly string[],
  from: string,
  today: string,
): number {
  const start = from < today ? today : from
  const later = holders.flatMap(({ events }) => events.map((event) => event.onDate)).filter((d) => d > start)
  const taken = [start, ...new Set(later)].map(
    (day) => new Set([...unitsOn(holders, day, today), ...joining]).size,
  )
  return Math.max(...taken)
}

/** `12 people`, `3 families`. */
export const unitWords = (n: number, placeKind: 'person' | 'family'): string =>
  placeKind === 'family' ? count(n, 'family', 'families') : count(n, 'person', 'people')
