import { describe, expect, test } from 'vitest'
import { aBooking, aRoom, undoOf } from '../../support/booking-factories.ts'
import { dump } from '../../support/dump.ts'
import { aCounty } from '../../support/test-county.ts'

/** A hall booked for tomorrow from 10am to midday, seen at a time of that day. */
async function booked(time: string, cleardownMinutes = 15) {
  const county = await aCounty()
  const hall = await aRoom(county, { cleardownMinutes })
  const { id, version } = await aBooking(county, hall.id, { from: '10:00', to: '12:00' })
  county.setNow(`2026-11-24T${time}:00.000Z`)
  return { county, api: county.api, hall, which: { id, version } }
}

describe('checking in', () => {
  test('is kept with the booking, and is undone', async () => {
    const { county, api, which } = await booked('09:45')
    const before = dump(county)
    expect((await api.bookings.checkIn(which)).checkedInAt).toBe('2026-11-24T09:45')
    await (
      await undoOf(county)
    )()
    expect(dump(county)).toEqual(before)
  })

  test('too early is refused, and nothing is changed', async () => {
    const { county, api, which } = await booked('09:29')
    const before = dump(county)
    await expect(api.bookings.checkIn(which)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(dump(county)).toEqual(before)
  })
})

describe('a room that is given back early', () => {
  test('can be booked once it is cleared, while its booking keeps the times that were planned', async () => {
    const { county, api, hall, which } = await booked('10:40')
    const given = await api.bookings.endEarly(which)
    expect(given).toMatchObject({ endsAt: '2026-11-24T12:00', endedAt: '2026-11-24T10:40', heldUntil: '2026-11-24T10:55' }) // prettier-ignore
    await expect(aBooking(county, hall.id, { from: '10:45', to: '12:00' })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    await aBooking(county, hall.id, { from: '10:55', to: '12:00' })
  })

  test('is free on the page of today from then on', async () => {
    const { api, which } = await booked('10:40')
    const now = async () => (await api.today.overview({})).rooms[0]?.now?.title
    expect(await now()).toBe('Baby massage')
    await api.bookings.endEarly(which)
    expect(await now()).toBeUndefined()
  })

  test('in the very minute it began is held for no longer than that', async () => {
    const { api, which } = await booked('10:00', 0)
    const given = await api.bookings.endEarly(which)
    expect(given).toMatchObject({ endedAt: '2026-11-24T10:00', heldUntil: '2026-11-24T10:01' })
  })

  test('is not taken back by undo once somebody else has booked it', async () => {
    const { county, api, hall, which } = await booked('10:40')
    await api.bookings.endEarly(which)
    const undo = await undoOf(county)
    await aBooking(county, hall.id, { from: '11:00', to: '12:00' })
    await expect(undo()).rejects.toMatchObject({ code: 'CHANGED', message: expect.stringContaining('booked since') }) // prettier-ignore
  })

  test('of several rooms gives all of them back', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const creche = await aRoom(county, { name: 'Crèche', buildingId: hall.buildingId })
    const times = { startsAt: '2026-11-24T10:00', endsAt: '2026-11-24T12:00' }
    const { id, version } = await county.api.bookings.create({ roomIds: [hall.id, creche.id], ...times, purpose: 'partner', title: 'Clinic' }) // prettier-ignore
    county.setNow('2026-11-24T11:00:00.000Z')
    await county.api.bookings.endEarly({ id, version })
    await aBooking(county, creche.id, { from: '11:00', to: '12:00' })
  })
})

describe('a booking that nobody came to', () => {
  test('frees its room at once, and stays to be counted', async () => {
    const { county, api, hall, which } = await booked('10:20')
    expect((await api.bookings.noShow(which)).status).toBe('no-show')
    await aBooking(county, hall.id, { from: '10:30', to: '12:00' })
    const day = { from: '2026-11-24', to: '2026-11-24' }
    expect(await api.bookings.listBetween(day)).toHaveLength(1)
    expect(await api.bookings.listBetween({ ...day, includeCancelled: true })).toHaveLength(2)
  })

  test('is for those who look after it to say', async () => {
    const { county, which } = await booked('10:20')
    const facilitator = await county.as('facilitator')
    await expect(facilitator.bookings.noShow(which)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})
