import { Kysely, type Transaction } from 'kysely'
import { z } from 'zod'
import { recordEntry, type Entry } from './audit/record-entry.ts'
import { sqliteDialect } from './dialect.ts'
import { migrate } from './migrate.ts'
import { openForReading, openForWriting, type Connection } from './open.ts'
import type { Tables } from './tables.ts'

/** Reading: every way to write is a compile error, and the connection behind it refuses to. */
export type Db = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'fn'>
/** Writing, inside the one transaction of a command. It also reads. */
export type Tx = Transaction<Tables>

export interface Store {
  readonly reader: Db
  /** One transaction, one audit entry. Answers what `work` answers. */
  write<T>(entry: Entry, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One moment of the county, on a connection of its own that is let go afterwards. Changes go on beside it. */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Whether another program has written to the file since this was last asked. */
  writtenElsewhere(): boolean
  /** Brings all that was written into the one file, so that it can be moved by itself. Throws when there is no room for it. */
  makeWhole(): void
  close(): Promise<void>
}

const kysely = (connection: Connection) => new Kysely<Tables>({ dialect: sqliteDialect(connection) })

/** Opens a county's file, brings its schema up to date, and keeps one connection to write and one to read. */
export function openStore(file: string): Store {
  const writing = openForWriting(file)
  try {
    migrate(writing, file)
    return storeOf(file, writing, openForReading(file))
  } catch (error) {
    writing.close()
    throw error
  }
}

function storeOf(file: string, writing: Connection, reading: Connection): Store {
  const writer = kysely(writing)
  let known = dataVersion(writing)
  return {
    reader: kysely(reading),
    write: (entry, work) =>
      writer.transaction().execute(async (tx) => {
        // First, so that the transaction takes the write lock before it has read anything that could go stale.
        await tx.updateTable('current_command').set({ id: entry.id }).execute()
        const value = await work(tx)
        await recordEntry(tx, entry)
        await tx.updateTable('current_command').set({ id: null }).execute()
        return value
      }),
    snapshot: (work) => readAtOnce(openForReading(file), work),
    writtenElsewhere() {
      const before = known
      known = dataVersion(writing)
      return known !== before
    },
    makeWhole() {
      const [done] = checkpoint.parse(writing.pragma('wal_checkpoint(TRUNCATE)'))
      if (done.busy !== 0) throw new Error('The file was in use while it was to be made whole')
    },
    async close() {
      // The connections themselves: Kysely closes only those that it has used.
      reading.close()
      tidy(writing)
      writing.close()
    },
  }
}

/** A transaction that only reads sees the file as it was at its first look, and keeps nobody from writing. */
async function readAtOnce<T>(connection: Connection, work: (db: Db) => Promise<T>): Promise<T> {
  try {
    connection.exec('BEGIN; SELECT count(*) FROM current_command')
    return await work(kysely(connection))
  } finally {
    connection.close()
  }
}

const checkpoint = z.tuple([z.object({ busy: z.number() })])

/** A number that moves when any other connection has written; asked of the one that writes, only other programs do. */
const dataVersion = (connection: Connection): number =>
  Number(connection.pragma('data_version', { simple: true }))

/** Upkeep that a full disk or a folder that cannot be written to may refuse: nothing is lost by going without. */
function tidy(connection: Connection): void {
  try {
    connection.pragma('optimize')
  } catch {
    // Said above: the next close will do it.
  }
}
