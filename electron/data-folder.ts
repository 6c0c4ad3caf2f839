import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { app } from 'electron'

export interface DataFolder {
  readonly folder: string
  readonly sample: boolean
  /** Called when the program ends, once nothing in the folder is open any more. */
  readonly release: () => void
}

const keep = () => undefined
const samplePrefix = 'gather-sample-'
const anHour = 60 * 60_000

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })

/** Electron's network part writes a little into a throwaway folder even after it was removed. */
function removeRemnants(): void {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(samplePrefix))) {
    const folder = join(tmpdir(), name)
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > anHour && !existsSync(join(folder, 'gather.db'))) remove(folder)
  }
}

function throwawayFolder(): string {
  removeRemnants()
  return mkdtempSync(join(tmpdir(), samplePrefix))
}

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
  const folder = sample ? throwawayFolder() : named ? resolve(named) : ownFolder()
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
  return { folder, sample, release: sample ? () => remove(folder) : keep }
}
