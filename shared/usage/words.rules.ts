import { longDate } from '../time/format.ts'

/** `November 2026` */
export const monthInWords = (month: string): string => longDate(`${month}-01`).split(' ').slice(1).join(' ')

/** `September to November 2026`, `December 2026 to January 2027`, or one month by itself. */
export function periodInWords({ months }: { readonly months: readonly string[] }): string {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (first === last) return monthInWords(first)
  const start = monthInWords(first)
  return `${first.slice(0, 4) === last.slice(0, 4) ? start.slice(0, -5) : start} to ${monthInWords(last)}`
}
