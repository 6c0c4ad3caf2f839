import { bandsProblem } from './bands.rules.ts'
import type { MeasureDetails } from './measure-details.ts'

type Stages = NonNullable<MeasureDetails['stages']>

/** A stage by its place, 1 for the lowest, with its label. */
export interface Stage {
  readonly number: number
  readonly label: string
}

/** Said with every count of stages until somebody has checked the pairs. */
export const UNCONFIRMED_STAGES =
  'Which numbers make a stage has not been checked against the licensed guide yet.'

/** The stage that a number is in; null where the measure has no stages, or none for that number. */
export function stageOf({ stages }: Pick<MeasureDetails, 'stages'>, value: number): Stage | null {
  const index = stages?.list.findIndex((stage) => value >= stage.from && value <= stage.to) ?? -1
  const stage = stages?.list[index]
  return stage === undefined ? null : { number: index + 1, label: stage.label }
}

/**
 * Whether the second number is worse than the first: by a stage where the measure has stages, else by any step. It is
 * what asks why.
 */
export function hasFallen(
  details: Pick<MeasureDetails, 'stages'>,
  direction: 'higher-is-better' | 'lower-is-better',
  before: number,
  after: number,
): boolean {
  const stages = [stageOf(details, before), stageOf(details, after)]
  const [from = before, to = after] = stages.includes(null) ? [] : stages.map((stage) => stage?.number)
  return direction === 'higher-is-better' ? to < from : to > from
}

/** Why stages cannot stand, in words; null when they can: the whole range, without a gap, none over another. */
export function stagesProblem(
  { list, highFrom }: Stages,
  range: { minimum: number; maximum: number; wholeNumbers: boolean },
): string | null {
  const problem = bandsProblem(list, range)
  if (problem !== null) return problem
  const [first, last] = [list[0], list.at(-1)]
  if (first?.from !== range.minimum || last?.to !== range.maximum)
    return `The stages must go from ${range.minimum} to ${range.maximum}.`
  const gap = list.find(
    (stage, i) => i > 0 && range.wholeNumbers && stage.from !== (list[i - 1]?.to ?? 0) + 1,
  )
  if (gap !== undefined) return `There is a number below ${gap.from} (${gap.label}) that is in no stage.`
  return highFrom > list.length ? `There are ${list.length} stages, so none is the ${highFrom}th.` : null
}
