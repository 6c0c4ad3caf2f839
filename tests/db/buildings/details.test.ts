import { describe, expect, test } from 'vitest'
import { aBooking, aBuilding, aRoom, undoOf } from '../../support/booking-factories.ts'
import { aChangeOfHours, aDoorCode, hours, openBuilding, someEquipment, takeEquipment } from '../../support/place-factories.ts' // prettier-ignore
import { aCounty } from '../../support/test-county.ts'

describe('one building', () => {
  test('is read with its rooms, hours, ways in and equipment, and nobody else’s', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const other = await aBuilding(county, 'Barwell')
    await openBuilding(county, hall.buildingId)
    await aChangeOfHours(county, hall.buildingId)
    await aDoorCode(county, hall.buildingId)
    await someEquipment(county, hall.buildingId)
    expect(await county.api.buildings.get({ id: hall.buildingId })).toMatchObject({
      rooms: [{ name: 'Hall' }],
      week: [hours('09:00-17:00'), {}, {}, {}, {}, [], []],
      exceptions: [{ reason: 'Christmas Eve', hours: hours('09:00-12:00') }],
      access: [{ kind: 'code', code: '2580', codeHidden: false }],
      equipment: [{ name: 'Projector', quantity: 2 }],
      mayChange: true,
    })
    expect(await county.api.buildings.get({ id: other.id })).toMatchObject({
      rooms: [],
      week: [[], [], [], [], [], [], []],
      exceptions: [],
      access: [],
      equipment: [],
    })
  })

  test('that is not there is said so', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const wrong = county.api.buildings.get({ id: hall.id as never }) // Branded alike: an id of another table.
    await expect(wrong).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a way in', () => {
  test('with a key needs who has it, and with a code the code', async () => {
    const county = await aCounty()
    const { id: buildingId } = await aBuilding(county)
    const from = { buildingId, fromDate: '2026-12-01' }
    const { addAccess } = county.api.buildings
    await expect(addAccess({ ...from, kind: 'key' })).rejects.toMatchObject({ details: { fields: { keyHolder: 'Enter who has the key.' } } }) // prettier-ignore
    await expect(addAccess({ ...from, kind: 'code', code: ' ' })).rejects.toMatchObject({ details: { fields: { code: 'Enter the door code.' } } }) // prettier-ignore
    expect(await addAccess({ ...from, kind: 'staff' })).toMatchObject({ roomId: null, keyHolder: null })
  })

  test('that begins on the day of another of the same place is refused; a room’s own is not', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await aDoorCode(county, hall.buildingId)
    await expect(aDoorCode(county, hall.buildingId)).rejects.toMatchObject({ code: 'CONFLICT' })
    const own = {
      buildingId: hall.buildingId,
      roomId: hall.id,
      fromDate: '2026-11-01',
      kind: 'staff',
    } as const
    const line = await county.api.buildings.addAccess(own)
    const { id, version } = line
    const moved = { id, version, fromDate: '2026-11-02', kind: 'staff' } as const
    expect(await county.api.buildings.updateAccess(moved)).toMatchObject({ roomId: hall.id, version: 2 })
    await expect(county.api.buildings.updateAccess(moved)).rejects.toMatchObject({ code: 'CHANGED' })
    await county.api.buildings.removeAccess({ id, version: 2 })
    expect((await county.api.buildings.get({ id: hall.buildingId })).access).toHaveLength(1)
  })

  test('of a room elsewhere is refused', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { id: buildingId } = await aBuilding(county, 'Barwell')
    const wrong = county.api.buildings.addAccess({ buildingId, roomId: hall.id, fromDate: '2026-12-01', kind: 'staff' }) // prettier-ignore
    await expect(wrong).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('keeps no code once the door has none', async () => {
    const county = await aCounty()
    const { id, version, buildingId } = await aDoorCode(county, (await aBuilding(county)).id)
    const change = { id, version, fromDate: '2026-11-01', kind: 'reception', code: '2580' } as const
    expect(await county.api.buildings.updateAccess(change)).toMatchObject({ code: null, codeHidden: false })
    expect((await county.api.buildings.get({ id: buildingId })).access).toMatchObject([{ code: null }])
  })
})

describe('equipment', () => {
  test('is counted by building, and one name stands once', async () => {
    const county = await aCounty()
    const { id } = await aBuilding(county)
    const projector = await someEquipment(county, id)
    await expect(someEquipment(county, id, { name: 'PROJECTOR' })).rejects.toMatchObject({ code: 'CONFLICT' })
    const elsewhere = await aBuilding(county, 'Barwell')
    expect(await someEquipment(county, elsewhere.id)).toMatchObject({ quantity: 2 })
    const { version } = projector
    const archived = { id: projector.id, version, name: 'Projector', quantity: 2, archived: true }
    await county.api.buildings.updateEquipment(archived)
    const undo = await undoOf(county)
    await someEquipment(county, id)
    await expect(undo()).rejects.toMatchObject({ message: expect.stringContaining('of that name') })
  })

  test('is not made fewer than are booked at one time to come, and it names the day', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const side = await aRoom(county, { name: 'Side room', buildingId: hall.buildingId })
    const laptops = await someEquipment(county, hall.buildingId, { name: 'Laptops', quantity: 10 })
    const take = async (room: typeof hall, date: string, from: string, to: string, quantity: number) =>
      takeEquipment(county, (await aBooking(county, room.id, { date, from, to })).id, laptops.id, quantity)
    await take(hall, '2026-11-20', '10:00', '11:00', 9)
    await take(hall, '2026-12-01', '10:00', '11:00', 4)
    await take(hall, '2026-12-01', '11:00', '12:00', 5)
    await take(side, '2026-12-01', '11:30', '12:30', 2)
    const make = (quantity: number, archived = false) =>
      county.api.buildings.updateEquipment({
        id: laptops.id,
        version: 1,
        name: 'Laptops',
        quantity,
        archived,
      })
    await expect(make(6)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/7 are booked at one time on Tuesday 1 December 2026/),
      details: { date: '2026-12-01', inUse: 7 },
    })
    await expect(make(10, true)).rejects.toMatchObject({ details: { inUse: 4 } })
    expect(await make(7)).toMatchObject({ quantity: 7, version: 2 })
  })

  test('that was added to is not taken back by undo once the more is booked', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { id } = await someEquipment(county, hall.buildingId, { quantity: 1 })
    await county.api.buildings.updateEquipment({
      id,
      version: 1,
      name: 'Projector',
      quantity: 2,
      archived: false,
    })
    const undo = await undoOf(county)
    await takeEquipment(county, (await aBooking(county, hall.id)).id, id, 2)
    await expect(undo()).rejects.toMatchObject({ message: expect.stringContaining('booked since') })
  })
})
