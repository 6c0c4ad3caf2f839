import { AppError } from '../../shared/errors.ts'
import type { Db } from '../store.ts'
import { newestEntry } from './workbook-data.repository.ts'

const TRIES = 5

/**
 * Reads with several queries as if at one moment, so that a file's figures agree with each other: when anything was
 * changed meanwhile, all of it is read again.
 */
export async function changeFree<T>(db: Db, read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const before = await newestEntry(db)
    const value = await read()
    if ((await newestEntry(db)) === before) return value
  }
  throw new AppError(
    'CONFLICT',
    'The data kept changing while the file was made, so none was made. Try again in a moment.',
  )
}
