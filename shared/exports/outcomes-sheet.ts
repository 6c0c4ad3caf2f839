import { movementOf } from '../outcomes/change.rules.ts'
import { timePointLabels, timePoints, type Measure, type TimePoint } from '../outcomes/outcomes.contract.ts'
import { itemsOf } from '../outcomes/readings.rules.ts'
import { column, date, number, text, type Cell, type Sheet } from './sheet.ts'
import type { WorkbookData } from './workbook-data.ts'

const results = { improved: 'Improved', same: 'Same', worse: 'Worse' } as const

/** One row a goal, or the one number of a scale, with every time point beside each other. Missing is blank, never 0. */
export function outcomesSheet(data: WorkbookData): Sheet {
  return {
    name: 'Outcomes',
    columns: [
      column('Name', 28),
      column('Measure', 26),
      column('Goal', 7),
      column('Goal in words', 44),
      ...timePoints.flatMap((point) => [
        column(timePointLabels[point], 10),
        column(`${timePointLabels[point]} on`, 13),
      ]),
      column('Change', 9),
      column('Result', 11),
      column('Not done', 40),
    ],
    rows: data.people.flatMap((person) =>
      data.outcomes.measures.flatMap((measure) =>
        itemsOf(measure).flatMap((item) => rowOf(data, person, measure, item)),
      ),
    ),
    frozenColumns: 1,
  }
}

function rowOf(
  { outcomes }: WorkbookData,
  person: WorkbookData['people'][number],
  measure: Measure,
  item: number,
): Cell[][] {
  const here = (x: { personId: string; measureId: string; item: number }) =>
    x.personId === person.personId && x.measureId === measure.id && x.item === item
  const goal = outcomes.goals.find(here)
  const readings = outcomes.readings.filter(here)
  if (goal === undefined && readings.length === 0) return []
  const at = (point: TimePoint) => readings.find((r) => r.timePoint === point)
  const [before, after] = [at('before')?.value ?? null, at('after')?.value ?? null]
  const matched = before !== null && after !== null
  const missing = readings.filter((r) => r.notDoneReason !== null)
  return [
    [
      text(person.name),
      text(measure.name),
      item === 0 ? null : number(item),
      text(goal?.text ?? null),
      ...timePoints.flatMap((point) => [number(at(point)?.value ?? null), date(at(point)?.takenOn ?? null)]),
      // Rounded, so that 7.3 less 7.1 does not read 0.2000000000000002.
      matched ? number(Math.round((after - before) * 1e6) / 1e6) : null,
      matched ? text(results[movementOf(before, after, measure.direction)]) : null,
      text(missing.map((r) => `${timePointLabels[r.timePoint]}: ${r.notDoneReason}`).join('; ') || null),
    ],
  ]
}
