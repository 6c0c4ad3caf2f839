import { describe, expect, test } from 'vitest'
import { aBooking, aBuilding, aRoom, undoOf } from '../../support/booking-factories.ts'
import { aCounty } from '../../support/test-county.ts'

async function aCountyWithAHall() {
  const county = await aCounty()
  const hall = await aRoom(county)
  return { ...county, hall }
}

describe('booking a room', () => {
  test('holds it with the room’s own set-up and clear-down', async () => {
    const county = await aCounty()
    const hall = await aRoom(county, { setupMinutes: 15, cleardownMinutes: 10 })
    expect(await aBooking(county, hall.id)).toMatchObject({
      roomName: 'Hall',
      buildingName: 'Wigston Magna',
      heldFrom: '2026-11-24T09:45',
      heldUntil: '2026-11-24T11:10',
      status: 'confirmed',
      version: 1,
    })
  })

  test('holds it with other minutes when somebody says so', async () => {
    const county = await aCounty()
    const hall = await aRoom(county, { setupMinutes: 15, cleardownMinutes: 10 })
    const booking = await aBooking(county, hall.id, { setupMinutes: 0, cleardownMinutes: 0 })
    expect(booking).toMatchObject({ heldFrom: '2026-11-24T10:00', heldUntil: '2026-11-24T11:00' })
  })

  test('that is taken says who has it, when and whom to ask, and saves nothing', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    const there = await aBooking(county, hall.id, { to: '11:30', contact: 'Sam, ext. 5479' })
    await expect(aBooking(county, hall.id, { from: '11:00', to: '12:00' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message:
        'Hall is taken from 10am to 11:30am by Baby massage (Sam, ext. 5479). Nothing was saved. Choose another room or time.',
      details: { obstacles: [{ bookingId: there.id, roomId: hall.id, contact: 'Sam, ext. 5479' }] },
    })
    const day = { from: '2026-11-24', to: '2026-11-24' }
    expect(await county.api.bookings.listBetween(day)).toHaveLength(1)
  })
})

describe('a room at a time', () => {
  test.each([
    ['just before', '09:00', '10:00'],
    ['just after', '11:00', '12:00'],
  ])('that is taken only %s, touching, is fine', async (_when, from, to) => {
    const { hall, ...county } = await aCountyWithAHall()
    await aBooking(county, hall.id)
    expect(await aBooking(county, hall.id, { from, to })).toMatchObject({ status: 'confirmed' })
  })

  test.each([
    ['one minute into its start', '09:00', '10:01'],
    ['one minute before its end', '10:59', '12:00'],
    ['all of it and more', '09:00', '12:00'],
    ['a part inside it', '10:15', '10:45'],
    ['exactly the same time', '10:00', '11:00'],
  ])('that is taken for %s is refused', async (_what, from, to) => {
    const { hall, ...county } = await aCountyWithAHall()
    await aBooking(county, hall.id)
    await expect(aBooking(county, hall.id, { from, to })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('next door, on another day, or after a cancellation is fine', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    const next = await aRoom(county, { name: 'Room 2', buildingId: hall.buildingId })
    const first = await aBooking(county, hall.id)
    await aBooking(county, next.id)
    await aBooking(county, hall.id, { date: '2026-11-25' })
    await county.api.bookings.cancel({ id: first.id, version: first.version, reason: 'Moved online' })
    expect(await aBooking(county, hall.id)).toMatchObject({ status: 'confirmed' })
  })

  test('counts the clear-down of the one before as taken', async () => {
    const county = await aCounty()
    const hall = await aRoom(county, { cleardownMinutes: 15 })
    await aBooking(county, hall.id)
    await expect(aBooking(county, hall.id, { from: '11:10', to: '12:00' })).rejects.toMatchObject({
      message: expect.stringContaining('10am to 11:15am'),
    })
    expect(await aBooking(county, hall.id, { from: '11:15', to: '12:00' })).toMatchObject({ version: 1 })
  })

  test('that is half of a hall takes the hall, and the hall takes both halves, but one half leaves the other', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const half = (name: string) => aRoom(county, { name, buildingId: hall.buildingId, partOfId: hall.id })
    const [left, right] = [await half('Hall, left'), await half('Hall, right')]
    await aBooking(county, left.id)
    await expect(aBooking(county, hall.id)).rejects.toMatchObject({
      message: expect.stringContaining('Hall, left is taken'),
    })
    expect(await aBooking(county, right.id)).toMatchObject({ status: 'confirmed' })
    await aBooking(county, hall.id, { date: '2026-11-25' })
    for (const part of [left, right])
      await expect(aBooking(county, part.id, { date: '2026-11-25' })).rejects.toMatchObject({
        message: expect.stringContaining('Hall is taken'),
      })
  })

  test('that has been archived is refused, and an unknown one is not found', async () => {
    const { hall, api, ...county } = await aCountyWithAHall()
    await api.buildings.updateRoom({ ...roomInput(hall), archived: true })
    await expect(aBooking({ api }, hall.id)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('archived'),
    })
    const other = await aCounty()
    await expect(aBooking(other, hall.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(county.logged).toEqual([])
  })

  test('needs an end later on the same day', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    await expect(aBooking(county, hall.id, { from: '11:00', to: '11:00' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: { endsAt: 'The end must be later on the same day than the start.' } },
    })
  })
})

describe('moving a booking', () => {
  test('by half an hour does not clash with itself', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    const { id, version } = await aBooking(county, hall.id)
    const times = { startsAt: '2026-11-24T10:30', endsAt: '2026-11-24T11:30' }
    expect(await county.api.bookings.move({ id, version, roomId: hall.id, ...times })).toMatchObject(times)
  })

  test('onto another is refused, and leaves both as they were', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    const first = await aBooking(county, hall.id)
    await aBooking(county, hall.id, { from: '14:00', to: '15:00', title: 'Yoga' })
    const move = { id: first.id, version: 1, roomId: hall.id, startsAt: '2026-11-24T14:30', endsAt: '2026-11-24T15:30' } // prettier-ignore
    await expect(county.api.bookings.move(move)).rejects.toMatchObject({ code: 'CONFLICT' })
    const day = await county.api.bookings.listBetween({ from: '2026-11-24', to: '2026-11-24' })
    expect(day.map((b) => b.startsAt.slice(11))).toEqual(['10:00', '14:00'])
  })

  test('to another room takes on that room’s set-up', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    const other = await aRoom(county, { name: 'Room 2', buildingId: hall.buildingId, setupMinutes: 20 })
    const { id, version, startsAt, endsAt } = await aBooking(county, hall.id)
    const moved = await county.api.bookings.move({ id, version, roomId: other.id, startsAt, endsAt })
    expect(moved).toMatchObject({ roomName: 'Room 2', heldFrom: '2026-11-24T09:40', version: 2 })
  })

  test('that somebody else has changed meanwhile is refused', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    const { id, startsAt, endsAt } = await aBooking(county, hall.id)
    const move = { id, version: 1, roomId: hall.id, startsAt, endsAt }
    await county.api.bookings.move(move)
    await expect(county.api.bookings.move(move)).rejects.toMatchObject({ code: 'CHANGED' })
  })

  test('that is cancelled is refused', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    const { id, startsAt, endsAt } = await aBooking(county, hall.id)
    await county.api.bookings.cancel({ id, version: 1, reason: 'Not needed' })
    const move = { id, version: 2, roomId: hall.id, startsAt, endsAt }
    await expect(county.api.bookings.move(move)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('cancelling a booking', () => {
  test('keeps it, visible as cancelled with its reason, and leaves it out of the ordinary list', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    const { id } = await aBooking(county, hall.id)
    await county.api.bookings.cancel({ id, version: 1, reason: 'Boiler' })
    const day = { from: '2026-11-24', to: '2026-11-24' }
    expect(await county.api.bookings.listBetween(day)).toEqual([])
    expect(await county.api.bookings.listBetween({ ...day, includeCancelled: true })).toMatchObject([
      { status: 'cancelled', cancelledReason: 'Boiler' },
    ])
  })

  test('can be undone while the room is still free', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    const { id } = await aBooking(county, hall.id)
    await county.api.bookings.cancel({ id, version: 1, reason: 'Boiler' })
    await (
      await undoOf(county)
    )()
    const day = { from: '2026-11-24', to: '2026-11-24' }
    expect(await county.api.bookings.listBetween(day)).toMatchObject([{ id, cancelledReason: null }])
  })

  test('cannot be undone once somebody else has the room', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    const { id } = await aBooking(county, hall.id)
    await county.api.bookings.cancel({ id, version: 1, reason: 'Boiler' })
    const undo = await undoOf(county)
    await aBooking(county, hall.id)
    await expect(undo()).rejects.toMatchObject({ code: 'CHANGED' })
  })
})

describe('the list of bookings', () => {
  test('has the first and the last day asked for, whole, and neither the day before nor the day after', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    for (const date of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'])
      await aBooking(county, hall.id, { date, from: '00:00', to: '23:59' })
    const found = await county.api.bookings.listBetween({ from: '2026-11-24', to: '2026-11-25' })
    expect(found.map((b) => b.startsAt.slice(0, 10))).toEqual(['2026-11-24', '2026-11-25'])
  })

  test('can be of one building', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    const elsewhere = await aBuilding(county, 'Lutterworth')
    const far = await aRoom(county, { buildingId: elsewhere.id })
    await aBooking(county, hall.id)
    await aBooking(county, far.id)
    const asked = { from: '2026-11-24', to: '2026-11-24', buildingId: elsewhere.id }
    expect((await county.api.bookings.listBetween(asked)).map((b) => b.buildingName)).toEqual(['Lutterworth'])
  })
})

describe('finding a room', () => {
  test('gives the free ones first by fit, and says what takes the others', async () => {
    const { hall, ...county } = await aCountyWithAHall()
    const { buildingId } = hall
    const small = await aRoom(county, { name: 'Room 1', buildingId, capacity: 6 })
    const right = await aRoom(county, { name: 'Room 2', buildingId, capacity: 14 })
    await aBooking(county, hall.id)
    const times = { startsAt: '2026-11-24T10:30', endsAt: '2026-11-24T12:00' }
    const rooms = await county.api.bookings.findRooms({ ...times, people: 12, buildingId })
    expect(rooms.map((room) => room.roomId)).toEqual([right.id, small.id, hall.id])
    expect(rooms.map((room) => room.obstacles.length)).toEqual([0, 0, 1])
    expect(rooms[2]?.obstacles[0]).toMatchObject({ kind: 'booking', title: 'Baby massage' })
  })

  test('counts the set-up that the new booking would need', async () => {
    const county = await aCounty()
    const hall = await aRoom(county, { setupMinutes: 15 })
    await aBooking(county, hall.id, { to: '11:00' })
    const free = async (from: string) => {
      const times = { startsAt: `2026-11-24T${from}`, endsAt: '2026-11-24T13:00' }
      return (await county.api.bookings.findRooms(times))[0]?.obstacles.length === 0
    }
    expect([await free('11:14'), await free('11:15')]).toEqual([false, true])
  })

  test('leaves archived rooms out', async () => {
    const { hall, api } = await aCountyWithAHall()
    await api.buildings.updateRoom({ ...roomInput(hall), archived: true })
    const times = { startsAt: '2026-11-24T10:30', endsAt: '2026-11-24T12:00' }
    expect(await api.bookings.findRooms(times)).toEqual([])
  })
})

test('a person who may not book cannot, whatever the window shows', async () => {
  const county = await aCounty()
  await county.api.users.signOut({})
  await expect(
    county.api.bookings.listBetween({ from: '2026-11-24', to: '2026-11-24' }),
  ).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
})

/** What a room is changed with: everything but what it does not decide itself. */
const roomInput = ({ buildingId: _b, sample: _s, ...room }: Awaited<ReturnType<typeof aRoom>>) => room
