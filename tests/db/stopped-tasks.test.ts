import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { progressInWords, seldom, type Progress } from '../../shared/progress.ts'
import { aRegister } from '../support/register-factories.ts'
import { aCounty } from '../support/test-county.ts'

const told = () => {}

async function aWorkbookUnderWay() {
  const county = await aCounty()
  const { groupId } = await aRegister(county)
  const path = join(county.folder, 'group.xlsx')
  const before = await county.api.audit.list({})
  const begin = () =>
    county.host.call(county.session, 'exports', 'groupWorkbook', { groupId, grant: county.grant(path) }, { call: 'mine', progress: told }) // prettier-ignore
  const left = () => readdirSync(county.folder).filter((name) => !name.startsWith('county.db'))
  return { ...county, before, begin, left }
}

test('a task that was stopped says so, and leaves no file, no half file and no entry in the audit trail', async () => {
  const { host, session, api, before, begin, left } = await aWorkbookUnderWay()
  const reply = begin()
  host.cancel(session, 'mine')
  expect(await reply).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  expect(left()).toEqual([])
  expect(await api.audit.list({})).toEqual(before)
})

test('nobody can stop a task of somebody else, nor one by another name', async () => {
  const { host, session, begin, left } = await aWorkbookUnderWay()
  const reply = begin()
  host.cancel(host.openSession({ take: () => null }), 'mine')
  host.cancel(session, 'another')
  expect(await reply).toMatchObject({ ok: true })
  expect(left()).toEqual(['group.xlsx'])
})

test('what is over cannot be stopped any more, and the next task of that name is another', async () => {
  const { host, session, begin } = await aWorkbookUnderWay()
  expect(await begin()).toMatchObject({ ok: true })
  host.cancel(session, 'mine')
  expect(await begin()).toMatchObject({ ok: true })
})

test('how far a task is is told once for each percent, and at once when it does something else', () => {
  const heard: Progress[] = []
  const tell = seldom((progress) => heard.push(progress))
  for (let done = 0; done <= 10_000; done++) tell(done, 10_000, 'Reading')
  tell(0, 10_000, 'Writing the file')
  expect(heard.length).toBe(102)
  expect(heard.at(-1)).toEqual({ done: 0, total: 10_000, words: 'Writing the file' })
})

test('how far it is is said in percent, or in how many where nobody knows of how many', () => {
  expect(progressInWords({ done: 4_000, total: 10_000, words: 'Reading' })).toBe('Reading, 40%')
  expect(progressInWords({ done: 9_999, total: 10_000, words: 'Reading' })).toBe('Reading, 99%')
  expect(progressInWords({ done: 12_000, total: null, words: 'Reading' })).toBe('Reading, 12,000 so far')
  expect(progressInWords({ done: 0, total: null, words: 'Reading' })).toBe('Reading')
})
