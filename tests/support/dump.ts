import Database from 'better-sqlite3'
import type Sqlite from 'better-sqlite3'

/** Kept by the audit trail itself, kept out of it on purpose, or made of other rows by the file itself. */
const notUndone = new Set(['audit_entry', 'journal', 'current_command', 'credential', 'room_overlap'])

type Row = Record<string, unknown>

/** Opens the file itself, past the program, for as long as the work takes. */
function reading<T>(file: string, work: (raw: Sqlite.Database) => T): T {
  const raw = new Database(file, { readonly: true })
  try {
    return work(raw)
  } finally {
    raw.close()
  }
}

const allRows = (raw: Sqlite.Database, query: string): Row[] => raw.prepare<[], Row>(query).all()

/** Asks the file itself, past the program. */
export const rowsOf = (file: string, query: string): Row[] => reading(file, (raw) => allRows(raw, query))

/** Every row of every table by its id, without the versions, which only count changes. */
export const dump = ({ file }: { readonly file: string }): Record<string, Row[]> =>
  reading(file, (raw) => {
    const tables =
      allRows(raw, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`) // prettier-ignore
        .map(({ name }) => String(name))
        .filter((name) => !notUndone.has(name))
    const withoutVersion = ({ version: _version, ...row }: Row): Row => row
    return Object.fromEntries(
      tables.map((name) => [name, allRows(raw, `SELECT * FROM "${name}" ORDER BY id`).map(withoutVersion)]),
    )
  })
