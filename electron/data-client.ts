import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import type { FromData, Reply, ToData } from '../shared/wire.ts'
import type { DataOptions } from './data-process.ts'

/** The data process as the main process sees it. */
export interface DataClient {
  call(session: number, feature: string, name: string, input: unknown): Promise<Reply>
  tell(message: Exclude<ToData, { kind: 'call' }>): void
  /** Closes the data properly; resolves when the process has ended, or after a few seconds anyway. */
  stop(): Promise<void>
}

const aMinute = 60_000
const stopLimit = 5_000

const fault = (message: string): Reply => ({ ok: false, error: { code: 'FAULT', message, details: {} } })
const interrupted = fault(
  'Gather was interrupted while doing this, so it may not be saved. It is ready again: look, then try once more.',
)
const stoppedTwice = fault('Gather has stopped working twice in a row. Close it and open it again.')

/** The installed program takes its SQLite driver from nowhere but itself. */
function dataEnv(): NodeJS.ProcessEnv {
  if (!app.isPackaged) return process.env
  return { ...process.env, GATHER_SQLITE_DRIVER: undefined, GATHER_SQLITE_BINDING: undefined }
}

/**
 * Starts the data process. If it crashes, the calls in flight are answered with a failure and it is started
 * again, but not twice within a minute: a fault that comes back at once should be seen, not spun on.
 */
export function startData(
  options: DataOptions,
  onChanged: (features: readonly string[]) => void,
): DataClient {
  const waiting = new Map<number, (reply: Reply) => void>()
  let nextId = 1
  let restarted = Number.NEGATIVE_INFINITY
  let stopping = false
  let child: Electron.UtilityProcess | null = start()

  function start(): Electron.UtilityProcess {
    const script = join(__dirname, 'data-process.cjs')
    const settings = { serviceName: 'Gather data', env: dataEnv() }
    const started = utilityProcess.fork(script, [JSON.stringify(options)], settings)
    started.on('message', receive)
    started.on('exit', ended)
    return started
  }

  function receive(message: FromData): void {
    if (message.kind === 'changed') onChanged(message.features)
    if (message.kind !== 'reply') return
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  }

  function ended(code: number): void {
    if (!stopping) console.error(`The data process ended with code ${code}.`)
    for (const answer of waiting.values()) answer(interrupted)
    waiting.clear()
    const mayRestart = !stopping && performance.now() - restarted > aMinute
    restarted = performance.now()
    child = mayRestart ? start() : null
  }

  return {
    call(session, feature, name, input) {
      const running = child
      if (!running) return Promise.resolve(stoppedTwice)
      return new Promise((resolve) => {
        const id = nextId++
        waiting.set(id, resolve)
        const message: ToData = { kind: 'call', id, session, feature, name, input }
        running.postMessage(message)
      })
    },
    tell: (message) => child?.postMessage(message),
    async stop() {
      stopping = true
      const running = child
      if (!running) return
      const exited = new Promise((resolve) => running.once('exit', resolve))
      running.postMessage({ kind: 'stop' } satisfies ToData)
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, stopLimit))])
    },
  }
}
