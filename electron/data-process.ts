import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { traceOf } from '../db/failures.ts'
import { createHost, type Grants, type Host, type Session } from '../db/host.ts'
import { AppError } from '../shared/errors.ts'
import type { Progress } from '../shared/progress.ts'
import type { FromData, Reply, ToData } from '../shared/wire.ts'
import { clockFrom } from './clock.ts'
import { openLog } from './log.ts'

/** What the main process passes on the command line, as JSON. */
export interface DataOptions {
  readonly folder: string
  readonly version: string
  readonly sample: boolean
  /** Where the clock begins instead of now; null outside tests and the demonstration. */
  readonly clock: string | null
}

const { folder, version, sample, clock }: DataOptions = JSON.parse(process.argv[2] ?? '{}')
const aSecond = 1_000
/** Well under what the main process waits for: see data-client.ts. */
const patience = 3_000
type Call = Extract<ToData, { kind: 'call' }>
const log = openLog(folder)
const send = (message: FromData) => process.parentPort.postMessage(message)

const sessions = new Map<number, Session>()
const granted = new Map<string, { path: string; mode: 'read' | 'write' }>()

const grants: Grants = {
  take(grant, mode) {
    const found = granted.get(grant)
    if (found?.mode !== mode) return null
    granted.delete(grant)
    return found.path
  },
}

function sessionOf(opened: Host, id: number): Session {
  const session = sessions.get(id) ?? opened.openSession(grants)
  sessions.set(id, session)
  return session
}

/** What every call gets when the data could not be opened: staff read why, in the window. */
function refusal(error: unknown): Reply {
  log(traceOf(error))
  const plain = 'Gather could not open its data. The log file beside it says why.'
  if (!(error instanceof AppError))
    return { ok: false, error: { code: 'FAULT', message: plain, details: {} } }
  return { ok: false, error: { code: error.code, message: error.message, details: error.details } }
}

async function open(): Promise<Host | Reply> {
  try {
    const opened = await createHost({
      file: join(folder, 'gather.db'),
      version,
      sample,
      log,
      now: clockFrom(clock ?? null),
    })
    opened.onChanged(() => send({ kind: 'changed' }))
    setInterval(() => opened.lookForChanges(), aSecond)
    return opened
  } catch (error) {
    return refusal(error)
  }
}

const host = open()
const underWay = new Map<Promise<void>, Call>()
const isOpen = (value: Host | Reply): value is Host => 'openSession' in value

/** What was asked for before the window closed is finished first, if it is nearly done; else it leaves nothing. */
async function stop(): Promise<void> {
  const finished = Promise.allSettled(underWay.keys())
  await Promise.race([finished, pause(patience)])
  for (const call of underWay.values()) void cancel(call)
  await finished
  const opened = await host
  if (isOpen(opened)) await opened.close()
  process.exit(0)
}

async function answer(call: Call): Promise<void> {
  const { id, session, feature, name, input } = call
  const opened = await host
  const progress = (progress: Progress) => send({ kind: 'progress', id, progress })
  const reply = isOpen(opened)
    ? await opened.call(sessionOf(opened, session), feature, name, input, { call: String(id), progress })
    : opened
  send({ kind: 'reply', id, reply })
}

function begin(call: Call): void {
  const work = answer(call).finally(() => underWay.delete(work))
  underWay.set(work, call)
}

async function cancel({ id, session }: Pick<Call, 'id' | 'session'>): Promise<void> {
  const opened = await host
  const owner = sessions.get(session)
  if (isOpen(opened) && owner !== undefined) opened.cancel(owner, String(id))
}

process.parentPort.on('message', ({ data: message }: { data: ToData }) => {
  if (message.kind === 'call') begin(message)
  else if (message.kind === 'cancel') void cancel(message)
  else if (message.kind === 'grant') granted.set(message.grant, { path: message.path, mode: message.mode })
  else if (message.kind === 'close-session') sessions.delete(message.session)
  else void stop()
})
