import { askedOf } from '../outcomes/feedback.rules.ts'
import type { Measure } from '../outcomes/outcomes.contract.ts'
import { itemsOf, itemShape } from '../outcomes/readings.rules.ts'
import type { ReportAsked } from './asked.ts'
import { lineWith, tableOf, type FigureOf } from './made-table.rules.ts'
import type { Behind, MadeReport, MadeTable } from './making.ts'
import { admitter, lineFinder, splitHeadings, type Places } from './splits.rules.ts'

/** By which rules feedback is counted. A change of what is counted adds a line. */
export const feedbackRules = [
  {
    version: 1,
    since: '2026-11-22',
    what: 'Answers by name and forms without one together, of those asked: as many as somebody entered, else everybody who came. Feedback on a whole group counts on the day of its last session so far.',
  },
] as const

/** An answer to one question: of one person, or of several forms without a name. */
export interface FeedbackAnswer {
  readonly item: number
  readonly value: number
  readonly people: number
  readonly personId: string | null
}

/** A session or a whole group that somebody was asked about, by one measure as it was then. */
export interface FeedbackOccasion {
  readonly measure: Measure
  readonly groupId: string
  readonly sessionId: string | null
  readonly on: string
  /** How many were asked, where somebody said. */
  readonly entered: number | null
  readonly came: number
  readonly answers: readonly FeedbackAnswer[]
}

/** What a figure is made of: an answer, or (value null) those asked who gave none. */
interface Row {
  readonly occasion: FeedbackOccasion
  readonly item: number
  readonly value: number | null
  readonly people: number
  readonly personId: string | null
}

function rowsOf(occasion: FeedbackOccasion, item: number): Row[] {
  const given = occasion.answers.filter((one) => one.item === item)
  const answered = given.reduce((sum, one) => sum + one.people, 0)
  const silent = askedOf(occasion.entered, occasion.came, occasion.answers) - answered
  const rows: Row[] = given.map((one) => ({ ...one, occasion }))
  return silent === 0 ? rows : [...rows, { occasion, item, value: null, people: silent, personId: null }]
}

const behind = ({ occasion, value, people, personId }: Row, counts = true): Behind => {
  const { groupId, sessionId, on, measure } = occasion
  const label = measure.details.answers.find((one) => one.value === value)?.label ?? value
  const forms = value === null ? 'Asked, no answer' : `${label}, on forms without a name`
  return {
    personId, groupId, sessionId, on, amount: people, counts,
    ...(personId === null ? { what: forms } : {}),
    link: `/groups/${groupId}/outcomes`,
  } // prettier-ignore
}
const answered = (rows: readonly Row[]) => rows.filter((row) => row.value !== null)
const all = (rows: readonly Row[]) => rows.map((row) => behind(row))

const response: readonly FigureOf<Row>[] = [
  {
    key: 'asked', name: 'Asked', unit: 'count', adds: true, people: true,
    definition: 'How many were asked: the number that was entered, else everybody who came to the session, or to any session of the group where the whole group was rated; volunteers never. Never fewer than answered.',
    of: all,
  },
  {
    key: 'answered', name: 'Answered', unit: 'count', adds: true, people: true,
    definition: 'Answers by name and forms without one.',
    of: (rows) => all(answered(rows)),
  },
  {
    key: 'rate', name: 'Response rate', unit: 'percent', adds: false, people: true,
    definition: 'Answered, of those asked.',
    of: (rows) => rows.map((row) => behind(row, row.value !== null)),
  },
] // prettier-ignore

type Answer = Measure['details']['answers'][number]
const share = (key: string, name: string, definition: string, values: readonly number[]): FigureOf<Row> => ({
  key, name, definition, unit: 'percent', adds: false, people: true,
  of: (rows) => answered(rows).map((row) => behind(row, row.value !== null && values.includes(row.value))),
}) // prettier-ignore

/** How many gave an answer, and which share of those who answered. */
const answerFigures = ({ value, label }: Answer): FigureOf<Row>[] => [
  {
    key: `answer-${value}`, name: label, unit: 'count', adds: true, people: true,
    definition: `How many answered “${label}”.`,
    of: (rows) => all(rows.filter((row) => row.value === value)),
  },
  share(`share-${value}`, `${label}, share`, `“${label}”, of those who answered.`, [value]),
] // prettier-ignore

/** The first two answers together, where there are more than two: `Good or better`. */
function orBetter({ answers }: Measure['details']): FigureOf<Row>[] {
  const [best, second, ...lower] = answers
  if (best === undefined || second === undefined || lower.length === 0) return []
  return [
    share('or-better', orBetterName(second), `“${best.label}” and “${second.label}” together, of those who answered.`, [best.value, second.value]), // prettier-ignore
  ]
}
const orBetterName = ({ label }: Answer) => `${label} or better`

const figuresOf = ({ details }: Measure) => [
  ...response,
  ...details.answers.flatMap(answerFigures),
  ...orBetter(details),
]

type Line = ReturnType<typeof lineFinder>

/** A table of one question by the lines asked for. */
function questionTable(occasions: readonly FeedbackOccasion[], measure: Measure, item: number, lineOf: Line, heading: string): MadeTable {
  const single = itemsOf(measure).length === 1
  return tableOf({
    key: keyOf(measure, item),
    title: single ? titleOf(measure) : `${titleOf(measure)}: ${itemShape(measure, item).name}`,
    lineHeading: heading,
    figures: figuresOf(measure),
    rows: occasions.flatMap((occasion) => rowsOf(occasion, item)),
    lineOf: ({ occasion }) => lineOf(occasion),
  })
} // prettier-ignore

/** One table of all statements of a measure, a line each. They are different questions, so they have no total. */
function statementsTable(occasions: readonly FeedbackOccasion[], measure: Measure): MadeTable {
  const figures = figuresOf(measure)
  const lines = itemsOf(measure).map((item) =>
    lineWith(
      figures,
      { key: String(item), name: itemShape(measure, item).name },
      occasions.flatMap((occasion) => rowsOf(occasion, item)),
    ),
  )
  const columns = figures.map(({ of: _of, ...column }) => ({ ...column, adds: false }))
  return { key: keyOf(measure, 0), title: titleOf(measure), lineHeading: 'Statement', columns, lines, total: null, notes: [] } // prettier-ignore
}

const keyOf = ({ id, edition }: Measure, item: number) => `${id}-${edition}-${item}`
const titleOf = ({ name, edition }: Measure) => (edition === 1 ? name : `${name} (edition ${edition})`)

/** `95% said good or better of the overall rating (38 of 40); 40 of 79 asked answered.` */
function findingOf(tables: readonly { measure: Measure; rows: readonly Row[] }[]): string {
  const sum = (rows: readonly Row[]) => rows.reduce((n, row) => n + row.people, 0)
  const most = tables.toSorted((a, b) => sum(answered(b.rows)) - sum(answered(a.rows)))[0]
  const given = sum(answered(most?.rows ?? []))
  if (most === undefined || given === 0) return 'No feedback was recorded in this period.'
  const { answers } = most.measure.details
  const best = answers.slice(0, answers.length > 2 ? 2 : 1)
  const said = sum(most.rows.filter((row) => best.some((one) => one.value === row.value)))
  const words = best.length === 2 && best[1] ? orBetterName(best[1]) : (best[0]?.label ?? '')
  return `${most.measure.name}: ${Math.round((said / given) * 100)}% said “${words}” (${said} of ${given} who answered); ${given} of ${sum(most.rows)} asked answered.`
}

/** What people said, and how many of those who were asked. */
export function feedbackReport(
  { occasions, places }: { readonly occasions: readonly FeedbackOccasion[]; readonly places: Places },
  asked: ReportAsked,
): MadeReport {
  const admits = admitter(asked, places)
  const counted = occasions.filter(
    (one) =>
      one.on >= asked.from &&
      one.on <= asked.to &&
      (asked.measureId === null || one.measure.id === asked.measureId) &&
      admits(one.groupId, one.sessionId),
  )
  const lineOf = lineFinder(asked.by, places)
  const heading = splitHeadings[asked.by]
  const ordered = counted.toSorted((a, b) => titleOf(a.measure).localeCompare(titleOf(b.measure), 'en-GB'))
  const groups = [...Map.groupBy(ordered, ({ measure }) => keyOf(measure, 0)).values()]
  const firsts: { measure: Measure; rows: readonly Row[] }[] = []
  const tables = groups.flatMap((own) => {
    const measure = own[0]?.measure
    if (measure === undefined) return []
    const items = itemsOf(measure)
    firsts.push({ measure, rows: own.flatMap((occasion) => rowsOf(occasion, items[0] ?? 0)) })
    if (asked.by === 'all' && items.length > 1) return [statementsTable(own, measure)]
    return items.map((item) => questionTable(own, measure, item, lineOf, heading))
  })
  return { finding: findingOf(firsts), chart: chartOf(tables), tables }
}

function chartOf([first]: readonly MadeTable[]): MadeReport['chart'] {
  if (first === undefined) return null
  const columns = first.columns.filter((column) => column.key.startsWith('answer-')).map((column) => column.key) // prettier-ignore
  return { kind: 'stacked', table: first.key, columns, breaks: [] }
}
