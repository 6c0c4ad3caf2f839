import { describe, expect, test } from 'vitest'
import type { Building, Room } from '../../../shared/buildings/buildings.contract.ts'
import { aBooking, aBuilding, aRoom } from '../../support/booking-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const change = ({ sample: _s, rooms: _r, half: _h, opensOnBankHolidays: _o, ...building }: Building) =>
  building
const roomChange = ({ sample: _s, buildingId: _b, ...room }: Room) => room

describe('buildings', () => {
  test('are kept as typed, with their locality, and listed with their rooms as people count', async () => {
    const county = await aCounty()
    const [locality] = await county.api.buildings.listLocalities({})
    const name = '  O’Neill   House '
    const building = await county.api.buildings.create({ name, localityId: locality?.id, phone: '0116 000' })
    for (const room of ['Room 10', 'Room 2']) await aRoom(county, { name: room, buildingId: building.id })
    const [listed] = await county.api.buildings.list({})
    expect(listed).toMatchObject({
      name: 'O’Neill House',
      localityId: locality?.id,
      sample: false,
      address: null,
    })
    expect(listed?.rooms.map((room) => room.name)).toEqual(['Room 2', 'Room 10'])
  })

  test('of the same name, however it is written, are refused', async () => {
    const county = await aCounty()
    await aBuilding(county, 'Venture House')
    await expect(aBuilding(county, 'VENTURE  house')).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await aBuilding(county, 'Venture House East')).toMatchObject({ version: 1 })
  })

  test('with bookings to come are not archived, and it says how many', async () => {
    const county = await aCounty()
    const building = await aBuilding(county)
    const hall = await aRoom(county, { buildingId: building.id })
    await aBooking(county, hall.id, { date: '2026-11-30' })
    const later = await aBooking(county, hall.id, { date: '2026-12-01' })
    const archive = () => county.api.buildings.update({ ...change(building), archived: true })
    await expect(archive()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('2 bookings to come'),
      details: {
        bookings: 2,
        toCome: {
          count: 2,
          first: [
            { title: 'Baby massage', roomName: 'Hall', startsAt: '2026-11-30T10:00' },
            { bookingId: later.id },
          ],
        },
      },
    })
    await county.api.bookings.cancel({ id: later.id, version: 1, reason: 'Not needed' })
    await expect(archive()).rejects.toMatchObject({ details: { bookings: 1 } })
  })

  test('with bookings that are all over are archived, and leave the list but not the record', async () => {
    const county = await aCounty()
    const building = await aBuilding(county)
    const hall = await aRoom(county, { buildingId: building.id })
    await aBooking(county, hall.id, { date: '2026-11-20' })
    await county.api.buildings.update({ ...change(building), archived: true })
    expect(await county.api.buildings.list({})).toEqual([])
    expect(await county.api.buildings.list({ includeArchived: true })).toMatchObject([{ archived: true }])
    const past = { from: '2026-11-20', to: '2026-11-20' }
    expect(await county.api.bookings.listBetween(past)).toHaveLength(1)
    expect(await aBuilding(county, building.name)).toMatchObject({ archived: false })
  })

  test('that somebody else has changed meanwhile are not overwritten', async () => {
    const county = await aCounty()
    const building = await aBuilding(county)
    await county.api.buildings.update({ ...change(building), address: 'Long Street' })
    const late = county.api.buildings.update({ ...change(building), address: 'Short Street' })
    await expect(late).rejects.toMatchObject({ code: 'CHANGED' })
    expect(await county.api.buildings.list({})).toMatchObject([{ address: 'Long Street', version: 2 }])
  })

  test('are changed by a facilities officer and not by a facilitator', async () => {
    const county = await aCounty()
    const officer = await county.as('facilities')
    expect(await officer.buildings.create({ name: 'Barwell' })).toMatchObject({ name: 'Barwell' })
    const facilitator = await county.as('facilitator')
    await expect(facilitator.buildings.create({ name: 'Bagworth' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
  })
})

describe('rooms', () => {
  test('keep what is not known as not known', async () => {
    const county = await aCounty()
    const room = await aRoom(county)
    expect(room).toMatchObject({ capacity: null, stepFree: null, partOfId: null })
    const known = { ...roomChange(room), capacity: 14, stepFree: false, setupMinutes: 15 }
    expect(await county.api.buildings.updateRoom(known)).toMatchObject({ capacity: 14, stepFree: false })
  })

  test('of one name in one building are refused, in two buildings are fine', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await expect(aRoom(county, { buildingId: hall.buildingId })).rejects.toMatchObject({ code: 'CONFLICT' })
    const elsewhere = await aBuilding(county, 'Barwell')
    expect(await aRoom(county, { buildingId: elsewhere.id })).toMatchObject({ name: 'Hall' })
  })

  test('with a booking to come are not archived; with one that is over they are', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await aBooking(county, hall.id, { date: '2026-11-23', from: '08:00', to: '09:00' })
    const today = await aBooking(county, hall.id, { date: '2026-11-23', from: '09:00', to: '10:00' })
    const archive = () => county.api.buildings.updateRoom({ ...roomChange(hall), archived: true })
    await expect(archive()).rejects.toMatchObject({ message: expect.stringContaining('1 booking to come') })
    await county.api.bookings.cancel({ id: today.id, version: 1, reason: 'Not needed' })
    expect(await archive()).toMatchObject({ archived: true })
  })

  test('cannot be a part of themselves, of their own part, or of a room elsewhere', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const half = await aRoom(county, { name: 'Half', buildingId: hall.buildingId, partOfId: hall.id })
    const elsewhere = await aBuilding(county, 'Barwell')
    const refused = { code: 'INVALID_INPUT', details: { fields: { partOfId: expect.any(String) } } }
    const join = (room: Room, partOfId: Room['id']) =>
      county.api.buildings.updateRoom({ ...roomChange(room), partOfId })
    await expect(join(hall, hall.id)).rejects.toMatchObject(refused)
    await expect(join(hall, half.id)).rejects.toMatchObject(refused)
    const far = aRoom(county, { buildingId: elsewhere.id, partOfId: hall.id })
    await expect(far).rejects.toMatchObject(refused)
  })

  test('cannot be made a part of one that is archived, nor added to a building that is', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const half = await aRoom(county, { name: 'Half', buildingId: hall.buildingId, partOfId: hall.id })
    await county.api.buildings.updateRoom({ ...roomChange(hall), archived: true })
    expect(await county.api.buildings.updateRoom({ ...roomChange(half), capacity: 12 })).toMatchObject({ partOfId: hall.id, version: 2 }) // prettier-ignore
    const joined = aRoom(county, { name: 'Quarter', buildingId: hall.buildingId, partOfId: hall.id })
    await expect(joined).rejects.toMatchObject({ details: { fields: { partOfId: expect.stringContaining('archived') } } }) // prettier-ignore
    const gone = await aBuilding(county, 'Gone')
    await county.api.buildings.update({ ...change(gone), archived: true })
    await expect(aRoom(county, { buildingId: gone.id })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('that is brought back beside a new one of its name is refused', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await county.api.buildings.updateRoom({ ...roomChange(hall), archived: true })
    await aRoom(county, { buildingId: hall.buildingId })
    const back = county.api.buildings.updateRoom({ ...roomChange(hall), version: 2, archived: false })
    await expect(back).rejects.toMatchObject({ code: 'CONFLICT' })
    const kept = county.api.buildings.updateRoom({ ...roomChange(hall), version: 2, note: 'Now stores', archived: true }) // prettier-ignore
    expect(await kept).toMatchObject({ note: 'Now stores' })
  })

  test('keep what is in them by name, once however it is written', async () => {
    const county = await aCounty()
    const room = await aRoom(county)
    const facts = {
      leastPeople: 6,
      capacity: 20,
      floor: 'First',
      phone: '0116 000',
      note: 'Cold',
      needsApproval: true,
    }
    const features = ['Crèche', 'creche', 'Hearing loop']
    const changed = await county.api.buildings.updateRoom({ ...roomChange(room), ...facts, features })
    expect(changed).toMatchObject({ ...facts, features: ['creche', 'Hearing loop'] })
    const wrong = county.api.buildings.updateRoom({ ...roomChange(changed), leastPeople: 21 })
    await expect(wrong).rejects.toMatchObject({ details: { fields: { leastPeople: expect.any(String) } } })
  })

  test('are not joined while both are booked at the same time on a day to come', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const side = await aRoom(county, { name: 'Side room', buildingId: hall.buildingId })
    await aBooking(county, hall.id, { date: '2026-11-20' })
    await aBooking(county, side.id, { date: '2026-11-20' })
    const join = () => county.api.buildings.updateRoom({ ...roomChange(side), partOfId: hall.id })
    const one = await aBooking(county, hall.id, { date: '2026-11-30' })
    await aBooking(county, side.id, { date: '2026-11-30' })
    await expect(join()).rejects.toMatchObject({ code: 'CONFLICT', details: { bookings: 1 } })
    await county.api.bookings.cancel({ id: one.id, version: 1, reason: 'Moved' })
    expect(await join()).toMatchObject({ partOfId: hall.id })
  })
})
