import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { shouldTryDownload } from '../../scripts/lib/electron.mjs'
import { evaluation, evaluationIsReady, recordName } from '../../scripts/lib/evaluation-recipe.mjs'

const anHour = 60 * 60_000
const note = { version: '45.4.1', at: 0 }

test('a download that failed is not tried again on the same day', () => {
  expect(shouldTryDownload(note, '45.4.1', anHour, false)).toBe(false)
  expect(shouldTryDownload(note, '45.4.1', 24 * anHour, false)).toBe(false)
})

test('it is tried again after a day, when asked for, and for another version', () => {
  expect(shouldTryDownload(note, '45.4.1', 24 * anHour + 1, false)).toBe(true)
  expect(shouldTryDownload(note, '45.4.1', anHour, true)).toBe(true)
  expect(shouldTryDownload(note, '45.4.2', anHour, false)).toBe(true)
  expect(shouldTryDownload(null, '45.4.1', anHour, false)).toBe(true)
})

/** A folder like a finished evaluation runtime of one file. */
function aRuntime(record: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'gather-runtime-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'resources'))
  writeFileSync(join(folder, 'resources', 'app.js'), '12345')
  writeFileSync(join(folder, recordName), JSON.stringify(record))
  return folder
}
const { recipe } = evaluation
const app = join('resources', 'app.js')

test('an evaluation runtime is ready when every file is there in full', () => {
  expect(evaluationIsReady(aRuntime({ recipe, files: { [app]: 5 } }))).toBe(true)
})

test('a runtime cut short, with a file gone, of an older recipe or without a record is built again', () => {
  expect(evaluationIsReady(aRuntime({ recipe, files: { [app]: 6 } }))).toBe(false)
  expect(evaluationIsReady(aRuntime({ recipe, files: { [app]: 5, electron: 1 } }))).toBe(false)
  expect(evaluationIsReady(aRuntime({ recipe: recipe - 1, files: { [app]: 5 } }))).toBe(false)
  expect(evaluationIsReady(aRuntime({ recipe, files: {} }))).toBe(false)
  expect(evaluationIsReady(join(tmpdir(), 'no-such-runtime'))).toBe(false)
})
