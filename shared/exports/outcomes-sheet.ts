import { pairsOf, type Movement } from '../outcomes/change.rules.ts'
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
  const moved = movements(data)
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
    rows: rows.map((row) => cellsOf(data, row, moved)),
    frozenColumns: 1,
    keys: {
      anchor: anchorOf(data.fileId, 'outcomes'),
      columns: [...first.map(([key]) => (key === 'words' ? null : key)), ...points, null, null, REASONS_COLUMN], // prettier-ignore
      rows: rows.map((row) => row.key),
      editable: [...points, REASONS_COLUMN],
    },
  }
}

type Reading = WorkbookData['outcomes']['readings'][number]
/** A number of a form, as it is in a row. */
const placeOf = ({ personId, measureId, item, timePoint, round, completedBy, sessionId }: Reading) =>
  [personId, measureId, item, timePoint, round, completedBy, sessionId].join(' ')

/** How each pair moved, by its two numbers, by the rules of every other figure: no row says what the reports do not. */
function movements({ outcomes: { measures, earlier, readings } }: WorkbookData): ReadonlyMap<string, Movement> {
  const pairs = measures
    .filter(({ details }) => details.use === 'change')
    .flatMap((measure) => pairsOf({ ...measure, earlier: earlier.filter((one) => one.id === measure.id) }, readings))
  return new Map(pairs.map(({ before, after, movement }) => [`${placeOf(before)} ${placeOf(after)}`, movement]))
} // prettier-ignore

function cellsOf(data: WorkbookData, row: OutcomeRow, moved: ReadonlyMap<string, Movement>): Cell[] {
  const says = outcomeSays(row, data.sessions)
  const places = outcomePlaces(row)
  const at = (point: string) => {
    const value = places[point]?.value ?? null
    return typeof value === 'number' ? value : null
  }
  const [before, after] = [at('before'), at('after')]
  const [from, to] = (['before', 'after'] as const).map((point) => row.readings.find((one) => one.timePoint === point)) // prettier-ignore
  const movement = from && to ? moved.get(`${placeOf(from)} ${placeOf(to)}`) : undefined
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
    movement && before !== null && after !== null ? number(Math.round((after - before) * 1e6) / 1e6) : null,
    movement ? text(results[movement]) : null,
    text(reasonsInWords(places) || null),
  ]
}
