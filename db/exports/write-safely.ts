import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** The file system, as far as it is used here. */
export const fileSystem = { open, rename, rm }
export type FileSystem = typeof fileSystem

const faults: readonly (readonly [RegExp, string])[] = [
  [/^(ENOSPC|EDQUOT|EFBIG)$/, 'The disk is full, so no file was made. Free some space, or choose another place, then try again.'],
  [/^(EACCES|EPERM|EROFS)$/, 'This folder cannot be written to, or the file is open in another program. No file was made. Close it there, or choose another folder, then try again.'],
  [/^(EBUSY|ETXTBSY)$/, 'The file is open in another program, so it was left as it is. Close it there, then try again.'],
  [/^(ENOENT|ENOTDIR)$/, 'The folder is no longer there, so no file was made. Choose another folder, then try again.'],
  [/^EISDIR$/, 'There is a folder of that name, so no file was made. Choose another name, then try again.'],
] // prettier-ignore

/**
 * Writes a whole file or none: beside its place under another name, down to the disk, and only then into its place.
 * Large content writes itself to the name that it is given. `ready` runs when the file is whole and not yet there; if it fails, nothing is left behind. Throws FILE, in words.
 */
export async function writeSafely(
  path: string,
  content: Uint8Array | ((beside: string) => Promise<void>),
  ready: () => Promise<void>,
  files: FileSystem = fileSystem,
): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.part`)
  try {
    await inWords(() => (content instanceof Uint8Array ? writeDown(files, beside, content) : content(beside)))
    await ready()
    await inWords(() => files.rename(beside, path))
  } catch (error) {
    await files.rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
}

async function writeDown(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function inWords(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const known = faults.find(([pattern]) => pattern.test(code))
    if (known) throw new AppError('FILE', known[1])
    throw error
  }
}
