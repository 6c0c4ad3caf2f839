import { expect, it } from 'vitest'
import { daysInLastYear, quartersOf, tablesAsMade, tablesBeside, yearsOf, type Beside, type Chapter } from '../../../shared/reports/documents.rules.ts' // prettier-ignore
import { cellOf, type MadeLine, type MadeReport, type MadeTable } from '../../../shared/reports/making.ts'
import { quarterOf } from '../../../shared/reports/quarters.rules.ts'

it('sets a quarter beside the one before and the same of the year before, over the end of the year too', () => {
  expect(quartersOf({ to: '2026-04-01' }).map((one) => one.key)).toEqual(['2026-1', '2025-4', '2025-1'])
  expect(quartersOf({ to: '2027-03-31' }).map((one) => one.key)).toEqual(['2026-4', '2026-3', '2025-4'])
})

it('sets the years of the days asked for, April to March, beside the year before them', () => {
  expect(yearsOf({ from: '2026-04-01', to: '2027-03-31' })).toEqual({ from: '2025-04-01', to: '2027-03-31' })
  expect(yearsOf({ from: '2026-03-31', to: '2026-04-01' })).toEqual({ from: '2024-04-01', to: '2027-03-31' })
  expect(daysInLastYear({ from: '2026-03-31', to: '2026-04-01' })).toEqual({ from: '2026-04-01', to: '2026-04-01' }) // prettier-ignore
  expect(daysInLastYear({ from: '2026-07-01', to: '2026-09-30' })).toEqual({ from: '2026-07-01', to: '2026-09-30' }) // prettier-ignore
})

const column = { key: 'people', name: 'People', unit: 'count', definition: '', adds: false, people: true } as const // prettier-ignore
const line = (key: string, people: number): MadeLine => ({ key, name: key, cells: [cellOf('count', Array.from({ length: people }, () => ({})))] }) // prettier-ignore
const table = (key: string, ...lines: MadeLine[]): MadeTable => ({ key, title: 'Who came', lineHeading: 'County', columns: [column], lines, total: null, notes: [] }) // prettier-ignore
const report = (...tables: MadeTable[]): MadeReport => ({ finding: '', chart: null, tables })
const beside = (...made: MadeReport[]): Beside[] =>
  made.map((one, at) => ({ period: quarterOf(`2026-0${9 - 3 * at}-30`), made: one }))
const chapter: Chapter = { report: 'reach', name: 'Reach', tables: ['reach', 'ages'] }

it('puts tables of one line beside other quarters, leaves others as they are, and takes no others', () => {
  const now = report(table('reach', line('all', 3)), table('ages', line('adult', 1), line('child', 2)), table('rooms', line('all', 9))) // prettier-ignore
  const made = tablesBeside(chapter, beside(now, report(table('reach', line('all', 5)))))
  expect(made.map((one) => [one.key, one.title, one.lines.map((row) => [row.key, row.name, row.cells[0]?.value])])).toEqual([
    ['reach-reach', 'Reach: who came', [['all', 'Quarter 2 2026/27', 3], ['last', 'Quarter 1 2026/27', 5]]],
    ['reach-ages', 'Reach: who came', [['adult', 'adult', 1], ['child', 'child', 2]]],
  ]) // prettier-ignore
  expect(tablesAsMade(chapter, now).map((one) => one.lines.length)).toEqual([1, 2])
})

it('says 0 of a quarter in which a report had nothing to count, and keeps a table without any line as it is', () => {
  const [made] = tablesBeside(chapter, beside(report(table('reach', line('all', 3))), report()))
  expect(made?.lines.map((row) => row.cells[0]?.value)).toEqual([3, 0])
  const [none] = tablesBeside(chapter, beside(report(table('reach')), report(table('reach'))))
  expect(none?.lines).toEqual([])
})

it('takes tables by the beginning of their keys, as those of each measure have it, and no table that only looks alike', () => {
  const outcomes: Chapter = { report: 'outcomes', name: 'Outcomes', tables: ['progress'] }
  const made = tablesAsMade(
    outcomes,
    report(table('progress-star'), table('progression'), table('change-star')),
  )
  expect(made.map((one) => one.key)).toEqual(['outcomes-progress-star'])
})
