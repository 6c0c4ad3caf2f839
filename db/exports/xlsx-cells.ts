import type exceljs from 'exceljs'
import type { Cell, Column, Sheet, Workbook } from '../../shared/exports/sheet.ts'

const HEADING_FILL = 'FFE2F1F2'
const LINE = 'FFD5DDDF'
const TEXT = 'FF17262B'
/** Named in every cell that is set: a cell with a font of its own falls back to a serif otherwise. */
export const FONT = { name: 'Calibri', size: 11, color: { argb: TEXT } } as const

/** & begins a code in a printed header. Excel takes 255 characters for all three parts. */
const printable = (words: string, max: number) => words.slice(0, max).replaceAll('&', '&&')

/** How a sheet is set up: landscape on A4, as wide as a page, its headings in view and on every page. `top` is their row. */
export const pageOptions = (
  sheet: Pick<Sheet, 'name' | 'frozenColumns'>,
  top: number,
  { header, classification }: Pick<Workbook, 'header' | 'classification'>,
): Partial<exceljs.AddWorksheetOptions> => ({
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

/** How a heading looks. */
export const headingStyle = (column: Column): Partial<exceljs.Style> => ({
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADING_FILL } },
  border: { bottom: { style: 'thin', color: { argb: LINE } } },
  alignment: { wrapText: true, vertical: 'middle', ...(column.centred && { horizontal: 'center' }) },
})

/** A date in a workbook has no zone; the library reads and writes it as UTC, so UTC midnight is that day everywhere. */
const utc = (local: string) => new Date(`${local.length === 10 ? `${local}T00:00` : local}:00Z`)

/** A time of day as a length drawn on one day, for a file format that has no other way to say it. */
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Puts a value into a cell, with the format that shows it. Never a formula. */
export function put(cell: exceljs.Cell, value: Cell): void {
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
