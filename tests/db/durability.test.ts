import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { PersonId, SessionId } from '../../shared/ids.ts'
import { openFile } from '../support/open-file.ts'
import { aSmallDisk, canMount } from '../support/small-disk.ts'
import { NOW, PASSPHRASE, type Api } from '../support/test-county.ts'

const today = NOW.slice(0, 10)
const ada = { name: 'Ada Administrator', passphrase: PASSPHRASE }
const drivers = new URL('../support/watched-driver.cjs', import.meta.url).pathname
const marker = new URL('../support/mark-in-a-loop.ts', import.meta.url).pathname

interface Due {
  readonly file: string
  readonly sessionId: SessionId
  readonly people: readonly PersonId[]
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gather-durable-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A sample county nobody has open, and a register of today that is still blank. */
async function aDueRegister(folder: string): Promise<Due> {
  const file = join(folder, 'county.db')
  const { api, host } = await openFile(file)
  await api.county.create({ ...ada, contents: 'sample' })
  const [due] = (await api.registers.listBetween({ from: today, to: today })).filter(
    (one) => one.expected > 3,
  )
  if (!due) throw new Error('A sample county has a register to take today')
  const { rows } = await api.registers.open({ sessionId: due.sessionId })
  await host.close()
  return { file, sessionId: due.sessionId, people: rows.map((row) => row.personId) }
}

async function marksOf(api: Api, { sessionId }: Due): Promise<Map<string, string | null>> {
  const { rows } = await api.registers.open({ sessionId })
  return new Map(rows.map((row) => [row.personId, row.mark && `${row.mark.code}${row.mark.minutes ?? ''}`]))
}

/** What the marking process said: that it was about to save some marks, or that they are saved. */
interface Line {
  readonly word: 'asked' | 'saved'
  readonly marks: readonly (readonly [person: string, mark: string])[]
}

/** Marks in a process of its own until it is killed some time after its first word; answers all that it said. */
function markUntilKilled({ file, sessionId, people }: Due, milliseconds: number): Promise<Line[]> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [marker, file, PASSPHRASE, sessionId, ...people])
    let said = ''
    let wrong = ''
    child.stdout.on('data', (chunk) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds)
      said += chunk
    })
    child.stderr.on('data', (chunk) => (wrong += chunk))
    child.on('close', (_code, signal) =>
      signal === 'SIGKILL' ? done(said.split('\n').filter(Boolean).map(toLine)) : fail(new Error(wrong)),
    )
  })
}
// The other side of it is tests/support/mark-in-a-loop.ts.
const toLine = (text: string) => JSON.parse(text) as Line

/** The same numbers from 0 to 1 each time, so that a failure can be had again. */
function* randomFrom(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    yield state / 2 ** 32
  }
}

const SEED = 20_261_123
const KILLS = 25

test(`every mark that was said to be saved is there after the program was killed, at ${KILLS} points drawn from the seed ${SEED}`, async () => {
  const due = await aDueRegister(aFolder())
  const random = randomFrom(SEED)
  let before = (await readAfter(due)).marks
  let saved = 0
  for (let kill = 1; kill <= KILLS; kill++) {
    // From before its first mark is saved to well into the work.
    const milliseconds = Math.floor(150 * random.next().value ** 2)
    const said = await markUntilKilled(due, milliseconds)
    const { marks, intact } = await readAfter(due)
    const where = `kill ${kill} of seed ${SEED}, ${milliseconds} ms after the first word`
    const kept = new Map([
      ...before,
      ...said.filter((line) => line.word === 'saved').flatMap((line) => line.marks),
    ])
    const last = said.at(-1)
    const cut = last?.word === 'asked' ? new Map([...kept, ...last.marks]) : kept
    // What was being saved when the program ended is there as a whole, or not at all.
    expect([kept, cut], where).toContainEqual(marks)
    expect(intact, where).toBe(true)
    before = marks
    saved += said.filter((line) => line.word === 'saved').length
  }
  expect(saved).toBeGreaterThan(KILLS)
}, 120_000)

/** The register as the next start of the program finds it, and whether its trail is whole. */
async function readAfter(due: Due) {
  const { api, host } = await openFile(due.file)
  await api.users.signIn(ada)
  const marks = await marksOf(api, due)
  const { intact } = await api.audit.verify({})
  await host.close()
  return { marks, intact }
}

/** Marks one after another until one is refused; answers the refusal and the marks that stood before it. */
async function markUntilRefused(api: Api, due: Due) {
  for (let n = 0; n < 5000; n++) {
    const before = await marksOf(api, due)
    const personId = due.people[n % due.people.length] ?? due.people[0]
    if (!personId) break
    const input = { sessionId: due.sessionId, personId, code: before.get(personId) === 'P' ? 'A' : 'P' }
    const refusal = await api.registers.mark(input).then(
      () => null,
      (error: unknown) => error,
    )
    if (refusal !== null) return { refusal, before, input }
  }
  throw new Error('The disk never became full')
}

async function expectNothingHalfSaved(
  api: Api,
  due: Due,
): Promise<Awaited<ReturnType<typeof markUntilRefused>>> {
  const refused = await markUntilRefused(api, due)
  expect(refused.refusal).toMatchObject({
    code: 'FILE',
    message: expect.stringMatching(
      /^The disk is full, so this was not saved\. What was saved before is safe\./,
    ),
  })
  expect(await marksOf(api, due)).toEqual(refused.before)
  expect(await api.audit.verify({})).toMatchObject({ intact: true })
  return refused
}

test('when the file cannot grow, a mark is refused in plain words, nothing is half saved, and work goes on when there is room', async () => {
  const due = await aDueRegister(aFolder())
  process.env['GATHER_SQLITE_DRIVER'] = drivers
  onTestFinished(() => void delete process.env['GATHER_SQLITE_DRIVER'])
  const { api } = await openFile(due.file)
  // The driver of the line above; a module found by name at run time has no type of its own.
  const { opened } = createRequire(import.meta.url)(drivers) as { opened: Sqlite.Database[] }
  const writer = opened.find((one) => one.open && !one.readonly)
  await api.users.signIn(ada)
  writer?.pragma(`max_page_count = ${writer.pragma('page_count', { simple: true })}`)
  const { input } = await expectNothingHalfSaved(api, due)
  writer?.pragma('max_page_count = 1000000')
  expect(await api.registers.mark(input)).toMatchObject({ mark: { code: input.code } })
})

test.runIf(canMount)(
  'when the disk is full, a mark is refused in plain words, what was saved is there, and work goes on when there is room',
  async () => {
    const disk = aSmallDisk('16m')
    const due = await aDueRegister(disk.folder)
    const { api, host } = await openFile(due.file)
    await api.users.signIn(ada)
    const filler = join(disk.folder, 'filler')
    for (let left = 16 * 1024; left >= 4; left = Math.floor(left / 2)) {
      try {
        writeFileSync(filler, Buffer.alloc(left * 1024), { flag: 'a' })
      } catch {
        // Full by now, but for less than this.
      }
    }
    const { before, input } = await expectNothingHalfSaved(api, due)
    rmSync(filler)
    expect(await api.registers.mark(input)).toMatchObject({ mark: { code: input.code } })
    await host.close()
    const again = await openFile(due.file)
    await again.api.users.signIn(ada)
    expect(await marksOf(again.api, due)).toEqual(new Map([...before, [input.personId, input.code]]))
  },
)

test.runIf(canMount)(
  'a county is made whole or not at all, however little room the disk has for it',
  async () => {
    for (const size of ['2m', '4m', '6m', '7m', '8m', '9m', '10m']) {
      const disk = aSmallDisk(size)
      const file = join(disk.folder, 'county.db')
      const { api, host } = await openFile(file)
      const made = await api.county.create({ ...ada, contents: 'sample' }).then(
        () => true,
        (error: unknown) => {
          expect(error, size).toMatchObject({
            code: 'FILE',
            message: expect.stringContaining('disk is full'),
          })
          return false
        },
      )
      await host.close()
      expect(existsSync(file), size).toBe(made)
    }
  },
)
