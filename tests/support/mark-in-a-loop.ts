import { writeSync } from 'node:fs'
import { createHost } from '../../db/host.ts'

/** Marks a register for ever, and prints each mark once it has been acknowledged. Ended from outside. */
const [file = '', passphrase = '', sessionId = '', ...people] = process.argv.slice(2)
const host = await createHost({
  file,
  version: '0.0.0-test',
  now: () => new Date('2026-11-23T09:00:00.000Z'),
  log: (line) => writeSync(2, `${line}\n`),
})
const session = host.openSession({ take: () => null })
await host.call(session, 'users', 'signIn', { name: 'Ada Administrator', passphrase })

for (let n = 0; ; n++) {
  const personId = people[n % people.length]
  const code = Math.floor(n / people.length) % 2 === 0 ? 'P' : 'A'
  const reply = await host.call(session, 'registers', 'mark', { sessionId, personId, code })
  if (!reply.ok) throw new Error(reply.error.message)
  writeSync(1, `${personId} ${code}\n`)
}
