import { sql } from 'kysely'
import type { Changes } from '../../shared/exports/calendar-events.ts'
import type { Db } from '../store.ts'

/** Under the number of values that SQLite takes in one statement. */
const IDS_AT_ONCE = 10_000

/**
 * How often each of these rows was changed since it was made, undoing counted, and when last (UTC). A row's own version
 * goes back when a change is undone; this never does, so what was sent before is always the older.
 */
export async function countChanges(db: Db, rowIds: readonly string[]): Promise<Changes> {
  const changes = new Map<string, { times: number; lastAt: string }>()
  for (let start = 0; start < rowIds.length; start += IDS_AT_ONCE) {
    const rows = await db
      .selectFrom('journal')
      .innerJoin('audit_entry', 'audit_entry.id', 'journal.command_id')
      .where('journal.row_id', 'in', rowIds.slice(start, start + IDS_AT_ONCE))
      .groupBy('journal.row_id')
      .select('journal.row_id')
      .select([
        sql<number>`sum(journal.before IS NOT NULL)`.as('times'),
        sql<string>`max(audit_entry.at)`.as('last_at'),
      ]) // prettier-ignore
      .execute()
    for (const { row_id, times, last_at } of rows) changes.set(row_id, { times, lastAt: last_at })
  }
  return changes
}
