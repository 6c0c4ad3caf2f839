import { expect, test } from 'vitest'
import { openStore } from '../../../db/store.ts'
import { enrolledCounts } from '../../../db/enrolments/enrolments.repository.ts'
import {
  expectedCounts,
  personCounts,
  type SessionCounts,
  type SessionScope,
} from '../../../db/enrolments/expected.repository.ts'
import type { SessionId } from '../../../shared/ids.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aGroupWithSessions, aMark, theMarkCodes } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const dates = ['2026-11-03', '2026-11-10', '2026-11-17'] as const

async function read<T>(county: TestCounty, work: (db: ReturnType<typeof openStore>['reader']) => Promise<T>) {
  const store = openStore(county.file)
  try {
    return await work(store.reader)
  } finally {
    await store.close()
  }
}
const counts = (county: TestCounty, scope: SessionScope) => read(county, (db) => expectedCounts(db, scope))
/** What was counted for each session, null for one that was not. */
const inOrder = (sessions: readonly SessionId[], found: ReadonlyMap<SessionId, SessionCounts>) =>
  sessions.map((id) => found.get(id) ?? null)

async function aGroupOfTwo(county: TestCounty, didNotRun: string[] = []) {
  const { groupId, sessions } = await aGroupWithSessions(county, { dates, didNotRun })
  await theMarkCodes(county)
  const mia = await aPerson(county)
  const leo = await aPerson(county, { firstName: 'Leo' })
  await county.api.enrolments.enrol({ groupId, personId: mia.id, status: 'enrolled', onDate: '2026-11-01' })
  await county.api.enrolments.enrol({ groupId, personId: leo.id, status: 'enrolled', onDate: '2026-11-10' })
  return { groupId, sessions, mia, leo }
}

test('a late joiner is expected from the day of joining and not before', async () => {
  const county = await aCounty()
  const { groupId, sessions } = await aGroupOfTwo(county)
  const found = await counts(county, { groupIds: [groupId] })
  expect(sessions.map((id) => found.get(id)?.expected)).toEqual([1, 2, 2])
})

test('a walk-in counts when marked with a code that is expected, and not otherwise', async () => {
  const county = await aCounty()
  const { groupId, sessions } = await aGroupOfTwo(county)
  const ava = await aPerson(county, { firstName: 'Ava' })
  await aMark(county, sessions[0], ava.id, 'P')
  await aMark(county, sessions[1], ava.id, 'X')
  const found = await counts(county, { groupIds: [groupId] })
  expect(sessions.map((id) => found.get(id)?.expected)).toEqual([2, 2, 2])
  expect(inOrder(sessions, found)[0]).toEqual({ expected: 2, marked: 1, attended: 1 })
})

test('somebody marked as not expected leaves the denominator', async () => {
  const county = await aCounty()
  const { groupId, sessions, mia, leo } = await aGroupOfTwo(county)
  await aMark(county, sessions[1], mia.id, 'X')
  await aMark(county, sessions[1], leo.id, 'N')
  const found = await counts(county, { groupIds: [groupId] })
  expect(inOrder(sessions, found)[1]).toEqual({ expected: 1, marked: 1, attended: 0 })
})

test('a session that did not run has nobody expected', async () => {
  const county = await aCounty()
  const { groupId, sessions } = await aGroupOfTwo(county, ['2026-11-10'])
  const found = await counts(county, { groupIds: [groupId] })
  expect(inOrder(sessions, found).map((each) => each?.expected ?? null)).toEqual([1, null, 2])
})

test('counts are narrowed to dates, both ends included', async () => {
  const county = await aCounty()
  const { sessions } = await aGroupOfTwo(county)
  const found = await counts(county, { from: '2026-11-03', to: '2026-11-10' })
  expect([...found.keys()].toSorted()).toEqual(sessions.slice(0, 2).toSorted())
})

test('a person with nothing recorded is neither absent nor present', async () => {
  const county = await aCounty()
  const { groupId, sessions, mia } = await aGroupOfTwo(county)
  await aMark(county, sessions[0], mia.id, 'P')
  await aMark(county, sessions[1], mia.id, 'N')
  const found = await read(county, (db) => personCounts(db, { groupIds: [groupId] }))
  expect(found.get(mia.id)).toEqual({ expected: 3, marked: 2, attended: 1 })
})

test('places taken are counted in people and in families, as at a date', async () => {
  const county = await aCounty()
  const { groupId } = await aGroupOfTwo(county)
  const on = (date: string) => read(county, async (db) => (await enrolledCounts(db, date, [groupId])).get(groupId)) // prettier-ignore
  expect(await on('2026-11-09')).toEqual({ people: 1, families: 1 })
  expect(await on('2026-11-10')).toEqual({ people: 2, families: 2 })
})
