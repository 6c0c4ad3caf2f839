import { expect, test } from 'vitest'
import { aPerson } from '../../support/people-factories.ts'
import { aRegister, at } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const newPerson = { firstName: 'Zoë', lastName: 'Adams' }

test('a new walk-in is kept as provisional, marked present, and changes nobody’s number', async () => {
  const county = await aCounty()
  const { sessions } = await aRegister(county)
  const sessionId = at(sessions, 0)
  const { personId } = await county.api.registers.addWalkIn({
    sessionId,
    who: { kind: 'new', person: newPerson },
  })
  const { rows } = await county.api.registers.open({ sessionId })
  expect(rows.map((row) => row.name)).toEqual(['Sam Ahmed', 'Sam Brown', 'Sam Clarke', 'Zoë Adams'])
  expect(at(rows, 3)).toMatchObject({
    personId,
    number: 4,
    walkIn: true,
    provisional: true,
    mark: { code: 'P' },
  })
})

test('a known person walks in as themselves, and no second record is made', async () => {
  const county = await aCounty()
  const { sessions } = await aRegister(county)
  const known = await aPerson(county, { firstName: 'Kim', lastName: 'Known' })
  const answer = await county.api.registers.addWalkIn({
    sessionId: at(sessions, 0),
    who: { kind: 'known', personId: known.id },
  })
  expect(answer.personId).toBe(known.id)
  expect((await county.api.people.search({ text: 'Known' })).total).toBe(1)
})

test('a mark that is there is never overwritten by a walk-in', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county)
  const [sessionId, personId] = [at(sessions, 0), at(people, 0)]
  await county.api.registers.mark({ sessionId, personId, code: 'A' })
  await expect(
    county.api.registers.addWalkIn({ sessionId, who: { kind: 'known', personId } }),
  ).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('marked A') })
  expect(at((await county.api.registers.open({ sessionId })).rows, 0).mark?.code).toBe('A')
})

test('somebody surely known is not added a second time', async () => {
  const county = await aCounty()
  const { sessions } = await aRegister(county)
  await aPerson(county, { firstName: 'Zoe', lastName: 'Adams', dateOfBirth: '2015-03-12' })
  const add = (dateOfBirth: string | null) =>
    county.api.registers.addWalkIn({
      sessionId: at(sessions, 0),
      who: { kind: 'new', person: { ...newPerson, dateOfBirth } },
    })
  await expect(add('2015-03-12')).rejects.toMatchObject({ code: 'CONFLICT' })
  // A name alone is never enough to say that two people are one.
  await add('2016-01-01')
  expect((await county.api.people.search({ text: 'Adams' })).total).toBe(2)
})

test('nobody walks in to a session to come, a complete register, or one that did not run', async () => {
  const county = await aCounty()
  const { sessions } = await aRegister(county, {
    dates: ['2026-11-20', '2026-11-23', '2026-11-24'],
    didNotRun: ['2026-11-20'],
  })
  await county.api.registers.markRest({ sessionId: at(sessions, 1), code: 'P' })
  await county.api.registers.complete({ sessionId: at(sessions, 1) })
  for (const sessionId of sessions)
    await expect(
      county.api.registers.addWalkIn({ sessionId, who: { kind: 'new', person: newPerson } }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
  expect((await county.api.people.search({ text: 'Adams' })).total).toBe(0)
})

test('a walk-in can be marked again like anybody on the register', async () => {
  const county = await aCounty()
  const { sessions } = await aRegister(county, { people: [] })
  const sessionId = at(sessions, 0)
  const { personId } = await county.api.registers.addWalkIn({
    sessionId,
    who: { kind: 'new', person: newPerson },
  })
  await county.api.registers.mark({ sessionId, personId, code: 'L' })
  await county.api.registers.complete({ sessionId })
  expect((await county.api.registers.open({ sessionId })).rows.map((row) => row.mark?.code)).toEqual(['L'])
})

test('whoever adds a walk-in is told that somebody on the register must not meet them, and not whom or why', async () => {
  const county = await aCounty()
  const { sessions, people } = await aRegister(county, { dates: ['2026-11-16', '2026-11-23'] })
  const [first, second] = [at(sessions, 0), at(sessions, 1)]
  const kim = await aPerson(county, { firstName: 'Kim', lastName: 'Known' })
  const assistant = await county.as('assistant')
  const found = async (sessionId = first) => at(await assistant.registers.findWalkIn({ sessionId, text: 'Known' }), 0).warning // prettier-ignore
  expect(await found()).toBeNull()
  const pair = { id: kim.id, otherId: at(people, 0), reason: 'zebrafish', onDate: '2026-11-20' }
  await county.api.people.addMustNotMeet(pair)
  const warning = 'Must not meet somebody on this register. Speak to who leads the group before they go in.'
  expect(await found()).toBe(warning)
  const added = await assistant.registers.addWalkIn({ sessionId: first, who: { kind: 'known', personId: kim.id } }) // prettier-ignore
  expect(added).toEqual({ personId: kim.id, standing: null, warning })
  // That they came is a fact, and is kept.
  expect((await county.api.registers.open({ sessionId: first })).rows.map((row) => row.name)).toContain('Kim Known') // prettier-ignore
  const { mustNotMeet } = await county.api.people.alerts({ id: kim.id })
  await county.api.people.endMustNotMeet({ id: at(mustNotMeet, 0).id, version: 1, onDate: '2026-11-23' })
  expect(await found(second)).toBeNull()
})
