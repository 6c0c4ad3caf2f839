import { count } from '../text.ts'
import { daysBetween } from '../time/civil.ts'
import { countsBy, directionOf, formOf, isKnown, stageIn, type ChangeMeasure, type Known, type Point } from './change-points.rules.ts' // prettier-ignore
import { pairsOf, type Pair } from './change.rules.ts'
import { asOf, type MeasureOverTime } from './editions.rules.ts'
import type { Measure } from './outcomes.contract.ts'
import { itemShape, TOTAL_ITEM } from './readings.rules.ts'

/** What a reading is worth a second look for. Nothing here says that somebody did something wrong. */
export const flagKinds = ['after-first', 'same-day', 'jump', 'straight-line', 'drift'] as const
export type FlagKind = (typeof flagKinds)[number]

export const flagLabels: Readonly<Record<FlagKind, string>> = {
  'after-first': 'After is dated before the before',
  'same-day': 'Before and after on one day',
  jump: 'From one end to the other in a short time',
  'straight-line': 'Every area the same number',
  drift: 'Numbers unlike those of colleagues',
}

/** What to look at, in a sentence that accuses nobody. */
export const flagAdvice: Readonly<Record<FlagKind, string>> = {
  'after-first': 'Look at the two days: one of them may have been typed wrongly. The pair counts as it stands.',
  'same-day': 'Look whether both were filled in on that day, or one day was typed for both. The pair counts as it stands.',
  jump: 'Look at the notes of the two readings. Big changes happen; so do slips of one key.',
  'straight-line': 'Look whether each area was talked about. All the same may well be right.',
  drift: 'Worth talking over in supervision: families differ between workers, and so may the reading of the scale.',
} // prettier-ignore

/** A form with fewer scales than this is often all the same by chance. */
export const STRAIGHT_PARTS = 5
/** The shortest time in which services usually review a star is four weeks: end to end within it is rare. */
export const JUMP_DAYS = 28
/** The ends of a range without stages: its lowest and highest quarter. */
export const JUMP_END = 0.25
/**
 * Of drift: how many people a worker and the colleagues must each have measured, and by how many points in a hundred
 * their shares of numbers in the better half must differ. Few people differ by chance; a star has ten numbers that go
 * together, so people are counted and not numbers.
 */
export const DRIFT_PEOPLE = 8
export const DRIFT_POINTS = 30

export interface Flag {
  readonly kind: FlagKind
  readonly measureId: string
  readonly groupId: string | null
  readonly personId: string | null
  readonly staffId: string | null
  /** The day of the reading, or of the last of them. */
  readonly on: string
  /** What was found, in words and without a name. */
  readonly what: string
}

export interface TakenPoint extends Point {
  readonly takenBy?: string | null
}

/**
 * Everything worth a second look in the readings of one measure, of any number of groups. Who has matched them already
 * gives the pairs.
 */
export function readingFlags(
  measure: MeasureOverTime,
  readings: readonly TakenPoint[],
  pairs: readonly Pair<TakenPoint>[] = pairsOf(measure, readings),
): Flag[] {
  const own = readings.filter((one) => one.measureId === measure.id && one.timePoint !== 'follow-up')
  return [...pairFlags(measure, pairs), ...straightLines(measure, own), ...drifts(measure, own)]
}

/** One flag of each kind for a person in a group, however many areas it is about. */
function pairFlags(measure: MeasureOverTime, pairs: readonly Pair<TakenPoint>[]): Flag[] {
  const found = pairs.flatMap(({ before, after }) => {
    const kind = pairFlag(measure, before, after)
    return kind === null ? [] : [{ kind, before, after }]
  })
  const once = Map.groupBy(found, ({ kind, before }) => `${kind} ${before.groupId ?? ''} ${before.personId}`)
  return [...once.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { kind, before, after } = first
    return [{ ...aboutForm(kind, after), what: pairWords(kind, same.length, daysBetween(before.takenOn, after.takenOn)) }] // prettier-ignore
  })
}

function pairFlag(
  measure: MeasureOverTime,
  before: Known,
  after: Known,
): 'after-first' | 'same-day' | 'jump' | null {
  if (after.takenOn < before.takenOn) return 'after-first'
  if (after.takenOn === before.takenOn) return 'same-day'
  const ends = [endOf(measure, before), endOf(measure, after)]
  const across = ends.includes('lowest') && ends.includes('highest')
  return across && daysBetween(before.takenOn, after.takenOn) <= JUMP_DAYS ? 'jump' : null
}

/** Which end a number is at: of its stages, else of its range; null in between. */
function endOf(now: MeasureOverTime, { item, value, edition }: Known): 'lowest' | 'highest' | null {
  const measure = asOf(now, edition)
  const stage = stageIn(measure, item, value)
  const last = measure.details.stages?.list.length ?? 0
  if (stage !== null) return stage === 1 ? 'lowest' : stage === last ? 'highest' : null
  const place = placeOf(measure, item, value)
  return place <= JUMP_END ? 'lowest' : place >= 1 - JUMP_END ? 'highest' : null
}

/** How far along its range a number lies, from 0 to 1; the total’s range is the measure’s. */
function placeOf(measure: Measure, item: number, value: number): number {
  const { minimum, maximum } = itemShape(measure, item)
  return (value - minimum) / (maximum - minimum)
}

function pairWords(kind: 'after-first' | 'same-day' | 'jump', pairs: number, days: number): string {
  const so = count(pairs, 'pair')
  if (kind === 'after-first') return `${so} with an after ${count(-days, 'day')} before the before`
  if (kind === 'same-day') return `${so} with both on one day`
  return `${so} from one end to the other within ${count(days, 'day')}`
}

const aboutForm = (kind: FlagKind, { measureId, groupId, personId, takenOn }: Point): Omit<Flag, 'what'> => ({
  kind,
  measureId,
  groupId: groupId ?? null,
  personId,
  staffId: null,
  on: takenOn,
})

function straightLines(measure: ChangeMeasure, readings: readonly TakenPoint[]): Flag[] {
  // Most measures have fewer scales: theirs need no putting together.
  if (measure.details.parts.length < STRAIGHT_PARTS) return []
  const parts = readings.filter(isKnown).filter((one) => one.item !== TOTAL_ITEM)
  return [...Map.groupBy(parts, formOf).values()].flatMap((form) => {
    const [first] = form
    if (first === undefined || form.length < STRAIGHT_PARTS) return []
    if (form.some((one) => one.value !== first.value)) return []
    return [{ ...aboutForm('straight-line', first), what: `${form.length} areas, all ${first.value}` }]
  })
}

/** A worker’s share of numbers in the better half beside that of all others, before and after each by itself. */
function drifts(measure: MeasureOverTime, readings: readonly TakenPoint[]): Flag[] {
  const taken = readings
    .filter(isKnown)
    .filter((one) => one.takenBy && countsBy(measure.details, one.completedBy) && one.timePoint !== 'during')
  const workers = [...new Set(taken.flatMap((one) => one.takenBy ?? []))]
  return (['before', 'after'] as const).flatMap((timePoint) => {
    const then = taken.filter((one) => one.timePoint === timePoint)
    return workers.flatMap((staffId) => driftOf(measure, then, staffId, timePoint) ?? [])
  })
}

function driftOf(
  measure: MeasureOverTime,
  then: readonly (Known & TakenPoint)[],
  staffId: string,
  timePoint: string,
): Flag | null {
  const theirs = then.filter((one) => one.takenBy === staffId)
  const others = then.filter((one) => one.takenBy !== staffId)
  if (peopleIn(theirs) < DRIFT_PEOPLE || peopleIn(others) < DRIFT_PEOPLE) return null
  const better = (some: readonly Known[]) => some.filter((one) => inBetterHalf(measure, one)).length
  const [own, peers] = [better(theirs), better(others)]
  const apart = (own / theirs.length - peers / others.length) * 100
  if (Math.abs(apart) < DRIFT_POINTS) return null
  const what = `Of numbers ${timePoint} ${own} of ${theirs.length} are in the better half, of colleagues’ ${peers} of ${others.length}`
  const on = theirs.reduce((last, one) => (one.takenOn > last ? one.takenOn : last), '')
  return { kind: 'drift', measureId: measure.id, groupId: null, personId: null, staffId, on, what }
}

const peopleIn = (some: readonly Point[]) => new Set(some.map((one) => one.personId)).size

function inBetterHalf(now: MeasureOverTime, { item, value, edition }: Known): boolean {
  const measure = asOf(now, edition)
  const place = placeOf(measure, item, value)
  return directionOf(measure, item) === 'higher-is-better' ? place > 0.5 : place < 0.5
}
