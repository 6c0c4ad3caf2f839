import { count } from '../text.ts'
import { countsBy, directionOf, inTime, isKnown, stageIn, withTotals, type ChangeMeasure, type Known, type Point } from './change-points.rules.ts' // prettier-ignore
import { asOf } from './editions.rules.ts'
import type { Measure, OutcomeSheet } from './outcomes.contract.ts'
import { TOTAL_ITEM } from './readings.rules.ts'

/**
 * Version of the rules of this file; printed with every figure made by them.
 *
 * - A **place** is the same person, measure and item (a goal, a part, the total or the one number) in the same group. A
 *   **pair** is a place with a number before and a number after of the same edition of the measure. Nothing else is
 *   compared: a missing number is never filled in, and never 0.
 * - Only readings by those whom the measure counts (`countsBy`) take part. During and follow-up are kept and shown, and
 *   take no part.
 * - Of several before, the earliest by its day makes the pair; of several after, the latest: on one day the first or the
 *   last round, and then as the measure names who completes it. A place makes one pair at most: of several editions with
 *   both, the latest does. What is left over is an **extra**, and is counted as such.
 * - A place without a pair has a **before only**, an **after only**, or both of **another edition** each.
 * - Where a measure adds its parts up, and all are known, their sum is the total (`withTotals`).
 * - A pair has **improved** when its number moved in the better direction of its part (else of the measure) by any amount,
 *   is **worse** when it moved the other way, and otherwise the **same**. Where the measure has stages, a pair whose
 *   numbers both lie in one has improved when it moved up a stage, however little, and is the same within a stage,
 *   however much. Steps are counted, never averaged: 3 to 4 and 8 to 9 are not known to be the same distance.
 * - Direction, parts, total and stages are those of the edition that the numbers were taken by (`asOf`); whose readings
 *   count is what the measure says now.
 * - Numbers are compared as they were entered: a conversion always rises and changes no direction.
 * - **Started high and kept**: the stage before was at least the measure's `highFrom`, and the stage after is not lower.
 *   It is counted beside the others: those who moved up from there have improved as well.
 * - The **counted items** of a measure, for one line about all of it, are its total where it has one, and otherwise its
 *   parts or goals. `people` counts different persons with a number of those at either time, `matchedPeople` those with
 *   at least one pair of them, and `matched` pairs, so that improved + same + worse = matched.
 *
 * 2: editions, who completed it, several at one time point, parts, totals and stages.
 */
export const CHANGE_VERSION = 2

export type Direction = Measure['direction']
export type Movement = 'improved' | 'same' | 'worse'
export type Change = OutcomeSheet['change'][number]

/** Which way a number moved, better or worse by the measure's direction. */
export function movementOf(before: number, after: number, direction: Direction): Movement {
  if (before === after) return 'same'
  return after > before === (direction === 'higher-is-better') ? 'improved' : 'worse'
}

export interface Pair<P extends Point = Point> {
  readonly before: Known<P>
  readonly after: Known<P>
  /** By stage where both are in one, else by number. */
  readonly movement: Movement
  /** Stages before and after, counted from 1 for the one to begin with; null where there are none. */
  readonly stages: { readonly from: number; readonly to: number } | null
  readonly keptHigh: boolean
}

/** What became of the before and after readings of one measure: each number of them is in one of these. */
export interface Matching<P extends Point = Point> {
  readonly pairs: readonly Pair<P>[]
  readonly beforeOnly: readonly Known<P>[]
  readonly afterOnly: readonly Known<P>[]
  readonly otherEdition: readonly { readonly before: Known<P>; readonly after: Known<P> }[]
  readonly extras: readonly Known<P>[]
  /** By those whose readings the measure does not count. */
  readonly notCounted: readonly Known<P>[]
}

/** Matches the readings of a measure, of any number of groups: see the rules above. */
export function matchingOf<P extends Point>(measure: ChangeMeasure, readings: readonly P[]): Matching<P> {
  const own = readings
    .filter(
      ({ measureId, timePoint }) =>
        measureId === measure.id && (timePoint === 'before' || timePoint === 'after'),
    ) // prettier-ignore
    .filter(isKnown)
  const counted = own.filter((one) => countsBy(measure.details, one.completedBy))
  const places = Map.groupBy(withTotals<P>(measure, counted), placeOf)
  const made = [...places.values()].map((place) => settle(measure, place))
  return {
    pairs: made.flatMap((one) => one.pair ?? []),
    beforeOnly: made.flatMap((one) => one.beforeOnly ?? []),
    afterOnly: made.flatMap((one) => one.afterOnly ?? []),
    otherEdition: made.flatMap((one) => one.otherEdition ?? []),
    extras: made.flatMap((one) => one.extras),
    notCounted: own.filter((one) => !countsBy(measure.details, one.completedBy)),
  }
}

const placeOf = ({ groupId, personId, item }: Point) => `${groupId ?? ''} ${personId} ${item}`

interface Settled<P extends Point> {
  readonly pair?: Pair<P>
  readonly beforeOnly?: Known<P>
  readonly afterOnly?: Known<P>
  readonly otherEdition?: { readonly before: Known<P>; readonly after: Known<P> }
  readonly extras: readonly Known<P>[]
}

/** What the numbers of one place come to. */
function settle<P extends Point>(measure: ChangeMeasure, place: readonly Known<P>[]): Settled<P> {
  const { first, last } = inTime(measure.details)
  const befores = place.filter((one) => one.timePoint === 'before').toSorted(first)
  const afters = place.filter((one) => one.timePoint === 'after').toSorted(last)
  const edition = Math.max(...befores.map((one) => one.edition).filter((number) => afters.some((one) => one.edition === number))) // prettier-ignore
  const matched = (some: readonly Known<P>[]) => some.find((one) => one.edition === edition)
  const [before, after] = [matched(befores) ?? befores[0], matched(afters) ?? afters[0]]
  const extras = place.filter((one) => one !== before && one !== after)
  if (before === undefined) return after === undefined ? { extras } : { afterOnly: after, extras }
  if (after === undefined) return { beforeOnly: before, extras }
  if (before.edition !== after.edition) return { otherEdition: { before, after }, extras }
  return { pair: pairOf(asOf(measure, before.edition), before, after), extras }
}

function pairOf<P extends Point>(measure: ChangeMeasure, before: Known<P>, after: Known<P>): Pair<P> {
  const { item } = before
  const [from, to] = [stageIn(measure, item, before.value), stageIn(measure, item, after.value)]
  if (from === null || to === null) {
    const movement = movementOf(before.value, after.value, directionOf(measure, item))
    return { before, after, movement, stages: null, keptHigh: false }
  }
  const highFrom = measure.details.stages?.highFrom ?? Infinity
  const movement = movementOf(from, to, 'higher-is-better')
  return { before, after, movement, stages: { from, to }, keptHigh: from >= highFrom && to >= from }
}

/** The matched pairs of one measure. */
export const pairsOf = <P extends Point>(measure: ChangeMeasure, readings: readonly P[]): readonly Pair<P>[] => matchingOf(measure, readings).pairs // prettier-ignore

/** Whether an item is one that a line about all of the measure counts: its total, or where it has none its parts or goals. */
export function isCounted({ kind, details }: ChangeMeasure, item: number): boolean {
  if (kind === 'goals') return item !== TOTAL_ITEM
  return details.parts.length > 0 && details.total === 'none' ? item !== TOTAL_ITEM : item === TOTAL_ITEM
}

/** The same of a number: by the edition that it was taken by. */
export const isCountedOf = (
  measure: ChangeMeasure,
  { edition, item }: Pick<Point, 'edition' | 'item'>,
): boolean => isCounted(asOf(measure, edition), item)

/** The change of one measure in one group: counts of pairs, by direction. */
export function changeOf(measure: ChangeMeasure, readings: readonly Point[]): Change {
  const { pairs: all, beforeOnly, afterOnly, otherEdition } = matchingOf(measure, readings)
  const pairs = all.filter((pair) => isCountedOf(measure, pair.before))
  const moved = (movement: Movement) => pairs.filter((pair) => pair.movement === movement).length
  const either = [...all, ...otherEdition].map((one) => one.before).concat(beforeOnly, afterOnly)
  const distinct = (points: readonly Point[]) => new Set(points.map((one) => one.personId)).size
  return {
    measureId: measure.id,
    people: distinct(either.filter((one) => isCountedOf(measure, one))),
    matchedPeople: distinct(pairs.map((pair) => pair.before)),
    matched: pairs.length,
    improved: moved('improved'),
    same: moved('same'),
    worse: moved('worse'),
  }
}

/** What a pair of a measure is one of, in words: a goal, an area of a star, a scale, else a person. */
export function pairWords({ kind, details }: Pick<ChangeMeasure, 'kind' | 'details'>): readonly [string, string] {
  if (kind === 'goals') return ['goal', 'goals']
  if (details.parts.length === 0 || details.total !== 'none') return ['person', 'people']
  return details.stages === null ? ['scale', 'scales'] : ['area', 'areas']
} // prettier-ignore

/** The finding in one plain sentence: `5 of 8 people moved up`, `7 of 12 goals moved up`, `31 of 80 areas moved up a stage`. */
export function findingOf(measure: Pick<ChangeMeasure, 'kind' | 'direction' | 'details'>, change: Change): string {
  if (change.people === 0) return 'No readings yet'
  if (change.matched === 0) return 'Nobody has both a before and an after yet'
  return `${change.improved} of ${count(change.matched, ...pairWords(measure))} ${wayOf(measure)}`
} // prettier-ignore

function wayOf({ direction, details }: Pick<ChangeMeasure, 'direction' | 'details'>): string {
  if (details.stages !== null) return 'moved up a stage'
  if (details.total === 'none' && details.parts.some((part) => part.direction !== direction))
    return 'improved'
  return direction === 'higher-is-better' ? 'moved up' : 'came down, which is better'
}

/** How many the finding rests on: `n = 8 people with both; 3 with only one of the two`. */
export function basisOf(change: Change): string {
  const unmatched = change.people - change.matchedPeople
  const both = `n = ${count(change.matchedPeople, 'person', 'people')} with both a before and an after`
  return unmatched === 0 ? both : `${both}; ${count(unmatched, 'person', 'people')} with only one of the two`
}
