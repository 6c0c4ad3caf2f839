import { describe, expect, test } from 'vitest'
import { aBooking, aRoom, twoRooms } from '../../support/booking-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'
import { at } from '../../support/register-factories.ts'

const day = { from: '2026-11-24', to: '2026-11-24', includeCancelled: true }

async function aBookingOfTwo() {
  const county = await aCounty()
  const rooms = await twoRooms(county)
  const { hall, creche, equipment } = rooms
  const booking = await aBooking(county, hall.id, { further: [creche.id], equipment, note: 'Bring mats' })
  return { county, ...rooms, booking }
}

const roomsOn = async ({ api }: TestCounty, date = '2026-11-24') =>
  (await api.bookings.listBetween({ from: date, to: date, includeCancelled: true }))
    .map((one) => `${one.roomName} ${one.startsAt.slice(11)} ${one.status}`)
    .toSorted()

describe('one booking of several rooms [FEATURES S13]', () => {
  test('holds each with its own minutes, and says the same of each', async () => {
    const { county, booking, creche } = await aBookingOfTwo()
    expect(booking).toMatchObject({ leadId: null, together: [{ roomId: creche.id, roomName: 'Crèche' }] })
    const [main, further] = (await county.api.bookings.listBetween(day)).toSorted((a) => (a.leadId === null ? -1 : 1)) // prettier-ignore
    expect(main).toMatchObject({ heldFrom: '2026-11-24T09:45', note: 'Bring mats' })
    expect(further).toMatchObject({
      leadId: booking.id,
      heldFrom: '2026-11-24T10:00',
      note: 'Bring mats',
      equipment: booking.equipment,
    })
  })

  test('is refused whole when one room is taken, and names that room', async () => {
    const county = await aCounty()
    const { hall, creche } = await twoRooms(county)
    await aBooking(county, creche.id)
    await expect(aBooking(county, hall.id, { further: [creche.id] })).rejects.toMatchObject({
      message: expect.stringContaining('Crèche is taken'),
    })
    expect(await roomsOn(county)).toEqual(['Crèche 10:00 confirmed'])
  })

  test('is in one building, of rooms that do not share floor, each once', async () => {
    const county = await aCounty()
    const { hall } = await twoRooms(county)
    const half = await aRoom(county, { name: 'Half', buildingId: hall.buildingId, partOfId: hall.id })
    const place = await county.api.buildings.create({ name: 'Elsewhere' })
    const far = await aRoom(county, { buildingId: place.id })
    for (const further of [half.id, far.id, hall.id])
      await expect(aBooking(county, hall.id, { further: [further] })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        details: { fields: { roomIds: expect.any(String) } },
      })
  })

  test('moves in time as one', async () => {
    const { county, booking } = await aBookingOfTwo()
    const { id, version } = booking
    await county.api.bookings.move({ id, version, startsAt: '2026-11-24T10:30', endsAt: '2026-11-24T11:30' })
    expect(await roomsOn(county)).toEqual(['Crèche 10:30 confirmed', 'Hall 10:30 confirmed'])
  })

  test('moves with none of its rooms when one is taken there [FEATURES D41]', async () => {
    const { county, booking, creche } = await aBookingOfTwo()
    await aBooking(county, creche.id, { from: '14:00', to: '15:00' })
    const { id, version } = booking
    const there = { startsAt: '2026-11-24T14:00', endsAt: '2026-11-24T15:00' }
    await expect(county.api.bookings.move({ id, version, ...there })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await roomsOn(county)).toEqual(['Crèche 10:00 confirmed', 'Crèche 14:00 confirmed', 'Hall 10:00 confirmed']) // prettier-ignore
  })

  test('puts the room that is named in another, and keeps the rest', async () => {
    const { county, booking, hall } = await aBookingOfTwo()
    const other = await aRoom(county, { name: 'Office', buildingId: hall.buildingId })
    const further = at(booking.together, 0)
    const { startsAt, endsAt } = booking
    const moved = await county.api.bookings.move({ id: further.bookingId, version: 1, roomId: other.id, startsAt, endsAt }) // prettier-ignore
    expect(moved).toMatchObject({ roomName: 'Office', leadId: booking.id })
    expect(await roomsOn(county)).toEqual(['Hall 10:00 confirmed', 'Office 10:00 confirmed'])
  })

  test('is cancelled whole, with one reason, whichever of its rooms is named', async () => {
    const { county, booking } = await aBookingOfTwo()
    const further = at(booking.together, 0)
    await county.api.bookings.cancel({ id: further.bookingId, version: 1, reason: 'Weather' })
    expect((await county.api.bookings.listBetween(day)).map((one) => one.cancelledReason)).toEqual(['Weather', 'Weather']) // prettier-ignore
  })

  test('clashes with neither of its own rooms when it moves half an hour [FEATURES D35]', async () => {
    const { county, booking, hall, creche } = await aBookingOfTwo()
    const times = { startsAt: '2026-11-24T10:15', endsAt: '2026-11-24T11:15' }
    const asked = { roomIds: [hall.id, creche.id], ...times, except: booking.id }
    expect((await county.api.bookings.waysOn(asked)).ways).toEqual([])
  })
})

describe('the rooms of a booking', () => {
  test('can be added to, and the new one is checked', async () => {
    const { county, booking, hall, creche } = await aBookingOfTwo()
    const office = await aRoom(county, { name: 'Office', buildingId: hall.buildingId })
    await aBooking(county, office.id, { from: '10:30', to: '10:45', title: 'Interview' })
    const roomIds = [hall.id, creche.id, office.id]
    const which = { id: booking.id, version: booking.version }
    await expect(county.api.bookings.setRooms({ ...which, roomIds })).rejects.toMatchObject({
      message: expect.stringContaining('Office is taken from 10:30am to 10:45am by Interview'),
    })
    const other = await aRoom(county, { name: 'Room 3', buildingId: hall.buildingId })
    const changed = await county.api.bookings.setRooms({ ...which, roomIds: [hall.id, creche.id, other.id] })
    expect(changed.together.map((one) => one.roomName).toSorted()).toEqual(['Crèche', 'Room 3'])
  })

  test('can be dropped: the room is free, and stays to be seen as cancelled', async () => {
    const { county, booking, hall, creche } = await aBookingOfTwo()
    await county.api.bookings.setRooms({ id: booking.id, version: booking.version, roomIds: [hall.id] })
    expect(await roomsOn(county)).toEqual(['Crèche 10:00 cancelled', 'Hall 10:00 confirmed'])
    await aBooking(county, creche.id, { title: 'Somebody else' })
  })

  test('without the main one make another the main one, and the booking keeps its identity', async () => {
    const { county, booking, creche, hall } = await aBookingOfTwo()
    const which = { id: booking.id, version: booking.version }
    const changed = await county.api.bookings.setRooms({ ...which, roomIds: [creche.id] })
    expect(changed).toMatchObject({ id: booking.id, roomName: 'Crèche', leadId: null, together: [] })
    expect(changed.equipment).toEqual(booking.equipment)
    expect(await roomsOn(county)).toEqual(['Crèche 10:00 confirmed', 'Hall 10:00 cancelled'])
    await aBooking(county, hall.id, { title: 'Somebody else' })
  })

  test('can change places', async () => {
    const { county, booking, creche, hall } = await aBookingOfTwo()
    const which = { id: booking.id, version: booking.version }
    const changed = await county.api.bookings.setRooms({ ...which, roomIds: [creche.id, hall.id] })
    expect(changed).toMatchObject({ roomName: 'Crèche', heldFrom: '2026-11-24T10:00' })
    expect(await roomsOn(county)).toEqual(['Crèche 10:00 confirmed', 'Hall 10:00 confirmed'])
  })

  test('can all be in another building', async () => {
    const { county, booking } = await aBookingOfTwo()
    const place = await county.api.buildings.create({ name: 'Elsewhere' })
    const far = await aRoom(county, { buildingId: place.id })
    const near = await aRoom(county, { buildingId: place.id, name: 'Room 1' })
    await county.api.buildings.addEquipment({ buildingId: place.id, name: 'PROJECTOR', quantity: 1 })
    const { id, version } = booking
    const changed = await county.api.bookings.setRooms({ id, version, roomIds: [far.id, near.id] })
    expect(changed).toMatchObject({
      buildingName: 'Elsewhere',
      equipment: [{ name: 'PROJECTOR', quantity: 1 }],
    })
  })
})
