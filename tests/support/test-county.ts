import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createHost, type Host, type Session } from '../../db/host.ts'
import { clientOf } from '../../shared/client.ts'
import { contract, type AppContract } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { Client } from '../../shared/operation.ts'
import type { StaffId } from '../../shared/ids.ts'
import type { Role } from '../../shared/permissions.ts'
import type { Scope } from '../../shared/users/scope.rules.ts'

export type Api = Client<AppContract>

export interface TestCounty {
  /** Called as the administrator who made the county. */
  readonly api: Api
  /** A county of the same file, as somebody of this role; `place` says whose buildings, half and groups are theirs. */
  as(role: Role, place?: Place): Promise<Api>
  readonly file: string
  readonly host: Host
  readonly session: Session
  /** A grant for a path, as if the person had chosen it in a dialog. */
  grant(path: string): string
  /** Moves the clock: an ISO instant. */
  setNow(instant: string): void
  /** The faults that were logged. */
  readonly logged: readonly string[]
  readonly folder: string
}

/** Which buildings, half and groups somebody's role is about, and what they are called. */
export type Place = Partial<Scope> & { readonly staffId?: StaffId; readonly name?: string }

export const PASSPHRASE = 'three plain words'
const VERSION = '0.0.0-test'
/** A Monday in term, in winter time: the clock of every test unless it says otherwise. */
export const NOW = '2026-11-23T09:00:00.000Z'

export const clientFor = (host: Host, session: Session): Api =>
  clientOf(contract, async (feature, name, input) => {
    const reply = await host.call(session, feature, name, input)
    if (reply.ok) return reply.value
    throw new AppError(reply.error.code, reply.error.message, reply.error.details)
  })

type Contents = 'empty' | 'sample'
/** The county just made, and who made it: once for all tests of a file, because making one takes most of a test's time. */
const templates: Partial<Record<Contents, Promise<{ made: string; actor: Session['actor'] }>>> = {}

async function makeTemplate(contents: Contents) {
  const folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const made = join(folder, 'county.db')
  const host = await createHost({ file: made, version: VERSION, now: () => new Date(NOW), log: () => {} })
  const session = host.openSession({ take: () => null })
  await clientFor(host, session).county.create({
    name: 'Ada Administrator',
    passphrase: PASSPHRASE,
    contents,
  })
  await host.close()
  return { made, actor: session.actor }
}

/** A real county in a real file, signed in to by the administrator who made it, gone when the test is. */
export async function aCounty(contents: 'empty' | 'sample' = 'empty'): Promise<TestCounty> {
  const folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
  const file = join(folder, 'county.db')
  const { made, actor } = await (templates[contents] ??= makeTemplate(contents))
  copyFileSync(made, file)
  const logged: string[] = []
  let now = NOW
  const grants = new Map<string, string>()
  const host = await createHost({
    file,
    version: VERSION,
    now: () => new Date(now),
    log: (line) => logged.push(line),
  })
  const open = () => host.openSession({ take: (grant) => take(grants, grant) })
  const session = open()
  session.actor = actor
  const api = clientFor(host, session)
  onTestFinished(async () => {
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    api,
    file,
    folder,
    host,
    session,
    logged,
    setNow: (instant) => void (now = instant),
    grant: (path) => remember(grants, path),
    as: (role, place = {}) => signedInAs(host, open(), api, { name: `Test ${role}`, ...place, role }),
  }
}

function take(grants: Map<string, string>, grant: string): string | null {
  const path = grants.get(grant) ?? null
  grants.delete(grant)
  return path
}

function remember(grants: Map<string, string>, path: string): string {
  const grant = `grant-${grants.size}-${path.length}`
  grants.set(grant, path)
  return grant
}

async function signedInAs(
  host: Host,
  session: Session,
  administrator: Api,
  user: Place & { readonly name: string; readonly role: Role },
): Promise<Api> {
  await administrator.users.create({ ...user, passphrase: PASSPHRASE })
  const api = clientFor(host, session)
  await api.users.signIn({ name: user.name, passphrase: PASSPHRASE })
  return api
}
