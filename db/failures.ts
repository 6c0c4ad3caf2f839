import { z } from 'zod'
import { AppError, type Failure } from '../shared/errors.ts'

/** What SQLite says, in the words of the desk. Codes are those of sqlite.org/rescode.html. */
const storageFaults: readonly (readonly [RegExp, string])[] = [
  [/^SQLITE_FULL/, 'The disk is full, so this was not saved. What was saved before is safe. Free some space, then try again.'],
  [/^SQLITE_READONLY|^EROFS|^EACCES|^EPERM/, 'This folder cannot be written to, so this was not saved. What was saved before is safe. Ask for permission to write to the folder, then try again.'],
  [/^SQLITE_(BUSY|LOCKED)/, 'Another copy of the program is using the file, so this was not saved. Try again in a moment.'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'The file is damaged or is not a Gather file. Nothing has been changed. Bring back the newest backup, and keep the damaged file aside.'],
  [/^SQLITE_CANTOPEN/, 'The file could not be opened or made here, so nothing was saved. What was saved before is safe. Check that the folder is there and that you may write to it, then try again.'],
  [/^SQLITE_IOERR/, 'The disk did not answer, so this was not saved. What was saved before is safe. Check the disk, then try again.'],
] // prettier-ignore

const coded = z.object({ code: z.string(), message: z.string() })

/** The AppError that an error means, or null when it is a fault of the program. */
export function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  const known = coded.safeParse(error)
  if (!known.success) return null
  const { code, message } = known.data
  if (message.includes('no_double_booking')) return new AppError('CONFLICT', 'The room is already taken at that time. Nothing was booked. Choose another room or time.') // prettier-ignore
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return new AppError('NOT_FOUND', 'Something this belongs to could not be found, so nothing was saved. It may have been removed. Look again, then try once more.') // prettier-ignore
  const storage = storageFaults.find(([pattern]) => pattern.test(code))
  return storage ? new AppError('FILE', storage[1]) : null
}

/**
 * What the log is told of a fault: its kind, its code and where it happened. Its words only where the engine writes
 * them itself, with what they quote left out: zod, JSON and the file system quote what they were given, and that may
 * be somebody's name.
 */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return `${typeof error} thrown`
  const code = coded.safeParse(error).data?.code
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line))
  return [[error.name, code, wordsOf(error)].filter(Boolean).join(' '), ...frames].join('\n')
}

function wordsOf(error: Error): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ code, path }) => `${code} at ${path.map(plainKey).join('.')}`).join(', ')
  const byTheEngine =
    error instanceof TypeError || error instanceof ReferenceError || error.name === 'SqliteError'
  return byTheEngine ? error.message.replace(/(['"`]).*?\1/gs, '…') : ''
}

/** A field of ours or a place in a list; a key that came with the data is not named. */
const plainKey = (key: PropertyKey) =>
  typeof key === 'number' || /^[a-z][A-Za-z]*$/.test(String(key)) ? String(key) : '…'

/** The failure to send. A fault goes to the log as `traceOf` and to the person as one plain sentence. */
export function toFailure(error: unknown, log: (line: string) => void): Failure {
  const known = toAppError(error)
  if (known) return { code: known.code, message: known.message, details: known.details }
  log(traceOf(error))
  return { code: 'FAULT', message: 'Something went wrong, and it has been logged. Nothing was changed. Try again, and tell your administrator if it happens twice.', details: {} } // prettier-ignore
}
