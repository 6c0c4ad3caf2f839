import { readFile, stat } from 'node:fs/promises'
import type exceljs from 'exceljs'
import { AppError } from '../../shared/errors.ts'
import type { SheetPrint } from '../../shared/exports/fingerprint.rules.ts'
import { canonicalNumber, canonicalText } from '../../shared/exports/sheet-cells.ts'
import type { TaskContext } from '../context.ts'
import { nextTurn } from '../task-turn.ts'
import { ABOUT, besideOf, csvPrint } from './save-file.ts'
import { sheetHasher } from './fingerprint.ts'

type Turn = Pick<TaskContext, 'signal' | 'progress'>

/** What a file holds, by its prints, and what its About says. */
export interface ReadFile {
  readonly kind: 'xlsx' | 'csv'
  readonly sheets: readonly SheetPrint[]
  readonly about: ReadonlyMap<string, string>
}

/** No file of ours is near it. */
const MOST_BYTES = 200_000_000
const MOST_ROWS = 3_000_000
const ROWS_AT_ONCE = 1_000

const unreadable = () =>
  new AppError('FILE', 'This is not a workbook or a file of text that Gather can read. Nothing was changed. Choose the file that Gather made, as .xlsx or .csv.') // prettier-ignore

/** Reads a workbook or a file of text, a row at a time. Throws FILE, in words, for anything else. */
export async function readPrints(path: string, turn: Turn): Promise<ReadFile> {
  const size = await stat(path).then((found) => found.size, () => null) // prettier-ignore
  if (size === null || size > MOST_BYTES) throw unreadable()
  try {
    return await (path.toLowerCase().endsWith('.csv') ? readCsv(path) : readXlsx(path, turn))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw unreadable()
  }
}

async function readCsv(path: string): Promise<ReadFile> {
  const bytes = await readFile(path)
  const beside = await readFile(besideOf(path), 'utf8').catch(() => '')
  const lines = beside.replace(/^\uFEFF/, '').split(/\r?\n/)
  const about = lines.map((line): [string, string] => {
    const at = line.indexOf(': ')
    return [line.slice(0, at), line.slice(at + 2)]
  })
  return { kind: 'csv', sheets: [csvPrint(bytes)], about: new Map(about) }
}

/**
 * Reads twice: first what the sheets refer to, which stands after them in the file, then the sheets. The library would
 * otherwise keep copies of them in a folder that anybody may read.
 */
async function readXlsx(path: string, turn: Turn): Promise<ReadFile> {
  const { default: library } = await import('exceljs')
  const options = { sharedStrings: 'cache', styles: 'ignore', hyperlinks: 'ignore', worksheets: 'emit', entries: 'ignore' } as const // prettier-ignore
  const reader = new library.stream.xlsx.WorkbookReader(path, options)
  // Numbers are compared as they are kept, so how they are shown is not looked at.
  Object.assign(reader, {
    sharedStrings: [],
    workbookRels: [],
    model: {},
    styles: { getStyleModel: () => null },
  })
  for await (const _ of reader) await nextTurn(turn.signal)
  const sheets: SheetPrint[] = []
  const about = new Map<string, string>()
  const rows = { read: 0 }
  for await (const sheet of reader) {
    const print = await readSheet(sheet, about, rows, turn)
    if (nameOf(sheet) !== ABOUT) sheets.push(print)
  }
  return { kind: 'xlsx', sheets, about }
}

async function readSheet(
  sheet: exceljs.stream.xlsx.WorksheetReader,
  about: Map<string, string>,
  rows: { read: number },
  turn: Turn,
): Promise<SheetPrint> {
  const hasher = sheetHasher()
  let last = 0
  for await (const row of sheet) {
    if (++rows.read > MOST_ROWS) throw unreadable()
    for (last++; last < row.number; last++) hasher.add([])
    hasher.add(cellsOf(row))
    if (nameOf(sheet) === ABOUT) about.set(row.getCell(1).text, row.getCell(2).text)
    if (rows.read % ROWS_AT_ONCE === 0) {
      turn.progress(rows.read, null, 'Checking the file')
      await nextTurn(turn.signal)
    }
  }
  return hasher.print(nameOf(sheet), last)
}

/** The library's types leave it out. */
const nameOf = (sheet: exceljs.stream.xlsx.WorksheetReader) => ('name' in sheet ? String(sheet.name) : '')

function cellsOf(row: exceljs.Row): string[] {
  const cells: string[] = []
  row.eachCell({ includeEmpty: false }, (cell, column) => (cells[column - 1] = canonical(cell.value)))
  return Array.from(cells, (cell) => cell ?? '')
}

/** What a cell holds. A formula is none of ours, whatever it comes to. */
function canonical(value: exceljs.CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'string') return canonicalText(value)
  if (typeof value === 'object' && 'richText' in value)
    return canonicalText(value.richText.map((part) => part.text).join(''))
  return `x${JSON.stringify(value)}`
}
