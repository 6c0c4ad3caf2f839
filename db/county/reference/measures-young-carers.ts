import { bands, details, type ReferenceMeasure } from './reference-measure.ts'

const family = 'Young carers'
const licence =
  'Copyright Joseph, Becker and Becker 2009, all rights reserved: written permission is needed. Only totals are held here.'

const panocSource =
  'Manual for Measures of Caring Activities and Outcomes for Children and Young People, as quoted in “Supporting Young Carers in Schools”.'

/** One of the two indices of PANOC-YC20. */
const index = (item: number, name: string, direction: 'higher-is-better' | 'lower-is-better') => ({
  item,
  name,
  minimum: 0,
  maximum: 20,
  direction,
  inTotal: false,
  prorate: null,
})
const table = (item: number, list: Parameters<typeof bands>[0]) => ({
  item,
  of: 'entered' as const,
  edition: 'PANOC-YC20',
  source: panocSource,
  bands: bands(list),
})

export const youngCarerMeasures: readonly ReferenceMeasure[] = [
  {
    key: 'maca-yc18',
    family,
    name: 'MACA-YC18, total',
    kind: 'scale',
    minimum: 0,
    maximum: 36,
    wholeNumbers: true,
    // It counts how much caring is done, so that less of it is the change looked for.
    direction: 'lower-is-better',
    goalLimit: 0,
    details: details({
      completedBy: ['person'],
      bandTables: [
        {
          item: 0,
          of: 'entered',
          edition: 'MACA-YC18',
          source: 'The Manual, as quoted by wlcccarers.com. Below 10 no band of it was found.',
          bands: bands([[10, 13, 'Moderate'], [14, 17, 'High'], [18, 36, 'Very high']]), // prettier-ignore
        },
      ],
      licence,
    }),
    source: 'How much caring is done: 18 questions, total 0 to 36 (socialworkerstoolbox.com).',
  },
  {
    key: 'panoc-yc20',
    family,
    name: 'PANOC-YC20, two totals',
    kind: 'scale',
    minimum: 0,
    maximum: 20,
    wholeNumbers: true,
    direction: 'higher-is-better',
    goalLimit: 0,
    details: details({
      completedBy: ['person'],
      parts: [
        index(1, 'Positive responses', 'higher-is-better'),
        index(2, 'Negative responses', 'lower-is-better'),
      ],
      total: 'none',
      bandTables: [
        table(1, [[0, 0, 'None, a concern'], [1, 12, 'Relatively few, a possible concern'], [13, 20, 'Relatively high']]), // prettier-ignore
        table(2, [[0, 0, 'None'], [1, 8, 'Relatively few'], [9, 20, 'Relatively high, a concern']]), // prettier-ignore
      ],
      licence,
    }),
    source:
      'Positive and negative outcomes of caring, each 0 to 20; the two are not added. Safeguarding: one question of the paper form is about not wanting to live. Any answer to it but “never” goes to the safeguarding lead the same day: look at it before the totals are typed, which hide it.',
  },
]
