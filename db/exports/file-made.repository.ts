import { z } from 'zod'
import { sheetPrintSchema, type SheetPrint } from '../../shared/exports/fingerprint.rules.ts'
import { fileKinds, type FileKind } from '../../shared/exports/file-kinds.ts'
import type { FileMadeId, UserId } from '../../shared/ids.ts'
import type { Db, Tx } from '../store.ts'

/** A file that was made, as it is remembered. */
export interface FileMade {
  readonly id: FileMadeId
  readonly kind: FileKind
  /** What was asked for: ids, dates and choices, never words. */
  readonly asked: unknown
  readonly sheets: readonly SheetPrint[]
  readonly hash: string
  readonly definitionsVersion: number
  /** UTC instant. */
  readonly madeAt: string
  readonly madeBy: UserId
  readonly baseline: unknown
  readonly salt: string | null
}

/** Remembers a file. It is never changed or forgotten. */
export async function insertFile(tx: Tx, file: FileMade): Promise<void> {
  await tx
    .insertInto('file_made')
    .values({
      id: file.id,
      kind: file.kind,
      asked: JSON.stringify(file.asked),
      sheets: JSON.stringify(file.sheets),
      hash: file.hash,
      definitions_version: file.definitionsVersion,
      made_at: file.madeAt,
      made_by: file.madeBy,
      baseline: file.baseline === null ? null : JSON.stringify(file.baseline),
      salt: file.salt,
    })
    .execute()
}

const rows = (db: Db) =>
  db
    .selectFrom('file_made')
    .innerJoin('user', 'user.id', 'file_made.made_by')
    .select(['file_made.id', 'file_made.kind', 'file_made.asked', 'file_made.sheets', 'file_made.hash'])
    .select(['file_made.definitions_version', 'file_made.made_at', 'file_made.made_by', 'user.name'])
    .select(['file_made.baseline', 'file_made.salt'])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
const kinds = z.enum(Object.keys(fileKinds) as FileKind[]) // the keys of an object are text to TypeScript
const prints = z.array(sheetPrintSchema)

/** A file that was made, as its row has it: its prints are checked, its baseline is not. */
export const toFile = (row: Row): FileMade & { readonly madeByName: string } => ({
  id: row.id,
  kind: kinds.parse(row.kind),
  asked: JSON.parse(row.asked),
  sheets: prints.parse(JSON.parse(row.sheets)),
  hash: row.hash,
  definitionsVersion: row.definitions_version,
  madeAt: row.made_at,
  madeBy: row.made_by,
  madeByName: row.name,
  baseline: row.baseline === null ? null : JSON.parse(row.baseline),
  salt: row.salt,
})

/** The file of that number; undefined for none of this county. */
export const findFile = (db: Db, id: FileMadeId) => rows(db).where('file_made.id', '=', id).executeTakeFirst() // prettier-ignore

/** The newest file with that hash: for one that has lost its About. */
export const findByHash = (db: Db, hash: string) =>
  rows(db).where('hash', '=', hash).orderBy('made_at', 'desc').limit(1).executeTakeFirst()

const summary = z.array(z.looseObject({ name: z.string(), rows: z.int() }))

/** Files that were made, newest first, with how many rows each sheet has; what stood in them is left out. */
export async function listFiles(db: Db, wanted: { readonly kinds?: readonly FileKind[] }, limit: number) {
  let query = db
    .selectFrom('file_made')
    .innerJoin('user', 'user.id', 'file_made.made_by')
    .select(['file_made.id', 'file_made.kind', 'file_made.asked', 'file_made.sheets', 'file_made.made_at'])
    .select('user.name')
    .orderBy('file_made.made_at', 'desc')
    .orderBy('file_made.id', 'desc')
    .limit(limit)
  if (wanted.kinds) query = query.where('file_made.kind', 'in', wanted.kinds)
  return (await query.execute()).map((row) => ({
    id: row.id,
    kind: kinds.parse(row.kind),
    asked: JSON.parse(row.asked) as unknown, // JSON that the program wrote
    madeAt: row.made_at,
    madeBy: row.name,
    sheets: summary.parse(JSON.parse(row.sheets)).map(({ name, rows }) => ({ name, rows })),
  }))
}
