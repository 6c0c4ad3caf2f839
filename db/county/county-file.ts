import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Actor, CountyControl, CountyPlan } from '../context.ts'
import { toAppError } from '../failures.ts'
import type { HostOptions } from '../host.ts'
import { openStore, type Store } from '../store.ts'
import { makeCounty } from './make-county.ts'

export interface CountyFile {
  /** Throws NOT_FOUND when there is no county, and FILE, in the words of what is wrong, when it cannot be opened. */
  readonly store: () => Store
  readonly control: CountyControl
  /** Whether another program has written to it since this was last asked. */
  writtenElsewhere(): boolean
  close(): Promise<void>
}

/** The one file a host looks after: opened at once if it is there, made when asked. */
export function countyFile(options: HostOptions): CountyFile {
  const opened = openExisting(options)
  const { problem } = opened
  let { store } = opened
  let place = placeOf(options.file)
  const close = async () => {
    await store?.close()
    store = null
  }
  const create = async (plan: CountyPlan) => {
    if (problem !== null) throw new AppError('FILE', problem)
    if (store !== null || existsSync(options.file))
      throw new AppError('CONFLICT', 'There is a county already. Sign in to it.')
    makeFolder(dirname(options.file))
    const actor = await makeWhole(options.file, plan, options.now())
    store = openStore(options.file)
    place = placeOf(options.file)
    return actor
  }
  const control: CountyControl = {
    get state() {
      return problem !== null ? 'unusable' : store === null ? 'new' : 'ready'
    },
    problem,
    encrypted: false,
    create,
  }
  const writtenElsewhere = () => {
    try {
      return store?.writtenElsewhere() ?? false
    } catch {
      // A disk that does not answer says so at the next call, to somebody who asked for something.
      return false
    }
  }
  const present = () => {
    if (store !== null && placeOf(options.file) !== place) throw movedAway()
    return store ?? refuse(problem)
  }
  return { store: present, control, writtenElsewhere, close }
}

/**
 * Made under another name and renamed when it is whole: a county without the person who can sign in to it would be
 * found at the next start, and nobody could use it or make another.
 */
async function makeWhole(file: string, plan: CountyPlan, now: Date): Promise<Actor> {
  const unfinished = `${file}.new`
  removeFile(unfinished)
  try {
    const store = openStore(unfinished)
    const actor = await make(store, plan, now).finally(() => store.close())
    renameSync(unfinished, file)
    return actor
  } finally {
    removeFile(unfinished)
  }
}

/** Whole in its one file before that is renamed: on a full disk, what is beside it must not be left behind. */
async function make(store: Store, plan: CountyPlan, now: Date): Promise<Actor> {
  const actor = await makeCounty(store, plan, now)
  store.makeWhole()
  return actor
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    throw new AppError('FILE', 'The folder for the file could not be made, so nothing was saved. Choose a folder that you may write to, then try again.') // prettier-ignore
  }
}

/** A file that cannot be opened is left as it is, and said to be so. */
function openExisting({ file, log }: HostOptions): { store: Store | null; problem: string | null } {
  if (!existsSync(file)) return { store: null, problem: null }
  try {
    refuseEmpty(file)
    return { store: openStore(file), problem: null }
  } catch (error) {
    log(error instanceof Error ? error.message : String(error))
    return {
      store: null,
      problem: toAppError(error)?.message ?? 'The file could not be opened. It has not been changed.',
    }
  }
}

/** An empty file was a county once, or never will be one: to make a new one in it would hide that something was lost. */
function refuseEmpty(file: string): void {
  if (statSync(file).size === 0)
    throw new AppError('FILE', 'The file is empty: what was in it is gone. It has not been changed. Bring back the newest backup, or move the file away to start a new county.') // prettier-ignore
}

function removeFile(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
}

/** Where the file lies on the disk: another number under the same name is another file. */
const placeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.ino ?? null

/** On systems where an open file can be moved, what is written would go with the old one, and be missed. */
const movedAway = () =>
  new AppError('FILE', 'The file was moved, deleted or replaced while Gather was open, so this was not saved. What was saved before is in the file that was moved. Put it back, or close Gather and open it again.') // prettier-ignore

function refuse(problem: string | null): never {
  if (problem !== null) throw new AppError('FILE', problem)
  throw new AppError('NOT_FOUND', 'There is no county yet. Make one first.')
}
