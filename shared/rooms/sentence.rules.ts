import type { BuildingId } from '../ids.ts'
import type { Ends, Rule } from '../series/rule.ts'
import { addDays, weekdayOf } from '../time/civil.ts'

/** How long a run is wanted for. `every` is in weeks. */
export type Length =
  | { readonly kind: 'once' }
  | { readonly kind: 'weeks'; readonly weeks: number; readonly every: number }
  | { readonly kind: 'times'; readonly times: number; readonly every: number }
  | { readonly kind: 'until'; readonly date: string; readonly every: number }

/** "A room for 14 people on Tuesdays from 10am to midday for 10 weeks from 12 January, with a crèche beside it". */
export interface Sentence {
  readonly people: number | null
  /** 1 Monday … 7 Sunday; none is that of `date`. */
  readonly weekdays: readonly number[]
  /** Wall times. */
  readonly from: string | null
  readonly to: string | null
  readonly length: Length
  /** The first day on which it may begin; null is today. */
  readonly date: string | null
  readonly termTime: boolean
  readonly features: readonly string[]
  readonly beside: string | null
  readonly stepFree: boolean
  /** Only in this building; null is anywhere. */
  readonly buildingId: BuildingId | null
}

export const once: Length = { kind: 'once' }

/** Nothing filled in yet. */
export const emptySentence: Sentence = {
  people: null,
  weekdays: [],
  from: null,
  to: null,
  length: once,
  date: null,
  termTime: false,
  features: [],
  beside: null,
  stepFree: false,
  buildingId: null,
}

/** How long a run is where nobody has said. */
export const USUAL_WEEKS = 10
/** The most dates that one rule keeps. */
const MOST_SESSIONS = 400

/** The first day of the sentence: its date, or the first of its weekdays after it. */
export function firstDayOf({ date, weekdays }: Pick<Sentence, 'date' | 'weekdays'>, today: string): string {
  const from = date ?? today
  if (weekdays.length === 0) return from
  const ahead = weekdays.map((day) => (day - weekdayOf(from) + 7) % 7)
  return addDays(from, Math.min(...ahead))
}

/** The rule that the sentence asks for; null until it says from when to when. */
export function ruleOfSentence(sentence: Sentence, today: string): Rule | null {
  const { from, to, length } = sentence
  if (from === null || to === null || to <= from) return null
  const firstDate = firstDayOf(sentence, today)
  const time = { firstDate, startTime: from, endTime: to }
  // One date is what was asked for, holiday or not: what is closed then is said of each room.
  if (length.kind === 'once')
    return { ...time, repeats: { kind: 'once' }, ends: { kind: 'after', sessions: 1 }, school: 'any', skipBankHolidays: false, skipClosures: false } // prettier-ignore
  const weekdays = sentence.weekdays.length > 0 ? [...sentence.weekdays].toSorted() : [weekdayOf(firstDate)]
  return {
    ...time,
    repeats: { kind: 'weeks', every: length.every, weekdays },
    ends: endsOf(length, weekdays.length),
    school: sentence.termTime ? 'term' : 'any',
    skipBankHolidays: true,
    skipClosures: true,
  }
}

/** Weeks are as many as are delivered: a bank holiday moves the end on. */
function endsOf(length: Exclude<Length, { kind: 'once' }>, days: number): Ends {
  if (length.kind === 'until') return { kind: 'on', date: length.date }
  const sessions = length.kind === 'times' ? length.times : Math.ceil(length.weeks / length.every) * days
  return { kind: 'after', sessions: Math.max(1, Math.min(sessions, MOST_SESSIONS)) }
}
