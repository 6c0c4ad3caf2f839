import { app, utilityProcess, type UtilityProcess } from 'electron'
import type { Progress } from '../shared/progress.ts'
import type { FromData, Reply, ToData } from '../shared/wire.ts'
import type { DataOptions } from './data-process.ts'
// Its default export is made by the build: see module-path.d.ts.
// oxlint-disable-next-line import/default
import dataProcess from './data-process.ts?modulePath'
import { announce } from './log.ts'

const aMinute = 60_000
const stopLimit = 5_000

const fault = (message: string): Reply => ({ ok: false, error: { code: 'FAULT', message, details: {} } })
const interrupted = fault(
  'Gather was interrupted while doing this, so it may not be saved. It is ready again: look, then try once more.',
)
const stoppedTwice = fault('Gather has stopped working twice in a row. Close it and open it again.')

const driverNames = new Set(['GATHER_SQLITE_DRIVER', 'GATHER_SQLITE_BINDING'])

/** The installed program takes its SQLite driver from nowhere but itself. */
function dataEnv(): NodeJS.ProcessEnv {
  if (!app.isPackaged) return process.env
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !driverNames.has(name)))
}

/** A call on its way: its answer, and how to stop it. */
export interface Call {
  readonly reply: Promise<Reply>
  readonly cancel: () => void
}

interface Waiting {
  readonly answer: (reply: Reply) => void
  readonly progress: (progress: Progress) => void
}

/**
 * The data process as the main process sees it. If it crashes, the calls in flight are answered with a
 * failure and it is started again, but not twice within a minute: a fault that comes back at once should
 * be seen, not spun on.
 */
export class DataClient {
  readonly #options: DataOptions
  readonly #onChanged: () => void
  readonly #waiting = new Map<number, Waiting>()
  #nextId = 1
  #restarted = Number.NEGATIVE_INFINITY
  #stopping = false
  #child: UtilityProcess | null

  constructor(options: DataOptions, onChanged: () => void) {
    this.#options = options
    this.#onChanged = onChanged
    this.#child = this.#start()
  }

  call(
    session: number,
    [feature, name, input]: readonly [feature: string, name: string, input: unknown],
    progress: (progress: Progress) => void,
  ): Call {
    const child = this.#child
    if (!child) return { reply: Promise.resolve(stoppedTwice), cancel: () => {} }
    const id = this.#nextId++
    const reply = new Promise<Reply>((answer) => this.#waiting.set(id, { answer, progress }))
    child.postMessage({ kind: 'call', id, session, feature, name, input } satisfies ToData)
    return { reply, cancel: () => this.tell({ kind: 'cancel', id, session }) }
  }

  tell(message: Exclude<ToData, { kind: 'call' }>): void {
    this.#child?.postMessage(message)
  }

  /** Closes the data properly; resolves when the process has ended, or after a few seconds anyway. */
  async stop(): Promise<void> {
    this.#stopping = true
    const child = this.#child
    if (!child) return
    const exited = new Promise((resolve) => child.once('exit', resolve))
    this.tell({ kind: 'stop' })
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, stopLimit))])
  }

  #start(): UtilityProcess {
    const settings = { serviceName: 'Gather data', env: dataEnv() }
    const child = utilityProcess.fork(dataProcess, [JSON.stringify(this.#options)], settings)
    child.on('message', (message: FromData) => this.#receive(message))
    child.on('exit', (code) => this.#ended(code))
    return child
  }

  #receive(message: FromData): void {
    if (message.kind === 'changed') return this.#onChanged()
    const waiting = this.#waiting.get(message.id)
    if (message.kind === 'progress') return waiting?.progress(message.progress)
    waiting?.answer(message.reply)
    this.#waiting.delete(message.id)
  }

  #ended(code: number): void {
    for (const { answer } of this.#waiting.values()) answer(interrupted)
    this.#waiting.clear()
    if (!this.#stopping) announce(`The data process ended with code ${code}.`)
    const mayRestart = !this.#stopping && performance.now() - this.#restarted > aMinute
    this.#restarted = performance.now()
    this.#child = mayRestart ? this.#start() : null
    // Whoever was signed in no longer is: the page finds out now, not at the next key.
    if (!this.#stopping) this.#onChanged()
  }
}
