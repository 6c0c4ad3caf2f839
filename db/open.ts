import { createRequire } from 'node:module'
import type Sqlite from 'better-sqlite3'
import { refuseForeign } from './identity.ts'

export type Connection = Sqlite.Database
type Driver = typeof Sqlite

const load = createRequire(import.meta.url)

/**
 * The SQLite driver. The evaluation runtime cannot load the usual one, so the launcher names another in
 * GATHER_SQLITE_DRIVER, with its addon in GATHER_SQLITE_BINDING; nothing else in the program knows.
 */
function driver(): (file: string, options: Sqlite.Options) => Connection {
  const folder = process.env['GATHER_SQLITE_DRIVER']
  const nativeBinding = process.env['GATHER_SQLITE_BINDING']
  // A module found by name at run time has no type of its own: both drivers have better-sqlite3's.
  const Database = load(folder ?? 'better-sqlite3') as Driver
  return (file, options) => new Database(file, nativeBinding ? { ...options, nativeBinding } : options)
}

/**
 * Opens (or makes) a file with the settings that make "saved" mean saved: WAL, synchronous FULL, foreign keys.
 * Throws FILE for another program's file.
 */
export function openForWriting(file: string): Connection {
  return opened(file, {}, (connection) => {
    connection.pragma('busy_timeout = 5000')
    refuseForeign(connection)
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('secure_delete = ON')
    connection.pragma('cell_size_check = ON')
    connection.pragma('temp_store = MEMORY')
    connection.pragma('cache_size = -65536')
  })
}

/** A second connection that SQLite itself keeps from writing: what queries are given. */
export function openForReading(file: string): Connection {
  return opened(file, { readonly: true, fileMustExist: true }, (connection) => {
    connection.pragma('busy_timeout = 5000')
    connection.pragma('temp_store = MEMORY')
    connection.pragma('cache_size = -65536')
    connection.pragma('mmap_size = 268435456')
  })
}

/** A connection that could not be set up is closed again, so that nothing holds the file. */
function opened(file: string, options: Sqlite.Options, setUp: (connection: Connection) => void): Connection {
  const connection = driver()(file, options)
  try {
    setUp(connection)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}
