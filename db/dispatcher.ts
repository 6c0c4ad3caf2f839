import { clientOf } from '../shared/client.ts'
import { contract } from '../shared/contract.ts'
import { AppError, assertNever, fieldMessages } from '../shared/errors.ts'
import { commandId, userId } from '../shared/ids.ts'
import type { Operation } from '../shared/operation.ts'
import { mayUse } from '../shared/permissions.ts'
import type { TellProgress } from '../shared/progress.ts'
import { civilNow } from '../shared/time/civil.ts'
import type { Entry } from './audit/record-entry.ts'
import type { Actor, Also, Ask, Common, Contexts, CountyControl, Session } from './context.ts'
import { handlers } from './handlers.ts'
import { newIdAt } from './new-id.ts'
import type { Store } from './store.ts'
import { refuseStopped } from './task-turn.ts'
import { findById as findUser, toActor } from './users/users.repository.ts'

/** What the dispatcher needs of the host: the file when there is one, the clock, and whom to tell of changes. */
export interface Host {
  readonly store: () => Store
  readonly county: CountyControl
  readonly now: () => Date
  readonly version: string
  readonly changed: () => void
}

/** Who hears how far a call is, and how it is stopped. */
export interface Following {
  readonly progress: TellProgress
  readonly signal: AbortSignal
}

const nobodyFollows = (): Following => ({ progress: () => {}, signal: new AbortController().signal })

/** Stands in for a person in the few operations that need nobody signed in, none of which looks at it. */
const nobody: Actor = {
  id: userId.parse('00000000-0000-7000-8000-000000000000'),
  name: '',
  role: 'assistant',
  staffId: null,
  buildingIds: [],
  half: null,
}

type Handler = (context: unknown, input: unknown) => Promise<unknown>
interface Found {
  readonly operation: Operation
  readonly handler: Handler
}

/** Looks an operation up by its own names only, so `__proto__` and `toString` are no operations. */
function find(feature: string, name: string): Found {
  const operation = own<Operation>(own<object>(contract, feature), name)
  // The types have proved that handlers has exactly the contract's keys; this is the one lookup by text.
  const handler = own<Handler>(own<object>(handlers, feature), name)
  if (operation && handler) return { operation, handler }
  throw new AppError('NOT_FOUND', `There is no operation called ${feature}.${name}.`)
}

/** A property that the thing has itself; what kind of thing lies there is for the caller to know. */
function own<T>(thing: object | undefined, name: string): T | undefined {
  if (thing === undefined || !Object.hasOwn(thing, name)) return undefined
  const value: unknown = Reflect.get(thing, name)
  return value as T // the caller names what lies in the contract and in the handlers
}

/** Runs one operation: permission, input, the handler with what its kind allows, output. Throws; see failures.ts. */
export async function dispatch(
  host: Host,
  session: Session,
  feature: string,
  name: string,
  input: unknown,
  following: Following = nobodyFollows(),
): Promise<unknown> {
  const { operation, handler } = find(feature, name)
  if (host.county.state === 'ready') await refreshActor(host, session)
  checkPermission(session, operation)
  const request = parseInput(operation, input)
  const common = commonOf(host, session)
  const answer = async (context: unknown) => operation.output.parse(await handler(context, request))
  const entry = entryOf(common, `${feature}.${name}`)
  switch (operation.kind) {
    case 'query':
      return runQuery(host, operation, entry, request, () => answer(queryContext(host, common)))
    case 'command':
      return runCommand(host, entry, (tx) => answer(commandContext(session, common, entry, tx)))
    case 'task':
      return answer(taskContext(host, common, `${feature}.${name}`, following))
    default:
      return assertNever(operation.kind, 'kind of operation')
  }
}

/** A role that was changed, or somebody who may no longer sign in, is so at once and not only at the next sign-in. */
async function refreshActor(host: Host, session: Session): Promise<void> {
  const { actor } = session
  if (actor === null) return
  const db = host.store().reader
  const row = await findUser(db, actor.id)
  const current = row === undefined || row.disabled === 1 ? null : await toActor(db, row)
  // Somebody else may have signed in, or this person out, while it was looked up.
  if (session.actor !== actor) return
  session.actor = current
}

function checkPermission(session: Session, operation: Operation): void {
  if (mayUse(session.actor?.role ?? null, operation.permission)) return
  if (session.actor === null) throw new AppError('NOT_SIGNED_IN', 'Sign in first.')
  throw new AppError(
    'NOT_ALLOWED',
    `Your role does not include this: ${operation.label.toLowerCase()}. Ask your manager if you need it.`,
  )
}

function parseInput(operation: Operation, input: unknown): unknown {
  const parsed = operation.input.safeParse(input)
  if (parsed.success) return parsed.data
  const fields = fieldMessages(parsed.error)
  const [first = 'The request could not be read.'] = Object.values(fields)
  throw new AppError('INVALID_INPUT', first, { fields })
}

function commonOf(host: Host, session: Session): Common {
  const now = host.now()
  const localNow = civilNow(now)
  return {
    actor: session.actor ?? nobody,
    session,
    now: now.toISOString(),
    localNow,
    today: localNow.slice(0, 10),
    newId: newIdAt(now),
    version: host.version,
  }
}

const entryOf = (common: Common, operation: string): Entry => ({
  id: common.newId(commandId),
  at: common.now,
  userId: common.session.actor?.id ?? null,
  userName: common.session.actor?.name ?? '',
  operation,
  subject: null,
  undoes: null,
})

async function runQuery(
  host: Host,
  operation: Operation,
  entry: Entry,
  request: unknown,
  answer: () => Promise<unknown>,
): Promise<unknown> {
  const value = await answer()
  // Recorded before it is handed over: a look that cannot be recorded is not given.
  if (operation.logView) {
    const subject = JSON.stringify(operation.logged?.(request) ?? request)
    await host.store().write({ ...entry, subject }, async () => null)
  }
  return value
}

async function runCommand(
  host: Host,
  entry: Entry,
  answer: (tx: Contexts['command']['tx']) => Promise<unknown>,
): Promise<unknown> {
  // The answer is checked before the commit, so a bad one saves nothing.
  const value = await host.store().write(entry, answer)
  host.changed()
  return value
}

/**
 * Questions from inside an operation go the way of all others: permission, input, handler, output. Made when it is
 * asked for, because most operations do not.
 */
function askAs(host: Host, session: Session): Ask {
  return clientOf(contract, async (feature, name, input) => {
    if (find(feature, name).operation.kind === 'query') return dispatch(host, session, feature, name, input)
    throw new Error(`${feature}.${name} is not a question.`)
  })
}

const commandContext = (
  session: Session,
  common: Common,
  entry: Entry,
  tx: Contexts['command']['tx'],
): Contexts['command'] => {
  const context: Contexts['command'] = {
    ...common,
    tx,
    undoes: (command) => (entry.undoes = command),
    about: (subject) => (entry.subject = subject),
    get also() {
      return alsoIn(context, session)
    },
  }
  return context
}

/** Commands inside a command go the way of all others: permission, input, handler, output; in its transaction. */
function alsoIn(context: Contexts['command'], session: Session): Also {
  return clientOf(contract, async (feature, name, input) => {
    const { operation, handler } = find(feature, name)
    if (operation.kind !== 'command') throw new Error(`${feature}.${name} is not a command.`)
    checkPermission(session, operation)
    return operation.output.parse(await handler(context, parseInput(operation, input)))
  })
}

const queryContext = (host: Host, common: Common): Contexts['query'] => ({
  ...common,
  db: host.store().reader,
  get ask() {
    return askAs(host, common.session)
  },
})

function taskContext(
  host: Host,
  common: Common,
  operation: string,
  { progress, signal }: Following,
): Contexts['task'] {
  let written = false
  return {
    ...common,
    progress,
    signal,
    snapshot: (work) => host.store().snapshot(work),
    get ask() {
      return askAs(host, common.session)
    },
    get db() {
      return host.store().reader
    },
    county: host.county,
    async write(work, subject) {
      // What was stopped before it wrote leaves nothing; what has begun to write is finished.
      if (!written) refuseStopped(signal)
      written = true
      // Made at the time of writing: signing in changes who is asking half way through.
      const entry = { ...entryOf(common, operation), subject: subject ?? null }
      const value = await host.store().write(entry, work)
      host.changed()
      return value
    },
  }
}
