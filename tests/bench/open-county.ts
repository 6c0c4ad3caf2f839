import { join } from 'node:path'
import { createHost, type Host } from '../../db/host.ts'
import { clientOf } from '../../shared/client.ts'
import { contract } from '../../shared/contract.ts'
import type { Api } from '../support/test-county.ts'
import { BENCH_NOW, BENCH_USER } from './big-county.ts'

export interface OpenCounty {
  readonly api: Api
  readonly host: Host
  /** The next operation that asks for a file gets this one. */
  readonly choose: (path: string) => string
  close(): Promise<void>
}

/** Opens the big county as the window does, and signs in. */
export async function openCounty(folder: string): Promise<OpenCounty> {
  let chosen: string | null = null
  const host = await createHost({
    file: join(folder, 'gather.db'),
    version: 'bench',
    now: () => new Date(BENCH_NOW),
    log: (line) => console.error(line),
  })
  const session = host.openSession({ take: () => chosen })
  const api = clientOf(contract, async (feature, name, input) => {
    const reply = await host.call(session, feature, name, input)
    if (reply.ok) return reply.value
    throw new Error(`${feature}.${name}: ${reply.error.message} ${JSON.stringify(reply.error.details)}`)
  })
  await api.users.signIn(BENCH_USER)
  return { api, host, choose: (path) => (chosen = path), close: () => host.close() }
}
