import { addDays } from '../time/civil.ts'
import { monthInWords } from '../usage/words.rules.ts'

/** Some days, both included, and what they are called. */
export interface Period {
  readonly key: string
  readonly name: string
  readonly from: string
  readonly to: string
}

const two = (n: number) => String(n).padStart(2, '0')
/** April is month 0 of the service's year. */
const monthOfYear = (date: string) => (Number(date.slice(5, 7)) + 8) % 12
const startYear = (date: string) => Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 4 ? 1 : 0)
const yearWords = (year: number) => `${year}/${two((year + 1) % 100)}`

/** The day on which month `month` begins of the year that begins in April of `year`; month 12 is April again. */
function monthStart(year: number, month: number): string {
  const months = year * 12 + 3 + month
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}-01`
}

/** The council's year that a day is in, April to March: `2026/27`. */
export function yearOf(date: string): Period {
  const year = startYear(date)
  return { key: String(year), name: yearWords(year), from: monthStart(year, 0), to: addDays(monthStart(year, 12), -1) } // prettier-ignore
}

/** The quarter of the council's year that a day is in: `Quarter 2 2026/27, July to September`. */
export function quarterOf(date: string): Period {
  const year = startYear(date)
  const first = monthOfYear(date) - (monthOfYear(date) % 3)
  const from = monthStart(year, first)
  const to = addDays(monthStart(year, first + 3), -1)
  const [start, end] = [monthName(from), monthName(to)]
  const number = first / 3 + 1
  return { key: `${year}-${number}`, name: `Quarter ${number} ${yearWords(year)}, ${start} to ${end}`, from, to } // prettier-ignore
}

const monthName = (date: string) => monthInWords(date.slice(0, 7)).split(' ')[0] ?? ''

/** The month that a day is in: `November 2026`. */
export function monthOf(date: string): Period {
  const key = date.slice(0, 7)
  const next = Number(key.slice(5)) === 12 ? `${Number(key.slice(0, 4)) + 1}-01` : `${key.slice(0, 5)}${two(Number(key.slice(5)) + 1)}` // prettier-ignore
  return { key, name: monthInWords(key), from: `${key}-01`, to: addDays(`${next}-01`, -1) }
}

/** The quarter before the one that a day is in. */
export const quarterBefore = (date: string): Period => quarterOf(addDays(quarterOf(date).from, -1))

/** The same quarter of the year before. */
export const quarterYearBefore = (date: string): Period =>
  quarterOf(`${Number(date.slice(0, 4)) - 1}${date.slice(4, 8)}01`)

/** Every month, quarter or year that has a day from `from` to `to`, first one first. */
export function periodsBetween(of: (date: string) => Period, from: string, to: string): Period[] {
  const periods: Period[] = []
  for (let day = from; day <= to; day = addDays(periods.at(-1)?.to ?? to, 1)) periods.push(of(day))
  return periods
}
