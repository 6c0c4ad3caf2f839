import { createRequire } from 'node:module'

const driver = new URL('./recording-driver.cjs', import.meta.url).pathname

/** Opens something with the driver that listens, and closes it again when the work is done. */
export async function withRecording<T>(work: (record: Record) => Promise<T>): Promise<T> {
  process.env['GATHER_SQLITE_DRIVER'] = driver
  try {
    return await work(record)
  } finally {
    delete process.env['GATHER_SQLITE_DRIVER']
  }
}

/** The statements that read, in order, of what runs meanwhile. */
export type Record = (run: () => Promise<unknown>) => Promise<string[]>

async function record(run: () => Promise<unknown>): Promise<string[]> {
  // The driver of the line above; a module found by name at run time has no type of its own.
  const listening = createRequire(import.meta.url)(driver) as { heard: ((sql: string) => void) | null }
  const statements: string[] = []
  listening.heard = (sql) => void statements.push(sql)
  try {
    await run()
  } finally {
    listening.heard = null
  }
  return statements.filter((sql) => /^\s*(select|with)\b/i.test(sql))
}
