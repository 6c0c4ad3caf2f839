import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fileSystem, writeSafely, type FileSystem } from '../../../db/exports/write-safely.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gather-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const bytes = new TextEncoder().encode('whole')
const ready = () => Promise.resolve()
const fault = (code: string) => Object.assign(new Error(code), { code })

/** The real file system, but for one step that fails as a full disk or a locked file would. */
const failing = (step: 'write' | 'rename', code: string): FileSystem => ({
  ...fileSystem,
  open: (async (path: string, flags: string) => {
    const file = await fileSystem.open(path, flags)
    if (step === 'write')
      file.writeFile = async () => {
        await file.write('ha')
        throw fault(code)
      }
    return file
  }) as FileSystem['open'], // as: only the two arguments used are passed on
  rename: step === 'rename' ? () => Promise.reject(fault(code)) : fileSystem.rename,
})

test('a file is written whole', async () => {
  const path = join(aFolder(), 'a.xlsx')
  await writeSafely(path, bytes, ready)
  expect(readFileSync(path, 'utf8')).toBe('whole')
})

test.each([
  ['write', 'ENOSPC', 'disk is full'],
  ['write', 'EROFS', 'cannot be written to'],
  ['rename', 'EPERM', 'open in another program'],
  ['rename', 'EBUSY', 'open in another program'],
] as const)('a fault at %s (%s) leaves the old file and nothing else', async (step, code, words) => {
  const folder = aFolder()
  const path = join(folder, 'a.xlsx')
  writeFileSync(path, 'old')
  await expect(writeSafely(path, bytes, ready, failing(step, code))).rejects.toMatchObject({
    code: 'FILE',
    message: expect.stringContaining(words),
  })
  expect(readdirSync(folder)).toEqual(['a.xlsx'])
  expect(readFileSync(path, 'utf8')).toBe('old')
})

test('what cannot be recorded is not given', async () => {
  const folder = aFolder()
  const refuse = () => Promise.reject(new Error('not recorded'))
  await expect(writeSafely(join(folder, 'a.xlsx'), bytes, refuse)).rejects.toThrow('not recorded')
  expect(readdirSync(folder)).toEqual([])
})
