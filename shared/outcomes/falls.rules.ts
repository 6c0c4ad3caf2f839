import { countsBy } from './change-points.rules.ts'
import type { Measure, Reading } from './outcomes.contract.ts'
import { itemShape } from './readings.rules.ts'
import { hasFallen } from './stages.rules.ts'
import { timePoints } from './time-points.ts'

type Dated = Pick<Reading, 'takenOn' | 'timePoint' | 'round'>

/** Readings in the order of time: by their day; of one day, in the order of the time points and of the rounds. */
export const inTime = (one: Dated, other: Dated): number =>
  one.takenOn.localeCompare(other.takenOn) ||
  timePoints.indexOf(one.timePoint) - timePoints.indexOf(other.timePoint) ||
  one.round - other.round

type Told = Pick<
  Reading,
  'personId' | 'item' | 'edition' | 'timePoint' | 'round' | 'sessionId' | 'completedBy' | 'value' | 'takenOn' | 'fallReason'
> // prettier-ignore

/** A reading that is lower (a stage lower, where there are stages) than the one before it. */
export interface Fall<R extends Told = Told> {
  readonly reading: R
  readonly from: number
  readonly to: number
}

/**
 * The falls among the readings of one measure in one group. Compared are a person's readings of one item and edition
 * that count, each with the last one of an earlier time point or round: two views of one day are no fall.
 */
export function fallsOf<R extends Told>(measure: Measure, readings: readonly R[]): Fall<R>[] {
  const counting = readings.filter((one) => one.value !== null && one.sessionId === null && countsBy(measure.details, one.completedBy)) // prettier-ignore
  const chains = Map.groupBy(counting, (one) => `${one.personId} ${one.item} ${one.edition}`)
  return [...chains.values()].flatMap((chain) => {
    const ordered = chain.toSorted(inTime)
    return ordered.flatMap((reading, at) => {
      const before = ordered.slice(0, at).findLast((one) => !sameTime(one, reading))
      const [from, to] = [before?.value ?? null, reading.value]
      if (from === null || to === null) return []
      const { direction } = itemShape(measure, reading.item)
      if (!hasFallen(measure.details, direction, from, to)) return []
      return [{ reading, from, to }]
    })
  })
}

const sameTime = (one: Dated, other: Dated) => one.timePoint === other.timePoint && one.round === other.round
