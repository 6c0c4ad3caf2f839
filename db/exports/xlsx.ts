import type exceljs from 'exceljs'
import type { Sheet, Workbook } from '../../shared/exports/sheet.ts'
import { FONT, headingStyle, pageOptions, put } from './xlsx-cells.ts'
import { addKeys } from './xlsx-keys.ts'

const LINE_HEIGHT = 15

/**
 * The bytes of an .xlsx file. The one place that knows the library: text always becomes a string cell, whatever it
 * begins with, and no cell is ever a formula.
 */
export async function toXlsx(workbook: Workbook): Promise<Uint8Array> {
  // Loaded at the first workbook: it takes longer to load than all the rest of the data process.
  const { default: library } = await import('exceljs')
  const file = new library.Workbook()
  file.creator = 'Gather'
  file.lastModifiedBy = workbook.madeBy
  file.created = new Date(workbook.madeAt)
  file.modified = new Date(workbook.madeAt)
  for (const sheet of workbook.sheets) addSheet(file, sheet, workbook)
  return new Uint8Array(await file.xlsx.writeBuffer())
}

function addSheet(file: exceljs.Workbook, sheet: Sheet, workbook: Workbook): void {
  const above = sheet.above ?? []
  const top = (sheet.title?.length ?? 0) + (sheet.title ? 1 : 0) + above.length + 1
  const page = file.addWorksheet(sheet.name, pageOptions(sheet, top, workbook))
  sheet.title?.forEach((words, at) => {
    const cell = page.getCell(at + 1, 1)
    cell.value = words
    cell.font = at === 0 ? { ...FONT, bold: true, size: 16 } : FONT
  })
  above.forEach((cells, row) =>
    cells.forEach((value, column) => put(page.getCell(row + 1, column + 1), value)),
  )
  addHeadings(page, sheet, top)
  addRows(page, sheet, top)
  if (sheet.keys) addKeys(page, sheet, sheet.keys, top)
}

function addHeadings(page: exceljs.Worksheet, { columns, rows }: Sheet, top: number): void {
  columns.forEach((column, at) => {
    page.getColumn(at + 1).width = column.width
    const cell = page.getCell(top, at + 1)
    put(cell, column.heading)
    Object.assign(cell, headingStyle(column))
  })
  if (rows.length > 0)
    page.autoFilter = {
      from: { row: top, column: 1 },
      to: { row: top + rows.length, column: columns.length },
    }
}

function addRows(page: exceljs.Worksheet, { columns, rows, totals = [] }: Sheet, top: number): void {
  const all = [...rows, ...totals]
  all.forEach((cells, at) => {
    const row = page.getRow(top + 1 + at)
    const font = at < rows.length ? FONT : { ...FONT, bold: true }
    cells.forEach((value, column) => {
      if (value === null) return
      const cell = row.getCell(column + 1)
      put(cell, value)
      const centred = columns[column]?.centred && { horizontal: 'center' as const }
      cell.alignment = { vertical: 'top', wrapText: value.kind === 'text', ...centred }
      cell.font = font
    })
    row.height = LINE_HEIGHT * linesOf(cells, columns)
  })
}

/** How many lines the longest text of a row needs: not every program makes a row as high as what is in it. */
function linesOf(cells: Sheet['rows'][number], columns: Sheet['columns']): number {
  const lines = cells.map((value, at) =>
    value?.kind === 'text' ? textLines(value.text, columns[at]?.width ?? 10) : 1,
  )
  return Math.max(1, ...lines)
}

const textLines = (text: string, width: number): number =>
  text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / width)), 0)
