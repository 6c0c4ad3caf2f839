import { addDays, localDate } from '../time/civil.ts'

/** How two dates of birth may be one, in words; null when they are two. Both are known. */
export function birthsNear(one: string, other: string): string | null {
  const [a, b] = [partsOf(one), partsOf(other)]
  if (a.year === b.year && a.day === b.month && a.month === b.day && a.day !== b.day)
    return 'Day and month of birth are the other way round'
  if (a.year === b.year && a.month === b.month && nextTo(a.day, b.day)) return 'Born one day apart'
  if (a.day === b.day && a.year === b.year && nextTo(a.month, b.month)) return 'Born one month apart'
  if (a.day === b.day && a.month === b.month && nextTo(a.year, b.year)) return 'Born one year apart'
  if (oneFigureApart(one, other)) return 'One figure of the date of birth differs'
  return acrossMonths(one, other) || acrossMonths(other, one) ? 'Born one day apart' : null
}

/** The last of a month and the first of the next. Asked of few: counting days takes its time. */
const acrossMonths = (last: string, first: string) =>
  first.endsWith('-01') && last.slice(8) >= '28' && first === addDays(last, 1)

const partsOf = (date: string) => ({
  year: date.slice(0, 4),
  month: date.slice(5, 7),
  day: date.slice(8, 10),
})
const nextTo = (one: string, other: string) => Math.abs(Number(one) - Number(other)) === 1

/** Where one figure may slip and nobody notice: ten years more or less are seen in a face. */
const slips = [3, 5, 6, 8, 9] as const
const oneFigureApart = (one: string, other: string) =>
  one.slice(0, 3) === other.slice(0, 3) && slips.filter((at) => one[at] !== other[at]).length === 1

const exists = (date: string) => localDate.safeParse(date).success
const two = (n: number) => String(n).padStart(2, '0')

/** Every date of birth that is near this one by `birthsNear`, and it itself: what to look up for one person. */
export function birthsAround(date: string): string[] {
  const { year, month, day } = partsOf(date)
  const shifted = [-1, 1].flatMap((by) => [
    addDays(date, by),
    `${Number(year) + by}-${month}-${day}`,
    `${year}-${two(Number(month) + by)}-${day}`,
    `${year}-${month}-${two(Number(day) + by)}`,
  ])
  const figures = slips.flatMap((at) =>
    [...'0123456789'].map((other) => date.slice(0, at) + other + date.slice(at + 1)),
  )
  const all = [date, `${year}-${day}-${month}`, ...shifted, ...figures]
  return [...new Set(all)].filter(exists)
}
