import { expect, test } from 'vitest'
import { aCounty } from '../../support/test-county.ts'

const jo = { name: 'Jo Price', stream: 'family', jobTitle: 'Family Wellbeing Worker' } as const

test('staff are listed by name, and two may share one', async () => {
  const { api } = await aCounty()
  for (const name of ['Sam Okoro', 'Amir Khan', 'Amir Khan']) await api.staff.create({ ...jo, name })
  expect((await api.staff.list({})).map((s) => s.name)).toEqual(['Amir Khan', 'Amir Khan', 'Sam Okoro'])
})

test('somebody who leaves is archived and stays on the record', async () => {
  const { api } = await aCounty()
  const { id, version } = await api.staff.create(jo)
  await api.staff.update({ ...jo, id, version, archived: true })
  expect(await api.staff.list({})).toMatchObject([
    { name: 'Jo Price', archived: true, phone: null, version: 2 },
  ])
})

test('a change made to what somebody else has changed meanwhile is refused', async () => {
  const { api } = await aCounty()
  const { id, version } = await api.staff.create(jo)
  const change = { ...jo, id, version, archived: false }
  await api.staff.update({ ...change, phone: '01234' })
  await expect(api.staff.update({ ...change, phone: '99999' })).rejects.toMatchObject({ code: 'CHANGED' })
  expect(await api.staff.list({})).toMatchObject([{ phone: '01234' }])
})

test('a name is needed, and a stream that there is', async () => {
  const { api } = await aCounty()
  await expect(api.staff.create({ ...jo, name: '   ' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    details: { fields: { name: 'Enter a name.' } },
  })
})
