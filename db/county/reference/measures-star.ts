import { bands, details, type ReferenceMeasure } from './reference-measure.ts'

/** The ten areas in the service's order: the publisher's name, and what the service writes in its own reports. */
const areas = [
  ['Home and money', 'Positive experiences with Home and Money'],
  ['Keeping your children safe', 'Keeping Children Safe'],
  ['Boundaries and behaviour', 'Positive Boundaries and Behaviours'],
  ['Family routine', 'Positive Family Routines'],
  ['Physical health', 'Good or improved Physical Health'],
  ['Your well-being', 'Positive Adult Wellbeing'],
  ['Social networks', 'Positive and supportive Social Networks'],
  ['Meeting emotional needs', 'Meeting Children’s Emotional Needs'],
  ['Education and learning', 'Positive and appropriate Education and Learning'],
  ['Progress to work', 'Achieving Progress to Work'],
] as const

const parts = areas.map(([name, localName], index) => ({
  item: index + 1,
  name,
  localName,
  minimum: 1,
  maximum: 10,
  direction: 'higher-is-better' as const,
  inTotal: false,
  prorate: null,
}))

const pairsUnconfirmed =
  'The pairs 1–2, 3–4, 5–6, 7–8 and 9–10, and from which stage a start is high, are the usual ones and have not been checked: confirm them against the council’s licensed guide.'

/** Progress is a move from one stage to the next; readings are never averaged, because they are not equal steps. */
function star(edition: 'first' | 'second', stages: readonly string[], labels: string): ReferenceMeasure {
  return {
    key: edition === 'first' ? 'family-star-plus' : 'family-star-plus-2',
    family: 'Family Star Plus',
    name: edition === 'first' ? 'Family Star Plus' : 'Family Star Plus, second edition',
    kind: 'scale',
    minimum: 1,
    maximum: 10,
    wholeNumbers: true,
    direction: 'higher-is-better',
    goalLimit: 0,
    details: details({
      respondent: 'family',
      completedBy: ['worker-and-family', 'worker', 'family'],
      // Where worker and family disagree both are kept, and the worker's is the one that is analysed.
      countsBy: ['worker-and-family', 'worker'],
      parts,
      total: 'none',
      stages: {
        source: `${labels} ${pairsUnconfirmed}`,
        confirmed: false,
        highFrom: 4,
        list: bands(stages.map((label, i) => [i * 2 + 1, i * 2 + 2, label])),
      },
      fallAsksWhy: true,
      publishedEdition: edition === 'first' ? 'First edition' : 'Second edition, 2023',
      licence:
        'Needs a licence of Triangle and trained workers. Derivative works are prohibited, so only numbers are held here: no text of the scales and no chart of the publisher.',
    }),
    source:
      'Family Star Plus (Triangle), made with Leicestershire County Council: ten areas, each read from 1 to 10. The numbers are not equal steps, so nothing is averaged (Guidelines for Researchers, Triangle, October 2016).',
  }
}

export const starMeasures: readonly ReferenceMeasure[] = [
  star(
    'first',
    ['Stuck', 'Accepting help', 'Trying', 'Finding what works', 'Effective parenting'],
    'Labels as the service uses them for the first edition.',
  ),
  star(
    'second',
    ['Stage 1', 'Stage 2', 'Stage 3', 'Stage 4', 'Self-reliance'],
    'The second edition calls the top stage self-reliance (outcomesstar.org.uk, June 2022); put in the other labels from the licensed guide.',
  ),
]
