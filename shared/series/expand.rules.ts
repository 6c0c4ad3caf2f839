import { RRuleTemporal } from 'rrule-temporal'
import { AppError, assertNever } from '../errors.ts'
import { dateOf } from '../time/civil.ts'
import { fullDate } from '../time/format.ts'
import type { Repeats, Rule } from './rule.ts'

/** What of a rule decides its dates. */
export type DateRule = Pick<Rule, 'firstDate' | 'repeats' | 'ends'>

/** The most that one rule keeps: four hundred sessions, and over a thousand dates left out between them. */
export const MOST_CANDIDATES = 1500
/** The last day that a date may be written for. */
const LAST_DAY = '2199-12-31'

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const codeOf = (weekday: number) => weekdays[weekday - 1] ?? 'MO'

/**
 * The dates that a rule names, one by one in the order of time, none before its first and none after its last day,
 * up to MOST_CANDIDATES. Dates only: the wall time is put to each afterwards, so no clock change can move one
 * [FEATURES D1 to D3]. Dates picked by hand are those and no others. Refuses (INVALID_INPUT) a rule that ends before
 * it begins, and one that names no date at all.
 */
export function* datesOf(rule: DateRule): Generator<string, void> {
  refuseBackwards(rule)
  let any = false
  for (const date of candidatesOf(rule)) {
    any = true
    yield date
  }
  if (!any) throw neverFalls(rule)
}

function candidatesOf(rule: DateRule): Iterable<string> {
  const { firstDate, repeats } = rule
  if (repeats.kind === 'once') return [firstDate]
  if (repeats.kind === 'dates') return [...new Set(repeats.dates)].toSorted()
  const parts = partsOf(repeats, firstDate)
  const until = rule.ends.kind === 'on' ? rule.ends.date : LAST_DAY
  const every = repeats.kind === 'years' ? 1 : repeats.every
  // "Every second" counts from the first date that fits, not from a week or month in which none was left.
  const [from] = every === 1 ? [firstDate] : recur(parts, { from: firstDate, until, every: 1, most: 1 })
  return from === undefined ? [] : recur(parts, { from, until, every, most: MOST_CANDIDATES })
}

type Repeating = Exclude<Repeats, { kind: 'once' | 'dates' }>

/** How it repeats, as iCalendar (RFC 5545) writes it. A month without the day has none, unless its last day will do. */
function partsOf(repeats: Repeating, firstDate: string): string {
  switch (repeats.kind) {
    case 'days':
      return 'FREQ=DAILY'
    case 'weeks':
      return `FREQ=WEEKLY;WKST=MO;BYDAY=${repeats.weekdays.map(codeOf).join(',')}`
    case 'month-date':
      return `FREQ=MONTHLY;${dayOfMonth(repeats)}`
    case 'month-weekday':
      return `FREQ=MONTHLY;BYDAY=${repeats.nth}${codeOf(repeats.weekday)}`
    case 'years':
      return `FREQ=YEARLY;BYMONTH=${Number(firstDate.slice(5, 7))};BYMONTHDAY=${Number(firstDate.slice(8))}`
    default:
      return assertNever(repeats, 'way of repeating')
  }
}

/** The latest of the days 28 to `day` that a month has: each month is asked anew, so nothing drifts to the 28th. */
function dayOfMonth({ day, missing }: Extract<Repeats, { kind: 'month-date' }>): string {
  if (missing === 'skip' || day <= 28) return `BYMONTHDAY=${day}`
  const days = [28, 29, 30, 31].filter((one) => one <= day)
  return `BYMONTHDAY=${days.join(',')};BYSETPOS=-1`
}

interface Span {
  readonly from: string
  readonly until: string
  readonly every: number
  readonly most: number
}

/** A run of a year is found in one go; only a longer one is looked for further. */
const AT_FIRST = 60

/** Expanded at midnight in UTC, where no hour is skipped or repeated: only the dates are used, never the time. */
function* recur(parts: string, { from, until, every, most }: Span): Generator<string, void> {
  let given = 0
  for (const count of [Math.min(AT_FIRST, most), most]) {
    const rule = `RRULE:${parts};INTERVAL=${every};COUNT=${count};UNTIL=${midnight(until)}`
    const found = new RRuleTemporal({ rruleString: `DTSTART:${midnight(from)}\n${rule}`, cache: false }).all()
    for (const time of found.slice(given)) yield dateOf(time.toPlainDate().toString())
    given = found.length
    if (given < count) return
  }
}

const midnight = (date: string) => `${date.replaceAll('-', '')}T000000Z`

function refuseBackwards({ firstDate, repeats, ends }: DateRule): void {
  if (ends.kind === 'after' || repeats.kind === 'once' || repeats.kind === 'dates') return
  if (ends.date < firstDate)
    throw new AppError('INVALID_INPUT', `The series would end on ${fullDate(ends.date)}, before it begins on ${fullDate(firstDate)}. Nothing was saved. Choose a later end.`) // prettier-ignore
}

const neverFalls = ({ firstDate, ends }: DateRule) =>
  new AppError(
    'INVALID_INPUT',
    `None of the days chosen falls between ${fullDate(firstDate)} and ${fullDate(ends.kind === 'on' ? ends.date : LAST_DAY)}. Nothing was saved. Choose other days, or a later end.`,
  )
