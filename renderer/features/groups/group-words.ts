import type { GroupRow, Session } from '../../../shared/groups/groups.contract.ts'
import { clockTime, shortDate, shortDay, timeRange } from '../../../shared/time/format.ts'

/** `Jo and Amir`, `Jo Price, Amir Khan and Sam Lee`: first names where they are enough to tell people apart. */
export function leadersInWords(facilitators: GroupRow['facilitators']): string {
  const first = facilitators.map((one) => one.name.split(' ')[0] ?? one.name)
  const names = new Set(first).size === first.length ? first : facilitators.map((one) => one.name)
  const last = names.at(-1)
  if (last === undefined) return 'Nobody yet'
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** `Tue 24 Nov`, with the year only where it is not this one: `Tue 12 Jan 2027`. */
export const dayInWords = (date: string, today: string): string =>
  date.slice(0, 4) === today.slice(0, 4) ? shortDay(date) : `${shortDay(date)} ${date.slice(0, 4)}`

/** `Tue 24 Nov, 10am`, or the year when it is over. */
export function whenInWords({ nextSessionAt, firstDate, lastDate, status }: GroupRow, today: string): string {
  if (nextSessionAt !== null) return `${dayInWords(nextSessionAt, today)}, ${clockTime(nextSessionAt)}`
  if (lastDate === null || firstDate === null) return 'No sessions yet'
  return status === 'finished' ? `Ended ${shortDate(lastDate)}` : shortDate(lastDate)
}

/** Sessions that are behind: their registers are done or owed. */
export const heldSoFar = ({ registersDone, registersDue }: GroupRow): number => registersDone + registersDue

/** `Tue 24 Nov, 10am to midday` */
export const sessionInWords = (
  { startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>,
  today: string,
): string => `${dayInWords(startsAt, today)}, ${timeRange(startsAt, endsAt)}`

/** `11 of 12`; without places, the number alone. */
export const placesInWords = ({ enrolled, capacity }: GroupRow): string =>
  capacity === null ? String(enrolled) : `${enrolled} of ${capacity}`

/** What is counted where a place is a family: `families`, or `family` for one alone. */
export const familiesInWords = ({ enrolled, capacity }: GroupRow): string =>
  enrolled === 1 && capacity === null ? 'family' : 'families'
