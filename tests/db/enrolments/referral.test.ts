import { expect, test } from 'vitest'
import {
  aSmallGroup,
  aWaiting,
  anOffer,
  aPlace,
  refusal,
  today,
  versionOf,
} from '../../support/enrolment-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const theReferral = { source: 'School', referredOn: '2026-11-02', reference: 'MARF 31', priority: 1, note: 'Mornings only' } as const // prettier-ignore

test('a referral keeps where it came from and when, whatever day it is typed in', async () => {
  const county = await aCounty()
  const { id } = await aSmallGroup(county)
  const { enrolmentId } = await aWaiting(county, id, 'Ann', theReferral)
  const history = await county.api.enrolments.history({ enrolmentId })
  expect(history).toMatchObject({ name: 'Ann Waits', role: null, ...theReferral })
  expect(history.lines.map(({ onDate, status, recordedBy }) => [onDate, status, recordedBy])).toEqual([
    ['2026-11-02', 'referred', 'Ada Administrator'],
    [today, 'waiting', 'Ada Administrator'],
  ])
})

test('a whole family is referred in one go, in their several roles', async () => {
  const county = await aCounty()
  const { id: groupId } = await aSmallGroup(county)
  const people = []
  for (const [firstName, role] of [
    ['Mum', 'adult'],
    ['Kid', 'child'],
    ['Gran', 'volunteer'],
  ] as const)
    // prettier-ignore
    people.push({ personId: (await aPerson(county, { firstName })).id, role })
  const { enrolmentIds } = await county.api.enrolments.refer({ groupId, people, status: 'enrolled', onDate: today }) // prettier-ignore
  expect(enrolmentIds).toHaveLength(3)
  const { others, enrolled, free } = await county.api.enrolments.stages({ groupId })
  expect(others.map((row) => [row.name, row.role]).toSorted()).toEqual([['Gran Patel', 'volunteer'], ['Kid Patel', 'child'], ['Mum Patel', 'adult']]) // prettier-ignore
  expect({ enrolled, free }).toEqual({ enrolled: 2, free: 0 })
})

test('the family of a person is offered to be referred with them, and says who is there already', async () => {
  const county = await aCounty()
  const { api } = county
  const { id: groupId } = await aSmallGroup(county)
  const mum = await aPerson(county, { firstName: 'Mum', dateOfBirth: '1990-01-01', family: { kind: 'new', name: 'Patel' } }) // prettier-ignore
  if (mum.familyId === null) throw new Error('She has a family')
  const kid = await aPerson(county, { firstName: 'Kid', family: { kind: 'existing', id: mum.familyId } })
  await api.enrolments.refer({ groupId, people: [{ personId: kid.id }], status: 'waiting', onDate: today })
  expect(await api.enrolments.household({ groupId, personId: mum.id })).toMatchObject([
    { name: 'Mum Patel', role: 'adult', inGroup: false },
    { name: 'Kid Patel', role: 'child', inGroup: true },
  ])
})

test('of a family of which one is there already nobody is referred, and it says who', async () => {
  const county = await aCounty()
  const { id: groupId } = await aSmallGroup(county)
  const { personId } = await aWaiting(county, groupId, 'Ann')
  const other = await aPerson(county, { firstName: 'Leo' })
  const referring = county.api.enrolments.refer({ groupId, people: [{ personId: other.id }, { personId }], status: 'waiting', onDate: today }) // prettier-ignore
  const refused = await refusal(referring)
  expect(refused?.code).toBe('CONFLICT')
  expect(refused?.message).toContain('Ann Waits is already in the list')
  expect(await county.api.enrolments.roster({ groupId })).toHaveLength(1)
})

test('somebody who left is referred anew in the same history, which keeps what was', async () => {
  const county = await aCounty()
  const { api } = county
  const { id: groupId } = await aSmallGroup(county)
  const { enrolmentId, personId } = await aWaiting(county, groupId, 'Ann', theReferral)
  const version = await versionOf(county, enrolmentId)
  await api.enrolments.change({ enrolmentId, version, status: 'withdrawn', onDate: today, reasonKind: 'travel' }) // prettier-ignore
  const again = await api.enrolments.refer({ groupId, people: [{ personId }], status: 'referred', onDate: today, source: 'GP' }) // prettier-ignore
  expect(again.enrolmentIds).toEqual([enrolmentId])
  const { lines, source, priority } = await api.enrolments.history({ enrolmentId })
  expect(lines.map((line) => line.status)).toEqual(['referred', 'waiting', 'withdrawn', 'referred'])
  expect({ source, priority }).toEqual({ source: 'GP', priority: 0 })
})

test('a family that does not fit is not referred to places in part', async () => {
  const county = await aCounty()
  const { id: groupId } = await aSmallGroup(county, { capacity: 1 })
  const people = [{ personId: (await aPerson(county)).id }, { personId: (await aPerson(county, { firstName: 'Leo' })).id }] // prettier-ignore
  const referring = (overrideReason?: string) =>
    county.api.enrolments.refer({ groupId, people, status: 'enrolled', onDate: today, overrideReason })
  expect(await refusal(referring())).toMatchObject({ code: 'CONFLICT', details: { full: true } })
  expect(await county.api.enrolments.roster({ groupId })).toEqual([])
  expect((await referring('Twins')).enrolmentIds).toHaveLength(2)
})

test('nothing of a referral is dated in the future', async () => {
  const county = await aCounty()
  const { id } = await aSmallGroup(county)
  expect(await refusal(aWaiting(county, id, 'Ann', { referredOn: '2026-11-24' }))).toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
  expect(await refusal(aWaiting(county, id, 'Bea', { onDate: '2026-11-24' }))).toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
})

test('changing a referral moves somebody in the order and changes nothing of their history', async () => {
  const county = await aCounty()
  const { api } = county
  const { id: groupId } = await aSmallGroup(county)
  await aWaiting(county, groupId, 'Ann', { referredOn: '2026-11-01' })
  const bea = await aWaiting(county, groupId, 'Bea', { referredOn: '2026-11-09' })
  const next = async () => (await api.enrolments.stages({ groupId })).next?.names
  expect(await next()).toEqual(['Ann Waits'])
  const before = (await api.enrolments.history({ enrolmentId: bea.enrolmentId })).lines
  await api.enrolments.updateReferral({ enrolmentId: bea.enrolmentId, version: 1, referredOn: '2026-11-09', priority: 2 }) // prettier-ignore
  expect(await next()).toEqual(['Bea Waits'])
  expect((await api.enrolments.history({ enrolmentId: bea.enrolmentId })).lines).toEqual(before)
  const stale = api.enrolments.updateReferral({ enrolmentId: bea.enrolmentId, version: 1, priority: 0 })
  expect(await refusal(stale)).toMatchObject({ code: 'CHANGED' })
})

test('whoever leaves without a word of why has left for a reason that is not known', async () => {
  const county = await aCounty()
  const { id: groupId } = await aSmallGroup(county)
  const { enrolmentId } = await aPlace(county, groupId, 'Ann')
  await county.api.enrolments.change({ enrolmentId, version: 1, status: 'withdrawn', onDate: today })
  expect((await county.api.enrolments.stages({ groupId })).others).toMatchObject([{ status: 'withdrawn', reasonKind: 'not-known' }]) // prettier-ignore
})

test('those who wait are on no register, in no count and in no calendar', async () => {
  const county = await aCounty()
  const { api } = county
  const { id: groupId, sessions } = await aSmallGroup(county, { dates: [today] })
  await aPlace(county, groupId, 'Sue')
  await aWaiting(county, groupId, 'Ann', { referredOn: '2026-11-02' })
  await anOffer(county, (await aWaiting(county, groupId, 'Bea', { priority: 2 })).enrolmentId)
  const register = await api.registers.open({ sessionId: at(sessions, 0) })
  expect(register.rows.map((row) => row.name)).toEqual(['Sue Stays'])
  expect(await api.groups.get({ id: groupId })).toMatchObject({ enrolled: 1, sessions: [{ expected: 1 }] })
  const found = await api.people.search({ text: 'Ann' })
  expect(found.people).toMatchObject([{ name: 'Ann Waits', groups: [] }])
})

test('the day of the referral is put right with its line, and what it was stays in the history of changes', async () => {
  const county = await aCounty()
  const { api } = county
  const { id } = await aSmallGroup(county)
  const { enrolmentId } = await aWaiting(county, id, 'Ann', { referredOn: '2026-11-02' })
  const lineId = at((await api.enrolments.history({ enrolmentId })).lines, 0).id
  await api.enrolments.correctDate({ enrolmentId, version: 1, lineId, onDate: '2026-11-05' })
  expect(await api.enrolments.history({ enrolmentId })).toMatchObject({ referredOn: '2026-11-05', lines: [{ onDate: '2026-11-05' }, { onDate: today }], version: 2 }) // prettier-ignore
  const [entry] = await api.audit.list({ limit: 1 })
  expect(entry).toMatchObject({ operation: 'enrolments.correctDate' })
  expect(await refusal(api.enrolments.correctDate({ enrolmentId, version: 2, lineId, onDate: '2026-11-24' }))).toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
})
