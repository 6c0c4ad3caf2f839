import { createHash } from 'node:crypto'
import type { SheetPrint } from '../../shared/exports/fingerprint.rules.ts'
import { canonicalCell, cellRows } from '../../shared/exports/sheet-cells.ts'
import type { Sheet } from '../../shared/exports/sheet.ts'

/** More than this and several lines share a sum: what is kept of a file stays small. */
const MOST_SUMS = 5_000

const START = 0x811c9dc5
/** FNV-1a, 32 bits (RFC 9923): quick, and only to say where; the hash of the sheet says whether. */
function sum(words: string, seed: number = START): number {
  let value = seed
  for (let at = 0; at < words.length; at++) value = Math.imul(value ^ words.charCodeAt(at), 0x01000193)
  return value >>> 0
}
const packed = (values: readonly number[]) =>
  values.map((value) => value.toString(16).padStart(8, '0')).join('')

export interface Hasher {
  /** The next line of the sheet, its cells in their canonical form. */
  add(cells: readonly string[]): void
  /** `rows`: as people count them. */
  print(name: string, rows: number): SheetPrint
}

/** Takes a sheet line by line, however long it is. Empty cells and lines at the end are nothing. */
export function sheetHasher(): Hasher {
  const hash = createHash('sha256')
  const lines: number[] = []
  const columns: number[] = []
  let empty = 0
  const take = (line: string) => {
    hash.update(line).update('\n')
    lines.push(sum(line))
  }
  return {
    add(cells) {
      const width = cells.findLastIndex((cell) => cell !== '') + 1
      if (width === 0) return void empty++
      for (; empty > 0; empty--) take('[]')
      take(JSON.stringify(cells.slice(0, width)))
      for (let at = 0; at < width; at++) {
        const cell = cells[at]
        if (cell) columns[at] = sum(`${lines.length} ${cell}`, columns[at])
        else columns[at] ??= START
      }
    },
    print(name, rows) {
      const linesEach = Math.max(1, Math.ceil(lines.length / MOST_SUMS))
      const together = Array.from({ length: Math.ceil(lines.length / linesEach) }, (_, at) =>
        lines
          .slice(at * linesEach, (at + 1) * linesEach)
          .reduce((all, line) => sum(String(line), all), START),
      )
      return { name, rows, hash: hash.digest('hex'), height: lines.length, columns: packed(columns), lines: packed(together), linesEach } // prettier-ignore
    },
  }
}

/** The print of a sheet that is at hand whole. */
export function printOf(sheet: Sheet): SheetPrint {
  const hasher = sheetHasher()
  for (const cells of cellRows(sheet)) hasher.add(cells.map(canonicalCell))
  return hasher.print(sheet.name, sheet.rows.length)
}

/** The hash of a file: of its sheets, by name, in their order. */
export const fileHash = (sheets: readonly SheetPrint[]): string =>
  createHash('sha256').update(JSON.stringify(sheets.map(({ name, hash }) => [name, hash]))).digest('hex') // prettier-ignore
