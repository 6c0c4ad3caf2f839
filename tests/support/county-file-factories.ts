import { execFileSync } from 'node:child_process'
import exceljs from 'exceljs'
import type { TestCounty } from './test-county.ts'
import { aPath } from './export-factories.ts'

/** The year of the sample county. */
export const THE_YEAR = { from: '2025-12-01', to: '2026-11-30' }

type FileOfCounty = 'countyWorkbook' | 'longTables'

/** Makes a file of the county and says where it is. */
export async function aCountyFile(county: TestCounty, which: FileOfCounty, asked: object = {}) {
  const path = aPath(county, 'xlsx')
  const made = await county.api.exports[which]({ ...THE_YEAR, ...asked, grant: county.grant(path) })
  return { path, ...made }
}

/** The rows of a sheet as objects by heading. */
export async function sheetRows(path: string, name: string): Promise<Record<string, exceljs.CellValue>[]> {
  const file = new exceljs.Workbook()
  await file.xlsx.readFile(path)
  const page = file.getWorksheet(name)
  if (!page) throw new Error(`There is no sheet ${name}.`)
  const headings = page.getRow(1).values as exceljs.CellValue[] // a row's values are a list from 1
  const rows: Record<string, exceljs.CellValue>[] = []
  for (let at = 2; at <= page.rowCount; at++) {
    const row: Record<string, exceljs.CellValue> = {}
    headings.forEach((heading, column) => (row[String(heading)] = page.getRow(at).getCell(column).value))
    rows.push(row)
  }
  return rows
}

/** Every byte of a workbook that was packed, as text. */
export const unpacked = (path: string): string =>
  execFileSync('unzip', ['-p', path], { encoding: 'utf8', maxBuffer: 200_000_000 })
