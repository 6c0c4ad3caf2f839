import { readTime } from '../time/entry.ts'
import { timeRange } from '../time/format.ts'
import type { Hours } from './opening.rules.ts'

/** `closed`, `9am to midday and 1pm to 5pm`: what `readHours` reads back. */
export const hoursInWords = (hours: readonly Hours[]): string =>
  hours.length === 0 ? 'closed' : hours.map(({ opens, closes }) => timeRange(opens, closes)).join(' and ')

/**
 * Reads the hours of one day as people write them: `9-12, 1-5pm`, `09:00-17:00`, `9am to midday and 1pm to 5pm`,
 * `closed`. Earliest first; null where any part cannot be read. Whether they overlap is asked with `overlapping`.
 */
export function readHours(text: string): Hours[] | null {
  if (/^(closed|shut|not open|none)$/i.test(text.trim())) return []
  const parts = text.split(/[,;&\n/]|\band\b|\bthen\b/i).filter((part) => part.trim() !== '')
  const hours = parts.flatMap((part) => readStretch(part) ?? [])
  return hours.length < Math.max(1, parts.length)
    ? null
    : hours.toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
}

function readStretch(text: string): Hours | null {
  const [from = '', to = '', more] = text
    .split(/-|–|—|\bto\b|\buntil\b|\btill?\b/i)
    .map((part) => part.trim())
  if (more !== undefined) return null
  const closes = readTime(to)
  const opens = closes === null ? null : readStart(from, to, closes)
  return opens !== null && closes !== null && opens < closes ? { opens, closes } : null
}

/** In `7-9pm` the start is in the evening too; in `9-5pm` it is not. */
function readStart(from: string, to: string, closes: string): string | null {
  const half = /(am|pm)$/i.exec(to.replace(/\s/g, ''))?.[1]
  const alike = half === undefined || /[a-z]/i.test(from) ? null : readTime(`${from}${half}`)
  return alike !== null && alike < closes ? alike : readTime(from)
}
