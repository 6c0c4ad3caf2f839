import { expect, test } from 'vitest'
import { aRoom } from '../../support/booking-factories.ts'
import { aGroup, aProgramme, aWorker } from '../../support/group-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const tuesday = { startsAt: '2026-12-01T10:00', endsAt: '2026-12-01T11:00' }

/** A group that must not be named, planned by a facilitator who leads it or by a manager; and somebody else. */
async function aSensitiveGroup(plannedBy: 'leader' | 'manager') {
  const county = await aCounty()
  const hall = await aRoom(county)
  const jo = await aWorker(county)
  const programme = await aProgramme(county, { name: 'Safe Together', sensitive: true })
  const leader = await county.as('facilitator', { staffId: jo.id, name: 'Jo Price' })
  const manager = await county.as('manager', { name: 'May Manager' })
  const by = { api: plannedBy === 'leader' ? leader : manager }
  const group = await aGroup(by, { programmeId: programme.id, roomId: hall.id, facilitatorIds: [jo.id] })
  const other = await county.as('facilitator', { name: 'Other' })
  return { county, hall, group, other, leader }
}

test('whoever looks for a room is not told who leads a group that must not be named, even if they booked it', async () => {
  const { hall, group, other } = await aSensitiveGroup('leader')
  const answers = JSON.stringify([
    await other.bookings.findRooms(tuesday),
    await other.bookings.waysOn({ roomIds: [hall.id], ...tuesday }),
    await other.bookings.get({ id: at(group.sessions, 0).bookingId ?? '' }),
    await other.bookings.create({ roomIds: [hall.id], ...tuesday, purpose: 'staff', title: 'Talk' }).catch((error: unknown) => error), // prettier-ignore
  ])
  expect(answers).toContain('Tuesday group')
  expect(answers).not.toMatch(/Jo Price|Safe Together|Kite flyers/)
})

test('but somebody who booked it for others can be asked', async () => {
  const { hall, other } = await aSensitiveGroup('manager')
  const { rooms } = await other.bookings.waysOn({ roomIds: [hall.id], ...tuesday })
  expect(at(rooms, 0).obstacles).toMatchObject([{ title: 'Tuesday group', contact: 'May Manager' }])
})
