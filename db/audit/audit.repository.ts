import { sql, type Selectable } from 'kysely'
import type { AuditEntry } from '../../shared/audit/audit.contract.ts'
import { groupId, type CommandId, type UserId } from '../../shared/ids.ts'
import type { Db } from '../store.ts'
import type { AuditEntryTable, JournalTable } from './audit.table.ts'
import { image, type Change, type Image } from './change.ts'
import { labelOf } from './labels.ts'

export type EntryRow = Selectable<AuditEntryTable>
export type JournalRow = Selectable<JournalTable>

/** Commands whose undo could not be redone, so that it is never offered. */
export const neverUndone: readonly string[] = ['county.create', 'users.create']

/** A row as the journal keeps it; null is no row. */
export const imageOf = (json: string | null): Image | null =>
  json === null ? null : image.parse(JSON.parse(json))

/** The one way from the journal to a change. */
export const toChange = (row: JournalRow): Change => ({
  seq: row.seq,
  commandId: row.command_id,
  table: row.table_name,
  rowId: row.row_id,
  before: imageOf(row.before),
  after: imageOf(row.after),
})

const entries = (db: Db) =>
  db.selectFrom('audit_entry as entry').leftJoin('audit_entry as inverse', 'inverse.undoes', 'entry.id')

/** Newest first, older than `before` (UTC) when given. */
export async function list(db: Db, limit: number, before: string | null): Promise<AuditEntry[]> {
  let query = entries(db)
    .selectAll('entry')
    .select('inverse.id as undone_by')
    .orderBy('entry.seq', 'desc')
    .limit(limit)
  if (before !== null) query = query.where('entry.at', '<', before)
  return (await query.execute()).map((row) => ({
    id: row.id,
    at: row.at,
    who: row.user_name,
    operation: row.operation,
    label: labelOf(row.root_operation, row.depth),
    changes: row.changes,
    undone: row.undone_by !== null,
  }))
}

export const findEntry = (db: Db, id: CommandId) =>
  entries(db)
    .selectAll('entry')
    .select('inverse.id as undone_by')
    .where('entry.id', '=', id)
    .executeTakeFirst()

/** The seq of the newest entry; 0 when there is none. */
export async function newestSeq(db: Db): Promise<number> {
  const row = await db
    .selectFrom('audit_entry')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? 0
}

/** The rows a command changed, in the order it changed them. */
export const changesOf = (db: Db, id: CommandId): Promise<JournalRow[]> =>
  db.selectFrom('journal').selectAll().where('command_id', '=', id).orderBy('seq').execute()

/**
 * A person's newest command after an entry (by its seq) that still stands: of those done (even depth), or of those undone (odd
 * depth) that no new command has followed since, which is what makes a redo possible.
 */
export async function newestStanding(
  db: Db,
  userId: UserId,
  after: number,
  which: 'done' | 'undone',
): Promise<EntryRow | undefined> {
  const rows = await entries(db)
    .selectAll('entry')
    .where('entry.user_id', '=', userId)
    .where('entry.seq', '>', after)
    .where('entry.changes', '>', 0)
    .where('inverse.id', 'is', null)
    .where('entry.root_operation', 'not in', neverUndone)
    .orderBy('entry.seq', 'desc')
    .limit(200)
    .execute()
  if (which === 'done') return rows.find((row) => row.depth % 2 === 0)
  const newest = rows.findIndex((row) => row.depth === 0)
  return (newest === -1 ? rows : rows.slice(0, newest)).find((row) => row.depth % 2 === 1)
}

/** A row of the journal with the command that wrote it. */
const withCommand = (db: Db) =>
  db
    .selectFrom('journal')
    .innerJoin('audit_entry as entry', 'entry.id', 'journal.command_id')
    .selectAll('journal')
    .select(['entry.undoes', 'entry.depth', 'entry.root_operation', 'entry.user_name'])
    .orderBy('journal.seq')
export type LaterRow = Awaited<ReturnType<typeof laterRows>>[number]

/** What was written to some tables after a journal row, earliest first. */
export const laterRows = (db: Db, seq: number, tables: readonly string[]) =>
  withCommand(db).where('journal.seq', '>', seq).where('journal.table_name', 'in', tables).execute()

/** What was written since to the very rows that a command wrote, earliest first. */
export const laterOfSameRows = (db: Db, id: CommandId): Promise<LaterRow[]> =>
  withCommand(db)
    .innerJoin('journal as own', (join) =>
      join.onRef('own.row_id', '=', 'journal.row_id').onRef('own.table_name', '=', 'journal.table_name'),
    )
    .where('own.command_id', '=', id)
    .where('journal.command_id', '<>', id)
    .whereRef('journal.seq', '>', 'own.seq')
    .execute()

/** The first row written after a journal row that names another row: what refers to it, or it itself. */
export const laterMention = (db: Db, seq: number, rowId: string): Promise<LaterRow | undefined> =>
  withCommand(db)
    .where('journal.seq', '>', seq)
    .where(sql<boolean>`instr(coalesce(journal.after, journal.before), ${rowId})`)
    .limit(1)
    .executeTakeFirst()

/** The group of each session of some groups. */
export async function groupsOfSessions(db: Db, groupIds: readonly string[]): Promise<Map<string, string>> {
  if (groupIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('session')
    .select(['id', 'group_id'])
    .where(
      'group_id',
      'in',
      groupIds.map((id) => groupId.parse(id)),
    ) // prettier-ignore
    .execute()
  return new Map(rows.map((row) => [row.id, row.group_id]))
}

/** Entries in order, a page at a time, for checking the chain. */
export const entriesAfter = (db: Db, seq: number, limit: number): Promise<EntryRow[]> =>
  db.selectFrom('audit_entry').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute()

/** The changes of several commands at once, by command. */
export async function changesOfMany(
  db: Db,
  ids: readonly CommandId[],
): Promise<Map<CommandId, JournalRow[]>> {
  const changes = new Map<CommandId, JournalRow[]>(ids.map((id) => [id, []]))
  const rows = await db
    .selectFrom('journal')
    .selectAll()
    .where('command_id', 'in', ids)
    .orderBy('seq')
    .execute()
  for (const row of rows) changes.get(row.command_id)?.push(row)
  return changes
}
