import { describe, expect, test } from 'vitest'
import { aRoom } from '../../support/booking-factories.ts'
import { aGroup, aRoomElsewhere } from '../../support/group-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aBookedRun, anUntidyRun, bookingOf, byId, editSeries, tenThursdays } from '../../support/series-edit-factories.ts' // prettier-ignore
import { aCounty } from '../../support/test-county.ts'

const halfPast = { startTime: '10:30', endTime: '12:30' }

describe('one date alone', () => {
  test('moves with its register and its identity, and says that it was moved by hand', async () => {
    const county = await aCounty()
    const { group, reread } = await tenThursdays(county)
    const preview = await editSeries(county, { bookingId: bookingOf(group, 5), scope: 'this', change: { date: '2026-12-04' } }) // prettier-ignore
    expect(preview.sentence).toBe('Thu 3 Dec moves to Fri 4 Dec.')
    expect(at((await reread()).sessions, 5)).toMatchObject({ id: at(group.sessions, 5).id, startsAt: '2026-12-04T10:00', changedByHand: true }) // prettier-ignore
    expect(byId(county, 'booking').get(bookingOf(group, 5))).toMatchObject({ own_time: 1, own_room: 0, own_details: 0 }) // prettier-ignore
  })

  test('that is over can be put right with its marks, but not moved to a day to come [D47]', async () => {
    const county = await aCounty()
    const { group, mia } = await anUntidyRun(county)
    await county.api.registers.mark({ sessionId: at(group.sessions, 1).id, personId: mia.id, code: 'P' })
    const bookingId = bookingOf(group, 1)
    await editSeries(county, { bookingId, scope: 'this', change: { date: '2026-11-06' } })
    expect((await county.api.registers.open({ sessionId: at(group.sessions, 1).id })).rows).toContainEqual(expect.objectContaining({ mark: expect.objectContaining({ code: 'P' }) })) // prettier-ignore
    await expect(editSeries(county, { bookingId, scope: 'this', change: { date: '2026-12-08' } })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('marked for this session already') }) // prettier-ignore
  })

  test('of which the register is complete is not moved until it is reopened', async () => {
    const county = await aCounty()
    const { group } = await anUntidyRun(county)
    const asked = { bookingId: bookingOf(group, 0), scope: 'this', change: { date: '2026-10-30' } } as const
    await expect(editSeries(county, asked)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Reopen the register first') }) // prettier-ignore
    await county.api.registers.reopen({ sessionId: at(group.sessions, 0).id })
    await expect(editSeries(county, asked)).resolves.toMatchObject({ changed: 1 })
  })

  test('that belongs to no series changes by itself, and no other does', async () => {
    const county = await aCounty()
    const { group, hall } = await tenThursdays(county)
    const extra = await county.api.groups.addSession({ groupId: group.id, date: '2027-02-01', startTime: '10:00', endTime: '12:00', roomId: hall.id }) // prettier-ignore
    const bookingId = extra.bookingId ?? bookingOf(group, 0)
    await expect(editSeries(county, { bookingId, scope: 'all', change: halfPast })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('does not belong to a series') }) // prettier-ignore
    await expect(editSeries(county, { bookingId, scope: 'this', change: halfPast })).resolves.toMatchObject({ changed: 1, kept: 0 }) // prettier-ignore
  })

  test('of a run keeps its own title when the others take another', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { ids } = await aBookedRun(county, [hall.id])
    await editSeries(county, { bookingId: at(ids, 1), scope: 'this', change: { title: 'Flu clinic' } })
    const preview = await editSeries(county, { bookingId: at(ids, 0), scope: 'all', change: { title: 'Health visitors' } }) // prettier-ignore
    expect(preview.sentence).toBe('2 bookings change; 1 stays: 1 was changed by hand.')
    const rows = byId(county, 'booking')
    expect(ids.map((id) => rows.get(id)?.['title'])).toEqual(['Health visitors', 'Flu clinic', 'Health visitors']) // prettier-ignore
  })
})

describe('whose series it is to change', () => {
  test('not a facilitator’s who does not lead its group', async () => {
    const county = await aCounty()
    const { group } = await tenThursdays(county)
    const asked = { bookingId: bookingOf(group, 4), scope: 'all', change: halfPast } as const
    const facilitator = await county.as('facilitator')
    await expect(facilitator.series.previewEdit(asked)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('an assistant’s in their own building, and not into another building', async () => {
    const county = await aCounty()
    const { group, hall } = await tenThursdays(county)
    const elsewhere = await aRoomElsewhere(county)
    const own = await county.as('assistant', { buildingIds: [hall.buildingId] })
    const asked = { bookingId: bookingOf(group, 4), scope: 'all' } as const
    await expect(own.series.previewEdit({ ...asked, change: halfPast })).resolves.toMatchObject({
      changed: 6,
    })
    await expect(own.series.previewEdit({ ...asked, change: { roomId: elsewhere.id } })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
  })

  test('not an assistant’s of another building', async () => {
    const county = await aCounty()
    const { group } = await tenThursdays(county)
    const elsewhere = await aRoomElsewhere(county)
    const other = await county.as('assistant', { buildingIds: [elsewhere.buildingId] })
    await expect(other.series.previewEdit({ bookingId: bookingOf(group, 4), scope: 'all', change: halfPast })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
  })
})

test('a session in another room of another building takes its group to that building', async () => {
  const county = await aCounty()
  const group = await aGroup(county)
  const elsewhere = await aRoomElsewhere(county)
  await editSeries(county, { bookingId: bookingOf(group, 0), scope: 'all', change: { roomId: elsewhere.id } })
  expect(await county.api.groups.get({ id: group.id })).toMatchObject({ buildingId: elsewhere.buildingId })
})
