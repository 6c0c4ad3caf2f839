import { describe, expect, test } from 'vitest'
import { aBooking, aBuilding, aRoom, twoRooms } from '../../support/booking-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aBookedRun, editSeries } from '../../support/series-edit-factories.ts'
import { aRun } from '../../support/series-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const refused = { code: 'NOT_ALLOWED', message: expect.stringContaining('not yours to book outright') }
const later = { startTime: '14:00', endTime: '15:00' }
const names = { serviceName: 'Family Help', buildingWord: 'Building' }

/** A booking that a facilitator asked for and that was agreed, and the county as that facilitator. */
async function anAgreedBooking() {
  const county = await aCounty()
  const hall = await aRoom(county)
  const own = { api: await county.as('facilitator') }
  const { id: bookingId } = await aBooking(own, hall.id)
  await county.api.bookings.decide({ id: bookingId, version: 1, accept: true })
  return { county, hall, own, bookingId }
}

describe('a booking that was agreed', () => {
  test('is not moved by the person who asked, as one of a series or alone: that is asked for again', async () => {
    const { county, own, bookingId } = await anAgreedBooking()
    const asked = { bookingId, scope: 'this' as const, change: later }
    await expect(own.api.series.previewEdit(asked)).rejects.toMatchObject(refused)
    const longer = { ...asked, change: { cleardownMinutes: 60 } }
    await expect(own.api.series.previewEdit(longer)).rejects.toMatchObject(refused)
    expect((await county.api.bookings.get({ id: bookingId })).booking.startsAt).toBe('2026-11-24T10:00')
    await editSeries(county, asked)
  })

  test('is, where the service does not want it asked for again', async () => {
    const { county, own, bookingId } = await anAgreedBooking()
    await county.api.settings.update({ ...names, askAgain: false })
    await editSeries(own, { bookingId, scope: 'this', change: later })
  })

  test('says something else when the person who asked wants that', async () => {
    const { own, bookingId } = await anAgreedBooking()
    await editSeries(own, { bookingId, scope: 'this', change: { title: 'Drums' } })
  })

  test('is moved freely before anybody has decided', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const own = { api: await county.as('facilitator') }
    const { bookings } = await own.api.series.book(aRun([hall.id]))
    const { bookingId } = at(bookings, 0)
    expect(await editSeries(own, { bookingId, scope: 'all', change: later })).toMatchObject({ changed: 3 })
  })
})

describe('a booking of several rooms', () => {
  test('does not go to another building without the rooms beside it', async () => {
    const county = await aCounty()
    const { hall, creche } = await twoRooms(county)
    const { id: buildingId } = await aBuilding(county, 'Elsewhere')
    const elsewhere = await aRoom(county, { buildingId })
    const { ids } = await aBookedRun(county, [hall.id, creche.id])
    const asked = { bookingId: at(ids, 0), scope: 'all' as const, change: { roomId: elsewhere.id } }
    await expect(county.api.series.previewEdit(asked)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Crèche'),
    })
  })

  test('is not put back into a room of another building, nor into one that shares floor with one of them', async () => {
    const county = await aCounty()
    const { hall, creche } = await twoRooms(county)
    const corner = await aRoom(county, { name: 'Corner', buildingId: hall.buildingId, partOfId: creche.id })
    const { id: buildingId } = await aBuilding(county, 'Elsewhere')
    const elsewhere = await aRoom(county, { buildingId })
    const { seriesId } = await aBookedRun(county, [hall.id, creche.id], { edits: [{ date: '2026-12-08', choice: 'skip' }] }) // prettier-ignore
    const skipId = at(await county.api.series.listSkipped({ seriesId }), 0).id
    for (const roomId of [elsewhere.id, corner.id])
      await expect(county.api.series.addSkipped({ skipId, roomId })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      })
    await county.api.series.addSkipped({ skipId })
  })
})

test('a booking whose room was given back is not moved: its times are what happened', async () => {
  const county = await aCounty()
  const hall = await aRoom(county)
  const { id, version } = await aBooking(county, hall.id, { date: '2026-11-23', from: '08:30', to: '11:00' })
  await county.api.bookings.endEarly({ id, version })
  const asked = { bookingId: id, scope: 'this' as const, change: { date: '2026-11-24' } }
  await expect(county.api.series.previewEdit(asked)).rejects.toMatchObject({ code: 'CONFLICT' })
  await editSeries(county, { ...asked, change: { title: 'Drums' } })
})
