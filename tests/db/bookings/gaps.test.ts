import { describe, expect, test } from 'vitest'
import { aBooking, aLedSession, aRoom } from '../../support/booking-factories.ts'
import { aCounty } from '../../support/test-county.ts'

async function aHallInUse(minutes = { setupMinutes: 0, cleardownMinutes: 15 }) {
  const county = await aCounty()
  const hall = await aRoom(county)
  const there = await aBooking(county, hall.id, minutes)
  return { county, hall, there }
}

describe('the gap between two bookings [FEATURES R12, D28]', () => {
  test.each([
    ['29 minutes', '11:29', false],
    ['30 minutes, the longer of the two', '11:30', true],
  ])('of 15 minutes after and 30 before: %s', async (_gap, from, fits) => {
    const { county, hall } = await aHallInUse()
    const booking = aBooking(county, hall.id, { from, to: '12:30', setupMinutes: 30 })
    if (fits) expect(await booking).toMatchObject({ status: 'confirmed' })
    else await expect(booking).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('of 30 minutes after and 15 before is 30 as well', async () => {
    const { county, hall } = await aHallInUse({ setupMinutes: 0, cleardownMinutes: 30 })
    await expect(aBooking(county, hall.id, { from: '11:29', to: '12:00', setupMinutes: 15 })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    await aBooking(county, hall.id, { from: '11:30', to: '12:00', setupMinutes: 15 })
  })

  test('holds between a hall and its half, and not between two halves [FEATURES D29]', async () => {
    const { county, hall } = await aHallInUse()
    const half = (name: string) => aRoom(county, { name, buildingId: hall.buildingId, partOfId: hall.id })
    const [front, back] = [await half('Front'), await half('Back')]
    await expect(aBooking(county, front.id, { from: '11:14', to: '12:00' })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    await aBooking(county, front.id, { from: '11:15', to: '12:00', cleardownMinutes: 20 })
    await aBooking(county, back.id, { from: '11:15', to: '12:30' })
    await expect(aBooking(county, hall.id, { from: '12:31', to: '13:00', setupMinutes: 0 })).resolves.toBeDefined() // prettier-ignore
  })

  test('may lie outside the day', async () => {
    const { county, hall } = await aHallInUse()
    const early = await aBooking(county, hall.id, { from: '00:05', to: '01:00', setupMinutes: 30 })
    expect(early.heldFrom).toBe('2026-11-24T00:00')
  })
})

describe('set-up and clear-down can be waived', () => {
  const close = { from: '11:05', to: '12:00', setupMinutes: 10 }

  test('for a booking that meets nothing else: both are shortened to what lies between', async () => {
    const { county, hall, there } = await aHallInUse()
    const booking = await aBooking(county, hall.id, { ...close, waiveBuffers: true })
    expect(booking).toMatchObject({ setupMinutes: 5, heldFrom: '2026-11-24T11:00' })
    const { booking: before } = await county.api.bookings.get({ id: there.id })
    expect(before).toMatchObject({ cleardownMinutes: 5, heldUntil: '2026-11-24T11:05', endsAt: there.endsAt })
  })

  test('and no further than is needed: what fits keeps all of it', async () => {
    const { county, hall, there } = await aHallInUse()
    await aBooking(county, hall.id, { from: '11:20', to: '12:00', setupMinutes: 30, waiveBuffers: true })
    const { booking } = await county.api.bookings.get({ id: there.id })
    expect(booking).toMatchObject({ cleardownMinutes: 15, version: 1 })
  })

  test('but never the time that people are in the room', async () => {
    const { county, hall } = await aHallInUse()
    await expect(aBooking(county, hall.id, { from: '10:59', to: '12:00', waiveBuffers: true })).rejects.toMatchObject({ code: 'CONFLICT', details: { obstacles: [{ onlyBuffers: false }] } }) // prettier-ignore
  })

  test('and not of a booking that somebody else looks after', async () => {
    const { county, hall } = await aHallInUse()
    const { id, leader } = await aLedSession(county, hall.id, '2026-11-25T10:00')
    const beside = { startsAt: '2026-11-24T11:05', endsAt: '2026-11-24T12:05', waiveBuffers: true }
    await expect(leader.api.bookings.move({ id, version: 1, ...beside })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    await county.api.bookings.move({ id, version: 1, ...beside })
  })

  test('and undone: both have all of it again', async () => {
    const { county, hall, there } = await aHallInUse()
    await aBooking(county, hall.id, { ...close, waiveBuffers: true })
    const { undo } = await county.api.audit.nextUndo({})
    if (undo === null) throw new Error('There is nothing to undo.')
    await county.api.audit.undo({ id: undo.id })
    expect((await county.api.bookings.get({ id: there.id })).booking.cleardownMinutes).toBe(15)
    expect(await county.api.bookings.listBetween({ from: '2026-11-24', to: '2026-11-24' })).toHaveLength(1)
  })
})
