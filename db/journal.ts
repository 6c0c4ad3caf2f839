import type { Connection } from './open.ts'

/**
 * The journal's own tables, secrets that no journal should hold, what triggers make of other rows, and records that can
 * only be added to: there is nothing to undo in a file that was made, or in a week that was counted.
 */
const unwatched = new Set([
  'audit_entry',
  'journal',
  'current_command',
  'credential',
  'room_overlap',
  'file_made',
  'waiting_snapshot',
  'waiting_snapshot_line',
])

interface Named {
  readonly name: string
}
const named = (rows: unknown[]): Named[] =>
  rows.filter((row): row is Named => typeof row === 'object' && row !== null && 'name' in row)

/** The tables whose every change is journaled. */
export function watchedTables(connection: Connection): string[] {
  const rows = connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).all() // prettier-ignore
  return named(rows)
    .map((row) => row.name)
    .filter((name) => !unwatched.has(name))
}

/**
 * Makes, from the schema as it stands, the triggers that write each changed row before and after, with the command
 * that changed it. A change outside a command has no command id, which the journal refuses: so nothing is written
 * that the audit trail does not know of.
 */
export function createJournalTriggers(connection: Connection): void {
  for (const table of watchedTables(connection)) {
    const columns = named(connection.prepare(`SELECT name FROM pragma_table_info(?)`).all(table)).map(
      (c) => c.name,
    )
    for (const statement of triggersOf(table, columns)) connection.exec(statement)
  }
}

function triggersOf(table: string, columns: readonly string[]): string[] {
  const image = (row: 'OLD' | 'NEW') =>
    `json_object(${columns.map((c) => `'${c}', ${row}."${c}"`).join(', ')})`
  const write = (when: string, id: string, before: string, after: string) => [
    `DROP TRIGGER IF EXISTS journal_${table}_${when}`,
    `CREATE TRIGGER journal_${table}_${when} AFTER ${when.toUpperCase()} ON "${table}" BEGIN
       INSERT INTO journal (command_id, table_name, row_id, before, after)
       VALUES ((SELECT id FROM current_command), '${table}', ${id}, ${before}, ${after}); END`,
  ]
  return [
    ...write('insert', 'NEW.id', 'NULL', image('NEW')),
    ...write('update', 'NEW.id', image('OLD'), image('NEW')),
    ...write('delete', 'OLD.id', image('OLD'), 'NULL'),
  ]
}
