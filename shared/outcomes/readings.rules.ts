import type { Measure } from './outcomes.contract.ts'

type Range = Pick<Measure, 'name' | 'minimum' | 'maximum' | 'wholeNumbers'>

/** The range in words: `0 to 10`. */
export const rangeInWords = (m: Pick<Range, 'minimum' | 'maximum'>): string => `${m.minimum} to ${m.maximum}`

/** Why a number cannot be a reading of this measure, in words; null when it can. Both ends are in the range. */
export function valueProblem(measure: Range, value: number): string | null {
  if (!Number.isFinite(value) || value < measure.minimum || value > measure.maximum)
    return `${measure.name} goes from ${rangeInWords(measure)}. Enter a number in that range.`
  if (measure.wholeNumbers && !Number.isInteger(value))
    return `${measure.name} is in whole numbers. Enter a number without a decimal point.`
  return null
}

/** Why the measure has no such item, in words; null when it has. A scale is one number, item 0; goals count from 1. */
export function itemProblem(
  measure: Pick<Measure, 'name' | 'kind' | 'goalLimit'>,
  item: number,
): string | null {
  if (measure.kind === 'scale') return item === 0 ? null : `${measure.name} is one number and has no goals.`
  if (item >= 1 && item <= measure.goalLimit) return null
  return measure.goalLimit === 1
    ? `${measure.name} has one goal.`
    : `${measure.name} has goals 1 to ${measure.goalLimit}.`
}

/** The items of a measure in order: 0 for a scale, 1 to its limit for goals. */
export const itemsOf = (measure: Pick<Measure, 'kind' | 'goalLimit'>): readonly number[] =>
  measure.kind === 'scale' ? [0] : Array.from({ length: measure.goalLimit }, (_, i) => i + 1)
