import { expect, test } from 'vitest'
import { aBuilding, aRoom } from '../../support/booking-factories.ts'
import { aClosedTime } from '../../support/closure-factories.ts'
import { aCounty } from '../../support/test-county.ts'

test('what is closed names every room that cannot be used, the parts and wholes of a closed room counted', async () => {
  const county = await aCounty()
  const { id: buildingId } = await aBuilding(county)
  const hall = await aRoom(county, { buildingId })
  const half = await aRoom(county, { buildingId, name: 'Half', partOfId: hall.id })
  const otherHalf = await aRoom(county, { buildingId, name: 'Other half', partOfId: hall.id })
  await aRoom(county, { buildingId, name: 'Room 2' })
  await aClosedTime(county, { buildingId, roomId: half.id })
  const [time] = await county.api.closures.between({ from: '2026-11-24', to: '2026-11-24' })
  expect(time?.roomIds.toSorted()).toEqual([hall.id, half.id].toSorted())
  expect(time?.roomIds).not.toContain(otherHalf.id)
})

test('what closes no room of a building is left out of that building', async () => {
  const county = await aCounty()
  const [shut, open] = [await aBuilding(county, 'Shut'), await aBuilding(county, 'Open')]
  await aRoom(county, { buildingId: shut.id })
  await aClosedTime(county, { buildingId: shut.id })
  const days = { from: '2026-11-24', to: '2026-11-24' }
  expect(await county.api.closures.between({ ...days, buildingId: open.id })).toEqual([])
  expect(await county.api.closures.between({ ...days, buildingId: shut.id })).toHaveLength(1)
  expect(await county.api.closures.between(days)).toHaveLength(1)
})

test('a closure that ends at midnight does not take the next day [FEATURES D9]', async () => {
  const county = await aCounty()
  await aClosedTime(county, { startsAt: '2026-11-24T00:00', endsAt: '2026-11-25T00:00' })
  const on = (date: string) => county.api.closures.between({ from: date, to: date })
  expect(await on('2026-11-23')).toEqual([])
  expect(await on('2026-11-24')).toHaveLength(1)
  expect(await on('2026-11-25')).toEqual([])
})

test('what was lifted counts as closed until it was lifted, and no longer', async () => {
  const county = await aCounty()
  const always = { startsAt: '2026-11-23T00:00', endsAt: '2026-11-26T00:00' }
  await aClosedTime(county, { ...always, liftedAt: '2026-11-24T12:00' })
  await aClosedTime(county, { ...always, liftedAt: '2026-11-23T00:00' })
  const on = (date: string) => county.api.closures.between({ from: date, to: date })
  expect(await on('2026-11-24')).toMatchObject([{ endsAt: '2026-11-24T12:00' }])
  expect(await on('2026-11-25')).toEqual([])
})
