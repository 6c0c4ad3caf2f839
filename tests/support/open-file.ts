import { createHost, type Host } from '../../db/host.ts'
import { onTestFinished } from 'vitest'
import { clientFor, NOW, type Api } from './test-county.ts'

export interface Opened {
  readonly api: Api
  readonly host: Host
  readonly logged: readonly string[]
}

/** Opens whatever lies at the path, as the program does at its start. */
export async function openFile(file: string): Promise<Opened> {
  const logged: string[] = []
  const host = await createHost({
    file,
    version: '0.0.0-test',
    now: () => new Date(NOW),
    log: (line) => void logged.push(line),
  })
  onTestFinished(() => host.close())
  return { api: clientFor(host, host.openSession({ take: () => null })), host, logged }
}
