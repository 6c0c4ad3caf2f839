import { expect, test } from 'vitest'
import { aConsent, aFamily, anAdult } from '../../support/people-factories.ts'
import { aCounty } from '../../support/test-county.ts'

test('a family has its members side by side, oldest first, each with their adults and consents', async () => {
  const county = await aCounty()
  const { familyId, mia, leo, asha } = await aFamily(county)
  await anAdult(county, mia, { personIds: [mia.id, leo.id], who: { kind: 'known', id: asha.id }, relation: 'Mother' }) // prettier-ignore
  await aConsent(county, leo)
  const family = await county.api.people.family({ id: familyId })
  expect(family.members.map((one) => one.name)).toEqual(['Asha Patel', 'Mia Patel', 'Leo Patel'])
  expect(family.members.map((one) => one.adults.map((adult) => adult.relation))).toEqual([[], ['Mother'], ['Mother']]) // prettier-ignore
  const photos = family.members.map((one) => one.consents.find(({ kind }) => kind === 'photos')?.state)
  expect(photos).toEqual(['not-asked', 'not-asked', 'yes'])
})

test('a family’s name can be changed, unless somebody else did so first', async () => {
  const county = await aCounty()
  const { familyId } = await aFamily(county)
  await county.api.people.renameFamily({ id: familyId, version: 1, name: 'Patel-Shah' })
  expect(await county.api.people.searchFamilies({ text: 'shah' })).toMatchObject([{ name: 'Patel-Shah' }])
  await expect(county.api.people.renameFamily({ id: familyId, version: 1, name: 'Shah' })).rejects.toMatchObject({ code: 'CHANGED' }) // prettier-ignore
})

test('somebody is moved to another family with all that is theirs, and the rest stay where they are', async () => {
  const county = await aCounty()
  const { familyId, mia, leo } = await aFamily(county)
  await anAdult(county, leo)
  await aConsent(county, leo)
  const moved = await county.api.people.moveToFamily({ id: leo.id, version: 1, family: { kind: 'new', name: 'Shah' } }) // prettier-ignore
  const { person, adults, consents } = await county.api.people.get({ id: leo.id })
  expect(person).toMatchObject({ familyId: moved.familyId, familyName: 'Shah', lastName: 'Patel' })
  expect([adults.length, consents.find(({ kind }) => kind === 'photos')?.state]).toEqual([1, 'yes'])
  expect((await county.api.people.family({ id: familyId })).members.map((one) => one.id)).toContain(mia.id)
  await county.api.people.moveToFamily({ id: leo.id, version: 2, family: { kind: 'none' } })
  expect((await county.api.people.get({ id: leo.id })).person.familyId).toBeNull()
})
