import { describe, expect, test } from 'vitest'
import { personAdultId, type PersonId } from '../../../shared/ids.ts'
import { newIdAt } from '../../../db/new-id.ts'
import { aChildWhoCame, callsOf } from '../../support/call-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, NOW, type TestCounty } from '../../support/test-county.ts'

const newId = newIdAt(new Date(NOW))

interface Adult {
  readonly adultId?: PersonId
  readonly name?: string
  readonly phone?: string
  readonly relation?: string
  readonly emergency?: number
  readonly mayCollect?: 'yes' | 'no' | 'not-asked'
}

const anAdultOf = (county: TestCounty, child: PersonId, adult: Adult) =>
  putRows(county, (tx) =>
    tx
      .insertInto('person_adult')
      .values({ id: newId(personAdultId), person_id: child, adult_id: adult.adultId ?? null, name: adult.name ?? null, phone: adult.phone ?? null, relation: adult.relation ?? 'Mother', parental_responsibility: 'yes', may_collect: adult.mayCollect ?? 'yes', emergency: adult.emergency ?? 0, note: null, version: 1 })
      .execute(),
  ) // prettier-ignore

const safe = (county: TestCounty, id: PersonId, change: object) =>
  putRows(county, (tx) => tx.updateTable('person').set(change).where('id', '=', id).execute())

const reach = async (county: TestCounty) => at(await callsOf(county, 'absences'), 0).reach

describe('by which number somebody is reached', () => {
  test('a number leaves only where somebody said that it is safe, and else the reason stands there', async () => {
    const county = await aCounty()
    const { personId } = await aChildWhoCame(county, 'PPPNN')
    const only = async () => at(await reach(county), 0)
    expect(await only()).toMatchObject({ call: null, text: null, noCall: 'No phone number is known.' })
    await safe(county, personId, { phone: '0116 496 0001', safe_to_call: 'not-asked', safe_to_text: 'no' })
    expect(await only()).toMatchObject({ call: null, text: null, noCall: 'Nobody has asked whether it is safe to call.' }) // prettier-ignore
    await safe(county, personId, { safe_to_call: 'no', safe_to_text: 'yes' })
    expect(await only()).toMatchObject({ call: null, text: '0116 496 0001', noCall: 'Not safe to call.' })
    await safe(county, personId, { safe_to_call: 'yes', safe_to_text: 'no' })
    expect(await only()).toMatchObject({ call: '0116 496 0001', text: null, noCall: null })
    await safe(county, personId, { safe_to_call: 'no' })
    expect(JSON.stringify(await county.api.calls.list({}))).not.toContain('496 0001')
  })

  test('of a child the adults are rung first, in the order of emergencies, each by what is safe for them', async () => {
    const county = await aCounty()
    const { personId } = await aChildWhoCame(county, 'PPPNN')
    const mother = await aPerson(county, { firstName: 'Ada', dateOfBirth: '1990-01-01' })
    await safe(county, mother.id, { phone: '0116 496 0002', safe_to_call: 'no', interpreter: 1, language: 'Polish' }) // prettier-ignore
    await anAdultOf(county, personId, { adultId: mother.id, emergency: 2 })
    await anAdultOf(county, personId, { name: 'Gran', relation: 'Grandparent', phone: '0116 496 0003', emergency: 1 }) // prettier-ignore
    await anAdultOf(county, personId, { name: 'Uncle', relation: 'Uncle' })
    expect(await reach(county)).toMatchObject([
      { name: 'Gran', relation: 'Grandparent', call: '0116 496 0003', noCall: null },
      {
        name: 'Ada Patel',
        relation: 'Mother',
        call: null,
        noCall: 'Not safe to call.',
        interpreter: 'Polish',
      },
      { name: 'Uncle', call: null, noCall: 'No phone number is known.' },
      { name: 'Sam Ahmed', relation: null },
    ])
  })

  test('an adult who must not collect the child is not somebody to ring about them', async () => {
    const county = await aCounty()
    const { personId } = await aChildWhoCame(county, 'PPPNN')
    await anAdultOf(county, personId, { name: 'Father', phone: '0116 496 0004', mayCollect: 'no' })
    expect((await reach(county)).map((one) => one.name)).toEqual(['Sam Ahmed'])
  })

  test('nobody whom the child must not meet is rung about them, whatever they said of their own number', async () => {
    const county = await aCounty()
    const { personId } = await aChildWhoCame(county, 'PPPNN')
    const father = await aPerson(county, { firstName: 'Dev', dateOfBirth: '1990-01-01' })
    await safe(county, father.id, { phone: '0116 496 0006', safe_to_call: 'yes', safe_to_text: 'yes' })
    await anAdultOf(county, personId, { adultId: father.id, relation: 'Father', emergency: 1 })
    expect((await reach(county)).map((one) => one.name)).toEqual(['Dev Patel', 'Sam Ahmed'])
    await county.api.people.addMustNotMeet({ id: father.id, otherId: personId, reason: 'A court order', onDate: '2026-11-20' }) // prettier-ignore
    expect((await reach(county)).map((one) => one.name)).toEqual(['Sam Ahmed'])
    expect(JSON.stringify(await county.api.calls.list({}))).not.toContain('496 0006')
  })

  test('an adult is rung themselves', async () => {
    const county = await aCounty()
    const { personId } = await aChildWhoCame(county, 'PPPNN')
    await safe(county, personId, { date_of_birth: '1990-01-01' })
    await anAdultOf(county, personId, { name: 'Her mother', phone: '0116 496 0005' })
    expect((await reach(county)).map((one) => one.name)).toEqual(['Sam Ahmed'])
  })
})
