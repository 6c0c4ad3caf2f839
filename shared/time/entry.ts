import { addDays, localDate } from './civil.ts'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Which side of today a date without a year is on. */
export type Yearless = 'to-come' | 'gone-by'
interface Around {
  readonly today: string
  readonly yearless: Yearless
}

/**
 * Reads a date the way people in the UK type one: `1/4/26`, `1 Apr 2026`, `1st April`, `010426`, `2026-04-01`,
 * `today`, `yesterday`, `+7`, `-7`. Day first, always. A missing year is the one that puts it nearest after `today`, or
 * nearest before it where only days gone by are meant. Answers the local date or null.
 */
export function readDate(text: string, today: string, yearless: Yearless = 'to-come'): string | null {
  const typed = text.trim().toLowerCase()
  if (typed === 'today') return today
  if (typed === 'tomorrow') return addDays(today, 1)
  if (typed === 'yesterday') return addDays(today, -1)
  if (/^[+-]\d{1,3}$/.test(typed)) return addDays(today, Number(typed))
  return readParts(typed, { today, yearless })
}

function readParts(typed: string, around: Around): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return toDate(iso[3], iso[2], iso[1], around)
  const packed = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(typed)
  if (packed) return toDate(packed[1], packed[2], packed[3], around)
  const spread =
    /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s./-]*(?:of\s+)?(\d{1,2}|[a-z]{3,9})[\s./,-]*(\d{2}|\d{4})?$/.exec(
      typed,
    )
  return spread ? toDate(spread[1], spread[2], spread[3], around) : null
}

function toDate(day = '', month = '', year: string | undefined, { today, yearless }: Around): string | null {
  const number = /^\d+$/.test(month) ? Number(month) : monthNames.indexOf(month.slice(0, 3)) + 1
  const build = (y: string) => {
    const date = `${y}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
    return localDate.safeParse(date).success ? date : null
  }
  if (year !== undefined) return build(year.length === 2 ? century(year, today) : year)
  const thisYear = build(today.slice(0, 4))
  const gone = yearless === 'gone-by'
  if (thisYear !== null && (gone ? thisYear <= today : thisYear >= today)) return thisYear
  return build(String(Number(today.slice(0, 4)) + (gone ? -1 : 1)))
}

/** A two-digit year is within the twenty years to come, or else in the past: a birth in `15` is 2015. */
function century(year: string, today: string): string {
  const full = Number(`${today.slice(0, 2)}${year}`)
  return String(full > Number(today.slice(0, 4)) + 20 ? full - 100 : full)
}

/** Reads a time as typed: `9`, `930`, `9.30`, `9:30am`, `0930`, `2pm`, `midday`, `12 noon`. 1 to 6 without am or pm is afternoon. */
export function readTime(text: string): string | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, '')
  if (/^(12)?(midday|noon)$/.test(typed)) return '12:00'
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm)?$/.exec(typed)
  if (!match) return null
  const [, hourText = '', minuteText = '00', half] = match
  const hour = toHour(Number(hourText), half, hourText.length === 2 && hourText.startsWith('0'))
  if (hour === null || Number(minuteText) > 59) return null
  return `${String(hour).padStart(2, '0')}:${minuteText}`
}

function toHour(hour: number, half: string | undefined, padded: boolean): number | null {
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  if (half === 'am') return hour % 12
  if (half === 'pm') return (hour % 12) + 12
  if (hour >= 1 && hour <= 6 && !padded) return hour + 12
  return hour > 23 ? null : hour
}
