import { writeSync } from 'node:fs'
import { createHost } from '../../db/host.ts'

/** Signs in, says that it is ready, and offers a place once it is told to. Prints what came of it. */
const [file = '', now = '', passphrase = '', input = ''] = process.argv.slice(2)
const host = await createHost({ file, version: '0.0.0-test', now: () => new Date(now), log: () => {} })
const session = host.openSession({ take: () => null })
await host.call(session, 'users', 'signIn', { name: 'Ada Administrator', passphrase })
writeSync(1, 'ready\n')
process.stdin.once('data', async () => {
  const reply = await host.call(session, 'enrolments', 'offer', JSON.parse(input))
  writeSync(1, `${reply.ok ? 'ok' : reply.error.code}\n`)
  await host.close()
  process.exit(0)
})
