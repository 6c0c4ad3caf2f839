import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { app } from 'electron'

export interface DataFolder {
  readonly folder: string
  readonly sample: boolean
  /** Called at quit, once nothing in the folder is open any more. */
  readonly release: () => void
}

const keep = () => undefined

/** Roaming profiles are copied over the network at sign-in and out: no place for a database. */
function ownFolder(): string {
  const local = process.platform === 'win32' ? process.env.LOCALAPPDATA : undefined
  return local ? join(local, app.getName()) : app.getPath('userData')
}

/**
 * Where this run keeps its data: a throwaway folder for `--sample`, the folder named by GATHER_DATA, or the
 * person's own. Electron's files go there too, so that the lock against a second copy is per folder.
 */
export function chooseDataFolder(): DataFolder {
  const sample = process.argv.includes('--sample')
  const named = process.env.GATHER_DATA
  const folder = sample ? mkdtempSync(join(tmpdir(), 'gather-sample-')) : named ? resolve(named) : ownFolder()
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  return { folder, sample, release: sample ? remove : keep }
}
