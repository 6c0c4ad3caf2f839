import { copyFileSync, rmSync } from 'node:fs'
import { AppError } from '../shared/errors.ts'
import { createJournalTriggers } from './journal.ts'
import { migrations as all } from './migrations/index.ts'
import { APPLICATION_ID, type Connection } from './open.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

const version = (connection: Connection): number =>
  Number(connection.pragma('user_version', { simple: true }))

/**
 * Brings a file up to this program's schema, each migration in a transaction of its own. Before anything is run
 * on a file that already holds data, a copy of it is kept beside it. Answers the path of the copy, if one was made.
 * Throws FILE, in plain words, for another program's file or one that a newer version made.
 */
export function migrate(connection: Connection, file: string, migrations = all): string | null {
  const now = version(connection)
  refuseForeign(connection, now)
  const newest = migrations.at(-1)?.number ?? 0
  if (now > newest) throw newerFile()
  const pending = migrations.filter((m) => m.number > now)
  if (pending.length === 0) return null
  const copy = now === 0 ? null : keepCopy(connection, file, now)
  for (const migration of pending) run(connection, migration)
  return copy
}

function refuseForeign(connection: Connection, now: number): void {
  const id = Number(connection.pragma('application_id', { simple: true }))
  const tables = connection.prepare(`SELECT count(*) AS n FROM sqlite_schema`).get()
  const empty = now === 0 && id === 0 && countOf(tables) === 0
  if (!empty && id !== APPLICATION_ID) throw new AppError('FILE', 'This file was made by another program, not by Gather. It has not been changed. Choose a Gather file instead.') // prettier-ignore
}

const newerFile = () =>
  new AppError('FILE', 'This file was made by a newer version of Gather. It has not been changed. Update this program, then open it again.') // prettier-ignore

/** A whole, consistent copy: the write-ahead log is folded in first, so one file holds everything. */
function keepCopy(connection: Connection, file: string, from: number): string {
  const copy = `${file}.before-${from}`
  connection.pragma('wal_checkpoint(TRUNCATE)')
  rmSync(copy, { force: true })
  copyFileSync(file, copy)
  return copy
}

/** Foreign keys are off while tables are rebuilt (the pragma has no effect inside a transaction), then checked. */
function run(connection: Connection, migration: Migration): void {
  connection.pragma('foreign_keys = OFF')
  try {
    connection.transaction(() => apply(connection, migration)).immediate()
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

function apply(connection: Connection, migration: Migration): void {
  connection.exec(migration.sql)
  createJournalTriggers(connection)
  const broken = connection.pragma('foreign_key_check')
  if (Array.isArray(broken) && broken.length > 0)
    throw new Error(`Migration ${migration.number} broke ${broken.length} references`)
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  connection.pragma(`user_version = ${migration.number}`)
}

function countOf(row: unknown): number {
  return typeof row === 'object' && row !== null && 'n' in row ? Number(row.n) : 0
}
