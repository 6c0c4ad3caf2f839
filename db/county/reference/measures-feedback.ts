import { details, type ReferenceMeasure } from './reference-measure.ts'

const family = 'Feedback'
const ratings = [
  { value: 4, label: 'Excellent' },
  { value: 3, label: 'Good' },
  { value: 2, label: 'Fair' },
  { value: 1, label: 'Poor' },
]
const yesToNo = [
  { value: 2, label: 'Yes' },
  { value: 1, label: 'Partly' },
  { value: 0, label: 'No' },
]
const shape = {
  family,
  kind: 'scale',
  wholeNumbers: true,
  direction: 'higher-is-better',
  goalLimit: 0,
} as const
const editable =
  'The service’s own. “Excellent” and “good” are the service’s words; the ones below are not published, so put in your own.'

const statement = (item: number, name: string) =>
  ({
    item,
    name,
    minimum: 0,
    maximum: 2,
    direction: 'higher-is-better',
    inTotal: false,
    prorate: null,
  }) as const

export const feedbackMeasures: readonly ReferenceMeasure[] = [
  {
    key: 'session-rating',
    ...shape,
    name: 'Rating of the session',
    minimum: 1,
    maximum: 4,
    details: details({ use: 'feedback', completedBy: ['person', 'parent'], answers: ratings }),
    source: `One rating at the end of a session. ${editable}`,
  },
  {
    key: 'overall-rating',
    ...shape,
    name: 'Overall rating',
    minimum: 1,
    maximum: 4,
    details: details({ use: 'feedback', completedBy: ['person', 'parent'], answers: ratings }),
    source: `One rating at the end of a group. ${editable}`,
  },
  {
    key: 'listening-questions',
    ...shape,
    name: 'Three listening questions',
    minimum: 0,
    maximum: 2,
    details: details({
      use: 'feedback',
      completedBy: ['person', 'parent', 'family'],
      parts: [
        statement(1, 'The worker listened to the child’s point of view'),
        statement(2, 'We were involved in planning'),
        statement(3, 'We got the help we needed'),
      ],
      total: 'none',
      answers: yesToNo,
    }),
    source:
      'The service’s own three statements, asked of families in its audits. Say always how many answered of how many were asked.',
  },
]
