import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../../shared/ids.ts'
import { aFamily, anAdult, aPerson } from '../../support/people-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const adultsOf = async ({ api }: TestCounty, id: PersonId) => (await api.people.get({ id })).adults

describe('the adults of a child', () => {
  test('are several, each with what they are, and stand with each of the brothers and sisters', async () => {
    const county = await aCounty()
    const { mia, leo, asha } = await aFamily(county)
    await county.api.people.addAdult({ personIds: [mia.id, leo.id], who: { kind: 'known', id: asha.id }, relation: 'Mother', parentalResponsibility: 'yes', mayCollect: 'yes', emergency: true }) // prettier-ignore
    await anAdult(county, mia)
    expect((await adultsOf(county, mia.id)).map((one) => [one.name, one.relation, one.parentalResponsibility])).toEqual([['Asha Patel', 'Mother', 'yes'], ['June Patel', 'Grandparent', 'not-asked']]) // prettier-ignore
    expect(await adultsOf(county, leo.id)).toHaveLength(1)
    expect((await county.api.people.get({ id: asha.id })).adultOf.map((one) => one.name)).toEqual(['Leo Patel', 'Mia Patel']) // prettier-ignore
  })

  test('are not asked to collect until somebody says so', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    await anAdult(county, mia)
    expect(at(await adultsOf(county, mia.id), 0)).toMatchObject({ mayCollect: 'not-asked', emergency: 0 })
  })

  test('are rung in the order that was said, and only those', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    for (const name of ['One', 'Two', 'Three'])
      await anAdult(county, mia, { who: { kind: 'named', name, phone: null }, emergency: name !== 'Two' })
    const names = async () => (await adultsOf(county, mia.id)).map((one) => `${one.emergency} ${one.name}`)
    expect(await names()).toEqual(['1 One', '2 Three', '0 Two'])
    const [one, three, two] = await adultsOf(county, mia.id)
    if (!one || !two || !three) throw new Error('Somebody is missing.')
    await county.api.people.setEmergencyOrder({ id: mia.id, adults: [two.id, one.id] })
    expect(await names()).toEqual(['1 Two', '2 One', '0 Three'])
  })

  test('are put last when they are to be rung after all, and off the list when they are not', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    for (const name of ['One', 'Two']) await anAdult(county, mia, { who: { kind: 'named', name }, emergency: name === 'One' }) // prettier-ignore
    const change = async (name: string, version: number, emergency?: boolean) => {
      const { id } = (await adultsOf(county, mia.id)).find((one) => one.name === name) ?? { id: '' }
      await county.api.people.changeAdult({ id, version, relation: 'Guardian', emergency })
    }
    const rung = async () => (await adultsOf(county, mia.id)).map((one) => `${one.emergency} ${one.name}`)
    await change('Two', 1, true)
    await change('One', 1)
    expect(await rung()).toEqual(['1 One', '2 Two'])
    await change('One', 2, false)
    expect(await rung()).toEqual(['2 Two', '0 One'])
  })

  test('cannot be ordered by a list that is out of date', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    const { id } = at(await anAdult(county, mia), 0)
    await county.api.people.removeAdult({ id, version: 1 })
    await expect(county.api.people.setEmergencyOrder({ id: mia.id, adults: [id] })).rejects.toMatchObject({
      code: 'CHANGED',
    })
  })
})

describe('an adult’s number', () => {
  test.each([
    ['yes', '07700 900123', null],
    ['no', null, 'Not safe to call.'],
    ['not-asked', null, 'Nobody has asked whether it is safe to call.'],
  ] as const)(
    'is shown with a child by what their own record says: %s',
    async (safeToCall, phone, noCall) => {
      const county = await aCounty()
      const mia = await aPerson(county)
      const asha = await aPerson(county, { firstName: 'Asha', phone: '07700 900123', safeToCall })
      await anAdult(county, mia, { who: { kind: 'known', id: asha.id }, emergency: true })
      expect(at(await adultsOf(county, mia.id), 0)).toMatchObject({ phone, noCall })
    },
  )

  test('of somebody without a record is there to be rung', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    await anAdult(county, mia)
    expect(at(await adultsOf(county, mia.id), 0)).toMatchObject({ phone: '07700 900456', noCall: null })
  })
})

describe('an adult is refused', () => {
  test('who is there already, by record or by name, for all the children or none', async () => {
    const county = await aCounty()
    const { mia, leo, asha } = await aFamily(county)
    const mother = { who: { kind: 'known', id: asha.id }, relation: 'Mother' } as const
    await anAdult(county, leo, mother)
    await expect(anAdult(county, mia, { ...mother, personIds: [mia.id, leo.id] })).rejects.toMatchObject({
      code: 'CONFLICT',
      message:
        'Asha Patel is an adult of Leo Patel already. Nothing was saved. Change what is there instead.',
    })
    expect(await adultsOf(county, mia.id)).toEqual([])
    await anAdult(county, mia)
    await expect(anAdult(county, mia, { who: { kind: 'named', name: 'june  PATEL' } })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    await anAdult(county, mia, { who: { kind: 'named', name: 'June Pate' } })
  })

  test('who is the person themselves', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    await expect(anAdult(county, mia, { who: { kind: 'known', id: mia.id } })).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
  })
})

describe('changing an adult', () => {
  test('says what they may do, and keeps who they are', async () => {
    const county = await aCounty()
    const mia = await aPerson(county)
    const { id } = at(await anAdult(county, mia), 0)
    await county.api.people.changeAdult({ id, version: 1, relation: 'Grandparent', mayCollect: 'no', note: 'By order of the court' }) // prettier-ignore
    expect(at(await adultsOf(county, mia.id), 0)).toMatchObject({ name: 'June Patel', phone: '07700 900456', mayCollect: 'no', note: 'By order of the court' }) // prettier-ignore
  })

  test('is refused when somebody else did so first', async () => {
    const county = await aCounty()
    const { id } = at(await anAdult(county, await aPerson(county)), 0)
    const change = () => county.api.people.changeAdult({ id, version: 1, relation: 'Guardian' })
    await change()
    await expect(change()).rejects.toMatchObject({ code: 'CHANGED' })
    await expect(county.api.people.removeAdult({ id, version: 1 })).rejects.toMatchObject({ code: 'CHANGED' })
  })

  test('gives no second number to somebody with a record', async () => {
    const county = await aCounty()
    const { mia, asha } = await aFamily(county)
    const { id } = at(await anAdult(county, mia, { who: { kind: 'known', id: asha.id } }), 0)
    await expect(county.api.people.changeAdult({ id, version: 1, relation: 'Mother', named: { name: 'Asha', phone: '1' } })).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
  })
})

test('a facilities officer changes no adults', async () => {
  const county = await aCounty()
  const mia = await aPerson(county)
  const facilities = await county.as('facilities')
  await expect(anAdult({ api: facilities }, mia)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})
