import type ExcelJS from 'exceljs'
import { HEADINGS_KEY, readAnchor, TOTALS_KEY } from '../../shared/exports/coming-back.rules.ts'
import type { CameBackSheet } from '../../shared/imports/compare.rules.ts'
import { cellText, type RawCell } from '../../shared/imports/typed-cells.rules.ts'

export interface KeyedSheet extends CameBackSheet {
  readonly fileId: string
  /** What it is called in the file. */
  readonly name: string
}

/** The sheets of a workbook that carry hidden keys. Throws when the bytes are no workbook. */
export async function readKeyedSheets(bytes: Uint8Array<ArrayBuffer>): Promise<KeyedSheet[]> {
  // Loaded at the first file: it takes longer to load than all the rest of the data process.
  const { default: library } = await import('exceljs')
  const workbook = new library.Workbook()
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  return workbook.worksheets.flatMap((page) => {
    const anchor = findAnchor(page)
    return anchor === null ? [] : [readSheet(page, anchor)]
  })
}

type Anchor = NonNullable<ReturnType<typeof findAnchor>>

/** Where the hidden row and the hidden column cross, wherever sorting and inserting have taken them. */
function findAnchor(page: ExcelJS.Worksheet) {
  for (let row = page.rowCount; row >= 1; row--) {
    const line = page.getRow(row)
    for (let column = line.cellCount; column >= 1; column--) {
      const { value } = line.getCell(column)
      const said = typeof value === 'string' ? readAnchor(value) : null
      if (said !== null) return { row, column, ...said }
    }
  }
  return null
}

function readSheet(page: ExcelJS.Worksheet, anchor: Anchor): KeyedSheet {
  const { columns, twice } = columnKeys(page, anchor)
  const headings = new Map<string, RawCell>()
  const rows: CameBackSheet['rows'][number][] = []
  const strays: CameBackSheet['strays'][number][] = []
  page.eachRow({ includeEmpty: false }, (line, row) => {
    if (row === anchor.row) return
    const key = cellText(toRaw(line.getCell(anchor.column)))
    const cells = new Map([...columns].map(([name, column]) => [name, toRaw(line.getCell(column))]))
    if (key === HEADINGS_KEY) for (const [name, cell] of cells) headings.set(name, cell)
    else if (key === '') strays.push(...strayOf(row, [...cells.values()]))
    else if (key !== TOTALS_KEY) rows.push({ row, key, cells })
  })
  return { sheet: anchor.sheet, fileId: anchor.fileId, name: page.name, headings, twice, rows, strays }
}

function columnKeys(page: ExcelJS.Worksheet, anchor: Anchor) {
  const columns = new Map<string, number>()
  const twice: string[] = []
  page.getRow(anchor.row).eachCell({ includeEmpty: false }, (cell, column) => {
    const key = cellText(toRaw(cell))
    if (column === anchor.column || key === '') return
    if (columns.has(key)) twice.push(key)
    else columns.set(key, column)
  })
  return { columns, twice }
}

/** Whatever somebody typed under or between the rows, where it is more than a line of totals of their own. */
function strayOf(row: number, cells: readonly RawCell[]): CameBackSheet['strays'] {
  const [name = '', ...others] = cells.map(cellText)
  return name === '' || others.every((text) => text === '') ? [] : [{ row, text: name }]
}

function toRaw(cell: ExcelJS.Cell): RawCell {
  // A cell merged into another shows nothing of its own.
  const { value } = cell.isMerged && cell.master !== cell ? { value: null } : cell
  return rawOf(value)
}

function rawOf(value: ExcelJS.CellValue): RawCell {
  if (value === null || value === undefined) return { value: null, formula: false }
  if (value instanceof Date) return { value: dateIn(value), formula: false }
  if (typeof value === 'boolean') return { value: value ? 'TRUE' : 'FALSE', formula: false }
  if (typeof value !== 'object') return { value, formula: false }
  if ('richText' in value) return { value: value.richText.map((part) => part.text).join(''), formula: false }
  if ('error' in value) return { value: { error: value.error }, formula: false }
  if ('hyperlink' in value) return rawOf(value.text)
  if ('formula' in value || 'sharedFormula' in value)
    return { value: rawOf(value.result ?? null).value, formula: true }
  return { value: null, formula: false }
}

/** The library gives a date as that moment in UTC, whatever the computer's zone. */
const dateIn = (date: Date): RawCell['value'] =>
  Number.isNaN(date.getTime()) ? { error: '#VALUE!' } : { date: date.toISOString().slice(0, 10) }
