import { expect, test } from 'vitest'
import { outcomeFits, outcomesOf, safeWays } from '../../../shared/contacts/contacts.rules.ts'
import { aSmallGroup, refusal } from '../../support/enrolment-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const call = { way: 'phone', about: 'waiting', outcome: 'no-answer' } as const

test('every try is written down with when and by whom, the latest first, for the person and for the group', async () => {
  const county = await aCounty()
  const { api } = county
  const { id: groupId } = await aSmallGroup(county)
  const { id: personId } = await aPerson(county)
  await api.contacts.log({ personId, groupId, ...call, at: '2026-11-20T16:05', nextStep: 'Try on Monday' })
  await api.contacts.log({ personId, ...call, outcome: 'reached', note: 'Wants the place' })
  const tries = await api.contacts.forPerson({ personId })
  expect(tries).toMatchObject([
    { at: '2026-11-23T09:00', outcome: 'reached', note: 'Wants the place', groupName: null, by: 'Ada Administrator', mine: true }, // prettier-ignore
    { at: '2026-11-20T16:05', outcome: 'no-answer', groupName: 'Bounce Back', nextStep: 'Try on Monday' },
  ])
  expect(await api.contacts.forGroup({ groupId })).toMatchObject([{ outcome: 'no-answer', personName: 'Mia Patel' }]) // prettier-ignore
})

test('what one wrote oneself can be corrected, and nobody else’s', async () => {
  const county = await aCounty()
  const { id: personId } = await aPerson(county)
  const { id } = await county.api.contacts.log({ personId, ...call })
  const change = { id, version: 1, ...call, outcome: 'message-left' } as const
  const facilitator = await county.as('facilitator')
  const refused = await refusal(facilitator.contacts.correct(change))
  expect(refused).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(refused?.message).toContain('Ada Administrator wrote this')
  expect((await facilitator.contacts.forPerson({ personId }))[0]).toMatchObject({ mine: false })
  expect(await county.api.contacts.correct(change)).toMatchObject({ outcome: 'message-left', version: 2 })
  expect(await refusal(county.api.contacts.correct(change))).toMatchObject({ code: 'CHANGED' })
})

test('a contact is not later than now, and its outcome can come of its way', async () => {
  const county = await aCounty()
  const { id: personId } = await aPerson(county)
  const log = (change: object) => refusal(county.api.contacts.log({ personId, ...call, ...change }))
  expect(await log({ at: '2026-11-23T09:01' })).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await log({ way: 'letter' })).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await log({ at: '2026-11-23T09:00' })).toBeNull()
  expect(outcomeFits({ way: 'letter', outcome: 'sent' })).toBe(true)
  expect(outcomesOf['in-person']).toEqual(['reached'])
})

test('only safe ways are offered, and meeting somebody is always one', () => {
  const none = { call: null, text: null, email: null, write: null }
  expect(safeWays(none)).toEqual(['in-person'])
  expect(safeWays({ ...none, call: '07700', write: '1 High Street' })).toEqual(['phone', 'letter', 'visit', 'in-person']) // prettier-ignore
})
