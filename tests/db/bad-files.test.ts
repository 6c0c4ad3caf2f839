import Database from 'better-sqlite3'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '../../db/migrations/index.ts'
import { openFile } from '../support/open-file.ts'
import { aSmallDisk, canMount } from '../support/small-disk.ts'
import { PASSPHRASE } from '../support/test-county.ts'

const PAGE = 4096
const ada = { name: 'Ada Administrator', passphrase: PASSPHRASE }

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gather-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A county that nobody has open. */
async function aClosedCounty(folder: string, contents: 'empty' | 'sample' = 'empty'): Promise<string> {
  const file = join(folder, 'county.db')
  const { api, host } = await openFile(file)
  await api.county.create({ ...ada, contents })
  await host.close()
  return file
}

/** What the program says of a file at its start, and that it has not touched it. */
async function refusalOf(file: string): Promise<string | null> {
  const before = readFileSync(file)
  const { api, host } = await openFile(file)
  const { state, problem } = await api.county.status({})
  await expect(api.county.create({ ...ada, contents: 'empty' })).rejects.toMatchObject({
    code: 'FILE',
    message: problem,
  })
  await host.close()
  expect(state).toBe('unusable')
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(join(file, '..'))).toEqual([file.split('/').at(-1)])
  return problem
}

function rewrite(file: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file)
  change(bytes)
  writeFileSync(file, bytes)
}

test('a file of text is refused and left as it is', async () => {
  const file = join(aFolder(), 'county.db')
  writeFileSync(file, 'Name,Date of birth\n'.repeat(500))
  expect(await refusalOf(file)).toMatch(/damaged or is not a Gather file/)
})

test('a file of random bytes, shorter than any database, is refused and left as it is', async () => {
  const file = join(aFolder(), 'county.db')
  writeFileSync(file, Buffer.from([0, 1, 2, 3, 250, 251]))
  expect(await refusalOf(file)).toMatch(/damaged or is not a Gather file/)
})

test('the database of another program is refused and left as it is, to the byte', async () => {
  const file = join(aFolder(), 'county.db')
  const other = new Database(file)
  other.exec('CREATE TABLE recipe (name TEXT)')
  other.close()
  expect(await refusalOf(file)).toMatch(/made by another program, not by Gather/)
})

test('another program’s database is refused even when it has no tables yet', async () => {
  const file = join(aFolder(), 'county.db')
  const other = new Database(file)
  other.pragma('application_id = 42')
  other.pragma('user_version = 10')
  other.close()
  expect(await refusalOf(file)).toMatch(/made by another program, not by Gather/)
})

test('a file from a newer version is refused in plain words', async () => {
  const file = await aClosedCounty(aFolder())
  const newer = new Database(file)
  newer.pragma(`user_version = ${(migrations.at(-1)?.number ?? 0) + 10}`)
  newer.close()
  expect(await refusalOf(file)).toMatch(/made by a newer version of Gather.*Update this program/)
})

test('an empty file is not taken for a new county: what was in it is gone', async () => {
  const file = join(aFolder(), 'county.db')
  writeFileSync(file, '')
  expect(await refusalOf(file)).toMatch(/empty: what was in it is gone/)
})

test('a county whose first bytes are damaged is refused and left as it is', async () => {
  const file = await aClosedCounty(aFolder())
  rewrite(file, (bytes) => bytes.fill(0xff, 0, 16))
  expect(await refusalOf(file)).toMatch(/damaged.*Bring back the newest backup/)
})

test('a county whose list of tables is damaged is refused and left as it is', async () => {
  const file = await aClosedCounty(aFolder())
  rewrite(file, (bytes) => bytes.fill(0xff, 100, 160))
  expect(await refusalOf(file)).toMatch(/damaged/)
})

test.each([
  [
    'bytes are flipped in every page',
    (file: string) =>
      rewrite(file, (bytes) => {
        for (let page = PAGE; page < bytes.length; page += PAGE) bytes[page] = (bytes[page] ?? 0) ^ 0xff
      }),
  ],
  ['it was cut short', (file: string) => truncateSync(file, 3 * PAGE)],
])('a county whose data is damaged answers with what to do, never with data: %s', async (_how, damage) => {
  const file = await aClosedCounty(aFolder(), 'sample')
  damage(file)
  const { api } = await openFile(file)
  await expect(api.users.signIn(ada)).rejects.toMatchObject({
    code: 'FILE',
    message: expect.stringMatching(/damaged.*Bring back the newest backup/),
  })
})

test('a county cannot be made where a file stands in place of the folder, and it says so', async () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'not-a-folder'), 'text')
  const { api } = await openFile(join(folder, 'not-a-folder', 'county.db'))
  await expect(api.county.create({ ...ada, contents: 'empty' })).rejects.toMatchObject({
    code: 'FILE',
    message: expect.stringMatching(/folder.*could not be made/),
  })
})

test.runIf(process.platform === 'linux')(
  'a county cannot be made in a folder that cannot be written to, and it says so',
  async () => {
    // Nobody may make a file here, not even root, whom the permissions of a folder do not bind.
    const { api } = await openFile('/proc/county.db')
    await expect(api.county.create({ ...ada, contents: 'empty' })).rejects.toMatchObject({
      code: 'FILE',
      message: expect.stringMatching(/Check that the folder is there and that you may write to it/),
    })
  },
)

test.runIf(canMount)(
  'a county on a disk that became read-only is refused, and opens again when it is not',
  async () => {
    const disk = aSmallDisk('8m')
    const file = await aClosedCounty(disk.folder)
    disk.setReadOnly(true)
    expect(await refusalOf(file)).toMatch(/you may write to it/)
    disk.setReadOnly(false)
    const { api } = await openFile(file)
    expect(await api.users.signIn(ada)).toMatchObject({ role: 'administrator' })
  },
)

test.runIf(canMount)('when the disk is full while a county is made, nothing is left of it', async () => {
  const { folder } = aSmallDisk('256k')
  const file = join(folder, 'county.db')
  const { api } = await openFile(file)
  await expect(api.county.create({ ...ada, contents: 'sample' })).rejects.toMatchObject({
    code: 'FILE',
    message: expect.stringMatching(/The disk is full/),
  })
  expect(readdirSync(folder)).toEqual([])
})

test('a county that was only half made is made anew: the person who can sign in comes with it', async () => {
  const folder = aFolder()
  const file = join(folder, 'county.db')
  // What is left when the computer stops while a county is being made.
  writeFileSync(
    `${file}.new`,
    readFileSync(await aClosedCounty(join(folder, 'elsewhere'))).subarray(0, 5 * PAGE),
  )
  const { api } = await openFile(file)
  expect(await api.county.status({})).toMatchObject({ state: 'new', problem: null })
  await api.county.create({ ...ada, contents: 'empty' })
  expect(existsSync(`${file}.new`)).toBe(false)
  expect(await api.users.list({})).toMatchObject([{ name: 'Ada Administrator' }])
})

test('a folder in place of the file is refused', async () => {
  const file = join(aFolder(), 'county.db')
  mkdirSync(file)
  const { api } = await openFile(file)
  expect(await api.county.status({})).toMatchObject({ state: 'unusable' })
})
