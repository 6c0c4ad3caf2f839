import type ExcelJS from 'exceljs'
import { typedDate } from '../../shared/time/format.ts'

/** A sheet as text, with what is not text said in words. Row numbers are the sheet's own. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly notes: readonly string[]
}

/** Reads the sheets of a workbook's bytes. Throws when they are no workbook. The only file that knows the library. */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  // Loaded at the first list: it takes longer to load than all the rest of the data process.
  const { default: library } = await import('exceljs')
  const workbook = new library.Workbook()
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  const notes = workbook.properties.date1904
    ? ['This workbook counts days from 1904. Check the dates of birth below.']
    : []
  return workbook.worksheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.state !== 'visible',
    rows: rowsOf(sheet),
    notes: [...notes, ...notesOn(sheet)],
  }))
}

function rowsOf(sheet: ExcelJS.Worksheet): Sheet['rows'] {
  const rows: { row: number; cells: string[] }[] = []
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: false }, (cell, column) => (cells[column - 1] = textOf(cell)))
    rows.push({ row: number, cells: Array.from(cells, (text) => text ?? '') })
  })
  return rows
}

/** A title merged across is kept once; a cell merged downwards holds for each of its rows. */
function textOf(cell: ExcelJS.Cell): string {
  if (cell.isMerged && cell.master.col !== cell.col) return ''
  return valueText(cell.value)
}

function valueText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  // The library gives a date as midnight in UTC, whatever the computer's zone.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : typedDate(value.toISOString())
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('error' in value) return value.error
  if ('hyperlink' in value) return valueText(value.text)
  if ('result' in value) return valueText(value.result)
  return ''
}

function notesOn(sheet: ExcelJS.Worksheet): string[] {
  const hidden: number[] = []
  const struck: number[] = []
  let comments = 0
  sheet.eachRow((row, number) => {
    if (row.hidden) hidden.push(number)
    let isStruck = false
    row.eachCell((cell) => {
      if (cell.note) comments += 1
      if (cell.font?.strike) isStruck = true
    })
    if (isStruck) struck.push(number)
  })
  const columns = (sheet.columns ?? []).filter((column) => column.hidden).length
  return [
    hidden.length > 0 ? `${inRows(hidden)} hidden in the file and read with the others.` : '',
    struck.length > 0 ? `${inRows(struck)} struck through: check whether they have left.` : '',
    columns > 0
      ? `${columns === 1 ? '1 hidden column was' : `${columns} hidden columns were`} read too.`
      : '',
    comments > 0
      ? `${comments === 1 ? '1 comment was' : `${comments} comments were`} not read. Comments may hold what a register should not.`
      : '',
  ].filter((note) => note !== '')
}

/** `Row 9 is`, `Rows 9 and 12 are`, `30 rows are`. */
function inRows(rows: readonly number[]): string {
  if (rows.length === 1) return `Row ${rows[0]} is`
  if (rows.length > 6) return `${rows.length} rows are`
  return `Rows ${rows.slice(0, -1).join(', ')} and ${rows.at(-1)} are`
}
