import Database from 'better-sqlite3'

/** Kept by the audit trail itself, kept out of it on purpose, or made of other rows by the file itself. */
const notUndone = new Set(['audit_entry', 'journal', 'current_command', 'credential', 'room_overlap'])

type Row = Record<string, unknown>

/** Asks the file itself, past the program. */
export function rowsOf(file: string, query: string): Row[] {
  const raw = new Database(file, { readonly: true })
  try {
    return raw.prepare<[], Row>(query).all()
  } finally {
    raw.close()
  }
}

/** Every row of every table by its id, without the versions, which only count changes. */
export function dump({ file }: { readonly file: string }): Record<string, Row[]> {
  const tables =
    rowsOf(file, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`) // prettier-ignore
      .map(({ name }) => String(name))
      .filter((name) => !notUndone.has(name))
  const withoutVersion = ({ version: _version, ...row }: Row): Row => row
  return Object.fromEntries(
    tables.map((name) => [name, rowsOf(file, `SELECT * FROM "${name}" ORDER BY id`).map(withoutVersion)]),
  )
}
