import { Kysely, SqliteDialect, type Transaction } from 'kysely'
import { recordEntry, type Entry } from './audit/record-entry.ts'
import { migrate } from './migrate.ts'
import { openForReading, openForWriting, type Connection } from './open.ts'
import type { Tables } from './tables.ts'

/** Reading: every way to write is a compile error, and the connection behind it refuses to. */
export type Db = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'fn'>
/** Writing, inside the one transaction of a command. It also reads. */
export type Tx = Transaction<Tables>

export interface Store {
  readonly reader: Db
  /** One transaction, one audit entry. Answers what `work` answers, and the tables whose rows it changed. */
  write<T>(entry: Entry, work: (tx: Tx) => Promise<T>): Promise<{ value: T; tables: readonly string[] }>
  close(): Promise<void>
}

const kysely = (database: Connection) => new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })

/** Opens a county's file, brings its schema up to date, and keeps one connection to write and one to read. */
export function openStore(file: string): Store {
  const connection = openForWriting(file)
  try {
    migrate(connection, file)
  } catch (error) {
    connection.close()
    throw error
  }
  return storeOf(kysely(connection), kysely(openForReading(file)), connection)
}

function storeOf(writer: Kysely<Tables>, reader: Kysely<Tables>, connection: Connection): Store {
  return {
    reader,
    write: (entry, work) =>
      writer.transaction().execute(async (tx) => {
        // First, so that the transaction takes the write lock before it has read anything that could go stale.
        await tx.updateTable('current_command').set({ id: entry.id }).execute()
        const value = await work(tx)
        const tables = await recordEntry(tx, entry)
        await tx.updateTable('current_command').set({ id: null }).execute()
        return { value, tables }
      }),
    async close() {
      connection.pragma('optimize')
      await reader.destroy()
      await writer.destroy()
    },
  }
}
