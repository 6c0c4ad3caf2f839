import { itemShape } from '../outcomes/readings.rules.ts'
import { dateOf } from '../time/civil.ts'
import { longDate } from '../time/format.ts'
import { anchorOf, NO_SESSION, standing, type BaselineSheet } from './coming-back.rules.ts'
import { column, number, text, type Sheet } from './sheet.ts'
import type { WorkbookData, WorkbookRows } from './workbook-data.ts'

type Measure = WorkbookData['outcomes']['measures'][number]

interface Answer {
  readonly key: string
  readonly measure: string
  readonly question: string
  readonly session: string
  readonly value: number
  readonly answer: string
  /** How many gave it on a form without a name; null where that was not recorded. */
  readonly people: number | null
  /** How many gave it under their name. */
  readonly named: number
}

const PEOPLE = 'people'

/** How many gave each answer: forms without a name, which may be changed, and those of the readings, which are counted. */
export function feedbackSheet(data: WorkbookData): Sheet {
  const rows = answersOf(data)
  return {
    name: 'Feedback',
    columns: [
      column('Measure', 28),
      column('Question', 40),
      column('Session', 18),
      column('Answer', 22),
      column('Number', 9),
      column('Forms without a name', 12),
      column('With a name', 12),
      column('All', 8),
    ],
    rows: rows.map((row) => [
      text(row.measure),
      text(row.question || null),
      text(row.session || null),
      text(row.answer || null),
      number(row.value),
      number(row.people),
      number(row.named),
      number((row.people ?? 0) + row.named),
    ]),
    frozenColumns: 1,
    keys: {
      anchor: anchorOf(data.fileId, 'feedback'),
      columns: ['measure', 'question', 'session', 'answer', 'number', PEOPLE, null, null],
      rows: rows.map((row) => row.key),
      editable: [PEOPLE],
    },
  }
}

/** The numbers of forms as they leave. */
export const feedbackBaseline = (data: WorkbookRows): BaselineSheet => ({
  sheet: 'feedback',
  columns: { [PEOPLE]: 'Forms without a name' },
  rows: answersOf(data).map(({ key, measure, question, session, answer, value, people }) => ({
    key,
    says: { measure, question, session, answer, number: String(value) },
    places: { [PEOPLE]: standing(people) },
  })),
})

function answersOf(data: WorkbookRows): Answer[] {
  return data.outcomes.measures
    .filter((measure) => measure.details.use === 'feedback')
    .flatMap((measure) =>
      sessionsAsked(data, measure).flatMap((session) => ofSession(data, measure, session)),
    )
}

/** At the end (null), and each session for which anything came back. */
function sessionsAsked({ outcomes, tallies, sessions }: WorkbookRows, measure: Measure) {
  const here = [...tallies, ...outcomes.readings].filter((one) => one.measureId === measure.id)
  const asked = new Set(here.map((one) => one.sessionId))
  return [null, ...sessions.filter((one) => asked.has(one.id)).map((one) => one.id)]
}

function ofSession(data: WorkbookRows, now: Measure, sessionId: string | null): Answer[] {
  const starts = data.sessions.find((one) => one.id === sessionId)?.startsAt
  const tallies = data.tallies.filter((one) => one.measureId === now.id && one.sessionId === sessionId)
  const named = data.outcomes.readings.filter((one) => one.measureId === now.id && one.sessionId === sessionId) // prettier-ignore
  // Answers say what they said when they were given.
  const edition = [...tallies, ...named][0]?.edition ?? now.edition
  const measure = data.outcomes.earlier.find((one) => one.id === now.id && one.edition === edition) ?? now
  const questions = measure.details.parts.length > 0 ? measure.details.parts : [{ item: 0, name: '' }]
  return questions.flatMap(({ item, name }) => {
    const labels = labelsOf(measure, item)
    const told = [...tallies, ...named].flatMap((one) => (one.item === item ? (one.value ?? []) : []))
    const values = new Set([...labels.keys(), ...told])
    return [...values].map((value) => ({
      key: [measure.id, item, sessionId ?? NO_SESSION, value].join(' '),
      measure: measure.name,
      question: name,
      session: starts === undefined ? '' : longDate(dateOf(starts)),
      value,
      answer: labels.get(value) ?? '',
      people: tallies.find((one) => one.item === item && one.value === value)?.people ?? null,
      named: named.filter((one) => one.item === item && one.value === value).length,
    }))
  })
}

/** The answers that may be given to a question, by their number. */
const labelsOf = (measure: Measure, item: number): Map<number, string> =>
  new Map(itemShape(measure, item).answers.map(({ value, label }) => [value, label]))
