import { SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { DatabaseConnection, Dialect } from 'kysely'
import type { Connection } from './open.ts'

/**
 * When the disk is full or does not answer, SQLite ends the transaction itself. Rolling back once more would then
 * fail, and that failure would hide the one worth telling.
 */
class RollsBackOnce extends SqliteDriver {
  readonly #database: Connection

  constructor(database: Connection) {
    super({ database })
    this.#database = database
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}

/** SQLite for Kysely, on a connection that is already open. */
export const sqliteDialect = (database: Connection): Dialect => ({
  createDriver: () => new RollsBackOnce(database),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new SqliteAdapter(),
  createIntrospector: (kysely) => new SqliteIntrospector(kysely),
})
