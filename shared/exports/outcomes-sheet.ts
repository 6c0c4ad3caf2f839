import { movementOf } from '../outcomes/change.rules.ts'
import { itemShape } from '../outcomes/readings.rules.ts'
import { timePointLabels, timePoints } from '../outcomes/time-points.ts'
import { anchorOf, onColumn, reasonsInWords, REASONS_COLUMN } from './coming-back.rules.ts'
import { outcomePlaces, outcomeRows, outcomeSays, type OutcomeRow } from './outcome-rows.rules.ts'
import { column, date, number, text, type Cell, type Sheet } from './sheet.ts'
import type { WorkbookData } from './workbook-data.ts'

const results = { improved: 'Improved', same: 'Same', worse: 'Worse' } as const

/** What tells one row from another. */
const first = [
  ['name', 'Name', 28],
  ['measure', 'Measure', 26],
  ['scale', 'Scale', 24],
  ['goal', 'Goal', 7],
  ['words', 'Goal in words', 44],
  ['completed by', 'Completed by', 18],
  ['round', 'Round', 7],
  ['session', 'Session', 16],
] as const

/** One row a goal or a scale, with every time point beside each other. Missing is blank, never 0. */
export function outcomesSheet(data: WorkbookData): Sheet {
  const rows = outcomeRows(data)
  const points = timePoints.flatMap((point) => [point, onColumn(point)])
  return {
    name: 'Outcomes',
    columns: [
      ...first.map(([, heading, width]) => column(heading, width)),
      ...timePoints.flatMap((point) => [
        column(timePointLabels[point], 10),
        column(`${timePointLabels[point]} on`, 13),
      ]),
      column('Change', 9),
      column('Result', 11),
      column('Not done', 40),
    ],
    rows: rows.map((row) => cellsOf(data, row)),
    frozenColumns: 1,
    keys: {
      anchor: anchorOf(data.fileId, 'outcomes'),
      columns: [...first.map(([key]) => (key === 'words' ? null : key)), ...points, null, null, REASONS_COLUMN], // prettier-ignore
      rows: rows.map((row) => row.key),
      editable: [...points, REASONS_COLUMN],
    },
  }
}

function cellsOf(data: WorkbookData, row: OutcomeRow): Cell[] {
  const says = outcomeSays(row, data.sessions)
  const places = outcomePlaces(row)
  const at = (point: string) => {
    const value = places[point]?.value ?? null
    return typeof value === 'number' ? value : null
  }
  const [before, after] = [at('before'), at('after')]
  const matched = before !== null && after !== null && row.measure.details.use === 'change'
  const { direction } = itemShape(row.measure, row.item)
  const said = (key: string): Cell => text(says[key] || null)
  return [
    said('name'),
    said('measure'),
    said('scale'),
    row.measure.kind === 'goals' ? number(row.item) : null,
    text(row.goal),
    said('completed by'),
    row.round === 1 ? null : number(row.round),
    said('session'),
    ...timePoints.flatMap((point) => [number(at(point)), date(places[point]?.on ?? null)]),
    // Rounded, so that 7.3 less 7.1 does not read 0.2000000000000002.
    matched ? number(Math.round((after - before) * 1e6) / 1e6) : null,
    matched ? text(results[movementOf(before, after, direction)]) : null,
    text(reasonsInWords(places) || null),
  ]
}
