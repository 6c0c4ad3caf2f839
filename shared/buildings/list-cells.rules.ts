import { hoursInWords, readHours } from './hours.rules.ts'
import { overlapping, type Hours } from './opening.rules.ts'

/** What a cell says: nothing, a value (with a word about how it was read), or why it cannot be used. */
export type Cell<T> = { readonly value?: T; readonly note?: string; readonly problem?: string }

const says = (text: string) => !/^(|-+|–|—|\?+|n\/?a|nil|tbc|tba|unknown|not known)$/i.test(text.trim())
const shown = (text: string) => `“${text.trim().slice(0, 40)}”`

/** Text of at most so many letters. */
export function readTextCell(what: string, text: string, max: number): Cell<string> {
  const value = text.replace(/[\s\u00a0]+/g, ' ').trim()
  if (!says(value)) return {}
  return value.length > max ? { problem: `${what} is longer than ${max} letters.` } : { value }
}

/** A whole number within bounds: `30`, `30 people`, `up to 30`, `15 mins`. */
export function readCountCell(
  what: string,
  text: string,
  [min, max]: readonly [number, number],
): Cell<number> {
  if (!says(text)) return {}
  const figures = /^(?:up to |max\.? ?|maximum )?(\d{1,5})(?:\.0+)?(?: ?(?:people|persons|seats|seated|mins?|minutes))?$/i.exec(text.trim()) // prettier-ignore
  const value = Number(figures?.[1])
  if (!figures) return { problem: `${what}: ${shown(text)} is not a whole number.` }
  return value < min || value > max
    ? { problem: `${what}: ${value} is not from ${min} to ${max}.` }
    : { value }
}

export function readYesNoCell(what: string, text: string): Cell<boolean> {
  if (!says(text)) return {}
  if (/^(y|yes|true|1|x|✓|✔)$/i.test(text.trim())) return { value: true }
  if (/^(n|no|none|false|0|✗|✘)$/i.test(text.trim())) return { value: false }
  return { problem: `${what}: ${shown(text)} is neither yes nor no.` }
}

/** Degrees with a decimal point, within bounds. */
export function readDegreesCell(what: string, text: string, most: number): Cell<number> {
  if (!says(text)) return {}
  const value = Number(text.trim())
  return Number.isFinite(value) && Math.abs(value) <= most
    ? { value }
    : { problem: `${what}: ${shown(text)} is not a number of degrees, such as 52.6369.` }
}

/** Names with commas, semicolons or lines between them. */
export function readFeaturesCell(text: string): Cell<string[]> {
  if (!says(text) || /^none$/i.test(text.trim())) return {}
  const value = text.split(/[,;\n]/).map((part) => part.trim()).filter((part) => part !== '') // prettier-ignore
  const long = value.find((part) => part.length > 60)
  if (long !== undefined) return { problem: `Features: ${shown(long)}… is longer than 60 letters.` }
  return value.length > 30 ? { problem: 'Features: more than 30 in one room.' } : { value }
}

/** When a building is open on one day: `9-12, 1-5pm`, `09:00-17:00`, `9am to midday and 1pm to 5pm`, `closed`. */
export function readHoursCell(what: string, text: string): Cell<Hours[]> {
  if (!says(text)) return {}
  const dated = /^(\d{1,2})\/(\d{1,2})\/\d{4}$/.exec(text.trim())
  if (dated) return fromDate(what, `${Number(dated[1])}-${Number(dated[2])}`)
  const value = readHours(text)
  if (value === null)
    return { problem: `${what}: ${shown(text)} could not be read as hours, such as 9-12, 1-5pm.` }
  if (overlapping(value) !== null) return { problem: `${what}: two stretches of ${shown(text)} overlap.` }
  return value.length > 6 ? { problem: `${what}: more than six stretches.` } : { value }
}

/** Excel takes 9-12 for the ninth of December. */
function fromDate(what: string, hours: string): Cell<Hours[]> {
  const value = readHours(hours)
  if (value === null) return { problem: `${what}: Excel has made a date of the hours. Write them as 9am to 5pm.` } // prettier-ignore
  return { value, note: `${what}: Excel had made a date of ${hours}, read as ${hoursInWords(value)}.` }
}
