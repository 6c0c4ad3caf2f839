import { parse } from 'csv-parse/sync'
import type { FileKind } from '../../shared/exports/file-kinds.ts'
import { FILE_NUMBER, FINGERPRINT } from '../../shared/exports/file-kinds.ts'
import type { SheetPrint } from '../../shared/exports/fingerprint.rules.ts'
import type { Table } from '../../shared/exports/lists/list.ts'
import { canonicalText } from '../../shared/exports/sheet-cells.ts'
import { text, type Cell, type Sheet, type Workbook } from '../../shared/exports/sheet.ts'
import { fileMadeId, type FileMadeId } from '../../shared/ids.ts'
import { clockTime, longDate } from '../../shared/time/format.ts'
import type { TaskContext } from '../context.ts'
import { toCsv } from './csv.ts'
import { insertFile } from './file-made.repository.ts'
import { fileHash, printOf, sheetHasher } from './fingerprint.ts'
import { writeSafely } from './write-safely.ts'
import { toXlsx } from './xlsx.ts'

export const ABOUT = 'About'

/** What is remembered of a file beside its hash. */
export interface FileFacts {
  readonly kind: FileKind
  /** Ids, dates and choices: never a word that was typed. It is in the audit trail. */
  readonly asked: object
  readonly definitionsVersion: number
  /** Of a file that already has one inside. */
  readonly id?: FileMadeId
  readonly baseline?: unknown
  readonly salt?: string
}

export interface SavedFile {
  readonly id: FileMadeId
  readonly hash: string
  readonly sheets: readonly SheetPrint[]
}

/** Remembers that a file was made, in the audit trail with its rows too. Before it is in its place: see writeSafely. */
export async function recordFile(context: TaskContext, file: SavedFile, facts: FileFacts): Promise<void> {
  const { id, hash, sheets } = file
  const counts = sheets.map(({ name, rows }) => ({ name, rows }))
  const rows = counts.reduce((all, sheet) => all + sheet.rows, 0)
  const { kind, asked, definitionsVersion, baseline = null, salt = null } = facts
  await context.write(
    (tx) =>
      insertFile(tx, { id, hash, sheets, kind, asked, definitionsVersion, baseline, salt, madeAt: context.now, madeBy: context.actor.id }), // prettier-ignore
    JSON.stringify({ rows, ...asked, file: id, sheets: counts }),
  )
}

/** What About says of the file itself. */
export const fileRows = ({ id, hash }: Pick<SavedFile, 'id' | 'hash'>): Cell[][] => [
  [text(FILE_NUMBER), text(id)],
  [text(FINGERPRINT), text(hash)],
  [
    text('What the fingerprint is for'),
    text('Reports, Files, Check a file says whether this file is as Gather made it, and what has changed since. It is a hash (SHA-256) over what is in every cell of every sheet but this one, not over how it looks.'), // prettier-ignore
  ],
]

/** Writes a workbook with its number and hash in About, and remembers it. Whole, or not at all. */
export async function saveWorkbook(
  context: TaskContext,
  path: string,
  workbook: Workbook,
  facts: FileFacts,
): Promise<SavedFile> {
  const sheets = workbook.sheets.filter((sheet) => sheet.name !== ABOUT).map(printOf)
  const file = { id: facts.id ?? context.newId(fileMadeId), hash: fileHash(sheets), sheets }
  const bytes = await toXlsx({ ...workbook, sheets: workbook.sheets.map((sheet) => withFile(sheet, file)) })
  await writeSafely(path, bytes, () => recordFile(context, file, facts))
  return file
}

function withFile(sheet: Sheet, file: SavedFile): Sheet {
  if (sheet.name !== ABOUT) return sheet
  // A file that may come back has its number already.
  const [number, ...rest] = fileRows(file)
  const has = sheet.rows.some(([name]) => name?.kind === 'text' && name.text === FILE_NUMBER)
  return { ...sheet, rows: [...sheet.rows, ...(has || number === undefined ? [] : [number]), ...rest] }
}

/** The print of a file of text: its cells as any program reads them from it. */
export function csvPrint(bytes: Uint8Array, rows?: number): SheetPrint {
  const records: string[][] = parse(bytes, { bom: true, relax_column_count: true })
  const hasher = sheetHasher()
  for (const record of records) hasher.add(record.map(canonicalText))
  return hasher.print('', rows ?? Math.max(0, records.length - 1))
}

/** Writes a table as a file of text, with `<name>.about.txt` beside it, and remembers it. Both, or neither. */
export async function saveCsv(
  context: TaskContext,
  path: string,
  table: Table,
  facts: FileFacts,
): Promise<SavedFile> {
  const bytes = toCsv(table)
  const print = csvPrint(bytes)
  // A file of text has no sheet with a name; what it is called is for people only.
  const sheets = [{ ...print, name: table.title, rows: table.rows.length }]
  const file = { id: facts.id ?? context.newId(fileMadeId), hash: fileHash([print]), sheets }
  await writeSafely(path, bytes, async () => {
    await recordFile(context, file, facts)
    await writeSafely(
      besideOf(path),
      new TextEncoder().encode(aboutCsv(context, table, file)),
      async () => {},
    )
  })
  return file
}

/** Where what About says stands for a file that has no sheets. */
export const besideOf = (path: string): string => `${path}.about.txt`

function aboutCsv({ actor, localNow, version }: TaskContext, table: Table, file: SavedFile): string {
  const lines: readonly (readonly [string, string])[] = [
    ['Marking', table.classification],
    ['What', table.title],
    ...table.said,
    ['Rows', String(table.rows.length)],
    ['Made by', actor.name],
    ['Made at', `${longDate(localNow)}, ${clockTime(localNow)}`],
    ['Program version', `Gather ${version}`],
    [FILE_NUMBER, file.id],
    [FINGERPRINT, file.hash],
  ]
  return `\uFEFF${lines.map(([name, words]) => `${name}: ${words}\r\n`).join('')}`
}
