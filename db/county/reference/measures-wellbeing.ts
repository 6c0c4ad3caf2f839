import { details, type ReferenceMeasure } from './reference-measure.ts'

const family = 'Wellbeing and self-esteem'
const upwards = { kind: 'scale', wholeNumbers: true, direction: 'higher-is-better', goalLimit: 0 } as const
const warwick =
  'A licence of Warwick is needed (free for non-commercial use). No wording of the scale is held here; totals are typed in from the paper form.'

/** Metric scores of the raw sums 7 to 35, in order. */
const metric = [
  7.0, 9.51, 11.25, 12.4, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59, 19.25, 19.98, 20.73,
  21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.7, 32.55, 35.0,
] // prettier-ignore

export const wellbeingMeasures: readonly ReferenceMeasure[] = [
  {
    key: 'wemwbs',
    family,
    name: 'WEMWBS, 14 questions',
    ...upwards,
    minimum: 14,
    maximum: 70,
    details: details({ completedBy: ['person'], ages: { from: 13, to: 120 }, licence: warwick }),
    source:
      'Warwick-Edinburgh Mental Wellbeing Scale: 14 questions of 1 to 5, added up to 14 to 70 (warwick.ac.uk). A form with a question left out has no total. No bands are loaded.',
  },
  {
    key: 'swemwbs',
    family,
    name: 'SWEMWBS, 7 questions',
    ...upwards,
    minimum: 7,
    maximum: 35,
    details: details({
      completedBy: ['person'],
      ages: { from: 13, to: 120 },
      conversion: {
        name: 'Metric score',
        source:
          'Table of metric scores for raw sums 7 to 35 (Stewart-Brown and others), as in public analysis scripts; check it against the licensed guide.',
        table: metric.map((score, index) => [index + 7, score]),
      },
      licence: warwick,
    }),
    source:
      'Short Warwick-Edinburgh Mental Wellbeing Scale: 7 questions of 1 to 5. Type the raw sum, 7 to 35; it is converted to the metric score. A form with a question left out has no score. No bands are loaded.',
  },
  {
    key: 'rosenberg',
    family,
    name: 'Rosenberg self-esteem, total',
    ...upwards,
    minimum: 0,
    maximum: 30,
    details: details({
      completedBy: ['person'],
      licence: 'Said to be in the public domain. Only the total is held here.',
    }),
    source:
      'Ten questions of 0 to 3, total 0 to 30. Two orders of the questions are in use, so only the total is safe to type in, and some forms score 1 to 4 (10 to 40): check yours. No bands are loaded.',
  },
]
