import { z } from 'zod'

/**
 * By what a file is known again: a hash over all that it holds, sheet by sheet, and small sums of its lines and
 * columns, which say where it differs. `About` has no part in it, because the hash stands there.
 */
export const sheetPrintSchema = z.strictObject({
  name: z.string(),
  /** As people count them: without titles and headings. */
  rows: z.int(),
  hash: z.string(),
  /** All lines from the top of the sheet to the last that is not empty. */
  height: z.int(),
  /** Eight characters for each column. */
  columns: z.string(),
  /** Eight characters for each line from the top of the sheet, or for so many lines together. */
  lines: z.string(),
  linesEach: z.int().positive(),
})
export type SheetPrint = z.infer<typeof sheetPrintSchema>

/** What the sums of a sheet are of, in characters. */
const SUM = 8
const sums = (packed: string) =>
  Array.from({ length: packed.length / SUM }, (_, at) => packed.slice(at * SUM, (at + 1) * SUM))

/** How one sheet differs, in places that a person finds: `C5`, `Row 7`, `Rows 4,001 to 4,050`. */
export const sheetDifferenceSchema = z.strictObject({
  sheet: z.string(),
  kind: z.enum(['changed', 'gone', 'new']),
  /** Where, at most as many as anybody would look up; empty where only the number of lines can be said. */
  places: z.array(z.string()),
  /** How many lines there were and are, where that differs. */
  linesBefore: z.int(),
  linesAfter: z.int(),
})
export type SheetDifference = z.infer<typeof sheetDifferenceSchema>

const MOST_PLACES = 20

/** Which sheets differ between two files that are known by their prints, and where. Nothing where all is the same. */
export function differences(before: readonly SheetPrint[], after: readonly SheetPrint[]): SheetDifference[] {
  const now = new Map(after.map((sheet) => [sheet.name, sheet]))
  const known = new Set(before.map((sheet) => sheet.name))
  return [
    ...before.flatMap((was): SheetDifference[] => {
      const is = now.get(was.name)
      if (is?.hash === was.hash) return []
      const lines = { linesBefore: was.height, linesAfter: is ? is.height : 0 }
      return [
        { sheet: was.name, kind: is ? 'changed' : 'gone', places: is ? placesOf(was, is) : [], ...lines },
      ]
    }),
    ...after
      .filter((sheet) => !known.has(sheet.name))
      .map((is) => ({ sheet: is.name, kind: 'new' as const, places: [], linesBefore: 0, linesAfter: is.height })), // prettier-ignore
  ]
}

function placesOf(was: SheetPrint, is: SheetPrint): string[] {
  if (was.height !== is.height) return []
  const rows = unlike(was.lines, is.lines)
  const columns = unlike(was.columns, is.columns)
  const named = was.linesEach > 1 ? rows.map((at) => rowsTogether(at, was.linesEach)) : cellsOf(rows, columns)
  return named.slice(0, MOST_PLACES)
}

const n = (value: number) => value.toLocaleString('en-GB')
const rowsTogether = (at: number, each: number) => `Rows ${n(at * each + 1)} to ${n((at + 1) * each)}`

/** Rows and columns that differ meet in the cells that do; with several of both, only the rows are certain. */
function cellsOf(rows: readonly number[], columns: readonly number[]): string[] {
  const sure = columns.length > 0 && (rows.length === 1 || columns.length === 1)
  if (!sure) return rows.map((row) => `Row ${n(row + 1)}`)
  return rows.flatMap((row) => columns.map((column) => `${letters(column)}${row + 1}`))
}

/** Where two packed lists differ; one that is longer differs in all that is over. */
function unlike(a: string, b: string): number[] {
  const [as, bs] = [sums(a), sums(b)]
  return Array.from({ length: Math.max(as.length, bs.length) }, (_, at) => at).filter(
    (at) => as[at] !== bs[at],
  )
}

/** A, B … Z, AA: what a spreadsheet calls a column. */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
