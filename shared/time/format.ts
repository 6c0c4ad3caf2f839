import { Temporal } from 'temporal-polyfill'

/** Dates and times as GOV.UK writes them. Intl's en-GB differs ("Sept", a comma, "9:00 am"), so our own lists. */
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] // prettier-ignore
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const parts = (date: string) => Temporal.PlainDate.from(date.slice(0, 10))
const month = (date: string) => months[parts(date).month - 1] ?? ''

/** 1 Monday … 7 Sunday. */
export const weekdayName = (weekday: number): string => weekdays[weekday - 1] ?? ''

/** `21 November 2026` */
export const longDate = (date: string): string => `${parts(date).day} ${month(date)} ${parts(date).year}`
/** `Saturday 21 November 2026` */
export const fullDate = (date: string): string => `${weekdayName(parts(date).dayOfWeek)} ${longDate(date)}`
/** `Sat 21 Nov` */
export const shortDay = (date: string): string =>
  `${weekdayName(parts(date).dayOfWeek).slice(0, 3)} ${parts(date).day} ${month(date).slice(0, 3)}`
/** `Tue 24 Nov`, with the year only where it is not this one: `Tue 12 Jan 2027`. */
export const dayInWords = (date: string, today: string): string =>
  date.slice(0, 4) === today.slice(0, 4) ? shortDay(date) : `${shortDay(date)} ${date.slice(0, 4)}`
/** `21 Nov 2026` */
export const shortDate = (date: string): string =>
  `${parts(date).day} ${month(date).slice(0, 3)} ${parts(date).year}`
/** `21/11/2026`, for boxes that are typed into. */
export const typedDate = (date: string): string => date.slice(0, 10).split('-').reverse().join('/')

/** `9am`, `9:30am`, `midday`, `midnight`. */
export function clockTime(time: string): string {
  const [hour = 0, minute = 0] = time.slice(-5).split(':').map(Number)
  if (minute === 0 && hour === 12) return 'midday'
  if (minute === 0 && hour === 0) return 'midnight'
  const shown = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${shown}${hour < 12 ? 'am' : 'pm'}`
}
/** `9am to 11:30am` */
export const timeRange = (start: string, end: string): string => `${clockTime(start)} to ${clockTime(end)}`
/** `10 November to 21 December 2026` */
export function dateRange(from: string, to: string): string {
  if (from === to) return longDate(from)
  if (parts(from).year !== parts(to).year) return `${longDate(from)} to ${longDate(to)}`
  return `${parts(from).day} ${month(from)} to ${longDate(to)}`
}

/** `8 months`, `2 years 3 months` under five, then `9`: the age in words on a date. */
export function ageInWords(dateOfBirth: string, date: string): string {
  const { years, months: rest } = parts(dateOfBirth).until(parts(date), { largestUnit: 'years' })
  if (years >= 5) return String(years)
  const count = (n: number, word: string) => (n === 0 ? [] : [`${n} ${word}${n === 1 ? '' : 's'}`])
  return [...count(years, 'year'), ...count(rest, 'month')].join(' ') || 'under a month'
}
