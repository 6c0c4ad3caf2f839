import { AppError } from '../shared/errors.ts'
import type { FromData, Reply, ToData } from '../shared/wire.ts'
import { createHost, type Grants, type Host, type SessionHandle } from '../db/host.ts'
import { openLog } from './log.ts'

/** What the main process passes on the command line, as JSON. */
export interface DataOptions {
  readonly folder: string
  readonly file: string
  readonly version: string
  readonly runtime: string
  readonly sample: boolean
}

const options: DataOptions = JSON.parse(process.argv[2] ?? '{}')
const log = openLog(options.folder)
const send = (message: FromData) => process.parentPort.postMessage(message)

const sessions = new Map<number, SessionHandle>()
const granted = new Map<string, { path: string; mode: 'read' | 'write' }>()

const grants: Grants = {
  take(grant, mode) {
    const found = granted.get(grant)
    if (found?.mode !== mode) return null
    granted.delete(grant)
    return found.path
  },
}

function sessionOf(host: Host, id: number): SessionHandle {
  const session = sessions.get(id) ?? host.openSession(grants)
  sessions.set(id, session)
  return session
}

/** What every call gets when the data could not be opened: staff read why, in the window. */
function refusal(error: unknown): Reply {
  log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  const plain = 'Gather could not open its data. The log file beside it says why.'
  if (!(error instanceof AppError))
    return { ok: false, error: { code: 'FAULT', message: plain, details: {} } }
  return { ok: false, error: { code: error.code, message: error.message, details: error.details } }
}

function open(): Host | Reply {
  const { file, version, runtime, sample } = options
  const driver = process.env.GATHER_SQLITE_DRIVER
  try {
    return createHost({ file, version, runtime, sample, driver, log, now: () => new Date() })
  } catch (error) {
    return refusal(error)
  }
}

const host = open()
const isOpen = (value: Host | Reply): value is Host => 'openSession' in value
if (isOpen(host)) host.onChanged((features) => send({ kind: 'changed', features }))

async function stop(): Promise<void> {
  if (isOpen(host)) await host.close()
  process.exit(0)
}

async function answer(call: Extract<ToData, { kind: 'call' }>): Promise<void> {
  const { id, session, feature, name, input } = call
  const reply = isOpen(host) ? await host.call(sessionOf(host, session), feature, name, input) : host
  send({ kind: 'reply', id, reply })
}

process.parentPort.on('message', ({ data: message }: { data: ToData }) => {
  if (message.kind === 'call') void answer(message)
  else if (message.kind === 'grant') granted.set(message.grant, { path: message.path, mode: message.mode })
  else if (message.kind === 'close-session') sessions.delete(message.session)
  else void stop()
})
send({ kind: 'ready' })
