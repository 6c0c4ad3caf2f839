import { describe, expect, test } from 'vitest'
import { aBooking, aBuilding, aLedSession, aRoom } from '../../support/booking-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const at10 = { startsAt: '2026-11-25T10:00', endsAt: '2026-11-25T11:00' }

describe('whose a booking is to change', () => {
  test('nobody’s who neither looks after the building, made it, nor leads its group', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const elsewhere = await aBuilding(county, 'Elsewhere')
    const { id, version } = await aBooking(county, hall.id)
    const assistant = await county.as('assistant', { buildingIds: [elsewhere.id] })
    const which = { id, version }
    const tries = [
      assistant.bookings.move({ ...which, ...at10 }),
      assistant.bookings.update({ ...which, title: 'Mine', private: false }),
      assistant.bookings.cancel({ ...which, reason: 'Mine' }),
      assistant.bookings.setRooms({ ...which, roomIds: [hall.id] }),
      assistant.bookings.confirm(which),
    ]
    for (const tried of tries) await expect(tried).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect((await county.api.bookings.get({ id })).booking.version).toBe(version)
  })

  test('a leader moves the session of their own group outright, but asks for a room that is somebody’s to approve', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { buildingId } = hall
    const special = await county.api.buildings.createRoom({ buildingId, name: 'Studio', setupMinutes: 0, cleardownMinutes: 0, needsApproval: true }) // prettier-ignore
    const { id, leader } = await aLedSession(county, hall.id)
    const times = { startsAt: '2026-11-25T10:00', endsAt: '2026-11-25T12:00' }
    expect((await leader.api.bookings.move({ id, version: 1, ...times })).status).toBe('confirmed')
    const asked = await leader.api.bookings.move({ id, version: 2, roomId: special.id, ...times })
    expect(asked).toMatchObject({ status: 'requested', roomName: 'Studio' })
    const given = await county.api.bookings.decide({ id, version: asked.version, accept: true })
    expect(given.status).toBe('confirmed')
  })

  test('a note is for those who look after the booking, and is nobody else’s', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { id } = await aBooking(county, hall.id, { note: 'Ask for the side door' })
    const facilitator = await county.as('facilitator')
    expect((await county.api.bookings.get({ id })).booking.note).toBe('Ask for the side door')
    expect((await facilitator.bookings.get({ id })).booking.note).toBe(null)
  })

  test.each(['one-to-one', 'contact'] as const)(
    'a %s is private unless it is said not to be',
    async (purpose) => {
      const county = await aCounty()
      const hall = await aRoom(county)
      const { id } = await aBooking(county, hall.id, { purpose, title: 'With a family' })
      const facilitator = await county.as('facilitator')
      const { booking, bookedBy, overlaps } = await facilitator.bookings.get({ id })
      expect(booking).toMatchObject({ title: 'Private booking', hidden: true })
      expect({ bookedBy, overlaps }).toEqual({ bookedBy: null, overlaps: [] })
      const open = await county.api.bookings.create({ roomIds: [hall.id], ...at10, purpose, title: 'Open day', private: false }) // prettier-ignore
      expect((await facilitator.bookings.get({ id: open.id })).booking.title).toBe('Open day')
    },
  )
})
