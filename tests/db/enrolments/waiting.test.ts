import { expect, test } from 'vitest'
import type { GroupId } from '../../../shared/ids.ts'
import { aSmallGroup, aWaiting, today } from '../../support/enrolment-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aCounty } from '../../support/test-county.ts'

test('the county waits in one order, and each stands in that of their own group', async () => {
  const county = await aCounty()
  const { id: north } = await aSmallGroup(county, { name: 'North' })
  const { id: south } = await aSmallGroup(county, { name: 'South' })
  await aWaiting(county, north, 'Ann', { referredOn: '2026-11-02' })
  await aWaiting(county, south, 'Bea', { referredOn: '2026-11-01' })
  await aWaiting(county, north, 'Cy', { referredOn: '2026-11-09', priority: 2 })
  const { total, rows } = await county.api.enrolments.waiting({})
  expect(total).toBe(3)
  expect(rows.map((row) => [row.name, row.groupName, row.position, row.of])).toEqual([
    ['Cy Waits', 'North', 1, 2],
    ['Bea Waits', 'South', 1, 1],
    ['Ann Waits', 'North', 2, 2],
  ])
  expect(rows[0]?.why).toBe('To go first, referred 9 November 2026.')
  const paged = await county.api.enrolments.waiting({ limit: 1, offset: 2 })
  expect(paged).toMatchObject({ total: 3, rows: [{ name: 'Ann Waits' }] })
  expect((await county.api.enrolments.waiting({ groupId: south })).rows).toMatchObject([{ name: 'Bea Waits' }]) // prettier-ignore
})

test('somebody who waits for two groups is one person, and is found by name with the turn among everybody', async () => {
  const county = await aCounty()
  const { api } = county
  const { id: north } = await aSmallGroup(county, { name: 'North' })
  const { id: south } = await aSmallGroup(county, { name: 'South' })
  await aWaiting(county, north, 'Ann', { referredOn: '2026-11-02' })
  const { id: personId } = await aPerson(county, { firstName: 'Zoë', lastName: 'O’Neill' })
  const refer = (groupId: GroupId, referredOn: string) =>
    api.enrolments.refer({ groupId, people: [{ personId }], status: 'waiting', onDate: today, referredOn })
  await refer(north, '2026-11-05')
  await refer(south, '2026-11-06')
  expect(await api.enrolments.waiting({})).toMatchObject({ total: 3, people: 2 })
  const found = await api.enrolments.waiting({ text: 'oneill zoe' })
  expect(found).toMatchObject({ total: 2, people: 1 })
  expect(found.rows.map((row) => [row.groupName, row.position, row.of])).toEqual([
    ['North', 2, 2],
    ['South', 1, 1],
  ])
  expect(await api.enrolments.waiting({ text: 'zoe waits' })).toEqual({ total: 0, people: 0, rows: [] })
})

test('of one day, who never had a place on the programme comes before who had', async () => {
  const county = await aCounty()
  const { api } = county
  const { id: groupId } = await aSmallGroup(county)
  const had = await aWaiting(county, groupId, 'Ann', { referredOn: '2026-11-02' })
  await api.enrolments.change({ enrolmentId: had.enrolmentId, version: 1, status: 'enrolled', onDate: today })
  await api.enrolments.change({ enrolmentId: had.enrolmentId, version: 2, status: 'waiting', onDate: today })
  await aWaiting(county, groupId, 'Bea', { referredOn: '2026-11-02' })
  const { rows } = await api.enrolments.waiting({ groupId })
  expect(rows.map((row) => row.name)).toEqual(['Bea Waits', 'Ann Waits'])
  expect(rows[1]?.why).toContain('Has had a place on this programme before')
})

test('nobody waits for a group that was cancelled, nor as a volunteer, nor after having left', async () => {
  const county = await aCounty()
  const { api } = county
  const { id: groupId } = await aSmallGroup(county)
  const { enrolmentId } = await aWaiting(county, groupId, 'Ann')
  const { id: personId } = await aPerson(county)
  await api.enrolments.refer({ groupId, people: [{ personId, role: 'volunteer' }], status: 'waiting', onDate: today }) // prettier-ignore
  await api.enrolments.change({ enrolmentId, version: 1, status: 'withdrawn', onDate: today })
  expect(await api.enrolments.waiting({})).toEqual({ total: 0, people: 0, rows: [] })
})

test('a number is in the list only where it is safe to call, with the last try to reach them', async () => {
  const county = await aCounty()
  const { api } = county
  const { id: groupId } = await aSmallGroup(county)
  const number = { phone: '07700 900123', dateOfBirth: null }
  const safe = await aPerson(county, { ...number, firstName: 'Ann', safeToCall: 'yes' })
  const not = await aPerson(county, { ...number, firstName: 'Bea', safeToCall: 'not-asked' })
  const people = [{ personId: safe.id }, { personId: not.id }]
  await api.enrolments.refer({ groupId, people, status: 'waiting', onDate: today })
  await api.contacts.log({ personId: safe.id, groupId, way: 'phone', about: 'waiting', outcome: 'no-answer' })
  const { rows } = await api.enrolments.waiting({ groupId })
  const of = (name: string) => rows.find((row) => row.name === name)
  expect(of('Ann Patel')).toMatchObject({ reach: { call: '07700 900123', noCall: null }, lastContact: { way: 'phone', outcome: 'no-answer' } }) // prettier-ignore
  expect(of('Bea Patel')).toMatchObject({ reach: { call: null, noCall: 'Nobody has asked whether it is safe to call.' }, lastContact: null }) // prettier-ignore
  expect(JSON.stringify(of('Bea Patel'))).not.toContain('07700')
})

test('the roster gives a number only where it is safe to call', async () => {
  const county = await aCounty()
  const { id: groupId } = await aSmallGroup(county, { capacity: null })
  for (const safeToCall of ['yes', 'no', 'not-asked'] as const) {
    const { id: personId } = await aPerson(county, { firstName: safeToCall, phone: '07700 900123', safeToCall, dateOfBirth: null }) // prettier-ignore
    await county.api.enrolments.enrol({ groupId, personId, status: 'enrolled', onDate: today })
  }
  const roster = await county.api.enrolments.roster({ groupId })
  expect(roster.map((row) => [row.safeToCall, row.phone]).toSorted()).toEqual([
    ['no', null],
    ['not-asked', null],
    ['yes', '07700 900123'],
  ])
})
