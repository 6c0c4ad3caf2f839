import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { NOW, PASSPHRASE, type TestCounty } from './test-county.ts'

const program = join(import.meta.dirname, 'offer-when-told.ts')

/** A program of its own on the file: ready once it has signed in; `go` offers, and answers `ok` or the error's code. */
function aDesk({ file }: TestCounty, input: object) {
  const child = spawn(process.execPath, [program, file, NOW, PASSPHRASE, JSON.stringify(input)])
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  const ready = new Promise<void>((done) => child.stdout.once('data', () => done()))
  const ended = new Promise<string>((done) => child.once('close', () => done(said.trim().split('\n').at(-1) ?? ''))) // prettier-ignore
  return { ready, go: () => (child.stdin.end('now\n'), ended) }
}

/** Offers these places at the same moment, each from a program of its own. */
export async function atOnce(county: TestCounty, inputs: readonly object[]): Promise<string[]> {
  const desks = inputs.map((input) => aDesk(county, input))
  await Promise.all(desks.map((desk) => desk.ready))
  return Promise.all(desks.map((desk) => desk.go()))
}
