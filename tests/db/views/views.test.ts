import { expect, test } from 'vitest'
import { purposes } from '../../../shared/bookings/bookings.contract.ts'
import { noFilter } from '../../../shared/bookings/filter.rules.ts'
import type { ViewState } from '../../../shared/views/views.contract.ts'
import { aBuilding, undoOf } from '../../support/booking-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const day = { view: 'day', filter: {} }

test('a view is kept as it was, with what was left out as usual', async () => {
  const { api } = await aCounty()
  const { id: buildingId } = await aBuilding({ api })
  const state: ViewState = {
    view: 'week',
    buildingId,
    filter: { ...noFilter, purposes: [...purposes] },
    unused: { kind: 'between', from: '10:00', to: '12:00' },
  } as const
  await api.views.save({
    name: 'Free at ten',
    screen: 'rooms',
    state: { ...state, filter: { ...state.filter } },
  })
  await api.views.save({ name: 'All of it', screen: 'calendar', state: { view: 'month', filter: {} } })
  const views = await api.views.list({})
  expect(views.map((view) => view.name)).toEqual(['All of it', 'Free at ten'])
  expect(views[1]?.state).toEqual(state)
  expect(views[0]?.state).toEqual({ view: 'month', buildingId: null, unused: null, filter: noFilter })
})

test('a name is used once on a screen, however it is written, and again on the other screen', async () => {
  const { api } = await aCounty()
  await api.views.save({ name: 'Mondays', screen: 'rooms', state: day })
  await expect(api.views.save({ name: ' MONDAYS ', screen: 'rooms', state: day })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('You already have a view called Mondays'),
  })
  await api.views.save({ name: 'Mondays', screen: 'calendar', state: day })
  expect(await api.views.list({})).toHaveLength(2)
})

test('a view is renamed to its own name in capitals, but not to that of another', async () => {
  const { api } = await aCounty()
  const { id, version, state } = await api.views.save({ name: 'Halls', screen: 'rooms', state: day })
  await api.views.save({ name: 'Kitchens', screen: 'rooms', state: day })
  const renamed = await api.views.change({ id, version, state, name: 'HALLS' })
  expect(renamed).toMatchObject({ name: 'HALLS', version: 2 })
  await expect(api.views.change({ id, version: 2, state, name: 'kitchens' })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await expect(api.views.change({ id, version: 1, state, name: 'Old' })).rejects.toMatchObject({
    code: 'CHANGED',
  })
})

test('a removed view is gone, and undo brings it back as it was', async () => {
  const { api } = await aCounty()
  const view = await api.views.save({ name: 'Halls', screen: 'rooms', state: day })
  await api.views.remove({ id: view.id, version: view.version })
  expect(await api.views.list({})).toEqual([])
  await (
    await undoOf({ api })
  )()
  expect(await api.views.list({})).toEqual([view])
})

test('nobody sees, changes or removes the views of somebody else, and both may use one name', async () => {
  const county = await aCounty()
  const mine = await county.api.views.save({ name: 'Halls', screen: 'rooms', state: day })
  const other = await county.as('facilitator')
  expect(await other.views.list({})).toEqual([])
  const { id, version, state } = mine
  await expect(other.views.change({ id, version, state, name: 'Theirs' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(other.views.remove({ id, version })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await other.views.save({ name: 'Halls', screen: 'rooms', state: day })
  expect(await county.api.views.list({})).toEqual([mine])
})
