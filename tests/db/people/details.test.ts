import { describe, expect, test } from 'vitest'
import { aPerson } from '../../support/people-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const none = { kind: 'none' } as const

describe('what is kept of a person', () => {
  test('is as it was given, and nothing is yes that nobody asked', async () => {
    const county = await aCounty()
    const given = { email: 'asha@example.org', address: '1 High Street\nWigston', accessNeeds: 'Step-free', language: 'Gujarati', interpreter: true } // prettier-ignore
    const { id } = await aPerson(county, { ...given, postcode: 'le183rg', safeToText: 'yes' })
    const { person } = await county.api.people.get({ id })
    expect(person).toMatchObject({ ...given, postcode: 'LE18 3RG', safeToCall: 'not-asked', safeToText: 'yes', safeToWrite: 'not-asked' }) // prettier-ignore
  })

  test('has the locality by its name', async () => {
    const county = await aCounty()
    const [locality] = await county.api.buildings.listLocalities({})
    const { id } = await aPerson(county, { localityId: locality?.id })
    expect((await county.api.people.get({ id })).localityName).toBe(locality?.name)
  })

  test('shows that an adult is in no group and nobody’s adult', async () => {
    const county = await aCounty()
    const { id } = await aPerson(county)
    const got = await county.api.people.get({ id })
    expect([got.adults, got.adultOf, got.references, got.localityName]).toEqual([[], [], [], null])
  })
})

describe('references of other systems', () => {
  const coreRef = { system: 'Core+', value: 'cp 12-34' }

  test('are kept without spaces, and a person is found by how one begins', async () => {
    const county = await aCounty()
    const { id } = await aPerson(county, { references: [coreRef] })
    await aPerson(county, { firstName: 'Leo' })
    expect((await county.api.people.get({ id })).references).toEqual([{ system: 'Core+', value: 'CP12-34' }])
    for (const text of ['CP12-34', 'cp12', 'cp 12-3'])
      expect((await county.api.people.search({ text })).people.map((one) => one.id)).toEqual([id])
    for (const text of ['P12-34', 'CP13', '%', '_1'])
      expect((await county.api.people.search({ text })).total).toBe(0)
  })

  test('find a person from anywhere, too', async () => {
    const county = await aCounty()
    await aPerson(county, { references: [coreRef] })
    const titles = async (text: string) => (await county.api.search.everything({ text })).map((hit) => hit.title) // prettier-ignore
    expect(await titles('cp12-34')).toEqual(['Mia Patel'])
    expect(await titles('cp13')).toEqual([])
  })

  test('stay when a change says nothing of them, and go when it says none', async () => {
    const county = await aCounty()
    const { id } = await aPerson(county, { references: [coreRef] })
    const change = { id, firstName: 'Mia', lastName: 'Patel', family: none }
    await county.api.people.update({ ...change, version: 1 })
    expect((await county.api.people.get({ id })).references).toHaveLength(1)
    await county.api.people.update({ ...change, version: 2, references: [] })
    expect((await county.api.people.get({ id })).references).toEqual([])
  })

  test('of one system are one a person, and one person’s', async () => {
    const county = await aCounty()
    await aPerson(county, { references: [coreRef] })
    const twice = { firstName: 'Leo', references: [coreRef, { system: 'CORE+ ', value: '9' }] }
    await expect(aPerson(county, twice)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const taken = { firstName: 'Leo', references: [{ system: 'core+', value: 'CP12-34' }] }
    await expect(aPerson(county, taken)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Mia Patel already has this reference of core+'),
    })
    await aPerson(county, { firstName: 'Leo', references: [{ system: 'Synergy', value: 'CP12-34' }] })
  })
})
