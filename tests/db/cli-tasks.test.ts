import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const program = new URL('../../db/cli.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'gather-cli-'))
const env = { ...process.env, GATHER_PASSPHRASE: 'three plain words' }
const asAda = ['--db', 'county.db', '--as', 'Ada Administrator']
const task = ['exports.countyWorkbook', '{"from":"2020-01-01","to":"2026-12-31"}', ...asAda, '--out', 'county.xlsx', '--progress'] // prettier-ignore

beforeAll(() => {
  const made = spawnSync(process.execPath, [program, 'init', ...asAda, '--sample'], { cwd: folder, env })
  expect(made.status).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the task; `onWords` may stop it at whatever it says of itself. */
function run(onWords: (words: string, stop: () => void) => void) {
  return new Promise<{ code: number | null; error: string }>((done) => {
    const child = spawn(process.execPath, [program, ...task], { cwd: folder, env })
    let error = ''
    child.stderr.on('data', (chunk) => {
      error += String(chunk)
      onWords(String(chunk), () => child.kill('SIGINT'))
    })
    child.stdout.resume()
    child.on('close', (code) => done({ code, error }))
  })
}

test('Ctrl+C stops a task: it says so with exit code 1, and leaves no file and no half file', async () => {
  let stopped = false
  const { code, error } = await run((_, stop) => {
    if (!stopped) stop()
    stopped = true
  })
  expect(code).toBe(1)
  expect(error).toContain('"code": "CANCELLED"')
  expect(readdirSync(folder).filter((name) => name.includes('xlsx'))).toEqual([])
})

test('how far a task is stands on standard error when it is asked for', async () => {
  const { code, error } = await run(() => {})
  expect(code).toBe(0)
  expect(error.split('\n')[0]).toBe('Reading')
  expect(error).toMatch(/Writing the file, \d+%/)
  expect(readdirSync(folder)).toContain('county.xlsx')
})
