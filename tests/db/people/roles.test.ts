import { expect, test } from 'vitest'
import { contract } from '../../../shared/contract.ts'
import { aConsent, anAdult, aPerson } from '../../support/people-factories.ts'
import { aCounty } from '../../support/test-county.ts'

test('a facilities officer can use nothing that is about people', async () => {
  const county = await aCounty()
  await county.as('facilities', { name: 'Fay Officer' })
  const session = county.host.openSession({ take: () => null })
  await county.host.call(session, 'users', 'signIn', { name: 'Fay Officer', passphrase: 'three plain words' })
  for (const name of Object.keys(contract.people)) {
    const reply = await county.host.call(session, 'people', name, {})
    expect({ name, code: reply.ok ? null : reply.error.code }).toEqual({ name, code: 'NOT_ALLOWED' })
  }
})

test('an assistant writes down adults and consents, as at a front desk', async () => {
  const county = await aCounty()
  const mia = await aPerson(county)
  const assistant = { api: await county.as('assistant') }
  await anAdult(assistant, mia)
  await aConsent(assistant, mia)
  const { adults, consents } = await assistant.api.people.get({ id: mia.id })
  expect(adults).toHaveLength(1)
  expect(consents.find(({ kind }) => kind === 'photos')?.current?.recordedBy).toBe('Test assistant')
})
