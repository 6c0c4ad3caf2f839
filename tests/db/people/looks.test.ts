import { expect, test } from 'vitest'
import { aFamily } from '../../support/people-factories.ts'
import { aCounty } from '../../support/test-county.ts'

test('managers see who looked at a person and at their family, newest first, and nobody else’s looks', async () => {
  const county = await aCounty()
  const { familyId, mia, leo } = await aFamily(county)
  const assistant = await county.as('assistant')
  await assistant.people.get({ id: mia.id })
  await assistant.people.get({ id: leo.id })
  const manager = await county.as('manager')
  await manager.people.family({ id: familyId })
  expect(await manager.people.looks({ id: mia.id })).toMatchObject([
    { who: 'Test manager', label: 'See a family', alert: false },
    { who: 'Test assistant', label: 'See a person', alert: false },
  ])
  expect(await manager.people.looks({ id: mia.id, limit: 1 })).toHaveLength(1)
  await expect(assistant.people.looks({ id: mia.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})
