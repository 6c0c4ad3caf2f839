import { describe, expect, test } from 'vitest'
import { hiddenCells, marked, published } from '../../../shared/reports/suppression.rules.ts'
import type { Report, ReportCell, ReportColumn, ReportTable } from '../../../shared/reports/report.ts'

const count = (value: number | null): ReportCell => ({ value, part: null, whole: null })
const share = (part: number, whole: number): ReportCell => ({
  value: Math.round((part / whole) * 1000) / 10,
  part,
  whole,
})
const column = (key: string, change: Partial<ReportColumn> = {}): ReportColumn => ({ key, name: key, unit: 'count', definition: key, adds: true, people: true, ...change }) // prettier-ignore

interface Plan {
  readonly columns?: readonly ReportColumn[]
  readonly lines: readonly (readonly (number | ReportCell)[])[]
  readonly total?: readonly (number | ReportCell)[]
  readonly finding?: string
  readonly notes?: readonly string[]
}
const cells = (line: readonly (number | ReportCell)[]) => line.map((one) => (typeof one === 'number' ? count(one) : one)) // prettier-ignore
const tableOf = ({ columns = [column('people')], lines, total, notes = [] }: Plan): ReportTable => ({
  key: 'table',
  title: 'Table',
  lineHeading: 'Line',
  columns: [...columns],
  lines: lines.map((line, at) => ({ key: `line ${at}`, name: `Line ${at}`, cells: cells(line) })),
  total: total ? { key: 'total', name: 'Total', cells: cells(total) } : null,
  notes: [...notes],
})
const reportOf = (plan: Plan): Report => ({ key: 'reach', title: 'Who?', finding: plan.finding ?? '', said: [], definitionsVersion: 1, chart: null, tables: [tableOf(plan)] }) // prettier-ignore

const leave = (plan: Plan, threshold = 5) => {
  const report = reportOf(plan)
  return published(report, hiddenCells({ report, beside: null, threshold }), threshold)
}
/** Each line and then the total: the numbers that are said, null for what is hidden. */
const said = (report: Report) =>
  report.tables.flatMap((table) =>
    [...table.lines, ...(table.total ? [table.total] : [])].map((line) => line.cells.map((cell) => (cell.hidden ? null : cell.value))),
  ) // prettier-ignore

describe('a small number of people', () => {
  test('is hidden from 1 up to one less than the threshold; 0 and the threshold are said', () => {
    expect(said(leave({ lines: [[0], [1], [4], [5], [6]] }))).toEqual([[0], [null], [null], [5], [6]])
  })
  test('follows the threshold of the setting', () => {
    expect(said(leave({ lines: [[5], [9], [10]] }, 10))).toEqual([[null], [null], [10]])
  })
  test('is said where nobody is counted: sessions are no people', () => {
    expect(said(leave({ columns: [column('sessions', { people: false })], lines: [[2]] }))).toEqual([[2]])
  })
  test('takes the other small numbers of its line along: one attendance is one person', () => {
    const columns = [column('people'), column('attendances', { people: false })]
    expect(said(leave({ columns, lines: [[1, 1], [2, 9], [7, 8]] }))).toEqual([[null, null], [null, 9], [7, 8]]) // prettier-ignore
  })
  test('does not take along what has nothing to do with people: there are fewer sessions than people', () => {
    const columns = [column('people'), column('sessions', { people: false })]
    expect(said(leave({ columns, lines: [[4, 2], [20, 3]] }))).toEqual([[null, 2], [20, 3]]) // prettier-ignore
  })
  test('takes a share along by its part, by its whole, and by what is left of it', () => {
    const columns = [column('share', { unit: 'percent', adds: false })]
    const lines = [[share(3, 10)], [share(2, 4)], [share(19, 20)], [share(10, 20)], [share(0, 20)], [share(20, 20)]] // prettier-ignore
    expect(said(leave({ columns, lines }))).toEqual([[null], [null], [null], [50], [0], [100]])
  })
  test('hides the middle of the days of few people', () => {
    const columns = [column('days', { unit: 'days', adds: false })]
    const days = (value: number, whole: number) => ({ value, part: null, whole })
    expect(said(leave({ columns, lines: [[days(14, 4)], [days(14, 5)]] }))).toEqual([[null], [14]])
  })
})

describe('what a small number could be worked out from', () => {
  test('is hidden as well: the smallest other line, and not the total', () => {
    expect(said(leave({ lines: [[3], [40], [9], [0]], total: [52] }))).toEqual([[null], [40], [null], [0], [52]]) // prettier-ignore
  })
  test('is left alone where two small numbers hide each other', () => {
    expect(said(leave({ lines: [[3], [3], [40]], total: [46] }))).toEqual([[null], [null], [40], [46]])
  })
  test('is the total, where lines of one each would be told by it', () => {
    expect(said(leave({ lines: [[1], [1], [1], [1], [1]], total: [5] })).at(-1)).toEqual([null])
  })
  test('is hidden across columns that add up', () => {
    const columns = [column('matched', { sumOf: ['better', 'same', 'worse'] }), column('better'), column('same'), column('worse')] // prettier-ignore
    const [line] = said(leave({ columns, lines: [[30, 20, 8, 2]] }))
    expect(line).toEqual([30, 20, null, null])
  })
  test('is hidden along and down at once', () => {
    const columns = [column('all', { sumOf: ['came', 'not'] }), column('came'), column('not')]
    const left = said(leave({ columns, lines: [[10, 7, 3], [20, 10, 10], [40, 20, 20]], total: [70, 37, 33] })) // prettier-ignore
    expect(left[0]?.[2]).toBeNull()
    expect(left.filter((line) => line[2] === null).length).toBeGreaterThan(1)
    expect(left.flat().filter((one) => one === null).length).toBeGreaterThanOrEqual(4)
  })
  test('is a share whose parts the columns beside it say', () => {
    const columns = [column('matched'), column('better'), column('share', { unit: 'percent', adds: false })]
    expect(said(leave({ columns, lines: [[20, 3, share(3, 20)]] }))).toEqual([[20, null, null]])
  })
  test('is hidden among different people too, where a total tells how many are at least on a line', () => {
    const columns = [column('people', { adds: false })]
    const left = said(leave({ columns, lines: [[10], [4]], total: [14] }))
    expect(left).toEqual([[null], [null], [14]])
  })
  test('is not hidden without need: where people are on several lines, a total tells nothing', () => {
    const columns = [column('people', { adds: false })]
    expect(said(leave({ columns, lines: [[10], [3], [9]], total: [12] }))).toEqual([[10], [null], [9], [12]])
  })
  test('is not told by a table that has on its one line what is hidden in the total of another', () => {
    const columns = [column('better'), column('same'), column('people', { sumOf: ['better', 'same'] })]
    const ofAll = tableOf({ columns, lines: [[1, 5, 6]] })
    const byLine = tableOf({ columns, lines: [[1, 0, 1], [0, 5, 5]], total: [1, 5, 6] }) // prettier-ignore
    const report = { ...reportOf({ lines: [] }), tables: [{ ...ofAll, key: 'of all', lines: ofAll.lines.map((line) => ({ ...line, key: 'goals' })) }, byLine] } // prettier-ignore
    const [one, , , total] = said(published(report, hiddenCells({ report, beside: null, threshold: 5 }), 5))
    expect(one?.map((value) => value === null)).toEqual(total?.map((value) => value === null))
  })
  test('is the period beside it: its small numbers hide the cell, and are worked out from no other', () => {
    const report = reportOf({ lines: [[20], [30], [40]], total: [90] })
    const beside = [tableOf({ lines: [[3], [30], [40]], total: [73] })]
    const left = published(report, hiddenCells({ report, beside, threshold: 5 }), 5)
    expect(said(left)).toEqual([[null], [null], [40], [90]])
  })
})

describe('words', () => {
  const lines = [[3], [40], [9]]
  const total = [52]
  test('of a report do not say a number that is hidden, in figures or in letters', () => {
    const finding = (words: string) => leave({ lines, total, finding: words }).finding
    expect(finding('3 of 52 came to Bounce Back.')).toContain('Some numbers are hidden')
    expect(finding('Three came to Bounce Back.')).toContain('Some numbers are hidden')
    expect(finding('52 people came.')).toBe('52 people came.')
    expect(finding('52 people came from 3 March to 9 May 2026.')).toContain('52 people')
  })
  test('say that something is hidden, and keep a note that tells nothing', () => {
    const [table] = leave({ lines, total, notes: ['3 people have no family.', 'Volunteers are not counted.'] }).tables // prettier-ignore
    expect(table?.notes).toEqual(['Volunteers are not counted.', expect.stringContaining('fewer than 5')])
  })
  test('stay as they are where nothing is hidden', () => {
    const report = leave({ lines: [[30]], finding: '30 came.', notes: ['A note.'] })
    expect(report).toMatchObject({ finding: '30 came.', tables: [{ notes: ['A note.'] }] })
  })
})

test('on the screen every number stands, and those that do not leave are marked', () => {
  const report = reportOf({ lines: [[3], [40]] })
  const [small, large] = marked(report, hiddenCells({ report, beside: null, threshold: 5 })).tables[0]?.lines ?? [] // prettier-ignore
  expect(small?.cells[0]).toEqual({ ...count(3), leaves: 'hidden' })
  expect(large?.cells[0]).toEqual(count(40))
})

test('what may never be told is hidden whatever its number, and cannot be worked out either', () => {
  const report = reportOf({ lines: [[30], [40], [50]], total: [120] })
  const never = (_table: number, line: number) => line === 0
  const left = published(report, hiddenCells({ report, beside: null, threshold: 5, never }), 5)
  expect(said(left)).toEqual([[null], [null], [50], [120]])
})
