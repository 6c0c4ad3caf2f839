import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { CountyControl, CountyPlan } from '../context.ts'
import { toAppError } from '../failures.ts'
import type { HostOptions } from '../host.ts'
import { openStore, type Store } from '../store.ts'
import { makeCounty } from './make-county.ts'

export interface CountyFile {
  /** Throws NOT_FOUND when there is no county, in the words of what is wrong. */
  readonly store: () => Store
  readonly control: CountyControl
  close(): Promise<void>
}

/** The one file a host looks after: opened at once if it is there, made when asked. */
export function countyFile(options: HostOptions): CountyFile {
  const opened = openExisting(options)
  const { problem } = opened
  let { store } = opened
  const close = async () => {
    await store?.close()
    store = null
  }
  const create = async (plan: CountyPlan) => {
    if (store !== null || existsSync(options.file))
      throw new AppError('CONFLICT', 'There is a county already. Sign in to it.')
    mkdirSync(dirname(options.file), { recursive: true })
    try {
      store = openStore(options.file)
      return await makeCounty(store, plan, options.now())
    } catch (error) {
      await close()
      removeFile(options.file)
      throw error
    }
  }
  const control: CountyControl = {
    get state() {
      return problem !== null ? 'unusable' : store === null ? 'new' : 'ready'
    },
    problem,
    encrypted: false,
    create,
  }
  return { store: () => store ?? refuse(problem), control, close }
}

/** A file that cannot be opened is left as it is, and said to be so. */
function openExisting({ file, log }: HostOptions): { store: Store | null; problem: string | null } {
  if (!existsSync(file)) return { store: null, problem: null }
  try {
    return { store: openStore(file), problem: null }
  } catch (error) {
    log(error instanceof Error ? error.message : String(error))
    return {
      store: null,
      problem: toAppError(error)?.message ?? 'The file could not be opened. It has not been changed.',
    }
  }
}

function removeFile(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
}

function refuse(problem: string | null): never {
  throw new AppError('NOT_FOUND', problem ?? 'There is no county yet. Make one first.')
}
