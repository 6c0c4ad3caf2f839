import { details, type ReferenceMeasure } from './reference-measure.ts'

const zeroToTen = { minimum: 0, maximum: 10, wholeNumbers: true, direction: 'higher-is-better' } as const

export const goalBasedOutcomes: ReferenceMeasure = {
  key: 'goal-based-outcomes',
  family: 'Goals and our own scales',
  name: 'Goal-based outcomes',
  kind: 'goals',
  ...zeroToTen,
  goalLimit: 3,
  details: details({
    completedBy: ['person', 'parent'],
    licence:
      'Its guidance is CC BY-NC-SA 4.0. No wording of the tool is held here; goals are in the words of whoever sets them.',
  }),
  source:
    'Up to three goals, each rated 0 to 10, agreed by the young person or parent and the worker (corc.uk.net). There are no bands.',
}

export const wellbeingScale: ReferenceMeasure = {
  key: 'wellbeing-scale',
  family: 'Goals and our own scales',
  name: 'Wellbeing scale 0 to 10',
  kind: 'scale',
  ...zeroToTen,
  goalLimit: 0,
  details: details({}),
  source: 'The service’s own plain scale. It is not a published tool and has no bands.',
}

export const goalMeasures: readonly ReferenceMeasure[] = [goalBasedOutcomes, wellbeingScale]
