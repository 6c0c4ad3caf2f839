import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RoomId } from '../../../shared/ids.ts'
import { aBooking, aLedSession, aRoom, twoRooms, undoOf } from '../../support/booking-factories.ts'
import { aClosedTime } from '../../support/closure-factories.ts'
import { openBuilding, weekdays } from '../../support/place-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const at10 = { startsAt: '2026-11-24T10:00', endsAt: '2026-11-24T11:00' }
const kinds = ({ ways }: { ways: readonly { kind: string }[] }) => ways.map((way) => way.kind)

/** A hall that is taken, with a larger and a smaller room beside it. */
async function aTakenHall() {
  const county = await aCounty()
  const hall = await aRoom(county, { capacity: 30 })
  const { buildingId } = hall
  const small = await aRoom(county, { name: 'Office', buildingId, capacity: 4 })
  const right = await aRoom(county, { name: 'Room 2', buildingId, capacity: 14 })
  await aBooking(county, hall.id, { title: 'Baby massage', contact: 'Sam, ext. 5479' })
  return { county, hall, small, right }
}

describe('when a room cannot be had, ways on are offered [FEATURES S9, S12]', () => {
  test('none where nothing is in the way', async () => {
    const { county, right } = await aTakenHall()
    expect(await county.api.bookings.waysOn({ roomIds: [right.id], ...at10 })).toMatchObject({ ways: [], rooms: [{ obstacles: [] }] }) // prettier-ignore
  })

  test('another room that is large enough, the nearest times on either side, and other days of the week', async () => {
    const { county, hall, right } = await aTakenHall()
    const found = await county.api.bookings.waysOn({ roomIds: [hall.id], ...at10, people: 12 })
    expect(found.rooms).toMatchObject([{ roomName: 'Hall', obstacles: [{ title: 'Baby massage' }] }])
    expect(found.ways).toMatchObject([
      { kind: 'room', words: 'Use Room 2 (seats 14)', roomIds: [right.id], ...at10 },
      { kind: 'shift', words: '1 hour earlier, 9am to 10am' },
      { kind: 'shift', words: '1 hour later, 11am to midday' },
      { kind: 'weekday', words: 'Wednesday 25 November 2026 at 10am' },
      { kind: 'weekday', words: 'Monday 23 November 2026 at 10am' },
    ])
  })

  test('less set-up, where that alone makes it free; and not where people would meet', async () => {
    const { county, hall } = await aTakenHall()
    const from = async (start: string, setupMinutes: number) =>
      county.api.bookings.waysOn({ roomIds: [hall.id], startsAt: `2026-11-24T${start}`, endsAt: '2026-11-24T12:00', setupMinutes }) // prettier-ignore
    expect((await from('11:10', 15)).ways[0]).toMatchObject({
      kind: 'waive',
      words: 'Keep the time, with 10 minutes between',
      waiveBuffers: true,
    })
    expect(kinds(await from('10:50', 15))).not.toContain('waive')
  })

  test('times that are over are not offered, nor hours at which the building is shut', async () => {
    const { county, hall } = await aTakenHall()
    await openBuilding(county, hall.buildingId, weekdays('10:00-11:45'))
    const asked = { roomIds: [hall.id], ...at10 }
    expect(kinds(await county.api.bookings.waysOn(asked))).not.toContain('shift')
    county.setNow('2026-11-24T09:40:00.000Z')
    const days = (await county.api.bookings.waysOn(asked)).ways.filter((way) => way.kind === 'weekday')
    expect(days.map((way) => way.startsAt.slice(0, 10))).toEqual(['2026-11-25', '2026-11-26'])
    county.setNow('2026-11-24T10:10:00.000Z')
    expect((await county.api.bookings.waysOn(asked)).ways.filter((way) => way.startsAt < '2026-11-24T10:00')).toEqual([]) // prettier-ignore
  })

  test('the nearest building, by how far it is', async () => {
    const county = await aCounty()
    const place = (name: string, latitude: number) =>
      county.api.buildings.create({ name, latitude, longitude: -1 })
    const [here, far, near] = [await place('Here', 52.5), await place('Far', 52.9), await place('Near', 52.6)]
    const hall = await aRoom(county, { buildingId: here.id })
    for (const { id: buildingId } of [far, near])
      await aRoom(county, { buildingId, name: 'Room 1', capacity: 20 })
    await aBooking(county, hall.id)
    const { ways } = await county.api.bookings.waysOn({ roomIds: [hall.id], ...at10, people: 12 })
    expect(ways.filter((way) => way.kind === 'building').map((way) => way.words)).toEqual([
      'Use Room 1, Near, 7 miles away (seats 20)',
      'Use Room 1, Far, 28 miles away (seats 20)',
    ])
  })

  test('for several rooms, what can be had is kept and only what is taken is changed', async () => {
    const county = await aCounty()
    const { hall, creche } = await twoRooms(county)
    const office = await aRoom(county, { name: 'Office', buildingId: hall.buildingId })
    await aBooking(county, creche.id)
    const { ways } = await county.api.bookings.waysOn({ roomIds: [hall.id, creche.id], ...at10 })
    expect(ways.find((way) => way.kind === 'room')?.roomIds).toEqual([hall.id, office.id])
  })

  test('what has to be asked for says so', async () => {
    const { county, hall } = await aTakenHall()
    const facilitator = await county.as('facilitator')
    const { ways } = await facilitator.bookings.waysOn({ roomIds: [hall.id], ...at10, people: 12 })
    expect(ways[0]).toMatchObject({ words: 'Use Room 2 (seats 14): has to be asked for', outright: false })
  })

  test('a closure can be overridden by those who may close the place, and by nobody else', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await aClosedTime(county, { buildingId: hall.buildingId })
    const asked = { roomIds: [hall.id], ...at10 }
    expect((await county.api.bookings.waysOn(asked)).mayOverride).toBe(true)
    expect((await (await county.as('assistant')).bookings.waysOn(asked)).mayOverride).toBe(false)
  })

  test('a session is not offered a time when its group meets already', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { id } = await aLedSession(county, hall.id)
    await aBooking(county, hall.id, { date: '2026-11-25', to: '12:00' })
    const times = { startsAt: '2026-11-25T10:00', endsAt: '2026-11-25T12:00' }
    const { ways } = await county.api.bookings.waysOn({ roomIds: [hall.id], ...times, except: id })
    for (const { roomIds, startsAt, endsAt, waiveBuffers } of ways) {
      await county.api.bookings.move({ id, version: await versionOf(county, id), roomIds, startsAt, endsAt, waiveBuffers }) // prettier-ignore
      await (
        await undoOf(county)
      )()
    }
    expect(kinds({ ways })).toEqual(['shift', 'shift', 'weekday', 'weekday'])
  })
})

const versionOf = async ({ api }: TestCounty, id: string) => (await api.bookings.get({ id })).booking.version

describe('every way on works', () => {
  const hour = fc.integer({ min: 8, max: 16 })
  const length = fc.constantFrom(30, 60, 90, 150)
  const booking = fc.record({ room: fc.nat(4), day: fc.integer({ min: 23, max: 27 }), hour, length, quarter: fc.nat(3) }) // prettier-ignore

  test('whatever stands there: booked as it is offered, it succeeds', async () => {
    const { county, rooms, projector } = await aBusyBuilding()
    await fc.assert(
      fc.asyncProperty(fc.array(booking, { minLength: 4, maxLength: 9 }), booking, fc.nat(2), async (there, wanted, quantity) => {
        for (const one of there)
          await county.api.bookings.create({ ...timesOf(one), roomIds: [at(rooms, one.room)], purpose: 'staff', title: 'There', waiveBuffers: true }).catch(() => undefined) // prettier-ignore
        const asked = { roomIds: [at(rooms, wanted.room)], ...timesOf(wanted), people: 6, equipment: quantity === 0 ? [] : [{ equipmentId: projector, quantity }] } // prettier-ignore
        const { ways } = await county.api.bookings.waysOn(asked)
        for (const { roomIds, startsAt, endsAt, waiveBuffers } of ways) {
          const { equipment } = asked
          const made = await county.api.bookings.create({ roomIds, startsAt, endsAt, waiveBuffers, equipment, purpose: 'staff', title: 'Way on' }) // prettier-ignore
          expect(made.status).toBe('confirmed')
          await (await undoOf(county))()
        }
      }),
      { numRuns: 15 },
    ) // prettier-ignore
  })
})

const at = (rooms: readonly RoomId[], i: number): RoomId => {
  const room = rooms[i % rooms.length]
  if (room === undefined) throw new Error('There are no rooms.')
  return room
}

function timesOf(one: { day: number; hour: number; length: number; quarter: number }) {
  const start = one.hour * 60 + one.quarter * 15
  const time = (n: number) => `2026-11-${one.day}T${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}` // prettier-ignore
  return { startsAt: time(start), endsAt: time(start + one.length) }
}

/** Two buildings: a hall with its halves, two rooms, opening hours, two projectors here and one there. */
async function aBusyBuilding() {
  const county = await aCounty()
  const hall = await aRoom(county, { setupMinutes: 15, cleardownMinutes: 15, capacity: 30 })
  const { buildingId } = hall
  const rooms = [hall.id]
  for (const name of ['Front', 'Back']) rooms.push((await aRoom(county, { name, buildingId, partOfId: hall.id, setupMinutes: 10 })).id) // prettier-ignore
  for (const name of ['Room 2', 'Room 3'])
    rooms.push((await aRoom(county, { name, buildingId, capacity: 8 })).id)
  const other = await county.api.buildings.create({ name: 'Elsewhere' })
  await aRoom(county, { buildingId: other.id, name: 'Far room', cleardownMinutes: 20 })
  await openBuilding(county, buildingId, weekdays('09:00-17:30'))
  const add = (id: typeof buildingId, quantity: number) => county.api.buildings.addEquipment({ buildingId: id, name: 'Projector', quantity }) // prettier-ignore
  await add(other.id, 1)
  const { id: projector } = await add(buildingId, 2)
  await aClosedTime(county, { buildingId, startsAt: '2026-11-26T13:00', endsAt: '2026-11-26T15:00' })
  return { county, rooms, projector }
}
