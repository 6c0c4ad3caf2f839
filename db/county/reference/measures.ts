import { plainDetails } from '../../../shared/outcomes/measure-details.ts'
import type { Measure } from '../../../shared/outcomes/outcomes.contract.ts'

export type ReferenceMeasure = Omit<Measure, 'id' | 'retired' | 'edition' | 'version'> & {
  readonly source: string
}

/** Only what may be shipped: the shape of a measure, and none of the wording of a licensed tool. */
export const goalBasedOutcomes: ReferenceMeasure = {
  name: 'Goal-based outcomes',
  kind: 'goals',
  minimum: 0,
  maximum: 10,
  wholeNumbers: true,
  direction: 'higher-is-better',
  goalLimit: 3,
  details: plainDetails,
  source:
    'Up to three goals, each rated 0 to 10, agreed by the young person or parent and the worker (corc.uk.net). No bands and no wording of the tool are held here; its guidance is CC BY-NC-SA 4.0.',
}

export const wellbeingScale: ReferenceMeasure = {
  name: 'Wellbeing scale 0 to 10',
  kind: 'scale',
  minimum: 0,
  maximum: 10,
  wholeNumbers: true,
  direction: 'higher-is-better',
  goalLimit: 0,
  details: plainDetails,
  source: 'The service’s own plain scale. It is not a published tool and has no bands.',
}

export const measures: readonly ReferenceMeasure[] = [goalBasedOutcomes, wellbeingScale]
