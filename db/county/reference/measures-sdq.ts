import type { MeasureDetails } from '../../../shared/outcomes/measure-details.ts'
import { bands, details, type ReferenceMeasure } from './reference-measure.ts'

type Tables = MeasureDetails['bandTables']

/** The five scales in the order of the form, each of five questions; the first four make the total. */
const scales = [
  'Emotional problems',
  'Conduct problems',
  'Hyperactivity',
  'Peer problems',
  'Prosocial',
] as const
const PROSOCIAL = 5

const parts = scales.map((name, index) => ({
  item: index + 1,
  name,
  minimum: 0,
  maximum: 10,
  direction: index + 1 === PROSOCIAL ? ('higher-is-better' as const) : ('lower-is-better' as const),
  inTotal: index + 1 !== PROSOCIAL,
  // At least three of five answered: "Scoring the SDQ for age 4-17", Youthinmind, 19 August 2014.
  prorate: { questions: 5, fewest: 3 },
}))

/** Cut-offs of difficulties from the lowest number of each band, for the total (item 0) and the four scales. */
function difficulties(labels: readonly string[], starts: Readonly<Record<number, readonly number[]>>) {
  return Object.entries(starts).map(([item, from]) => {
    const most = item === '0' ? 40 : 10
    const list = from.map((start, i) => [start, (from[i + 1] ?? most + 1) - 1, labels[i] ?? ''] as const)
    return { item: Number(item), bands: bands(list) }
  })
}

const teacherBands: Tables = [
  ...difficulties(['Close to average', 'Slightly raised', 'High', 'Very high'], {
    0: [0, 12, 16, 19],
    1: [0, 4, 5, 6],
    2: [0, 3, 4, 5],
    3: [0, 6, 8, 9],
    4: [0, 3, 5, 6],
  }),
  {
    item: PROSOCIAL,
    bands: bands([[0, 3, 'Very low'], [4, 4, 'Low'], [5, 5, 'Slightly lowered'], [6, 10, 'Close to average']]), // prettier-ignore
  },
].map((table) => ({
  ...table,
  of: 'entered',
  edition: 'Four bands, teacher, 4 to 17',
  source: 'PMC4830858, table 1, citing sdqinfo (UK).',
}))

const parentBands: Tables = [
  ...difficulties(['Normal', 'Borderline', 'Abnormal'], {
    0: [0, 14, 17],
    1: [0, 4, 5],
    2: [0, 3, 4],
    3: [0, 6, 7],
    4: [0, 3, 4],
  }),
  { item: PROSOCIAL, bands: bands([[0, 6, 'Abnormal'], [7, 7, 'Borderline'], [8, 10, 'Normal']]) }, // prettier-ignore
].map((table) => ({
  ...table,
  of: 'entered',
  edition: 'Three bands, parent, UK',
  source:
    'BMC Psychiatry, s12888-021-03218-x, table 2, “UK, from the SDQ official website”. An older printed sheet has other numbers for prosocial (6 to 10, 5, 0 to 4): check which one the service uses.',
}))

const who = {
  parent: { title: 'parent', ages: { from: 4, to: 17 }, completedBy: ['parent'], bandTables: parentBands },
  teacher: { title: 'teacher', ages: { from: 4, to: 17 }, completedBy: ['teacher'], bandTables: teacherBands }, // prettier-ignore
  // Bands of the young person's own form were found in no source that can be relied on: none is loaded.
  person: { title: 'young person', ages: { from: 11, to: 17 }, completedBy: ['person'], bandTables: [] },
} as const

function sdq(respondent: keyof typeof who): ReferenceMeasure {
  const { title, ages, completedBy, bandTables } = who[respondent]
  return {
    key: `sdq-${respondent}`,
    family: 'Strengths and Difficulties Questionnaire',
    name: `SDQ, ${title}, ${ages.from} to ${ages.to}`,
    kind: 'scale',
    minimum: 0,
    maximum: 40,
    wholeNumbers: true,
    direction: 'lower-is-better',
    goalLimit: 0,
    details: details({
      respondent,
      completedBy: [...completedBy],
      parts,
      total: 'sum',
      bandTables: [...bandTables],
      ages,
      publishedEdition: `${respondent === 'person' ? 'Self-report' : title} form`,
      licence:
        'Copyright Youthinmind. Photocopy the paper form, unchanged, for families who are not charged; no electronic version may be made without permission. Totals of the five scales are typed in here, never answers.',
    }),
    source:
      'Five scales of 0 to 10; total difficulties, 0 to 40, is the first four and leaves prosocial out. A scale of which three or four of the five questions were answered can be typed as 4/3. The form before asks about six months and the form after about one.',
  }
}

export const sdqMeasures: readonly ReferenceMeasure[] = [sdq('parent'), sdq('teacher'), sdq('person')]
