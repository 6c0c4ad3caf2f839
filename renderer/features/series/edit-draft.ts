import type { Booking } from '../../../shared/bookings/bookings.contract.ts'
import type { Session } from '../../../shared/groups/groups.contract.ts'
import type { BookingId, RoomId } from '../../../shared/ids.ts'
import type { Affected, EditPreview, EditScope } from '../../../shared/series/edit.contract.ts'
import { count } from '../../../shared/text.ts'
import { dateOf, timeOf, weekdayOf } from '../../../shared/time/civil.ts'
import type { Input } from '../../api/client.ts'

export type Change = Input<'series', 'previewEdit'>['change']

/** What stands now, of the one date from which a series is changed. */
export interface Edited {
  readonly bookingId: BookingId
  readonly version: number
  /** What one of them is called. */
  readonly noun: 'session' | 'booking'
  readonly title: string
  readonly startsAt: string
  readonly endsAt: string
  readonly roomId: RoomId | null
  /** What it says; null for a session, whose words are its group's. */
  readonly words: { readonly title: string; readonly contact: string; readonly people: number | null } | null
}

export const editedBooking = (booking: Booking): Edited => ({
  bookingId: booking.id,
  version: booking.version,
  noun: booking.sessionId === null ? 'booking' : 'session',
  title: booking.title,
  startsAt: booking.startsAt,
  endsAt: booking.endsAt,
  roomId: booking.roomId,
  words:
    booking.sessionId === null
      ? { title: booking.title, contact: booking.contact ?? '', people: booking.people }
      : null,
})

export const editedSession = (session: Session, bookingId: BookingId): Edited => ({
  bookingId,
  version: session.version,
  noun: 'session',
  title: 'session',
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  roomId: session.roomId,
  words: null,
})

export const editedAffected = (affected: Affected): Edited => ({
  ...affected,
  noun: affected.sessionId === null ? 'booking' : 'session',
  words: null,
})

/** Where what is typed is kept: the board begins it with the place that a booking was carried to. */
export const draftOf = ({ bookingId, version }: Edited): string => `series ${bookingId} ${version}`

/** What is typed. A null time or date cannot be read, or is empty. */
export interface EditValues {
  readonly scope: EditScope
  readonly date: string | null
  readonly weekday: number
  readonly startTime: string | null
  readonly endTime: string | null
  readonly roomId: RoomId | null
  readonly title: string
  readonly contact: string
  readonly people: number | null
  /** The last day of the series; null leaves its end as it is. */
  readonly lastDay: string | null
  readonly reason: string
  readonly leaveInTheWay: boolean
}

export const valuesOf = ({ startsAt, endsAt, roomId, words }: Edited): EditValues => ({
  scope: 'this',
  date: dateOf(startsAt),
  weekday: weekdayOf(dateOf(startsAt)),
  startTime: timeOf(startsAt),
  endTime: timeOf(endsAt),
  roomId,
  title: words?.title ?? '',
  contact: words?.contact ?? '',
  people: words?.people ?? null,
  lastDay: null,
  reason: '',
  leaveInTheWay: false,
})

/** The fields that cannot be read, in words; none when everything is there. */
export function missingIn(values: EditValues): Record<string, string> {
  return {
    ...(values.startTime === null && { startTime: 'Enter when it starts, such as 10am.' }),
    ...(values.endTime === null && { endTime: 'Enter when it ends, such as midday.' }),
    ...(values.scope === 'this' && values.date === null && { date: 'Enter the date, such as 12/1/27.' }),
    ...(values.roomId === null && { roomId: 'Choose the room.' }),
  }
}

/** Only what is different from how it stands; null when nothing is. */
export function changeOf(edited: Edited, values: EditValues): Change | null {
  const now = valuesOf(edited)
  const differs = (name: keyof EditValues) => values[name] !== null && values[name] !== now[name]
  const alone = values.scope === 'this'
  const change: Change = {
    ...(differs('startTime') && { startTime: values.startTime ?? '' }),
    ...(differs('endTime') && { endTime: values.endTime ?? '' }),
    ...(differs('roomId') && values.roomId !== null && { roomId: values.roomId }),
    ...(alone && differs('date') && { date: values.date ?? '' }),
    ...(!alone && differs('weekday') && { weekday: values.weekday }),
    ...(edited.words !== null && wordsOf(now, values)),
    ...(!alone && values.lastDay !== null && { ends: { kind: 'on' as const, date: values.lastDay } }),
    ...(!alone && values.lastDay !== null && values.reason !== '' && { reason: values.reason }),
  }
  return Object.keys(change).length === 0 ? null : change
}

const wordsOf = (now: EditValues, values: EditValues): Change => ({
  ...(values.title !== now.title && { title: values.title }),
  ...(values.contact !== now.contact && { contact: values.contact }),
  ...(values.people !== now.people && { people: values.people }),
})

/** `Change 6 sessions`; where none only changes, what is done: `Cancel 2 sessions`, `Add 3 sessions`. */
export function submitWords(noun: Edited['noun'], preview: Counted | undefined): string {
  const { changed, added, cancelled } = preview ?? { changed: 0, added: 0, cancelled: 0 }
  const n = changed + added + cancelled
  if (n > 0 && n === cancelled) return `Cancel ${count(n, noun)}`
  if (n > 0 && n === added) return `Add ${count(n, noun)}`
  return n <= 1 ? `Change the ${noun}` : `Change ${count(n, noun)}`
}
type Counted = Pick<EditPreview, 'changed' | 'added' | 'cancelled'>
