import { describe, expect, test } from 'vitest'
import { aBooking, aRoom } from '../../support/booking-factories.ts'
import { aClosedTime } from '../../support/closure-factories.ts'
import { openBuilding } from '../../support/place-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const REASON = 'The choir has its own key'

async function aClosedHall() {
  const county = await aCounty()
  const hall = await aRoom(county)
  await aClosedTime(county, { buildingId: hall.buildingId })
  return { county, hall }
}

describe('a named override, with a reason [FEATURES R10, D38]', () => {
  test('lets one booking stand in a closure, keeps the reason, and leaves the rest closed', async () => {
    const { county, hall } = await aClosedHall()
    await expect(aBooking(county, hall.id)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('is closed on Tuesday 24 November 2026: Boiler'),
    })
    const booking = await aBooking(county, hall.id, { overrideReason: REASON })
    expect(booking).toMatchObject({ status: 'confirmed', overrideReason: REASON })
    await expect(aBooking(county, hall.id, { from: '14:00', to: '15:00' })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  })

  test('is in the audit, with who gave it', async () => {
    const { county, hall } = await aClosedHall()
    const { id } = await aBooking(county, hall.id, { overrideReason: REASON })
    const [entry] = await county.api.audit.list({ limit: 1 })
    expect(entry).toMatchObject({ operation: 'bookings.create', who: 'Ada Administrator' })
    const changes = await county.api.audit.changes({ id: entry?.id ?? '' })
    expect(JSON.stringify(changes)).toContain(REASON)
    expect(JSON.stringify(changes)).toContain(id)
  })

  test('lets a booking stand outside the hours', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await openBuilding(county, hall.buildingId)
    const late = { from: '16:30', to: '17:30' }
    await expect(aBooking(county, hall.id, late)).rejects.toMatchObject({ details: { obstacles: [{ kind: 'hours' }] } }) // prettier-ignore
    await aBooking(county, hall.id, { ...late, overrideReason: REASON })
    // What ends at closing time needs none, nor does clear-down after it.
    const inside = await aBooking(county, hall.id, { date: '2026-11-25', from: '16:00', to: '17:00', cleardownMinutes: 15, overrideReason: REASON }) // prettier-ignore
    expect(inside.overrideReason).toBe(null)
  })

  test('is for those who may close the place: a facilities officer in own half, and managers', async () => {
    const { county, hall } = await aClosedHall()
    const assistant = { api: await county.as('assistant') }
    const refused = aBooking(assistant, hall.id, { overrideReason: REASON })
    await expect(refused).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await county.api.bookings.listBetween({ from: '2026-11-24', to: '2026-11-24' })).toEqual([])
    const manager = { api: await county.as('manager') }
    await aBooking(manager, hall.id, { overrideReason: REASON })
  })

  test('never sets aside another booking, or equipment that is not left', async () => {
    const { county, hall } = await aClosedHall()
    await aBooking(county, hall.id, { overrideReason: REASON })
    await expect(aBooking(county, hall.id, { overrideReason: REASON })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { obstacles: [{ kind: 'booking' }] },
    })
    const kit = await county.api.buildings.addEquipment({
      buildingId: hall.buildingId,
      name: 'Kit',
      quantity: 1,
    })
    const equipment = [{ equipmentId: kit.id, quantity: 2 }]
    await expect(aBooking(county, hall.id, { from: '14:00', to: '15:00', equipment, overrideReason: REASON })).rejects.toMatchObject({ details: { obstacles: [{ kind: 'equipment' }] } }) // prettier-ignore
  })

  test('holds for a shorter time in the same building, and for no longer or other time', async () => {
    const { county, hall } = await aClosedHall()
    const { id } = await aBooking(county, hall.id, { overrideReason: REASON })
    const move = (version: number, from: string, to: string) =>
      county.api.bookings.move({ id, version, startsAt: `2026-11-24T${from}`, endsAt: `2026-11-24T${to}` })
    expect(await move(1, '10:15', '10:45')).toMatchObject({ overrideReason: REASON })
    await expect(move(2, '10:15', '11:00')).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('is gone when the booking moves to where it is open', async () => {
    const { county, hall } = await aClosedHall()
    const { id } = await aBooking(county, hall.id, { overrideReason: REASON })
    const there = { startsAt: '2026-11-26T10:00', endsAt: '2026-11-26T11:00' }
    expect(await county.api.bookings.move({ id, version: 1, ...there })).toMatchObject({
      overrideReason: null,
    })
  })
})
