import { describe, expect, test } from 'vitest'
import { aBooking, aBuilding, aLedSession, aRoom } from '../../support/booking-factories.ts'
import { aGroup, aPlan, aProgramme, ruleOf } from '../../support/group-factories.ts'
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

describe('the page of a group', () => {
  test('names a room that is only asked for, and says so until it is agreed', async () => {
    const { county, groupId, read, move } = await aSessionAndAStudio()
    const seen = async () => at((await county.api.groups.get({ id: groupId })).sessions, 0)
    expect(await seen()).toMatchObject({ roomName: 'Hall', roomAskedFor: false })
    await move()
    const { id, version } = await read()
    expect(await seen()).toMatchObject({ roomName: 'Studio', roomAskedFor: true, bookingId: id })
    await county.api.bookings.decide({ id, version, accept: true })
    expect(await seen()).toMatchObject({ roomName: 'Studio', roomAskedFor: false })
  })

  test('names no room that was refused, or asked for until its day was over', async () => {
    const { county, groupId, read, move } = await aSessionAndAStudio()
    const seen = async () => at((await county.api.groups.get({ id: groupId })).sessions, 0)
    await move()
    county.setNow('2026-11-25T23:00:00Z')
    expect(await seen()).toMatchObject({ roomName: 'Studio', roomAskedFor: true })
    county.setNow('2026-11-26T09:00:00Z')
    expect(await seen()).toMatchObject({ roomName: null, roomAskedFor: false, bookingId: null })
    county.setNow('2026-11-24T09:00:00Z')
    await refuse(county, await read())
    expect(await seen()).toMatchObject({ roomName: null, roomAskedFor: false, bookingId: null })
  })

  test('names the rooms held beside a session', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const creche = await aRoom(county, { name: 'Crèche', buildingId: hall.buildingId })
    const group = await aGroup(county, { roomId: hall.id, besideRoomIds: [creche.id] })
    expect(at(group.sessions, 0)).toMatchObject({ roomName: 'Hall', besideRooms: ['Crèche'] })
  })
})

describe('planning in a room that somebody has to approve', () => {
  async function planning() {
    const county = await aCounty()
    const { id: buildingId } = await aBuilding(county)
    const studio = await county.api.buildings.createRoom({ buildingId, name: 'Studio', setupMinutes: 0, cleardownMinutes: 0, needsApproval: true }) // prettier-ignore
    const programme = await aProgramme(county, { coDelivered: false })
    const jo = await county.api.staff.create({ name: 'Jo Price', stream: 'family' })
    const rule = ruleOf(aPlan(programme.id, studio.id, { facilitatorIds: [jo.id] }))
    const api = await county.as('facilitator', { staffId: jo.id })
    return { county, rule, api }
  }

  test('says before anything is saved that it is only asked for', async () => {
    const { rule, api } = await planning()
    expect((await api.groups.previewPlan(rule)).warnings).toContain(
      'Studio is asked for on 3 dates, not booked: somebody who books rooms in Wigston Magna has to say yes, and until then no room is held.',
    )
  })

  test('says nothing of it to somebody who looks after the building', async () => {
    const { county, rule } = await planning()
    const { warnings } = await county.api.groups.previewPlan(rule)
    expect(warnings.filter((said) => said.includes('asked for'))).toEqual([])
  })
})
