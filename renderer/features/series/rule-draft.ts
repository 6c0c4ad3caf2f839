import type { Ends, Repeats, Rule } from '../../../shared/series/rule.ts'
import { addMinutes, weekdayOf } from '../../../shared/time/civil.ts'

type ByWeekday = Extract<Repeats, { kind: 'month-weekday' }>
export type Nth = ByWeekday['nth']
export type How = Repeats['kind']

/** What has been answered of a rule so far. null: not yet, or as the first date has it. */
export interface RuleDraft {
  readonly firstDate: string | null
  readonly startTime: string | null
  readonly endTime: string | null
  readonly how: How
  /** Every so many days, weeks or months. */
  readonly every: number | null
  readonly weekdays: readonly number[] | null
  readonly day: number | null
  readonly missing: 'skip' | 'last-day'
  readonly nth: Nth | null
  /** Picked by hand. */
  readonly dates: readonly string[]
  readonly endsBy: Ends['kind']
  readonly sessions: number | null
  readonly lastDate: string | null
  readonly school: Rule['school']
  readonly skipBankHolidays: boolean
  readonly skipClosures: boolean
}

/** Every week, as a new form begins. */
export const emptyRule: RuleDraft = {
  firstDate: null,
  startTime: null,
  endTime: null,
  how: 'weeks',
  every: 1,
  weekdays: null,
  day: null,
  missing: 'skip',
  nth: null,
  dates: [],
  endsBy: 'after',
  sessions: 10,
  lastDate: null,
  school: 'any',
  skipBankHolidays: true,
  skipClosures: true,
}

/** Dates picked by hand, and a single one, end by themselves, and are meant as they are. */
export const endsByItself = ({ how }: Pick<RuleDraft, 'how'>): boolean => how === 'dates' || how === 'once'

/** The first date: of those picked by hand, the earliest. */
export const firstDateIn = ({ how, dates, firstDate }: RuleDraft): string | null =>
  how === 'dates' ? (dates.toSorted()[0] ?? null) : firstDate

/** The weekdays it meets on: that of its first date until others are chosen. */
export const weekdaysIn = ({ weekdays, firstDate }: RuleDraft): readonly number[] =>
  weekdays ?? (firstDate === null ? [] : [weekdayOf(firstDate)])

/** The day of the month it meets on. */
export const dayIn = ({ day, firstDate }: RuleDraft): number | null =>
  day ?? (firstDate === null ? null : Number(firstDate.slice(8)))

/** Which of its weekday in the month it meets on. */
export const nthIn = ({ nth, firstDate }: RuleDraft): Nth => {
  if (nth !== null || firstDate === null) return nth ?? 1
  const counted = ([1, 2, 3, 4, 5] as const)[Math.ceil(Number(firstDate.slice(8)) / 7) - 1]
  return counted ?? 1
}

/** The rule, once everything is answered; null before. */
export function ruleFrom(draft: RuleDraft): Rule | null {
  const firstDate = firstDateIn(draft)
  const { startTime, endTime, school, skipBankHolidays, skipClosures } = draft
  const [repeats, ends] = [repeatsOf(draft), endsOf(draft)]
  if (firstDate === null || startTime === null || endTime === null || endTime <= startTime) return null
  if (repeats === null || ends === null) return null
  const times = { firstDate, startTime, endTime, repeats, ends, skipClosures }
  if (endsByItself(draft)) return { ...times, school: 'any', skipBankHolidays: false }
  return { ...times, school, skipBankHolidays }
}

function repeatsOf(draft: RuleDraft): Repeats | null {
  const { how, every, missing, dates } = draft
  if (how === 'once' || how === 'years') return { kind: how }
  if (how === 'dates') return dates.length === 0 ? null : { kind: 'dates', dates: dates.toSorted() }
  if (every === null || every < 1) return null
  return { days: () => ({ kind: 'days', every }) as const, weeks: () => weeksOf(draft, every), 'month-date': () => monthDateOf(draft, every, missing), 'month-weekday': () => monthWeekdayOf(draft, every) }[how]() // prettier-ignore
}

function weeksOf(draft: RuleDraft, every: number): Repeats | null {
  const weekdays = weekdaysIn(draft).toSorted()
  return weekdays.length === 0 ? null : { kind: 'weeks', every, weekdays }
}

function monthDateOf(draft: RuleDraft, every: number, missing: RuleDraft['missing']): Repeats | null {
  const day = dayIn(draft)
  return day === null ? null : { kind: 'month-date', every, day, missing }
}

function monthWeekdayOf(draft: RuleDraft, every: number): Repeats | null {
  const [weekday] = weekdaysIn(draft)
  return weekday === undefined ? null : { kind: 'month-weekday', every, weekday, nth: nthIn(draft) }
}

function endsOf(draft: RuleDraft): Ends | null {
  const { endsBy, sessions, lastDate } = draft
  if (endsByItself(draft)) return { kind: 'after', sessions: Math.max(1, draft.dates.length) }
  if (endsBy === 'on') return lastDate === null ? null : { kind: 'on', date: lastDate }
  return sessions === null ? null : { kind: 'after', sessions }
}

/** What a form shows of a rule that stands. */
export function draftOf(rule: Rule): RuleDraft {
  const { firstDate, startTime, endTime, repeats, ends, school, skipBankHolidays, skipClosures } = rule
  return {
    ...emptyRule,
    firstDate,
    startTime,
    endTime,
    how: repeats.kind,
    ...('every' in repeats && { every: repeats.every }),
    ...(repeats.kind === 'weeks' && { weekdays: repeats.weekdays }),
    ...(repeats.kind === 'month-date' && { day: repeats.day, missing: repeats.missing }),
    ...(repeats.kind === 'month-weekday' && { weekdays: [repeats.weekday], nth: repeats.nth }),
    ...(repeats.kind === 'dates' && { dates: repeats.dates }),
    ...(ends.kind === 'on' ? { endsBy: 'on', lastDate: ends.date } : { sessions: ends.sessions }),
    school,
    skipBankHolidays,
    skipClosures,
  }
}

/** What is still to be answered of a rule, by field. */
export function missingInRule(draft: RuleDraft): { field: string; message: string }[] {
  const { how, startTime, endTime, endsBy } = draft
  const answers: readonly (readonly [field: string, there: boolean, message: string])[] = [
    ['firstDate', how === 'dates' || draft.firstDate !== null, 'Enter the first date, such as 12/1/27.'],
    ['dates', how !== 'dates' || draft.dates.length > 0, 'Pick at least one date.'],
    ['startTime', startTime !== null, 'Enter when it starts, such as 10am.'],
    ['endTime', endTime !== null, 'Enter when it ends, such as midday.'],
    ['endTime', !(startTime && endTime && endTime <= startTime), 'The end must be later than the start.'],
    ['every', endsByItself(draft) || how === 'years' || (draft.every ?? 0) > 0, 'Enter how often, such as 2.'],
    ['weekdays', how !== 'weeks' || draft.weekdays === null || draft.weekdays.length > 0, 'Choose at least one day of the week.'],
    ['sessions', endsByItself(draft) || endsBy === 'on' || draft.sessions !== null, 'Enter how many sessions there are to be.'],
    ['lastDate', endsByItself(draft) || endsBy === 'after' || draft.lastDate !== null, 'Enter the last date.'],
  ] // prettier-ignore
  return answers.filter(([, there]) => !there).map(([field, , message]) => ({ field, message }))
}

/** The end follows the start by so many minutes until another is typed. */
export function starting(startTime: string | null, draft: RuleDraft, minutes: number): Partial<RuleDraft> {
  if (startTime === null || draft.endTime !== null) return { startTime }
  return { startTime, endTime: laterBy(startTime, minutes) }
}

/** A wall time so many minutes later on the same day; null past midnight. */
export function laterBy(time: string, minutes: number): string | null {
  const end = addMinutes(`2000-01-01T${time}`, minutes)
  return end.startsWith('2000-01-01') ? end.slice(11) : null
}
