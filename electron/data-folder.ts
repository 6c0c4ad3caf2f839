import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { app, dialog } from 'electron'

export interface DataFolder {
  readonly folder: string
  readonly sample: boolean
  /** Called when the program ends, once nothing in the folder is open any more. */
  readonly release: () => void
}

const keep = () => undefined
const samplePrefix = 'gather-sample-'
const anHour = 60 * 60_000

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // Somebody else's, or still held: it holds invented people only, and is no reason not to open or close.
  }
}

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

/** Made for its owner alone, and tried: what could not be kept should be known before anything is typed. */
function prepare(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    closeSync(openSync(join(folder, 'gather.log'), 'a', 0o600))
  } catch {
    dialog.showErrorBox(
      'Gather cannot open',
      `Nothing can be saved in the folder ${folder}, so Gather was not opened. Ask for permission to write to it, or make room on the disk, then open Gather again.`,
    )
    process.exit(1)
  }
}

/**
 * Where this run keeps its data: a throwaway folder for `--sample`, the folder named by GATHER_DATA, or the
 * person's own. Electron's files go there too, so that the lock against a second copy is per folder.
 */
export function chooseDataFolder(): DataFolder {
  const sample = process.argv.includes('--sample')
  const named = process.env.GATHER_DATA
  const folder = sample ? throwawayFolder() : named ? resolve(named) : ownFolder()
  prepare(folder)
  app.setPath('userData', folder)
  return { folder, sample, release: sample ? () => remove(folder) : keep }
}
