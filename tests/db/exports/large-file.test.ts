import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { writeSafely } from '../../../db/exports/write-safely.ts'

const program = new URL('../../support/write-large.ts', import.meta.url).pathname

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gather-large-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('60,000 marks are written within 350 MB, by a process of its own (npm run bench has 250,000 within 400)', { timeout: 60_000 }, () => {
  const out = execFileSync(process.execPath, [program, join(aFolder(), 'large.xlsx'), '60000'], { encoding: 'utf8' })
  expect(JSON.parse(out).megabytes).toBeLessThan(350)
}) // prettier-ignore

test('a process that is killed while it writes leaves no file under the name that was chosen', { timeout: 60_000 }, async () => {
  const folder = aFolder()
  const child = spawn(process.execPath, [program, join(folder, 'county.xlsx'), '250000'], { stdio: 'ignore' })
  await vi.waitUntil(() => readdirSync(folder).length > 0, { timeout: 30_000 })
  child.kill('SIGKILL')
  await new Promise((done) => child.once('exit', done))
  expect(readdirSync(folder)).toEqual(['.county.xlsx.part'])
  await writeSafely(join(folder, 'county.xlsx'), new Uint8Array([1]), async () => {})
  expect(readdirSync(folder)).toEqual(['county.xlsx'])
}) // prettier-ignore
