import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, afterEach, expect, test } from 'vitest'
import { sourceMark } from '../../scripts/lib/build.mjs'

let folder = ''
const file = (name: string) => join(folder, 'db', name)
const mark = () => sourceMark(folder, ['db', 'package.json'])

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gather-build-'))
  mkdirSync(join(folder, 'db'))
  writeFileSync(file('open.ts'), 'open')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('nothing changed means no new build', () => expect(mark()).toBe(mark()))

test('a file added, removed or written means a new build', () => {
  const before = mark()
  writeFileSync(file('store.ts'), 'store')
  const added = mark()
  expect(added).not.toBe(before)
  utimesSync(file('store.ts'), 1, 1)
  expect(mark()).not.toBe(added)
  rmSync(file('store.ts'))
  expect(mark()).toBe(before)
})
