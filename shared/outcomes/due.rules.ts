import { ageOn, dateOf, daysBetween } from '../time/civil.ts'
import { countsBy, isKnown, withTotals, type Point } from './change-points.rules.ts'
import { isCounted, matchingOf, type Matching } from './change.rules.ts'
import type { MeasureOverTime } from './editions.rules.ts'
import type { Measure, TimePoint } from './outcomes.contract.ts'
import { TOTAL_ITEM } from './readings.rules.ts'

/** After measures are collected from two sessions before the end: a last one may be missed, and so may the one before. */
export const SESSIONS_BEFORE_END = 2
/** How long after the last session they are still asked for, in days. */
export const STILL_COLLECTING_DAYS = 28
/** Who came to none of the last so many sessions is not counted on to come to the next. */
export const LATELY_SESSIONS = 3

export const dueStates = ['not-yet', 'collecting', 'overdue', 'over'] as const
export type DueState = (typeof dueStates)[number]

export interface DueSession {
  /** Local date-times. */
  readonly startsAt: string
  readonly endsAt: string
  readonly complete: boolean
}

/**
 * Whether after measures are collected in a group: from when all but two of its sessions are done (their end is past, or
 * their register complete), though never before its first day; overdue from the day after the last session, and over
 * after four weeks. `now` is a local date-time. Sessions in order, without those that did not run.
 */
export function dueState(sessions: readonly DueSession[], now: string): { readonly state: DueState; readonly left: number } {
  const [first, last] = [sessions[0], sessions.at(-1)]
  const today = dateOf(now)
  const left = sessions.filter((one) => one.endsAt > now && !one.complete).length
  if (first === undefined || last === undefined || dateOf(first.startsAt) > today) return { state: 'not-yet', left }
  const since = daysBetween(dateOf(last.startsAt), today)
  if (since > STILL_COLLECTING_DAYS) return { state: 'over', left: 0 }
  if (since > 0) return { state: 'overdue', left: 0 }
  return { state: left <= SESSIONS_BEFORE_END ? 'collecting' : 'not-yet', left }
} // prettier-ignore

/** A reading, or why there is none. */
export interface DuePoint extends Point {
  readonly notDoneReason: string | null
}

/** What a group is asked for, and what is there. Ids are text of any kind. */
export interface DueRows {
  readonly measures: readonly MeasureOverTime[]
  readonly asked: readonly { readonly measureId: string; readonly timePoints: readonly TimePoint[] }[]
  /** Everybody who was ever enrolled, but for volunteers. */
  readonly people: readonly {
    readonly personId: string
    readonly dateOfBirth: string | null
    /** Enrolled today or completed: who left early owes nothing. */
    readonly belongs: boolean
    /** Enrolled today, and came to one of the last sessions, if any of them has its register. */
    readonly stillComes: boolean
  }[]
  readonly readings: readonly DuePoint[]
}

/** A form that is still to be collected. */
export interface DueForm {
  readonly personId: string
  readonly measureId: string
  readonly timePoint: 'before' | 'after'
}

export interface Due {
  readonly forms: readonly DueForm[]
  /** Different people, of everybody who was ever enrolled. */
  readonly withBefore: ReadonlySet<string>
  readonly withAfter: ReadonlySet<string>
  readonly matched: ReadonlySet<string>
  /** Matched, or to be expected: they have a before, their after is still to be collected, and they still come. */
  readonly predicted: ReadonlySet<string>
}

/**
 * What a group has and what it lacks. A **before** is lacking where it is asked for and there is neither a number that
 * counts nor a reason why not. An **after** is owed by who has a before: each of its items needs a number or a reason,
 * or the total of them all does, where that is what counts.
 * Who has no before cannot be matched any more, so that nobody runs after them for an after. Somebody outside the ages
 * of a measure is not asked for it; whose birth is not known, is.
 */
export function dueOf(rows: DueRows, today: string): Due {
  const matchings = rows.measures.map((measure) => [measure, matchingOf(measure, rows.readings)] as const)
  const byPerson = Map.groupBy(rows.readings, (one) => one.personId)
  const forms = rows.people
    .filter((person) => person.belongs)
    .flatMap((person) => {
      const own = byPerson.get(person.personId) ?? []
      return rows.measures.flatMap((measure) => formsOf(measure, person, own, rows.asked, today))
    })
  const owes = new Set(forms.filter((form) => form.timePoint === 'after').map((form) => form.personId))
  const matched = new Set(matchings.flatMap(([, found]) => found.pairs.map((pair) => pair.before.personId)))
  const withBefore = new Set([...matched, ...matchings.flatMap(([, found]) => befores(found))])
  const still = rows.people.filter(({ personId, stillComes }) => stillComes && owes.has(personId))
  return {
    forms,
    withBefore,
    withAfter: new Set([...matched, ...matchings.flatMap(([, found]) => afters(found))]),
    matched,
    predicted: new Set([...matched, ...still.map((person) => person.personId)]),
  }
}

const befores = ({ beforeOnly, otherEdition }: Matching) =>
  [...beforeOnly, ...otherEdition.map((one) => one.before)].map((one) => one.personId)
const afters = ({ afterOnly, otherEdition }: Matching) =>
  [...afterOnly, ...otherEdition.map((one) => one.after)].map((one) => one.personId)

/** What one person lacks of one measure, among all the readings of that person. */
function formsOf(
  measure: MeasureOverTime,
  { personId, dateOfBirth }: DueRows['people'][number],
  readings: readonly DuePoint[],
  asked: DueRows['asked'],
  today: string,
): DueForm[] {
  const points = asked.find((one) => one.measureId === measure.id)?.timePoints ?? []
  if (points.length === 0 || !isOfAge(measure, dateOfBirth, today)) return []
  const own = readings.filter((one) => one.measureId === measure.id)
  const lacks = (timePoint: 'before' | 'after') => [{ personId, measureId: measure.id, timePoint }]
  const before = settled(measure, own, 'before')
  if (before.numbers.size === 0)
    return points.includes('before') && before.reasons.size === 0 ? lacks('before') : []
  const after = settled(measure, own, 'after')
  const owed = [...before.numbers].filter((item) => !after.known.has(item) && !after.reasons.has(item))
  return points.includes('after') && owed.length > 0 && !after.whole ? lacks('after') : []
}

function isOfAge({ details: { ages } }: Measure, dateOfBirth: string | null, today: string): boolean {
  if (ages === null) return true
  const age = ageOn(dateOfBirth, today)
  return age === null || (ages.from <= age && age <= ages.to)
}

/** The items that have a number which counts, and those of which it is said why there is none. A sum is made of its parts. */
function settled(measure: MeasureOverTime, own: readonly DuePoint[], timePoint: 'before' | 'after') {
  const then = own.filter((one) => one.timePoint === timePoint)
  const parts = then.some((one) => one.item !== TOTAL_ITEM)
  const known = then.filter(isKnown).filter((one) => countsBy(measure.details, one.completedBy))
  return {
    numbers: new Set(known.map((one) => one.item).filter((item) => item !== TOTAL_ITEM || !parts)),
    /** The totals that the parts come to among them: who has those has the total. */
    known: new Set(withTotals(measure, known).map((one) => one.item)),
    /** Of a measure whose total counts: somebody typed it, or said of all of it why there is none. */
    whole: isCounted(measure, TOTAL_ITEM) && [...known, ...then.filter((one) => one.notDoneReason !== null)].some((one) => one.item === TOTAL_ITEM), // prettier-ignore
    reasons: new Set(then.filter((one) => one.notDoneReason !== null).map((one) => one.item)),
  }
}

/** A share of people in whole per cent; null of nobody. */
export const rateOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 100)
