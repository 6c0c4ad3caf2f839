import { asOf, type WithEarlier } from './editions.rules.ts'
import type { CompletedBy, MeasureDetails } from './measure-details.ts'
import type { Measure, TimePoint } from './outcomes.contract.ts'
import { TOTAL_ITEM } from './readings.rules.ts'
import { stageOf } from './stages.rules.ts'
import { isSummed, sumOf } from './total.rules.ts'

/** What change needs of a measure, with how it was in earlier editions, where numbers of those may be among the readings. */
export type ChangeMeasure = Pick<Measure, 'id' | 'name' | 'kind' | 'direction' | 'details'> & WithEarlier

/** What change needs of a reading. Ids are text of any kind; readings without a group are all of one. */
export interface Point {
  readonly groupId?: string
  readonly personId: string
  readonly measureId: string
  readonly edition: number
  readonly timePoint: TimePoint
  readonly round: number
  readonly item: number
  readonly completedBy: CompletedBy
  readonly value: number | null
  readonly takenOn: string
}

/** A reading that has a number. */
export type Known<P extends Point = Point> = P & { readonly value: number }

export const isKnown = <P extends Point>(point: P): point is Known<P> => point.value !== null

/** Whether a reading by these takes part in figures: where the measure names nobody, everybody's does. */
export const countsBy = ({ countsBy: named }: Pick<MeasureDetails, 'countsBy'>, by: CompletedBy): boolean =>
  named.length === 0 || named.includes(by)

/** One form: what one person, or a worker with them, answered at one time. */
export const formOf = (point: Point): string =>
  `${point.groupId ?? ''} ${point.personId} ${point.measureId} ${point.edition} ${point.timePoint} ${point.round} ${point.completedBy}`

/**
 * The readings with the totals that are sums: where a measure adds its parts up, and all of them are known, their sum is
 * the total of that form, of the day on which the last of them was taken, and stands for a total that was typed. What is
 * added up is what the edition of the form adds up.
 */
export function withTotals<P extends Point>(measure: ChangeMeasure, points: readonly Known<P>[]): readonly Known<P>[] {
  if (![measure, ...(measure.earlier ?? [])].some(isSummed)) return points
  return [...Map.groupBy(points, formOf).values()].flatMap((form) => {
    const then = asOf(measure, form[0]?.edition ?? 0)
    const added = then.details.parts.filter((part) => part.inTotal).map((part) => part.item)
    const value = sumOf(then, new Map(form.map((point) => [point.item, point.value])))
    const last = form.filter((point) => added.includes(point.item)).toSorted(byDay).at(-1)
    if (value === null || last === undefined) return form
    return [...form.filter((point) => point.item !== TOTAL_ITEM), { ...last, item: TOTAL_ITEM, value }]
  })
} // prettier-ignore

const byDay = (a: Point, b: Point) => (a.takenOn < b.takenOn ? -1 : a.takenOn > b.takenOn ? 1 : 0)

/** Readings of one time point from the first to the last: by day, then by round, then as the measure names completers. */
export function inTime(details: Pick<MeasureDetails, 'completedBy'>) {
  const usual = (point: Point) => {
    const place = details.completedBy.indexOf(point.completedBy)
    return place === -1 ? details.completedBy.length : place
  }
  return {
    first: (a: Point, b: Point) => byDay(a, b) || a.round - b.round || usual(a) - usual(b),
    last: (a: Point, b: Point) => byDay(b, a) || b.round - a.round || usual(a) - usual(b),
  }
}

/** Whether a measure has stages for an item: for its parts, and for the one number of a measure without parts. */
const isStaged = ({ details }: ChangeMeasure, item: number) =>
  details.stages !== null && (item !== TOTAL_ITEM || details.parts.length === 0)

/** The better direction of an item: a part's own, else the measure's. */
export const directionOf = (measure: ChangeMeasure, item: number): Measure['direction'] =>
  measure.details.parts.find((part) => part.item === item)?.direction ?? measure.direction

/**
 * Which stage a number is in, from 1 for the one to begin with: where lower is better, the last of the list. Null where
 * there are no stages for it, or it lies in none of them.
 */
export function stageIn(measure: ChangeMeasure, item: number, value: number): number | null {
  const stage = isStaged(measure, item) ? stageOf(measure.details, value) : null
  if (stage === null) return null
  return directionOf(measure, item) === 'higher-is-better'
    ? stage.number
    : stageCount(measure) + 1 - stage.number
}

const stageCount = ({ details }: ChangeMeasure) => details.stages?.list.length ?? 0

/** What a stage is called; the stages of a measure count from 1 for the one to begin with. */
export function stageName(measure: ChangeMeasure, item: number, stage: number): string {
  const list = measure.details.stages?.list ?? []
  const place = directionOf(measure, item) === 'higher-is-better' ? stage - 1 : list.length - stage
  return list[place]?.label ?? `Stage ${stage}`
}
