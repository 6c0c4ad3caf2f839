import type { GroupRow, Session } from '../../../shared/groups/groups.contract.ts'
import { count } from '../../../shared/text.ts'
import { dateOf } from '../../../shared/time/civil.ts'
import { clockTime, dayInWords, shortDate, timeRange } from '../../../shared/time/format.ts'

/** `Jo and Amir`, `Jo Price, Amir Khan and Sam Lee`: first names where they are enough to tell people apart. */
export function leadersInWords(facilitators: GroupRow['facilitators']): string {
  const first = facilitators.map((one) => one.name.split(' ')[0] ?? one.name)
  const names = new Set(first).size === first.length ? first : facilitators.map((one) => one.name)
  const last = names.at(-1)
  if (last === undefined) return 'Nobody yet'
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** `Tue 24 Nov, 10am`, or the year when it is over. */
export function whenInWords({ nextSessionAt, firstDate, lastDate, status }: GroupRow, today: string): string {
  if (nextSessionAt !== null) return `${dayInWords(nextSessionAt, today)}, ${clockTime(nextSessionAt)}`
  if (lastDate === null || firstDate === null) return 'No sessions yet'
  return status === 'finished' ? `Ended ${shortDate(lastDate)}` : shortDate(lastDate)
}

/** `Tue 24 Nov, 10am to midday` */
export const sessionInWords = (
  { startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>,
  today: string,
): string => `${dayInWords(startsAt, today)}, ${timeRange(startsAt, endsAt)}`

/** Every room of a session: `Hall and Crèche`, `Studio (asked for)`; null when it has none. */
export function roomsInWords({ roomName, roomAskedFor, besideRooms }: Rooms): string | null {
  if (roomName === null) return null
  const rooms = new Intl.ListFormat('en-GB').format([roomName, ...besideRooms])
  return roomAskedFor ? `${rooms} (asked for)` : rooms
}
type Rooms = Pick<Session, 'roomName' | 'roomAskedFor' | 'besideRooms'>

/** `10 sessions of Bounce Back planned.`, and on how many of them the room is only asked for. */
export function plannedInWords({ name, sessions }: Planned): string {
  const planned = `${count(sessions.length, 'session')} of ${name} planned.`
  const asked = sessions.filter((one) => one.roomAskedFor)
  if (asked.length === 0) return planned
  const which = asked.length === sessions.length ? 'all of them' : `${asked.length} of them`
  return `${planned} Rooms are asked for on ${which}, and not held until somebody says yes.`
}

interface Planned {
  readonly name: string
  readonly sessions: readonly Pick<Session, 'roomAskedFor'>[]
}

/** What a session that is off is called: one to come was cancelled, one whose day has come did not run; unless its group was paused. */
export const offInWords = ({ startsAt, paused = false }: Off, today: string): string =>
  paused ? 'Paused' : dateOf(startsAt) > today ? 'Cancelled' : 'Did not run'
type Off = Pick<Session, 'startsAt'> & Partial<Pick<Session, 'paused'>>

/** `11 of 12`; without places, the number alone. */
export const placesInWords = ({ enrolled, capacity }: GroupRow): string =>
  capacity === null ? String(enrolled) : `${enrolled} of ${capacity}`

/** What is counted where a place is a family: `families`, or `family` for one alone. */
export const familiesInWords = ({ enrolled, capacity }: GroupRow): string =>
  enrolled === 1 && capacity === null ? 'family' : 'families'
