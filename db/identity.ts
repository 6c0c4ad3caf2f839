import { AppError } from '../shared/errors.ts'
import type { Connection } from './open.ts'

/** Marks a file as Gather's: "GATH" in ASCII. */
export const APPLICATION_ID = 0x47415448

/** The number of the last migration that the file has been through; 0 for a new one. */
export const schemaVersion = (connection: Connection): number =>
  Number(connection.pragma('user_version', { simple: true }))

/**
 * Throws FILE, in plain words, for a file that another program made. Reads only, so that such a file stays as it is
 * to the byte: even choosing the write-ahead log would write to it.
 */
export function refuseForeign(connection: Connection): void {
  const id = Number(connection.pragma('application_id', { simple: true }))
  if (id === APPLICATION_ID) return
  const tables = connection.prepare(`SELECT count(*) FROM sqlite_schema`).pluck().get()
  const empty = schemaVersion(connection) === 0 && id === 0 && tables === 0
  if (!empty) throw new AppError('FILE', 'This file was made by another program, not by Gather. It has not been changed. Choose a Gather file instead.') // prettier-ignore
}
