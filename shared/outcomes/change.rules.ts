import { count } from '../text.ts'
import type { Measure, OutcomeSheet, Reading } from './outcomes.contract.ts'

/**
 * Version of the rules of this file; printed with every figure made by them.
 *
 * - A **pair** is the same person, measure and item (a goal, or the one number of a scale) in the same group, with
 *   a number before and a number after. Nothing else is compared: a missing number is never filled in.
 * - A pair has **improved** when its number moved in the measure's better direction by any amount, is **worse** when
 *   it moved the other way, and otherwise the **same**. Steps are counted, never averaged: 3 to 4 and 8 to 9 are
 *   not known to be the same distance.
 * - `people` counts different persons with a number at either time; `matched` counts pairs, so that
 *   improved + same + worse = matched; `matchedPeople` counts different persons with at least one pair.
 * - During and follow-up readings are kept and shown, and take no part.
 */
export const CHANGE_VERSION = 1

export type Direction = Measure['direction']
export type Movement = 'improved' | 'same' | 'worse'
export type Change = OutcomeSheet['change'][number]

/** Which way a number moved, better or worse by the measure's direction. */
export function movementOf(before: number, after: number, direction: Direction): Movement {
  if (before === after) return 'same'
  return after > before === (direction === 'higher-is-better') ? 'improved' : 'worse'
}

type Point = Pick<Reading, 'personId' | 'measureId' | 'timePoint' | 'item' | 'value'>
export interface Pair {
  readonly personId: Reading['personId']
  readonly item: number
  readonly before: number
  readonly after: number
}

/** The matched pairs of one measure within one group's readings. */
export function pairsOf(measureId: Reading['measureId'], readings: readonly Point[]): Pair[] {
  const after = new Map<string, number>()
  for (const r of readings)
    if (r.measureId === measureId && r.timePoint === 'after' && r.value !== null)
      after.set(`${r.personId} ${r.item}`, r.value)
  return readings.flatMap((r) => {
    const later = after.get(`${r.personId} ${r.item}`)
    if (r.measureId !== measureId || r.timePoint !== 'before' || r.value === null || later === undefined)
      return []
    return [{ personId: r.personId, item: r.item, before: r.value, after: later }]
  })
}

/** The change of one measure in one group: counts of pairs, by direction. */
export function changeOf(measure: Pick<Measure, 'id' | 'direction'>, readings: readonly Point[]): Change {
  const pairs = pairsOf(measure.id, readings)
  const moved = (movement: Movement) =>
    pairs.filter((p) => movementOf(p.before, p.after, measure.direction) === movement).length
  const either = readings.filter(
    (r) =>
      r.measureId === measure.id && r.value !== null && (r.timePoint === 'before' || r.timePoint === 'after'),
  )
  return {
    measureId: measure.id,
    people: new Set(either.map((r) => r.personId)).size,
    matchedPeople: new Set(pairs.map((p) => p.personId)).size,
    matched: pairs.length,
    improved: moved('improved'),
    same: moved('same'),
    worse: moved('worse'),
  }
}

/** The finding in one plain sentence: `5 of 8 people moved up`, `7 of 12 goals moved up`. */
export function findingOf(measure: Pick<Measure, 'kind' | 'direction'>, change: Change): string {
  if (change.people === 0) return 'No readings yet'
  if (change.matched === 0) return 'Nobody has both a before and an after yet'
  const what =
    measure.kind === 'goals' ? count(change.matched, 'goal') : count(change.matched, 'person', 'people')
  const way = measure.direction === 'higher-is-better' ? 'moved up' : 'came down, which is better'
  return `${change.improved} of ${what} ${way}`
}

/** How many the finding rests on: `n = 8 people with both; 3 with only one of the two`. */
export function basisOf(change: Change): string {
  const unmatched = change.people - change.matchedPeople
  const both = `n = ${count(change.matchedPeople, 'person', 'people')} with both a before and an after`
  return unmatched === 0 ? both : `${both}; ${count(unmatched, 'person', 'people')} with only one of the two`
}
