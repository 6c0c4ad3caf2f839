import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/**
 * Civil time: local dates and wall times in Europe/London, as text. No arithmetic in instants, so a 10am
 * group stays at 10am across the clock change. Nothing here asks what time it is: the edge passes `now`.
 */
export const ZONE = 'Europe/London'

/** Looked at for each date and time of every answer, tens of thousands for a year's calendar: so by plain numbers. */
function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** Earlier or later was mistyped, and the days after year 9999 could not be written. Birth has a bound of its own. */
const isNear = (text: string) => text >= '1800' && text < '2200'
/** A local date that exists, `2026-10-27`, of a year that a service can mean. */
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Enter a date, such as 27/10/2026.')
  .refine(isDate, 'That date does not exist.')
  .refine(isNear, 'Check the year of the date.')
/** A wall time, `19:00`. */
export const localTime = z
  .string()
  .regex(/^\d{2}:\d{2}$/, 'Enter a time, such as 9:30am.')
  .refine(isTime, 'That time does not exist.')
/** A local date and wall time, `2026-10-27T19:00`. */
export const localDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Enter a date and a time.')
  .refine((text) => isDate(text.slice(0, 10)) && isTime(text.slice(11)), 'That date or time does not exist.')
  .refine(isNear, 'Check the year of the date.')
/** A moment on the world's clock, in UTC: when something was done. */
export const instant = z.iso.datetime()

export const dateOf = (dateTime: string): string => dateTime.slice(0, 10)
export const timeOf = (dateTime: string): string => dateTime.slice(11, 16)
export const at = (date: string, time: string): string => `${date}T${time}`

export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek

/** The Monday of the date's week. */
export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date))

/** Adds minutes to a local date-time by the wall clock (never across a zone change). */
export function addMinutes(dateTime: string, minutes: number): string {
  // Within the day, as almost always, the wall clock only counts on: thousands of times for one long series.
  const sum = Number(dateTime.slice(11, 13)) * 60 + Number(dateTime.slice(14, 16)) + minutes
  if (sum >= 0 && sum < DAY) return `${dateTime.slice(0, 11)}${two(Math.floor(sum / 60))}:${two(sum % 60)}`
  return Temporal.PlainDateTime.from(dateTime).add({ minutes }).toString().slice(0, 16)
}
const DAY = 24 * 60
const two = (n: number) => String(n).padStart(2, '0')

/** Whole minutes by the wall clock from one local date-time to another; negative when the second is earlier. */
export const minutesBetween = (from: string, to: string): number =>
  Temporal.PlainDateTime.from(from).until(Temporal.PlainDateTime.from(to), { largestUnit: 'minutes' }).minutes

/** Age in whole years on a date; null when either is unknown or the birth is later. */
export function ageOn(dateOfBirth: string | null, date: string): number | null {
  if (dateOfBirth === null || dateOfBirth > date) return null
  return Temporal.PlainDate.from(dateOfBirth).until(Temporal.PlainDate.from(date), { largestUnit: 'years' })
    .years
}

/** The local date and wall time of an instant, in the service's zone. */
export const civilNow = (now: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDateTime()
    .toString()
    .slice(0, 16)

/** The longest stretch of days that one question may ask for: a year, with the weeks a calendar shows around it. */
const MOST_DAYS = 400
const fits = (r: { from: string; to: string }) => daysBetween(r.from, r.to) <= MOST_DAYS

/** A question about the days from `from` to `to`, both included; years at once would hold everybody else up. */
export const withinAYear = <S extends z.ZodType<{ from: string; to: string }>>(schema: S) =>
  schema.refine(fits, { message: 'Ask for a year or less at once.', path: ['to'] })
