import { describe, expect, test } from 'vitest'
import { reportList } from '../../../db/reports/report-list.ts'
import { reportKeys, splits, type ReportAsked } from '../../../shared/reports/asked.ts'
import type { Report, ReportLine, ReportRow, ReportTable } from '../../../shared/reports/report.ts'
import { median } from '../../../shared/enrolments/turnaround.rules.ts'
import { attack, nameOf } from '../../support/attacker.ts'
import { anAsked } from '../../support/report-commands.ts'
import { csvNumbers, numbersOf, sheetsOf, workbookOf } from '../../support/read-report.ts'
import { aCounty } from '../../support/test-county.ts'

const keys = reportKeys.filter((key) => reportList[key] !== undefined)
const period = { from: '2025-04-01', to: '2026-12-31' }
const linesOf = (table: ReportTable): ReportLine[] => [...table.lines, ...(table.total ? [table.total] : [])]

/** What rows come to, in words of this test: a second way to the number of a cell. A share of hours is one of minutes. */
function fromRows(unit: string, column: string, rows: readonly ReportRow[]): number | null {
  let part = 0
  let whole = 0
  for (const row of rows) {
    whole += row.amount
    if (row.counts) part += row.amount
  }
  if (unit === 'percent') return rows.length === 0 ? null : Math.round((part / whole) * 1000) / 10
  // The one column of days that is no middle of them.
  if (column === 'longest') return Math.max(...rows.map((row) => row.amount))
  if (unit === 'days') return median(rows.map((row) => row.amount))
  return unit === 'hours' ? Math.round((part / 60) * 10) / 10 : part
}

/** Cells from all over the report: asking for the rows of every one of thousands would take minutes. */
function someCells(report: Report) {
  const all = [...everyCell(report)]
  const step = Math.ceil(all.length / 14)
  return all.filter((_one, at) => at % step === 0)
}

describe.each(keys)('the report %s', (report) => {
  const asked = (change: Partial<ReportAsked> = {}) => anAsked({ report, ...period, ...change })

  test('runs by every split, with and without a period beside it, and each line has a cell for each column', async () => {
    const { api } = await aCounty('sample')
    for (const by of splits) {
      const { report: made } = await api.reports.run(asked({ by, beside: by === 'month' ? 'year-before' : 'none' })) // prettier-ignore
      for (const table of made.tables) {
        const [names, lineKeys] = [table.columns, linesOf(table)].map(
          (all) => new Set(all.map((one) => one.key)),
        )
        expect([names?.size, lineKeys?.size]).toEqual([table.columns.length, linesOf(table).length])
        for (const line of linesOf(table)) expect(line.cells).toHaveLength(table.columns.length)
      }
      expect(new Set(made.tables.map((table) => table.key)).size).toBe(made.tables.length)
      if (made.chart) expect(made.tables.map((table) => table.key)).toContain(made.chart.table)
    }
  })

  test('says of every figure what the rows behind it come to', async () => {
    const { api } = await aCounty('sample')
    const question = asked({ by: 'half' })
    const { report: made } = await api.reports.run(question)
    for (const { table, line, at, cell } of someCells(made)) {
      const column = table.columns[at]?.key ?? ''
      const behind = await api.reports.behind({ asked: question, table: table.key, line: line.key, column, take: 1000 }) // prettier-ignore
      const where = `${table.title}, ${line.name}, ${column}`
      expect([where, behind.cell.value]).toEqual([where, cell.value])
      if (behind.count > 1000) continue
      expect([where, behind.rows.length]).toEqual([where, behind.count])
      // A week that was not counted is a gap, and no 0.
      if (cell.value === null) expect([where, behind.count]).toEqual([where, 0])
      else expect([where, fromRows(behind.unit, column, behind.rows)]).toEqual([where, cell.value])
    }
  }, 30_000)

  test('is in both files what it is on paper, number for number', async () => {
    const county = await aCounty('sample')
    const question = asked({ by: 'programme', beside: 'year-before' })
    const { report: left } = await county.api.reports.leaving(question)
    expect(await csvNumbers(county, question)).toEqual(numbersOf(left))
    const { sheets } = await workbookOf(county, question)
    expect(sheets.map((rows) => rows.slice(1))).toEqual(sheetsOf(left))
  })

  test('leaves with no small number of people that adding and subtracting could find', async () => {
    const { api } = await aCounty('sample')
    for (const by of ['programme', 'building', 'quarter'] as const) {
      const truth = (await api.reports.run(asked({ by }))).report
      const { report: left, threshold } = await api.reports.leaving(asked({ by }))
      const isDocument = report === 'quarterly-return' || report === 'scrutiny'
      const ranges = attack(left, !isDocument)
      for (const { table: found, line, at, cell } of everyCell(left)) {
        const table = isDocument && found.total ? { ...found, total: { ...found.total, name: `${found.key} total` } } : found // prettier-ignore
        const column = table.columns[at]
        const was = sameCell(truth, found, line, at)?.value ?? 0
        if (column?.unit !== 'count') continue
        if (column.people && !cell.hidden) expect(was >= 1 && was < threshold).toBe(false)
        if (!column.people || !cell.hidden || was >= threshold) continue
        const name = nameOf(table, line === found.total ? null : line.key, column, 'value')
        const range = ranges.get(name) ?? { least: 1, most: Infinity }
        expect([name, range.most > range.least]).toEqual([name, true])
      }
    }
  })
})

function* everyCell(report: Report) {
  for (const table of report.tables)
    for (const line of linesOf(table))
      for (const [at, cell] of line.cells.entries()) yield { table, line, at, cell }
}

const sameCell = (report: Report, table: ReportTable, line: ReportLine, at: number) => {
  const other = report.tables.find((one) => one.key === table.key)
  return (line === table.total ? other?.total : other?.lines.find((one) => one.key === line.key))?.cells[at]
}
