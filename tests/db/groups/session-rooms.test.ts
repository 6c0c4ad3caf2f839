import { describe, expect, test } from 'vitest'
import { aBooking, aLedSession, aRoom } from '../../support/booking-factories.ts'
import { aGroup } from '../../support/group-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const there = { date: '2026-12-01', startTime: '10:00', endTime: '12:00' }
const wednesday = { date: '2026-11-25', startTime: '10:00', endTime: '12:00' }

/** A session of a group that somebody leads, and a room of the same building that has to be approved. */
async function aSessionAndAStudio() {
  const county = await aCounty()
  const hall = await aRoom(county)
  const studio = await county.api.buildings.createRoom({ buildingId: hall.buildingId, name: 'Studio', setupMinutes: 0, cleardownMinutes: 0, needsApproval: true }) // prettier-ignore
  const { id, sessionId, groupId, leader } = await aLedSession(county, hall.id)
  const read = async () => (await county.api.bookings.get({ id })).booking
  const move = async (roomId = studio.id, place = wednesday) => {
    const { version } = at((await county.api.groups.get({ id: groupId })).sessions, 0)
    return leader.api.groups.moveSession({ id: sessionId, version, ...place, roomId })
  }
  return { county, hall, studio, id, groupId, leader, read, move }
}

const refuse = (county: TestCounty, { id, version }: Awaited<ReturnType<typeof aBooking>>) =>
  county.api.bookings.decide({ id, version, accept: false, reason: 'Dance class' })

describe('a session that moves', () => {
  test('into the room beside it still holds that room', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const creche = await aRoom(county, { name: 'Crèche', buildingId: hall.buildingId })
    const group = await aGroup(county, { roomId: hall.id, besideRoomIds: [creche.id] })
    const { id, version } = at(group.sessions, 0)
    await county.api.groups.moveSession({ id, version, ...there, roomId: creche.id })
    const day = await county.api.bookings.listBetween({ from: there.date, to: there.date })
    expect(day).toMatchObject([{ roomName: 'Crèche', status: 'confirmed' }])
    await expect(aBooking(county, creche.id, { date: there.date })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  test('into a room that somebody has to approve is asked for, as when its booking moves', async () => {
    const { read, move } = await aSessionAndAStudio()
    await move()
    expect(await read()).toMatchObject({ status: 'requested', roomName: 'Studio', expiresOn: '2026-11-25' })
  })

  test('within such a room, once it was agreed, is asked for again', async () => {
    const { county, read, move, studio } = await aSessionAndAStudio()
    await move()
    const { id, version } = await read()
    await county.api.bookings.decide({ id, version, accept: true })
    await move(studio.id, { ...wednesday, date: '2026-11-26' })
    expect(await read()).toMatchObject({ status: 'requested', startsAt: '2026-11-26T10:00' })
  })

  test('after its room was refused holds the room that it moves to', async () => {
    const { county, hall, read, move } = await aSessionAndAStudio()
    await move()
    await refuse(county, await read())
    await move(hall.id)
    expect(await read()).toMatchObject({ status: 'confirmed', roomName: 'Hall', cancelledReason: null })
  })

  test('after its room was refused does not take a room that others have', async () => {
    const { county, hall, read, move } = await aSessionAndAStudio()
    await move()
    await refuse(county, await read())
    await aBooking(county, hall.id, { date: wednesday.date })
    await expect(move(hall.id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

test('a session added in a room that somebody has to approve is asked for', async () => {
  const { county, groupId, leader, studio } = await aSessionAndAStudio()
  await leader.api.groups.addSession({ groupId, ...wednesday, roomId: studio.id })
  const day = { from: wednesday.date, to: wednesday.date }
  expect(await county.api.bookings.listBetween(day)).toMatchObject([
    { status: 'requested', roomName: 'Studio' },
  ])
})
