import type exceljs from 'exceljs'
import type { Cell, Sheet, Workbook } from '../../shared/exports/sheet.ts'

const HEADING_FILL = 'FFE2F1F2'
const LINE = 'FFD5DDDF'
const TEXT = 'FF17262B'
/** Named in every cell that is set: a cell with a font of its own falls back to a serif otherwise. */
const FONT = { name: 'Calibri', size: 11, color: { argb: TEXT } } as const
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

/** & begins a code in a printed header. Excel takes 255 characters for all three parts. */
const printable = (words: string, max: number) => words.slice(0, max).replaceAll('&', '&&')

function addSheet(file: exceljs.Workbook, sheet: Sheet, { header, classification }: Workbook): void {
  const top = (sheet.title?.length ?? 0) + (sheet.title ? 1 : 0) + 1
  const page = file.addWorksheet(sheet.name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${top}:${top}`,
    },
    headerFooter: {
      oddHeader: `&L${printable(header, 100)}&R${printable(classification, 60)}`,
      oddFooter: `&L${printable(sheet.name, 30)}&RPage &P of &N`,
    },
    views: [{ state: 'frozen', xSplit: sheet.frozenColumns, ySplit: top, showGridLines: true }],
  })
  sheet.title?.forEach((words, at) => {
    const cell = page.getCell(at + 1, 1)
    cell.value = words
    cell.font = at === 0 ? { ...FONT, bold: true, size: 16 } : FONT
  })
  addHeadings(page, sheet, top)
  addRows(page, sheet, top)
}

function addHeadings(page: exceljs.Worksheet, { columns, rows }: Sheet, top: number): void {
  columns.forEach((column, at) => {
    page.getColumn(at + 1).width = column.width
    const cell = page.getCell(top, at + 1)
    put(cell, column.heading)
    cell.font = { ...FONT, bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADING_FILL } }
    cell.border = { bottom: { style: 'thin', color: { argb: LINE } } }
    cell.alignment = {
      wrapText: true,
      vertical: 'middle',
      ...(column.centred && { horizontal: 'center' }),
    }
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

/** A date in a workbook has no zone; the library reads and writes it as UTC, so UTC midnight is that day everywhere. */
const utc = (local: string) => new Date(`${local.length === 10 ? `${local}T00:00` : local}:00Z`)

/** A time of day as a length drawn on one day, for a file format that has no other way to say it. */
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function put(cell: exceljs.Cell, value: Cell): void {
  switch (value?.kind) {
    case undefined:
      return
    case 'text':
      cell.value = value.text
      return
    case 'number':
      cell.value = value.value
      return
    case 'percent':
      // The number the screen shows, with its sign: nobody has to multiply to compare.
      cell.value = value.value
      cell.numFmt = '0.0"%"'
      return
    case 'date':
      cell.value = utc(value.date)
      cell.numFmt = 'dd/mm/yyyy'
      return
    case 'time':
      // A share of the day, which is how a spreadsheet counts with times; as a date it would be rounded.
      cell.value = minutesOf(value.time) / (24 * 60)
      cell.numFmt = 'hh:mm'
      return
    case 'moment':
      cell.value = utc(value.at)
      cell.numFmt = 'dd/mm/yyyy hh:mm'
  }
}
