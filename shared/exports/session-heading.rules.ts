import { longDate } from '../time/format.ts'

/** How an old workbook writes the day of a session: `15/9`, `22.9`, `29th Sept`, `06-Oct-26`. */
interface DayStyle {
  readonly padded: boolean
  readonly ordinal: boolean
  readonly beforeMonth: string
  /** In figures, or how many letters its name has and in which case. */
  readonly month: 'figures' | 'padded' | MonthWord
  readonly beforeYear: string
  /** 0 is no year. */
  readonly yearFigures: 0 | 2 | 4
}
interface MonthWord {
  readonly length: 'short' | 'sept' | 'long'
  readonly letters: 'Title' | 'UPPER' | 'lower'
}

/** The heading of a session taken apart: what stays, the number of the session, and its day. */
export interface SessionHeading {
  /** Text, with what changes from session to session in between. */
  readonly parts: readonly (string | { readonly what: 'number' } | { readonly what: 'day'; readonly style: DayStyle })[] // prettier-ignore
}

const figures = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?!\d)/
const worded = /(?<!\d)(\d{1,2})(st|nd|rd|th)?([\s./-]*)(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)([a-z]*)(?:([\s./,-]*)(\d{4}|\d{2})(?!\d))?/i // prettier-ignore

/** Reads the heading of a session; null for one that names neither a number of a session nor a day. */
export function readSessionHeading(heading: string): SessionHeading | null {
  const day = dayIn(heading)
  const before = day === null ? heading : heading.slice(0, day.at)
  const number = /^([a-z][a-z.\s#-]*?)(\d{1,2})(?!\d)/i.exec(before)
  if (day === null && (number === null || !/^(wk|week|session|sess|s|w|no)[.\s#-]*$/i.test(number[1] ?? '')))
    return null
  const start = number === null ? [before] : [number[1] ?? '', { what: 'number' as const }, before.slice(number[0].length)] // prettier-ignore
  const end = day === null ? [] : [{ what: 'day' as const, style: day.style }, heading.slice(day.at + day.length)] // prettier-ignore
  return { parts: [...start, ...end].filter((part) => part !== '') }
}

function dayIn(heading: string): { at: number; length: number; style: DayStyle } | null {
  const word = worded.exec(heading)
  if (word !== null) {
    const [all, day = '', ordinal = '', gap = '', month = '', more = '', gapYear = '', year = ''] = word
    const style: DayStyle = {
      padded: day.startsWith('0'),
      ordinal: ordinal !== '',
      beforeMonth: gap,
      month: wordStyle(month + more),
      beforeYear: gapYear,
      yearFigures: figuresOf(year),
    }
    return { at: word.index, length: all.length, style }
  }
  const plain = figures.exec(heading)
  if (plain === null) return null
  const [all, day = '', gap = '', month = '', year = ''] = plain
  const padded = day.startsWith('0') || month.startsWith('0')
  return {
    at: plain.index,
    length: all.length,
    style: {
      padded,
      ordinal: false,
      beforeMonth: gap,
      month: padded ? 'padded' : 'figures',
      beforeYear: gap,
      yearFigures: figuresOf(year),
    },
  }
}

const figuresOf = (year: string): 0 | 2 | 4 => (year.length === 4 ? 4 : year.length === 2 ? 2 : 0)

function wordStyle(word: string): MonthWord {
  const length = word.length <= 3 ? 'short' : /^sept$/i.test(word) ? 'sept' : 'long'
  const letters = word === word.toUpperCase() ? 'UPPER' : word === word.toLowerCase() ? 'lower' : 'Title'
  return { length, letters }
}

/** The heading of another session in the same way; without a day what is left of it, and nothing after. */
export function writeSessionHeading(heading: SessionHeading, number: number, date: string | null): string {
  const words = heading.parts.map((part) => {
    if (typeof part === 'string') return part
    if (part.what === 'number') return String(number)
    return date === null ? null : writeDay(part.style, date)
  })
  const missing = words.indexOf(null)
  return missing === -1
    ? words.join('')
    : words
        .slice(0, missing)
        .join('')
        .replace(/[\s(:,-]+$/, '')
}

function writeDay(style: DayStyle, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const shownDay = style.padded ? day : String(Number(day))
  const shownMonth = monthIn(style.month, date, month)
  const shownYear = style.yearFigures === 0 ? '' : `${style.beforeYear}${year.slice(4 - style.yearFigures)}`
  return `${shownDay}${style.ordinal ? ordinalOf(Number(day)) : ''}${style.beforeMonth}${shownMonth}${shownYear}`
}

function monthIn(style: DayStyle['month'], date: string, month: string): string {
  if (style === 'figures') return String(Number(month))
  if (style === 'padded') return month
  const name = longDate(date).split(' ')[1] ?? ''
  const short = name.slice(0, name === 'September' && style.length === 'sept' ? 4 : 3)
  const shown = style.length === 'long' || (style.length === 'sept' && name.length <= 4) ? name : short
  return style.letters === 'UPPER' ? shown.toUpperCase() : style.letters === 'lower' ? shown.toLowerCase() : shown // prettier-ignore
}

function ordinalOf(day: number): string {
  if (day >= 11 && day <= 13) return 'th'
  return { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th'
}
