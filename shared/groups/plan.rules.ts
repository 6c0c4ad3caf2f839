import { AppError } from '../errors.ts'
import type { RoomId } from '../ids.ts'
import { count } from '../text.ts'
import { addDays, at, dateOf, weekdayOf } from '../time/civil.ts'
import { clockTime, fullDate, weekdayName } from '../time/format.ts'
import { overlaps } from '../time/interval.ts'
import { wallTimeExists } from '../time/wall-time.ts'
import { bankHolidayOn, bankHolidayProblem, schoolDay, type Calendar } from './calendar.rules.ts'
import type { PlanEdit, PlanRow } from './groups.contract.ts'

/** The part of a plan that decides its dates. */
export interface DateRule {
  readonly roomId: RoomId
  readonly firstDate: string
  readonly weekday: number
  readonly startTime: string
  readonly endTime: string
  readonly everyWeeks: number
  readonly sessions: number
  readonly termTimeOnly: boolean
  readonly skipBankHolidays: boolean
  readonly edits: readonly PlanEdit[]
}

/** A row of a plan before anybody has looked whether its room is free. */
export type PlanDate = Omit<PlanRow, 'clashes' | 'otherRooms'>

/** The dates of a plan in the order of time, and what could not be checked, in words. */
export interface PlanDates {
  readonly rows: readonly PlanDate[]
  readonly warnings: readonly string[]
}

export const SKIPPED_BY_HAND = 'Left out by hand'
/** 60 sessions, and 200 dates left out between them: a rule that needs more than this never ends. */
export const MOST_DATES = 260

/** The first day on the rule's weekday that is not before its first date. */
export const firstOnWeekday = (firstDate: string, weekday: number): string =>
  addDays(firstDate, (weekday - weekdayOf(firstDate) + 7) % 7)

/**
 * Every date the rule gives until enough sessions are kept: the count is of sessions delivered, so a date left out
 * moves the end. Rows keep the rule's date as their name even when moved. Refuses (INVALID_INPUT) a rule that
 * finds no end, a session that ends before it starts, a time the clocks skip, and two sessions at one time.
 */
export function planDates(rule: DateRule, calendar: Calendar): PlanDates {
  const edits = new Map(rule.edits.map((edit) => [edit.date, edit]))
  const first = firstOnWeekday(rule.firstDate, rule.weekday)
  const drafts: Draft[] = []
  let kept = 0
  for (let n = 0; kept < rule.sessions; n++) {
    if (n === MOST_DATES) throw neverEnds(rule, kept)
    const date = addDays(first, n * 7 * rule.everyWeeks)
    const draft = draftOn(rule, calendar, date, edits.get(date))
    drafts.push(draft)
    if (draft.state === 'keep') kept++
  }
  const rows = numbered(drafts)
  refuseOverlaps(rows)
  return { rows, warnings: warningsOf(rule, calendar, drafts) }
}

type Draft = Omit<PlanDate, 'number'>

function draftOn(rule: DateRule, calendar: Calendar, date: string, edit: PlanEdit | undefined): Draft {
  const day = edit?.newDate ?? date
  const startsAt = at(day, edit?.startTime ?? rule.startTime)
  const endsAt = at(day, edit?.endTime ?? rule.endTime)
  refuseImpossible(startsAt, endsAt)
  const holiday = holidayOn(calendar, day)
  const place = { date, startsAt, endsAt, roomId: edit?.roomId ?? rule.roomId, edited: isEdit(rule, edit) }
  if (edit?.choice === 'skip') return { ...place, state: 'skip', reason: SKIPPED_BY_HAND }
  const left = edit?.choice !== 'run' && isLeftOut(rule, calendar, day)
  return { ...place, state: left ? 'skip' : 'keep', reason: holiday }
}

/** The holiday on a date in words, whether or not the rule leaves it out; null on an ordinary day. */
function holidayOn(calendar: Calendar, date: string): string | null {
  const school = schoolDay(calendar, date)
  return bankHolidayOn(calendar, date) ?? (school.kind === 'holiday' ? school.name : null)
}

const isLeftOut = (rule: DateRule, calendar: Calendar, date: string) =>
  (rule.skipBankHolidays && bankHolidayOn(calendar, date) !== null) ||
  (rule.termTimeOnly && schoolDay(calendar, date).kind === 'holiday')

/** Whether an edit changes anything of what the rule gives. */
function isEdit(rule: DateRule, edit: PlanEdit | undefined): boolean {
  if (edit === undefined) return false
  const differs = (value: unknown, usual: unknown) => (value ?? usual) !== usual
  return (
    (edit.choice ?? null) !== null ||
    differs(edit.newDate, edit.date) ||
    differs(edit.startTime, rule.startTime) ||
    differs(edit.endTime, rule.endTime) ||
    differs(edit.roomId, rule.roomId)
  )
}

function numbered(drafts: readonly Draft[]): PlanDate[] {
  let number = 0
  return drafts
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
    .map((draft) => ({ ...draft, number: draft.state === 'keep' ? ++number : null }))
}

/** A group cannot meet twice at once, in one room or in two. */
function refuseOverlaps(rows: readonly PlanDate[]): void {
  const kept = rows.filter((row) => row.state === 'keep')
  for (const [index, row] of kept.entries()) {
    const next = kept[index + 1]
    if (
      next &&
      overlaps({ start: row.startsAt, end: row.endsAt }, { start: next.startsAt, end: next.endsAt })
    )
      throw new AppError(
        'INVALID_INPUT',
        `Two sessions of this group would be at the same time on ${fullDate(row.startsAt)}. Nothing was saved. Choose another date or time for one of them.`,
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

const neverEnds = (rule: DateRule, kept: number) =>
  new AppError(
    'INVALID_INPUT',
    `Only ${kept} of ${count(rule.sessions, 'session')} can be placed: ${MOST_DATES} ${weekdayName(rule.weekday)}s were tried and the others are left out. Nothing was saved. Ask for fewer sessions, or run on some of the days left out.`,
  )

/** Each problem once, with how many dates it touches; only for what the rule asks to be left out. */
function warningsOf(rule: DateRule, calendar: Calendar, drafts: readonly Draft[]): string[] {
  const kept = drafts.filter((draft) => draft.state === 'keep').map((draft) => dateOf(draft.startsAt))
  const terms = rule.termTimeOnly ? tally(kept, (date) => termProblem(calendar, date)) : []
  const holidays = rule.skipBankHolidays ? tally(kept, (date) => bankHolidayProblem(calendar, date)) : []
  return [
    ...terms.map(([problem, n]) => `${problem}. ${dates(n)} could not be checked against school holidays.`),
    ...holidays.map(([problem, n]) => `${problem}. ${dates(n)} could not be checked against bank holidays.`),
    ...unusedWarning(rule, drafts),
  ]
}

const dates = (n: number) => count(n, 'date')

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

function unusedWarning(rule: DateRule, drafts: readonly Draft[]): string[] {
  const given = new Set(drafts.map((draft) => draft.date))
  const unused = rule.edits.filter((edit) => !given.has(edit.date)).length
  if (unused === 0) return []
  return [
    `${count(unused, 'change')} made by hand ${unused === 1 ? 'is' : 'are'} to dates that are no longer in the plan.`,
  ]
}
