import type { MeasureDetails, MeasurePart } from './measure-details.ts'
import type { Measure } from './outcomes.contract.ts'

type Ends = Pick<Measure, 'minimum' | 'maximum'>
type Range = Pick<Measure, 'name' | 'minimum' | 'maximum' | 'wholeNumbers'> & {
  readonly answers?: MeasureDetails['answers']
}
type Made = Pick<Measure, 'name' | 'kind' | 'goalLimit' | 'details'>

/** The item of the total, or of the one number of a measure without parts. */
export const TOTAL_ITEM = 0

/** What one item of a measure takes: a goal, a part, or the total. */
export interface ItemShape extends Ends {
  readonly name: string
  readonly wholeNumbers: boolean
  readonly direction: Measure['direction']
  readonly answers: MeasureDetails['answers']
  /** Of a part that is a sum of questions, so that `4/3` can be typed; null for anything else. */
  readonly prorate: MeasurePart['prorate']
}

/** The part that an item is; undefined for the total, a goal or an item that there is not. */
export const partOf = (measure: Pick<Measure, 'details'>, item: number): MeasurePart | undefined =>
  measure.details.parts.find((part) => part.item === item)

/** What an item takes: a part has its own range and direction, everything else those of the measure. */
export function itemShape(measure: Measure, item: number): ItemShape {
  const { name, minimum, maximum, wholeNumbers, direction, details } = measure
  const part = partOf(measure, item)
  const own = part ?? { name, minimum, maximum, direction, prorate: null }
  // The answers of a rating are those of every statement; a total of them is a number.
  const { answers } = details
  const sums = item === TOTAL_ITEM && details.parts.length > 0
  return {
    name: own.name,
    minimum: own.minimum,
    maximum: own.maximum,
    wholeNumbers,
    direction: own.direction,
    answers: sums ? [] : answers,
    prorate: own.prorate,
  }
}

/** The range in words: `0 to 10`. */
export const rangeInWords = (m: Ends): string => `${m.minimum} to ${m.maximum}`

/**
 * Why a number cannot be a reading of this measure (or of one item of it, see `itemShape`), in words; null when it
 * can. Both ends are in the range; where there are answers, it is one of them.
 */
export function valueProblem(shape: Range, value: number): string | null {
  if (!Number.isFinite(value) || value < shape.minimum || value > shape.maximum)
    return `${shape.name} goes from ${rangeInWords(shape)}. Enter a number in that range.`
  if (shape.wholeNumbers && !Number.isInteger(value))
    return `${shape.name} is in whole numbers. Enter a number without a decimal point.`
  const { answers = [] } = shape
  if (answers.length > 0 && !answers.some((answer) => answer.value === value))
    return `${shape.name} has the answers ${answers.map((a) => `${a.value} (${a.label})`).join(', ')}. Enter one of them.`
  return null
}

/** Why the measure has no such item, in words; null when it has. Goals and parts count from 1; 0 is the total. */
export function itemProblem(measure: Made, item: number): string | null {
  if (itemsOf(measure).includes(item)) return null
  const { name, kind, goalLimit, details } = measure
  if (kind === 'goals')
    return goalLimit === 1 ? `${name} has one goal.` : `${name} has goals 1 to ${goalLimit}.`
  if (details.parts.length === 0) return `${name} is one number and has no goals.`
  return item === TOTAL_ITEM ? `${name} has no total.` : `${name} has no part ${item}.`
}

/** The items of a measure in order: 0 for one number, 1 to its limit for goals; its parts, and then the total. */
export function itemsOf({ kind, goalLimit, details }: Omit<Made, 'name'>): readonly number[] {
  if (kind === 'goals') return Array.from({ length: goalLimit }, (_, i) => i + 1)
  const parts = details.parts.map((part) => part.item)
  return parts.length > 0 && details.total === 'none' ? parts : [...parts, TOTAL_ITEM]
}
