import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Failure } from '../../shared/errors.ts'
import { progressInWords } from '../../shared/progress.ts'
import { createHost, type FollowedCall, type Host, type Session } from '../host.ts'
import { type Arguments, needed, parseArguments, UsageError } from './arguments.ts'
import { chosenFile, withGrant, type Chosen } from './files.ts'
import { help } from './help.ts'
import { readInput } from './input.ts'
import { describeOperations, findOperation } from './operations.ts'
import { knownPassphrase, newPassphrase } from './passphrase.ts'
import type { Terminal } from './terminal.ts'

type Outcome =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Failure }

/** Runs one command line. Answers its exit code: 0 done, 1 failed, 2 not understood. */
export async function main(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    const given = parseArguments(args)
    if (given.help) return said(terminal, help)
    const outcome = await run(given, terminal)
    return outcome.ok ? said(terminal, json(outcome.value)) : failed(terminal, outcome.error, given.details)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    terminal.printError(`${error.message}\n\n${help}`)
    return 2
  }
}

const json = (value: unknown) => JSON.stringify(value, null, 2)

function said(terminal: Terminal, text: string): 0 {
  terminal.print(text)
  return 0
}

/** Standard error often ends in a log: what a failure clashed with may name people, so it is left out unless asked for. */
function failed(terminal: Terminal, { code, message, details }: Failure, whole: boolean): 1 {
  const { fields } = details
  terminal.printError(json({ code, message, details: whole ? details : fields ? { fields } : {} }))
  return 1
}

function run(given: Arguments, terminal: Terminal): Promise<Outcome> | Outcome {
  if (given.command === null) throw new UsageError('Say what to do.')
  if (given.command === 'operations') return list(given.rest[0])
  if (given.command === 'init') return init(given, terminal)
  return call(given.command, given, terminal)
}

function list(only: string | undefined): Outcome {
  const described = describeOperations(only)
  if (described.length === 0) throw new UsageError(`There is nothing called ${only}.`)
  return { ok: true, value: described }
}

async function init(given: Arguments, terminal: Terminal): Promise<Outcome> {
  const file = needed(given.db, '--db FILE')
  const name = needed(given.as, '--as NAME')
  if (given.rest.length > 0) throw new UsageError('init takes no input.')
  const plan = {
    name,
    passphrase: await newPassphrase(terminal),
    contents: given.sample ? 'sample' : 'empty',
  }
  return withHost(file, terminal, null, (host, session) => host.call(session, 'county', 'create', plan))
}

async function call(name: string, given: Arguments, terminal: Terminal): Promise<Outcome> {
  const asked = findOperation(name)
  if (asked === null) throw new UsageError(`There is no operation called ${name}. "operations" lists them.`)
  const file = needed(given.db, '--db FILE')
  const chosen = chosenFile(given, asked.found)
  const input = withGrant(await readInput(given.rest, terminal), chosen)
  const who = asked.found.permission === 'public' ? null : needed(given.as, '--as NAME')
  if (who !== null && !existsSync(file)) return noCounty
  return withHost(file, terminal, chosen, async (host, session) => {
    const refused = who === null ? null : await signIn(host, session, who, terminal)
    if (refused !== null) return refused
    const run = (followed?: FollowedCall) =>
      host.call(session, asked.feature, asked.operation, input, followed)
    if (asked.found.kind !== 'task') return run()
    return runTask(run, () => host.cancel(session, THE_CALL), given, terminal)
  })
}

const noCounty: Outcome = {
  ok: false,
  error: {
    code: 'NOT_FOUND',
    message: 'There is no such file. Check --db, or make a county with init.',
    details: {},
  },
}

const THE_CALL = 'the task'

/** Ctrl+C stops a task properly, so that it leaves no half file; how far it is is shown to whoever watches. */
async function runTask(
  run: (followed: FollowedCall) => Promise<Outcome>,
  cancel: () => void,
  given: Arguments,
  terminal: Terminal,
): Promise<Outcome> {
  const show = terminal.showProgress ?? (given.progress ? terminal.printError : null)
  const stopHearing = terminal.onInterrupt(cancel)
  try {
    return await run({ call: THE_CALL, progress: (progress) => show?.(progressInWords(progress)) })
  } finally {
    stopHearing()
    terminal.showProgress?.('')
  }
}

async function signIn(
  host: Host,
  session: Session,
  name: string,
  terminal: Terminal,
): Promise<Outcome | null> {
  const passphrase = await knownPassphrase(terminal)
  const reply = await host.call(session, 'users', 'signIn', { name, passphrase })
  return reply.ok ? null : reply
}

/** Faults are written in full beside the county's file, and nowhere else. */
function logBeside(file: string, now: () => Date): (line: string) => void {
  return (line) => {
    try {
      appendFileSync(`${file}.log`, `${now().toISOString()} ${line}\n`)
    } catch {
      // A full disk or a missing folder must not turn one fault into two; the answer says what failed.
    }
  }
}

async function withHost(
  file: string,
  terminal: Terminal,
  chosen: Chosen | null,
  work: (host: Host, session: Session) => Promise<Outcome>,
): Promise<Outcome> {
  const log = logBeside(file, terminal.now)
  const host = await createHost({ file, version: ownVersion(), now: terminal.now, log })
  try {
    return await work(host, host.openSession({ take: (grant, mode) => chosen?.take(grant, mode) ?? null }))
  } finally {
    await host.close()
  }
}

const ownVersion = () =>
  z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version
