import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '../../shared/contract.ts'

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

const program = new URL('../../db/cli.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'gather-cli-'))
const county = join(folder, 'county.db')
const passphrase = 'three plain words'

/** The command line as a script starts it: a process of its own, with no terminal. */
function cli(
  args: readonly string[],
  { stdin = '', secret = passphrase }: { stdin?: string; secret?: string } = {},
) {
  return new Promise<Ran>((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { ...process.env, GATHER_PASSPHRASE: secret },
    })
    let out = ''
    let error = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (error += chunk))
    child.on('error', fail)
    child.on('close', (code) => done({ code, out, error }))
    child.stdin.end(stdin)
  })
}

const asAda = (...args: string[]) => cli([...args, '--db', 'county.db', '--as', 'Ada Administrator'])
const failure = z.strictObject({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
})
const failureOf = (ran: Ran) => failure.parse(JSON.parse(ran.error))

beforeAll(async () => {
  const made = await cli(['init', '--db', 'county.db', '--as', 'Ada Administrator'])
  expect(made).toMatchObject({ code: 0, error: '' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('an answer is JSON on standard output and nothing else', async () => {
  const { code, out, error } = await asAda('users.list')
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(JSON.parse(out)).toMatchObject([{ name: 'Ada Administrator', role: 'administrator' }])
})

test('a reader that stops before the end is no fault', async () => {
  const child = spawn(process.execPath, [program, 'operations'], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  let error = ''
  child.stderr.on('data', (chunk) => (error += chunk))
  const code = await new Promise((done) => child.on('close', done))
  expect({ code, error }).toEqual({ code: 0, error: '' })
})

test('a failure is JSON on standard error with exit code 1, and says which field is wrong', async () => {
  const ran = await asAda('settings.addBankHoliday', '{"date":"2026-02-30","name":"No such day"}')
  expect(ran).toMatchObject({ code: 1, out: '' })
  expect(failureOf(ran)).toEqual({
    code: 'INVALID_INPUT',
    message: 'That date does not exist.',
    details: { fields: { date: 'That date does not exist.' } },
  })
})

test('input comes from a file with @ and from standard input with -', async () => {
  const user = (name: string) => JSON.stringify({ name, passphrase, role: 'assistant' })
  writeFileSync(join(folder, 'user.json'), user('From File'))
  expect(await asAda('users.create', '@user.json')).toMatchObject({ code: 0 })
  const args = ['users.create', '-', '--db', 'county.db', '--as', 'Ada Administrator']
  expect(await cli(args, { stdin: user('From Input') })).toMatchObject({ code: 0 })
  const { out } = await asAda('users.list')
  expect(JSON.parse(out).map((one: { name: string }) => one.name)).toEqual([
    'Ada Administrator',
    'From File',
    'From Input',
  ])
})

test('a wrong passphrase is refused, and so is what the role does not include', async () => {
  const list = ['users.list', '--db', 'county.db', '--as']
  expect(failureOf(await cli([...list, 'Ada Administrator'], { secret: 'three other words' })).code).toBe(
    'NOT_ALLOWED',
  )
  await asAda('users.create', JSON.stringify({ name: 'Abe Assistant', passphrase, role: 'assistant' }))
  const refused = failureOf(await cli([...list, 'Abe Assistant']))
  expect(refused.message).toBe(
    'Your role does not include this: list the people who can sign in. Ask your manager if you need it.',
  )
})

test('what anybody may ask needs no name and no passphrase', async () => {
  const ran = await cli(['county.status', '--db', 'county.db'], { secret: '' })
  expect(JSON.parse(ran.out)).toMatchObject({ state: 'ready', signedIn: null })
})

test('every operation is listed with its kind, permission, label and JSON schemas', async () => {
  const { code, out } = await cli(['operations'])
  const listed = z
    .array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(['query', 'command', 'task']),
        permission: z.string(),
        label: z.string(),
        input: z.looseObject({}),
        output: z.looseObject({}),
      }),
    )
    .parse(JSON.parse(out))
  const names = Object.entries(contract).flatMap(([feature, all]) =>
    Object.keys(all).map((name) => `${feature}.${name}`),
  )
  expect(code).toBe(0)
  expect(listed.map((one) => one.name)).toEqual(names)
})

test('what may be left out of an input is not required by its schema', async () => {
  const [search] = JSON.parse((await cli(['operations', 'people.search'])).out)
  expect(search.input.required ?? []).toEqual([])
  expect(search.output.required).toEqual(['total', 'people'])
})

test('a command that is not understood ends with exit code 2 and help, and makes nothing', async () => {
  const wrong = [
    [],
    ['users.lst', '--db', 'county.db', '--as', 'Ada'],
    ['users', '--db', 'county.db', '--as', 'Ada'],
    ['__proto__.toString', '--db', 'county.db', '--as', 'Ada'],
    ['users.list', '--as', 'Ada'],
    ['users.list', '--db', 'county.db'],
    ['users.list', '{', '--db', 'county.db', '--as', 'Ada'],
    ['users.list', '{}', '{}', '--db', 'county.db', '--as', 'Ada'],
    ['users.list', '@missing.json', '--db', 'county.db', '--as', 'Ada'],
    ['users.list', '--db', 'county.db', '--as', 'Ada', '--file', 'x.csv'],
    ['users.list', '--nonsense'],
    ['operations', 'nonsense'],
    ['init', '--db', 'other.db'],
  ]
  for (const args of wrong) {
    const { code, out, error } = await cli(args)
    expect({ args, code, out }).toEqual({ args, code: 2, out: '' })
    expect(error).toContain('cli -- <feature>.<operation>')
  }
  expect(existsSync(join(folder, 'other.db'))).toBe(false)
}, 60_000)

test('without a passphrase and with nobody to ask, it says where to put one', async () => {
  const { code, error } = await cli(['users.list', '--db', 'county.db', '--as', 'Ada'], { secret: '' })
  expect(code).toBe(2)
  expect(error).toContain('Set GATHER_PASSPHRASE')
})

test('help is an answer, not a failure', async () => {
  expect(await cli(['--help'])).toMatchObject({
    code: 0,
    error: '',
    out: expect.stringContaining('GATHER_PASSPHRASE'),
  })
})

test('asking of a county that is not there fails and makes no file', async () => {
  const ran = await cli(['users.list', '--db', 'missing.db', '--as', 'Ada'])
  expect(ran.code).toBe(1)
  expect(failureOf(ran).code).toBe('NOT_FOUND')
  expect(existsSync(join(folder, 'missing.db'))).toBe(false)
})

test('init never makes a county over another, and refuses a short passphrase without leaving a file', async () => {
  const before = readFileSync(county)
  const again = await cli(['init', '--db', 'county.db', '--as', 'Eve'])
  expect({ code: again.code, failure: failureOf(again).code }).toEqual({ code: 1, failure: 'CONFLICT' })
  expect(readFileSync(county).equals(before)).toBe(true)
  expect(await cli(['init', '--db', 'short.db', '--as', 'Eve'], { secret: 'short' })).toMatchObject({
    code: 1,
  })
  expect(existsSync(join(folder, 'short.db'))).toBe(false)
})

test('init --sample makes an invented county that says so', async () => {
  expect(await cli(['init', '--db', 'sample.db', '--as', 'Ada', '--sample'])).toMatchObject({ code: 0 })
  const { out } = await cli(['county.status', '--db', 'sample.db'])
  expect(JSON.parse(out)).toMatchObject({ sample: true })
})
