import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { AppError } from '../shared/errors.ts'
import { createJournalTriggers } from './journal.ts'
import { migrations as all } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { APPLICATION_ID, schemaVersion } from './identity.ts'
import type { Connection } from './open.ts'

/**
 * Brings a file up to this program's schema, each migration in a transaction of its own. Before anything is run
 * on a file that already holds data, a copy of it is kept beside it. Answers the path of the copy, if one was made.
 * Throws FILE, in plain words, for a file that a newer version made.
 */
export function migrate(connection: Connection, file: string, migrations = all): string | null {
  const now = schemaVersion(connection)
  const newest = migrations.at(-1)?.number ?? 0
  if (now > newest) throw newerFile()
  const pending = migrations.filter((m) => m.number > now)
  if (pending.length === 0) return null
  const copy = now === 0 ? null : keepCopy(connection, file, now)
  for (const migration of pending) run(connection, migration)
  return copy
}

const newerFile = () =>
  new AppError('FILE', 'This file was made by a newer version of Gather. It has not been changed. Update this program, then open it again.') // prettier-ignore

/**
 * A whole, consistent copy in one file, on the disk before anything is changed. Written under another name first: an
 * earlier copy is only replaced by one that is complete.
 */
function keepCopy(connection: Connection, file: string, from: number): string {
  const copy = `${file}.before-${from}`
  const unfinished = `${copy}.part`
  rmSync(unfinished, { force: true })
  try {
    connection.prepare('VACUUM INTO ?').run(unfinished)
    flush(unfinished)
    renameSync(unfinished, copy)
  } finally {
    rmSync(unfinished, { force: true })
  }
  return copy
}

function flush(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
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
