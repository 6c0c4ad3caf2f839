import type { Rule } from '../../shared/series/rule.ts'

/** Ten Mondays from 20 April 2026, 10am to midday, over every holiday, unless said otherwise. */
export const aRule = (change: Partial<Rule> = {}): Rule => ({
  firstDate: '2026-04-20',
  startTime: '10:00',
  endTime: '12:00',
  repeats: { kind: 'weeks', every: 1, weekdays: [1] },
  ends: { kind: 'after', sessions: 10 },
  school: 'any',
  skipBankHolidays: false,
  skipClosures: true,
  ...change,
})

/** Ends on this date, itself included. */
export const on = (date: string): Rule['ends'] => ({ kind: 'on', date })
/** Ends when so many have been delivered. */
export const after = (sessions: number): Rule['ends'] => ({ kind: 'after', sessions })
/** Every week, or every so many, on these weekdays: 1 Monday … 7 Sunday. */
export const weeks = (weekdays: number[], every = 1): Rule['repeats'] => ({ kind: 'weeks', every, weekdays })

/** The first so many of what may go on for long. */
export function take(most: number, dates: Iterable<string>): string[] {
  const taken: string[] = []
  for (const date of dates) if (taken.push(date) === most) break
  return taken
}
