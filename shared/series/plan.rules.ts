import { AppError } from '../errors.ts'
import { bankHolidayOn, bankHolidayProblem, schoolDay, type Calendar } from '../groups/calendar.rules.ts'
import type { RoomId } from '../ids.ts'
import { count } from '../text.ts'
import { at, dateOf } from '../time/civil.ts'
import { clockTime, fullDate } from '../time/format.ts'
import { overlaps } from '../time/interval.ts'
import { wallTimeExists } from '../time/wall-time.ts'
import { datesOf, MOST_CANDIDATES } from './expand.rules.ts'
import type { Rule } from './rule.ts'
import type { DateEdit, RunRow } from './series.contract.ts'

/** A date of a run before anybody has looked whether its room is free. */
export type PlannedDate = Omit<RunRow, 'roomId' | 'obstacles' | 'otherRooms'> & {
  /** The room chosen for this date alone; null for that of the run. */
  readonly ownRoomId: RoomId | null
}

/** The dates of a run in the order of time, and what could not be checked, in words. */
export interface PlannedDates {
  readonly rows: readonly PlannedDate[]
  readonly warnings: readonly string[]
}

/** Why a place is closed at a time, in words; null when it is not. `ownRoomId` as in PlannedDate. */
export type ClosedOn = (time: Pick<RunRow, 'startsAt' | 'endsAt'>, ownRoomId: RoomId | null) => string | null

export const SKIPPED_BY_HAND = 'Left out by hand'
export const IN_TERM = 'In term time'
/** A run of more is a mistake in its end, or several runs. */
export const MOST_SESSIONS = 400

/**
 * Every date the rule gives, to its last day or until enough are kept: the count is of sessions delivered, so a date
 * left out moves the end. Rows keep the rule's date as their name even when moved. Refuses (INVALID_INPUT) a rule that
 * names no date or finds no end, a session that ends before it starts, a time the clocks skip, and two at one time.
 */
export function planDates(
  rule: Rule,
  edits: readonly DateEdit[],
  calendar: Calendar,
  closed: ClosedOn = () => null,
): PlannedDates {
  const byDate = new Map(edits.map((edit) => [edit.date, edit]))
  const most = rule.ends.kind === 'after' && endsByCount(rule) ? rule.ends.sessions : MOST_SESSIONS
  const drafts: Draft[] = []
  let kept = 0
  for (const date of datesOf(rule)) {
    const draft = draftOn({ rule, calendar, closed }, date, byDate.get(date))
    drafts.push(draft)
    if (draft.state === 'keep') kept++
    if (kept > MOST_SESSIONS) throw tooMany()
    if (kept === most && endsByCount(rule)) break
  }
  refuseUnending(rule, kept, drafts.length)
  const rows = numbered(drafts)
  refuseOverlaps(rows)
  return { rows, warnings: warningsOf(rule, calendar, drafts, edits) }
}

/** Refuses (INVALID_INPUT) a run of which every date is left out. */
export function refuseNothing(rows: readonly Pick<RunRow, 'state'>[]): void {
  if (rows.some((row) => row.state === 'keep')) return
  throw new AppError(
    'INVALID_INPUT',
    `Every one of ${count(rows.length, 'date')} is left out, so nothing was saved. Choose other dates, or hold some of those left out.`,
  )
}

interface About {
  readonly rule: Rule
  readonly calendar: Calendar
  readonly closed: ClosedOn
}
type Draft = Omit<PlannedDate, 'number'>
type Skip = Pick<Draft, 'reason' | 'kind'>

function draftOn(about: About, date: string, edit: DateEdit | undefined): Draft {
  const { rule, calendar } = about
  const day = edit?.newDate ?? date
  const startsAt = at(day, edit?.startTime ?? rule.startTime)
  const endsAt = at(day, edit?.endTime ?? rule.endTime)
  refuseImpossible(startsAt, endsAt)
  const place = { date, startsAt, endsAt, ownRoomId: edit?.roomId ?? null, edited: isEdit(rule, edit) }
  const left = edit?.choice === 'skip' ? skippedByHand(edit) : leftOut(about, place, edit)
  if (left !== null) return { ...place, state: 'skip', ...left }
  return { ...place, state: 'keep', reason: holidayOn(calendar, day), kind: null }
}

const skippedByHand = ({ because }: DateEdit): Skip => because ?? { kind: 'by-hand', reason: SKIPPED_BY_HAND }

/** Why the rule leaves a date out; null when it does not, or somebody said that it runs all the same. */
function leftOut(
  { rule, calendar, closed }: About,
  place: Pick<Draft, 'startsAt' | 'endsAt' | 'ownRoomId'>,
  edit: DateEdit | undefined,
): Skip | null {
  if (edit?.choice === 'run') return null
  const holiday = holidayLeftOut(rule, calendar, dateOf(place.startsAt))
  if (holiday !== null) return holiday
  const closure = rule.skipClosures ? closed(place, place.ownRoomId) : null
  return closure === null ? null : { kind: 'closure', reason: closure }
}

/** The holiday, or the term, for which the rule leaves a date out; null when it does not. */
export function holidayLeftOut(
  rule: Pick<Rule, 'school' | 'skipBankHolidays'>,
  calendar: Calendar,
  day: string,
): Skip | null {
  const bankHoliday = bankHolidayOn(calendar, day)
  if (rule.skipBankHolidays && bankHoliday !== null) return { kind: 'bank-holiday', reason: bankHoliday }
  const school = schoolDay(calendar, day)
  if (rule.school === 'term' && school.kind === 'holiday')
    return { kind: 'holiday', reason: bankHoliday ?? school.name }
  if (rule.school === 'holidays' && school.kind === 'term') return { kind: 'holiday', reason: IN_TERM }
  return null
}

/** The holiday on a date in words, whether or not the rule leaves it out; null on an ordinary day. */
function holidayOn(calendar: Calendar, date: string): string | null {
  const school = schoolDay(calendar, date)
  return bankHolidayOn(calendar, date) ?? (school.kind === 'holiday' ? school.name : null)
}

/** Whether an edit changes anything of what the rule gives. */
function isEdit(rule: Rule, edit: DateEdit | undefined): boolean {
  if (edit === undefined) return false
  const differs = (value: unknown, usual: unknown) => (value ?? usual) !== usual
  return (
    (edit.choice ?? null) !== null ||
    differs(edit.newDate, edit.date) ||
    differs(edit.startTime, rule.startTime) ||
    differs(edit.endTime, rule.endTime) ||
    differs(edit.roomId, null)
  )
}

function numbered(drafts: readonly Draft[]): PlannedDate[] {
  let number = 0
  return drafts
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
    .map((draft) => ({ ...draft, number: draft.state === 'keep' ? ++number : null }))
}

/** A run cannot meet twice at once, in one room or in two. */
function refuseOverlaps(rows: readonly PlannedDate[]): void {
  const kept = rows.filter((row) => row.state === 'keep')
  for (const [index, row] of kept.entries()) {
    const next = kept[index + 1]
    if (
      next &&
      overlaps({ start: row.startsAt, end: row.endsAt }, { start: next.startsAt, end: next.endsAt })
    )
      throw new AppError(
        'INVALID_INPUT',
        `Two dates of this series would be at the same time on ${fullDate(row.startsAt)}. Nothing was saved. Choose another date or time for one of them.`,
        { dates: [row.date, next.date] },
      )
  }
}

/** Refuses (INVALID_INPUT) a session that ends before it starts, or at a time that the clocks skip. */
export function refuseImpossible(startsAt: string, endsAt: string): void {
  if (endsAt <= startsAt)
    throw new AppError(
      'INVALID_INPUT',
      `On ${fullDate(startsAt)} the session would end at ${clockTime(endsAt)}, before it starts at ${clockTime(startsAt)}. Nothing was saved. Choose a later end.`,
    )
  for (const time of [startsAt, endsAt])
    if (!wallTimeExists(time))
      throw new AppError(
        'INVALID_INPUT',
        `There is no ${clockTime(time)} on ${fullDate(time)}: the clocks go forward from 1am to 2am. Nothing was saved. Choose another time.`,
      )
}

/** Dates picked by hand, and a single one, end by themselves. */
const endsByCount = ({ repeats, ends }: Rule) =>
  ends.kind === 'after' && repeats.kind !== 'once' && repeats.kind !== 'dates'

function refuseUnending(rule: Rule, kept: number, tried: number): void {
  if (rule.ends.kind === 'on' && tried >= MOST_CANDIDATES) throw tooMany()
  if (rule.ends.kind !== 'after' || !endsByCount(rule) || kept >= rule.ends.sessions) return
  throw new AppError(
    'INVALID_INPUT',
    `Only ${kept} of ${count(rule.ends.sessions, 'session')} can be placed: ${count(tried, 'date')} were tried and the others are left out. Nothing was saved. Ask for fewer sessions, or run on some of the days left out.`,
  )
}

const tooMany = () =>
  new AppError('INVALID_INPUT', `This would be more than ${MOST_SESSIONS} dates. Nothing was saved. Choose an earlier end, or fewer days.`) // prettier-ignore

/** Each problem once, with how many dates it touches; only for what the rule asks to be left out. */
function warningsOf(
  rule: Rule,
  calendar: Calendar,
  drafts: readonly Draft[],
  edits: readonly DateEdit[],
): string[] {
  const kept = drafts.filter((draft) => draft.state === 'keep').map((draft) => dateOf(draft.startsAt))
  const terms = rule.school === 'any' ? [] : tally(kept, (date) => termProblem(calendar, date))
  const unchecked = rule.skipBankHolidays
    ? kept.filter((date) => bankHolidayProblem(calendar, date) !== null)
    : []
  return [
    ...terms.map(([problem, n]) => `${problem}. ${dates(n)} could not be checked against school holidays.`),
    ...bankHolidayWarning(unchecked),
    ...unusedWarning(edits, drafts),
  ]
}

const dates = (n: number) => count(n, 'date')

/** One sentence for all the years of which nothing is known: a yearly run would have one for each. */
function bankHolidayWarning(unchecked: readonly string[]): string[] {
  const years = [...new Set(unchecked.map((date) => Number(date.slice(0, 4))))].toSorted((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return []
  const unbroken = last - first === years.length - 1
  const words = years.length > 1 && unbroken ? `${first} to ${last}` : years.join(', ')
  return [
    `No bank holidays are set for ${words}. ${dates(unchecked.length)} could not be checked against bank holidays.`,
  ]
}

function termProblem(calendar: Calendar, date: string): string | null {
  const day = schoolDay(calendar, date)
  return day.kind === 'unknown' ? day.problem : null
}

function tally(kept: readonly string[], problemOf: (date: string) => string | null): [string, number][] {
  const counts = new Map<string, number>()
  for (const date of kept) {
    const problem = problemOf(date)
    if (problem !== null) counts.set(problem, (counts.get(problem) ?? 0) + 1)
  }
  return [...counts]
}

function unusedWarning(edits: readonly DateEdit[], drafts: readonly Draft[]): string[] {
  const given = new Set(drafts.map((draft) => draft.date))
  const unused = edits.filter((edit) => !given.has(edit.date)).length
  if (unused === 0) return []
  return [
    `${count(unused, 'change')} made by hand ${unused === 1 ? 'is' : 'are'} to dates that are no longer in the plan.`,
  ]
}
