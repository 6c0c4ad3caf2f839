import { expect, test } from 'vitest'
import { aBooking, aBuilding, aRoom } from '../../support/booking-factories.ts'
import { aGroup, aWorker } from '../../support/group-factories.ts'
import { aChangeOfHours, aDoorCode, openBuilding, someEquipment } from '../../support/place-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** A building in each half of the county. */
async function twoHalves(county: TestCounty) {
  const localities = await county.api.buildings.listLocalities({})
  const inHalf = (half: 'east' | 'west') => localities.find((one) => one.half === half)?.id
  const east = await county.api.buildings.create({ name: 'Eastern', localityId: inHalf('east') })
  const west = await county.api.buildings.create({ name: 'Western', localityId: inHalf('west') })
  return { east, west }
}

test('a facilities officer changes the buildings of one half, and is told why not the others', async () => {
  const county = await aCounty()
  const { east, west } = await twoHalves(county)
  const officer = await county.as('facilities', { half: 'east' })
  expect(await openBuilding({ api: officer }, east.id)).toMatchObject({ version: 2 })
  await expect(openBuilding({ api: officer }, west.id)).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
    message: expect.stringContaining('in the west of the county, and you look after the east'),
  })
  expect(await officer.buildings.get({ id: east.id })).toMatchObject({ mayChange: true })
  expect(await officer.buildings.get({ id: west.id })).toMatchObject({ mayChange: false })
})

test('nothing of a building of the other half is changed by any command', async () => {
  const county = await aCounty()
  const { west } = await twoHalves(county)
  const room = await aRoom(county, { buildingId: west.id })
  const line = await aDoorCode(county, west.id)
  const change = await aChangeOfHours(county, west.id)
  const { id, version } = await someEquipment(county, west.id)
  const other = { api: await county.as('facilities', { half: 'east' }) }
  const { buildings } = other.api
  const { setupMinutes, cleardownMinutes } = room
  const attempts = [
    () => buildings.update({ id: west.id, version: 1, name: 'Mine', archived: false }),
    () => buildings.createRoom({ buildingId: west.id, name: 'Mine', setupMinutes, cleardownMinutes }),
    () => buildings.updateRoom({ id: room.id, version: 1, name: 'Mine', setupMinutes, cleardownMinutes, archived: true }), // prettier-ignore
    () => aChangeOfHours(other, west.id),
    () => buildings.updateOpeningException({ ...change, reason: 'Mine' }),
    () => buildings.removeOpeningException({ id: change.id, version: 1 }),
    () => aDoorCode(other, west.id),
    () => buildings.updateAccess({ id: line.id, version: 1, fromDate: '2026-12-01', kind: 'staff' }),
    () => buildings.removeAccess({ id: line.id, version: 1 }),
    () => someEquipment(other, west.id),
    () => buildings.updateEquipment({ id, version, name: 'Mine', quantity: 9, archived: false }),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})

test('a building is neither made in the other half nor given away to it', async () => {
  const county = await aCounty()
  const { east, west } = await twoHalves(county)
  const { buildings } = await county.as('facilities', { half: 'east' })
  const made = buildings.create({ name: 'New', localityId: west.localityId })
  await expect(made).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  const away = { id: east.id, version: 1, name: east.name, localityId: west.localityId, archived: false }
  await expect(buildings.update(away)).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
    message: expect.stringMatching(
      /is in the west of the county, which is not yours .* Nothing of Eastern was saved/,
    ),
    details: { fields: { localityId: expect.stringContaining('Choose another locality') } },
  })
  expect(await buildings.create({ name: 'New', localityId: east.localityId })).toMatchObject({ half: 'east' })
})

test('a door code is shown only to those who may book there', async () => {
  const county = await aCounty()
  const mine = await aBuilding(county, 'Mine')
  const other = await aBuilding(county, 'Other')
  for (const { id } of [mine, other]) await aDoorCode(county, id)
  const assistant = await county.as('assistant', { buildingIds: [mine.id] })
  expect((await assistant.buildings.get({ id: mine.id })).access).toMatchObject([{ code: '2580' }])
  expect((await assistant.buildings.get({ id: other.id })).access).toMatchObject([{ code: null, codeHidden: true }]) // prettier-ignore
})

test('or who lead a group that is still to meet there', async () => {
  const county = await aCounty()
  const leader = await aWorker(county)
  const group = await aGroup(county, { facilitatorIds: [leader.id] })
  const room = (await county.api.buildings.list({})).flatMap((one) => one.rooms).find((one) => one.id === group.sessions[0]?.roomId) // prettier-ignore
  if (!room) throw new Error('The group has a room.')
  const elsewhere = await aRoom(county, { buildingId: (await aBuilding(county, 'Elsewhere')).id })
  await aBooking(county, elsewhere.id)
  for (const id of [room.buildingId, elsewhere.buildingId]) await aDoorCode(county, id)
  const facilitator = await county.as('facilitator', { staffId: leader.id })
  const codeAt = async (id: typeof room.buildingId) =>
    (await facilitator.buildings.get({ id })).access[0]?.code
  expect(await codeAt(room.buildingId)).toBe('2580')
  expect(await codeAt(elsewhere.buildingId)).toBeNull()
  county.setNow('2027-11-23T09:00:00.000Z')
  expect(await codeAt(room.buildingId)).toBeNull()
})
