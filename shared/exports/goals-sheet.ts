import { anchorOf, standing, type BaselineSheet } from './coming-back.rules.ts'
import { column, text, type Sheet } from './sheet.ts'
import type { WorkbookData, WorkbookRows } from './workbook-data.ts'

type Measure = WorkbookData['outcomes']['measures'][number]

const goalMeasures = ({ outcomes }: WorkbookRows) => outcomes.measures.filter((m) => m.kind === 'goals')
const mostGoals = (data: WorkbookRows) => Math.max(0, ...goalMeasures(data).map((m) => m.goalLimit))
const numbersTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1)
const goalColumn = (item: number) => `goal ${item}`

/** The goals in each person's own words, one row a person, whether they have any yet or not. */
export function goalsSheet(data: WorkbookData): Sheet {
  const items = numbersTo(mostGoals(data))
  const { rows } = goalsBaseline(data)
  return {
    name: 'Goals',
    columns: [column('Name', 28), column('Measure', 26), ...items.map((n) => column(`Goal ${n}`, 44))],
    rows: rows.map(({ says, places }) => [
      text(says['name'] ?? ''),
      text(says['measure'] ?? ''),
      ...items.map((n) => text(String(places[goalColumn(n)]?.value ?? '') || null)),
    ]),
    frozenColumns: 1,
    keys: {
      anchor: anchorOf(data.fileId, 'goals'),
      columns: ['name', 'measure', ...items.map(goalColumn)],
      rows: rows.map((row) => row.key),
      editable: items.map(goalColumn),
    },
  }
}

/** The words of every goal as they leave. */
export function goalsBaseline(data: WorkbookRows): BaselineSheet {
  const words = new Map(data.outcomes.goals.map((g) => [`${g.personId} ${g.measureId} ${g.item}`, g.text]))
  const rowOf = (person: WorkbookData['people'][number], measure: Measure) => ({
    key: `${person.personId} ${measure.id}`,
    says: { name: person.name, measure: measure.name },
    places: Object.fromEntries(
      numbersTo(measure.goalLimit).map((n) => [
        goalColumn(n),
        standing(words.get(`${person.personId} ${measure.id} ${n}`) ?? null),
      ]),
    ),
  })
  return {
    sheet: 'goals',
    columns: Object.fromEntries(numbersTo(mostGoals(data)).map((n) => [goalColumn(n), `Goal ${n}`])),
    rows: data.people
      .filter((person) => !person.volunteer)
      .flatMap((person) => goalMeasures(data).map((measure) => rowOf(person, measure))),
  }
}
