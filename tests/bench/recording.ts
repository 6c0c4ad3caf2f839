import type Sqlite from 'better-sqlite3'
import { createRequire } from 'node:module'

const driver = new URL('./recording-driver.cjs', import.meta.url).pathname

/** A statement that was run, with the values that were bound in it. */
export interface Statement {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** The statements that read, in order, of what runs meanwhile. */
export type Record = (run: () => Promise<unknown>) => Promise<Statement[]>

/** Lends the driver that listens, for what is opened meanwhile. */
export async function withRecording<T>(work: (record: Record) => Promise<T>): Promise<T> {
  process.env['GATHER_SQLITE_DRIVER'] = driver
  try {
    return await work(record)
  } finally {
    delete process.env['GATHER_SQLITE_DRIVER']
  }
}

async function record(run: () => Promise<unknown>): Promise<Statement[]> {
  // The driver of the line above; a module found by name at run time has no type of its own.
  const listening = createRequire(import.meta.url)(driver) as { heard: ((one: Statement) => void) | null }
  const statements: Statement[] = []
  listening.heard = (one) => void statements.push(one)
  try {
    await run()
  } finally {
    listening.heard = null
  }
  return statements
}

/** The same statements, by the driver alone. */
export const replay = (connection: Sqlite.Database, statements: readonly Statement[]): void =>
  statements.forEach(({ sql, values }) => connection.prepare(sql).all(values))

/** The steps of the queries' plans that read a whole table or sort what they found. */
export const scansOf = (connection: Sqlite.Database, statements: readonly Statement[]): string[] => {
  const details = statements.flatMap(({ sql, values }) =>
    connection
      .prepare<[readonly unknown[]], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(values)
      .map(({ detail }) => detail),
  )
  return [...new Set(details.filter((detail) => /^SCAN|TEMP B-TREE/.test(detail)))]
}
