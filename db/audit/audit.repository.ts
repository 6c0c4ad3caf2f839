import type { Selectable } from 'kysely'
import type { AuditEntry } from '../../shared/audit/audit.contract.ts'
import type { CommandId, UserId } from '../../shared/ids.ts'
import type { Db } from '../store.ts'
import type { AuditEntryTable, JournalTable } from './audit.table.ts'
import { labelOf } from './labels.ts'

export type EntryRow = Selectable<AuditEntryTable>
export type JournalRow = Selectable<JournalTable>

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

/** The rows a command changed, in the order it changed them. */
export const changesOf = (db: Db, id: CommandId): Promise<JournalRow[]> =>
  db.selectFrom('journal').selectAll().where('command_id', '=', id).orderBy('seq').execute()

/**
 * A person's newest command since a moment that still stands: of those done (even depth), or of those undone (odd
 * depth) that no new command has followed since, which is what makes a redo possible.
 */
export async function newestStanding(
  db: Db,
  userId: UserId,
  since: string,
  which: 'done' | 'undone',
): Promise<EntryRow | undefined> {
  const rows = await entries(db)
    .selectAll('entry')
    .where('entry.user_id', '=', userId)
    .where('entry.at', '>=', since)
    .where('entry.changes', '>', 0)
    .where('inverse.id', 'is', null)
    .orderBy('entry.seq', 'desc')
    .limit(200)
    .execute()
  if (which === 'done') return rows.find((row) => row.depth % 2 === 0)
  const newest = rows.findIndex((row) => row.depth === 0)
  return (newest === -1 ? rows : rows.slice(0, newest)).find((row) => row.depth % 2 === 1)
}

/** The first entry after `seq` that changed a row: who built on it since. */
export const laterChange = (db: Db, rowId: string, table: string, afterSeq: number) =>
  db
    .selectFrom('journal')
    .innerJoin('audit_entry', 'audit_entry.id', 'journal.command_id')
    .select(['audit_entry.user_name', 'audit_entry.root_operation', 'audit_entry.depth'])
    .where('journal.row_id', '=', rowId)
    .where('journal.table_name', '=', table)
    .where('journal.seq', '>', afterSeq)
    .orderBy('journal.seq', 'desc')
    .limit(1)
    .executeTakeFirst()

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
