import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import {
  CELL_LIMIT,
  ROW_LIMIT,
  type ImportTable,
  type TableRow,
} from '../../shared/imports/imports.contract.ts'
import { count } from '../../shared/text.ts'
import { readWorkbook, type Sheet } from './spreadsheet-reader.ts'
import { decode, splitText } from './text-reader.ts'

/** How one kind of list names its columns. `K` has an `ignore`. */
export interface Headings<K extends string> {
  readonly findHeader: (rows: readonly TableRow[]) => number
  readonly guessColumns: (cells: readonly string[]) => K[]
  readonly guessByContent: (rows: readonly TableRow[]) => K[]
  readonly ignore: K
}
/** A list as it was read, each column with the guess of what it is. */
export type TableOf<K> = Omit<ImportTable, 'columns'> & { columns: { heading: string; kind: K }[] }

/** Larger than any list of a group; a larger file is some other file. */
const SIZE_LIMIT = 10 * 1024 * 1024
const COLUMN_LIMIT = 200

/** A list that cannot be read: nothing has been changed yet, so only what to do next needs saying. */
const unreadable = (message: string) => new AppError('FILE', message)

/** Reads a list from a file: XLSX or text, whatever its name says. `sheet` null takes the most likely one. */
export async function readListFile<K extends string>(
  path: string,
  sheet: string | null,
  headings: Headings<K>,
): Promise<TableOf<K>> {
  const bytes = await readBytes(path)
  const fileName = basename(path)
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const sheets = await readSheets(bytes)
    return { ...fromWorkbook(sheets, sheet, headings), fileName }
  }
  refuseOther(bytes, fileName)
  const { text, encoding } = decode(bytes)
  const notes = encoding === null ? [] : [`The file was read as ${encoding}. Check the names with accents.`]
  return toTable({ name: null, rows: toRows(splitOrRefuse(text)), notes }, [], fileName, headings)
}

/** Reads pasted text, as Excel and Word put it on the clipboard. */
export const readListText = <K extends string>(text: string, headings: Headings<K>): TableOf<K> =>
  toTable({ name: null, rows: toRows(splitOrRefuse(text)), notes: [] }, [], null, headings)

/** The bytes of a file that was chosen. FILE when it is empty, too large or cannot be opened. */
export async function readBytes(path: string): Promise<Buffer<ArrayBuffer>> {
  try {
    const { size } = await stat(path)
    if (size === 0) throw unreadable('The file is empty. Choose another.')
    if (size > SIZE_LIMIT)
      throw unreadable('The file is larger than 10 MB, so it is no such list. Copy the rows you need into a new file and read that.') // prettier-ignore
    return await readFile(path)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw unreadable('The file could not be opened. Close it in other programs and try again.')
  }
}

async function readSheets(bytes: Buffer<ArrayBuffer>): Promise<Sheet[]> {
  const sheets = await readWorkbook(bytes).catch(() => [])
  if (sheets.length === 0)
    throw unreadable('This is not a spreadsheet that can be read, or it is damaged. Open it in Excel, save it as .xlsx, then read it again.') // prettier-ignore
  return sheets
}

/** Old workbooks and workbooks with a password begin alike; so do a PDF and a picture with what is no text. */
export function refuseOther(bytes: Buffer, fileName: string): void {
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw unreadable(
      locked
        ? 'The workbook has a password. Open it in Excel, take the password off, save it, then read it again.'
        : 'This is an old Excel file (.xls). Open it in Excel, save it as .xlsx, then read it again.',
    )
  }
  const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe
  const page = /^\s*<(!doctype|html|\?xml)/i.test(bytes.subarray(0, 200).toString('latin1'))
  if (page || bytes.subarray(0, 4).toString('latin1') === '%PDF' || (!utf16 && bytes.subarray(0, 8000).includes(0)))
    throw unreadable(`This is not a spreadsheet${extname(fileName) === '' ? '' : `, whatever its name ends in`}. Choose an Excel file (.xlsx) or a CSV file.`) // prettier-ignore
}

function splitOrRefuse(text: string): string[][] {
  try {
    return splitText(text)
  } catch {
    throw unreadable('The rows could not be told apart: a quotation mark may be missing. Save the list as .xlsx and read that.') // prettier-ignore
  }
}

const toRows = (cells: readonly string[][]): TableRow[] => cells.map((row, i) => ({ row: i + 1, cells: row }))

function fromWorkbook<K extends string>(
  sheets: readonly Sheet[],
  wanted: string | null,
  headings: Headings<K>,
): TableOf<K> {
  const filled = sheets.filter((sheet) => sheet.rows.length > 0)
  const visible = filled.filter((sheet) => !sheet.hidden)
  const chosen = wanted === null ? mostLikely(visible.length > 0 ? visible : filled, headings) : sheets.find((s) => s.name === wanted) // prettier-ignore
  if (!chosen)
    throw unreadable(wanted === null ? 'The workbook is empty. Choose another.' : `There is no sheet called ${wanted} in this workbook.`) // prettier-ignore
  const others = filled.filter((sheet) => sheet !== chosen).map((sheet) => sheet.name)
  const rows = chosen.rows.map(({ row, cells }) => ({ row, cells: [...cells] }))
  return toTable({ name: chosen.name, rows, notes: chosen.notes }, others, null, headings)
}

/** The first sheet with headings that are understood, or else the first. */
const mostLikely = <K extends string>(sheets: readonly Sheet[], { findHeader }: Headings<K>): Sheet | undefined =>
  sheets.find((sheet) => findHeader(sheet.rows.slice(0, 20).map(({ row, cells }) => ({ row, cells: [...cells] }))) >= 0) ?? sheets[0] // prettier-ignore

interface Found {
  readonly name: string | null
  readonly rows: readonly TableRow[]
  readonly notes: readonly string[]
}

function toTable<K extends string>(
  found: Found,
  otherSheets: string[],
  fileName: string | null,
  { findHeader, guessByContent, guessColumns, ignore }: Headings<K>,
): TableOf<K> {
  const all = withoutEmptyEnd(found.rows)
  if (all.length === 0) throw unreadable('There is nothing in this list. Choose another.')
  const width = Math.min(COLUMN_LIMIT, Math.max(...all.map((row) => row.cells.length)))
  const header = findHeader(all)
  const rows = all.slice(header + 1).map((row) => ({ row: row.row, cells: shaped(row.cells, width) }))
  if (rows.length === 0) throw unreadable('There are headings and no rows under them. Choose another list.')
  if (rows.length > ROW_LIMIT)
    throw new AppError('INVALID_INPUT', `The list has ${rows.length.toLocaleString('en-GB')} rows, and up to ${ROW_LIMIT.toLocaleString('en-GB')} can be read. Nothing was read. Split it into smaller lists.`) // prettier-ignore
  const headings = header < 0 ? null : shaped(all[header]?.cells ?? [], width)
  const kinds = headings === null ? guessByContent(rows.slice(0, 200)) : guessColumns(headings)
  return {
    fileName,
    sheetName: found.name,
    otherSheets,
    columns: Array.from({ length: width }, (_, i) => ({
      heading: headings?.[i]?.replace(/\s+/g, ' ').trim() || `Column ${i + 1}`,
      kind: kinds[i] ?? ignore,
    })),
    rows,
    notes: [...titleNotes(all, header), ...found.notes],
  }
}

const isEmpty = (row: TableRow) => row.cells.every((cell) => cell.trim() === '')

function withoutEmptyEnd(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.slice(0, rows.findLastIndex((row) => !isEmpty(row)) + 1)
}

const shaped = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, i) => (cells[i] ?? '').slice(0, CELL_LIMIT))

function titleNotes(rows: readonly TableRow[], header: number): string[] {
  if (header < 0) return ['No headings were found, so the columns were guessed from what is in them. Check them.'] // prettier-ignore
  const titles = rows.slice(0, header).filter((row) => !isEmpty(row))
  if (titles.length === 0) return []
  return [`${count(titles.length, 'row')} above the headings passed over.`]
}
