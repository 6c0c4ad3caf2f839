import { writeSync } from 'node:fs'
import { createHost } from '../../db/host.ts'

/**
 * Marks a register for ever: one person, one with minutes, three at once, and again. Prints what it is about to save,
 * and again once it has been acknowledged. Ended from outside.
 */
const [file = '', passphrase = '', sessionId = '', ...people] = process.argv.slice(2)
const host = await createHost({
  file,
  version: '0.0.0-test',
  now: () => new Date('2026-11-23T09:00:00.000Z'),
  log: (line) => writeSync(2, `${line}\n`),
})
const session = host.openSession({ take: () => null })
await host.call(session, 'users', 'signIn', { name: 'Ada Administrator', passphrase })

const say = (word: 'asked' | 'saved', marks: readonly (readonly string[])[]) =>
  writeSync(1, `${JSON.stringify({ word, marks })}\n`)

async function save(operation: 'mark' | 'markMany', input: object, marks: [string, string][]) {
  say('asked', marks)
  const reply = await host.call(session, 'registers', operation, { sessionId, ...input })
  if (!reply.ok) throw new Error(reply.error.message)
  say('saved', marks)
}

for (let n = 0; ; n++) {
  const who = (step: number) => people[(n + step) % people.length] ?? ''
  const code = Math.floor(n / people.length) % 2 === 0 ? 'P' : 'A'
  const minutes = 1 + (n % 60)
  if (n % 3 === 0) await save('mark', { personId: who(0), code }, [[who(0), code]])
  else if (n % 3 === 1)
    await save('mark', { personId: who(0), code: 'L', minutes }, [[who(0), `L${minutes}`]])
  else {
    const three = [who(0), who(1), who(2)]
    await save('markMany', { personIds: three, code }, three.map((person) => [person, code])) // prettier-ignore
  }
}
