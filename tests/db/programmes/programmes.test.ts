import { expect, test } from 'vitest'
import { measureId } from '../../../shared/ids.ts'
import type { Programme } from '../../../shared/programmes/programmes.contract.ts'
import { newIdAt } from '../../../db/new-id.ts'
import { sentBack } from '../../support/group-factories.ts'
import { aCounty, NOW, type Api } from '../../support/test-county.ts'

const named = async (api: Api, name: string): Promise<Programme> => {
  const found = (await api.programmes.list({ includeRetired: true })).find((p) => p.name === name)
  if (!found) throw new Error(`No programme ${name}`)
  return found
}
const copyOf = (
  { id: _i, version: _v, edition: _e, retired: _r, sessions, ...fields }: Programme,
  name: string,
) => ({
  ...fields,
  sessions: sessions.map(({ id: _id, ...session }) => session),
  name,
})

test('a programme is added to the catalogue with its measures', async () => {
  const { api } = await aCounty()
  const bounceBack = await named(api, 'Bounce Back')
  const made = await api.programmes.create(copyOf(bounceBack, 'Bounce Back Plus'))
  expect(made).toMatchObject({ measures: bounceBack.measures, retired: false, version: 1 })
  expect(await named(api, 'Bounce Back Plus')).toEqual(made)
})

test('a name in use is refused; the name of a retired one is free again', async () => {
  const { api } = await aCounty()
  const bounceBack = await named(api, 'Bounce Back')
  const again = () => api.programmes.create(copyOf(bounceBack, 'BOUNCE  back'))
  await expect(again()).rejects.toMatchObject({ code: 'CONFLICT' })
  await api.programmes.update({ ...sentBack(bounceBack), retired: true })
  expect(await again()).toMatchObject({ name: 'BOUNCE back' })
})

test('a retired programme leaves the list, and can be seen when asked for', async () => {
  const { api } = await aCounty()
  const bounceBack = await named(api, 'Bounce Back')
  await api.programmes.update({ ...sentBack(bounceBack), retired: true })
  const names = (list: Programme[]) => list.map((p) => p.name)
  expect(names(await api.programmes.list({}))).not.toContain('Bounce Back')
  expect(names(await api.programmes.list({ includeRetired: true }))).toContain('Bounce Back')
})

test('a change keeps what is not known as not known, and its measures are exactly those chosen', async () => {
  const { api } = await aCounty()
  const bounceBack = await named(api, 'Bounce Back')
  const changed = await api.programmes.update({ ...sentBack(bounceBack), usualSessions: 8, measures: [] })
  expect(changed).toMatchObject({ usualSessions: 8, ageFrom: null, measures: [], version: 2 })
  const back = await api.programmes.update({ ...sentBack(changed), measures: bounceBack.measures })
  expect(back.measures).toEqual(bounceBack.measures)
})

test('a measure that there is not is refused, and nothing is saved', async () => {
  const { api } = await aCounty()
  const bounceBack = await named(api, 'Bounce Back')
  const measures = [{ measureId: newIdAt(new Date(NOW))(measureId), timePoints: ['before' as const] }]
  await expect(api.programmes.update({ ...sentBack(bounceBack), measures })).rejects.toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
  expect(await named(api, 'Bounce Back')).toEqual(bounceBack)
})

test('an upper age below the lower one is refused; the same age is fine', async () => {
  const { api } = await aCounty()
  const bounceBack = await named(api, 'Bounce Back')
  const ages = (ageFrom: number, ageTo: number) =>
    api.programmes.update({ ...sentBack(bounceBack), ageFrom, ageTo })
  await expect(ages(9, 8)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    details: { fields: { ageTo: 'The upper age is below the lower age.' } },
  })
  expect(await ages(9, 9)).toMatchObject({ ageFrom: 9, ageTo: 9 })
})

test('the catalogue is for managers to change', async () => {
  const county = await aCounty()
  const bounceBack = await named(county.api, 'Bounce Back')
  const facilitator = await county.as('facilitator')
  await expect(facilitator.programmes.update(sentBack(bounceBack))).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  })
  expect(await facilitator.programmes.list({})).not.toEqual([])
})
