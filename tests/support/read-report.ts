import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { ReportAsked } from '../../shared/reports/asked.ts'
import type { Report, ReportCell } from '../../shared/reports/report.ts'
import type { Api, TestCounty } from './test-county.ts'

const lines = (table: Report['tables'][number]) => [...table.lines, ...(table.total ? [table.total] : [])]

/** Every number of a report as a file of text says it, in order: table, line, figure, value, number, of, beside. */
export const numbersOf = (report: Report): string[][] =>
  report.tables.flatMap((table) =>
    lines(table).flatMap((line) =>
      table.columns.map((column, at) => {
        const cell: ReportCell | undefined = line.cells[at]
        const say = (value: number | null | undefined) => (cell?.hidden ? '[c]' : value === null || value === undefined ? '' : String(value)) // prettier-ignore
        return [table.title, line.name, column.name, column.unit, say(cell?.value), say(cell?.part), say(cell?.whole), say(cell?.before)] // prettier-ignore
      }),
    ),
  )

type Maker = Pick<TestCounty, 'grant' | 'folder'> & { readonly api: Api }

/** The same as the file of text has it. */
export async function csvNumbers({ api, folder, grant }: Maker, asked: ReportAsked): Promise<string[][]> {
  const path = join(folder, 'report.csv')
  await api.exports.report({ asked, format: 'csv', grant: grant(path) })
  const records: string[][] = parse(readFileSync(path), { bom: true, relax_column_count: true })
  return records.slice(1)
}

/** The rows of each sheet of the workbook but About, with their headings first; and what About says, by name. */
export async function workbookOf({ api, folder, grant }: Maker, asked: ReportAsked) {
  const path = join(folder, 'report.xlsx')
  await api.exports.report({ asked, format: 'xlsx', grant: grant(path) })
  const { default: library } = await import('exceljs')
  const book = new library.Workbook()
  await book.xlsx.load(new Uint8Array(readFileSync(path)).buffer)
  const rowsOf = (sheet: (typeof book.worksheets)[number]) => {
    const rows: unknown[][] = []
    sheet.eachRow((row) =>
      rows.push(Array.from({ length: sheet.columnCount }, (_, at) => row.getCell(at + 1).value)),
    )
    return rows
  }
  const sheets = book.worksheets.filter((sheet) => sheet.name !== 'About').map(rowsOf)
  const about = book.getWorksheet('About')
  return { sheets, about: about ? rowsOf(about).map((row) => [String(row[0]), row[1]] as const) : [] }
}

/** Every number of a report as its workbook has it: a cell each, in the order of the columns. */
export const sheetsOf = (report: Report): unknown[][][] =>
  report.tables.map((table) => {
    const compared = lines(table).some((line) => line.cells.some((cell) => cell.before !== undefined))
    return lines(table).map((line) => [
      line.name,
      ...table.columns.flatMap((column, at) => {
        const cell = line.cells[at]
        const say = (value: number | null | undefined) => (cell?.hidden ? '[c]' : (value ?? null))
        const parts = column.unit === 'percent' ? [cell?.value, cell?.part, cell?.whole] : column.unit === 'days' ? [cell?.value, cell?.whole] : [cell?.value] // prettier-ignore
        return (compared ? [...parts, cell?.before] : parts).map(say)
      }),
    ])
  })
