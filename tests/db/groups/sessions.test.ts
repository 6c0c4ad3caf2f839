import { describe, expect, test } from 'vitest'
import type { Session } from '../../../shared/groups/groups.contract.ts'
import type { RoomId } from '../../../shared/ids.ts'
import { aBooking, aRoom } from '../../support/booking-factories.ts'
import { aGroup, aRoomElsewhere } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** Sessions on Tuesdays 17 November, 24 November and 1 December; today is Monday 23 November. */
async function halfway(county: TestCounty) {
  const hall = await aRoom(county)
  const group = await aGroup(county, { roomId: hall.id, firstDate: '2026-11-17' })
  return { hall, group, first: at(group.sessions, 0), second: at(group.sessions, 1) }
}

const toThursday = ({ id, version }: Session, roomId: RoomId) => ({
  id,
  version,
  date: '2026-11-26',
  startTime: '13:00',
  endTime: '15:00',
  roomId,
})

describe('moving a session', () => {
  test('takes its booking along, and both stay the same thing', async () => {
    const county = await aCounty()
    const { second, hall } = await halfway(county)
    const room2 = await aRoom(county, { name: 'Room 2', buildingId: hall.buildingId, cleardownMinutes: 15 })
    const moved = await county.api.groups.moveSession(toThursday(second, room2.id))
    expect(moved).toMatchObject({
      id: second.id,
      bookingId: second.bookingId,
      number: 2,
      startsAt: '2026-11-26T13:00',
      roomName: 'Room 2',
      changedByHand: true,
    })
    const [booking] = await county.api.bookings.listBetween({ from: '2026-11-26', to: '2026-11-26' })
    expect(booking).toMatchObject({ id: second.bookingId, heldUntil: '2026-11-26T15:15' })
  })

  test('keeps its marks', async () => {
    const county = await aCounty()
    const { group, first, hall } = await halfway(county)
    const mia = await aPerson(county)
    await enrol(county, group.id, mia.id)
    await county.api.registers.mark({ sessionId: first.id, personId: mia.id, code: 'P' })
    const moved = await county.api.groups.moveSession({ ...toThursday(first, hall.id), date: '2026-11-19' })
    expect(moved).toMatchObject({ id: first.id, attended: 1, registerState: 'started' })
  })

  test('to a room that is taken is refused with the name of who has it, and nothing moves', async () => {
    const county = await aCounty()
    const { second, hall, group } = await halfway(county)
    await aBooking(county, hall.id, { date: '2026-11-26', from: '14:59', to: '16:00' })
    await expect(county.api.groups.moveSession(toThursday(second, hall.id))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Hall is taken from 2:59pm to 4pm by Baby massage'),
      details: { obstacles: [{ title: 'Baby massage' }] },
    })
    expect((await county.api.groups.get({ id: group.id })).sessions[1]).toEqual(second)
  })

  test('over its own old time is no clash', async () => {
    const county = await aCounty()
    const { second, hall } = await halfway(county)
    const input = { ...toThursday(second, hall.id), date: '2026-11-24', startTime: '11:00', endTime: '13:00' }
    expect(await county.api.groups.moveSession(input)).toMatchObject({ startsAt: '2026-11-24T11:00' })
  })

  test('onto another session of the group is refused', async () => {
    const county = await aCounty()
    const { second } = await halfway(county)
    const elsewhere = await aRoomElsewhere(county)
    const input = {
      ...toThursday(second, elsewhere.id),
      date: '2026-12-01',
      startTime: '11:59',
      endTime: '13:00',
    }
    await expect(county.api.groups.moveSession(input)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('already meets on Tuesday 1 December 2026'),
    })
    expect(await county.api.groups.moveSession({ ...input, startTime: '12:00' })).toMatchObject({ number: 3 })
  })

  test('is refused once its register is complete, and when it changed meanwhile', async () => {
    const county = await aCounty()
    const { group, first, second, hall } = await halfway(county)
    const mia = await aPerson(county)
    await enrol(county, group.id, mia.id)
    await county.api.registers.markRest({ sessionId: first.id, code: 'P' })
    await county.api.registers.complete({ sessionId: first.id })
    const { sessions } = await county.api.groups.get({ id: group.id })
    await expect(
      county.api.groups.moveSession({ ...toThursday(at(sessions, 0), hall.id), date: '2026-11-19' }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Reopen the register first'),
    })
    await county.api.groups.moveSession(toThursday(second, hall.id))
    await expect(county.api.groups.moveSession(toThursday(second, hall.id))).rejects.toMatchObject({
      code: 'CHANGED',
    })
  })
})

describe('adding a session', () => {
  test('numbers it by its time, with its room', async () => {
    const county = await aCounty()
    const { group, hall } = await halfway(county)
    const times = { date: '2026-11-20', startTime: '10:00', endTime: '12:00' }
    const added = await county.api.groups.addSession({ groupId: group.id, roomId: hall.id, ...times })
    expect(added).toMatchObject({ number: 2, roomName: 'Hall', registerState: 'due', changedByHand: true })
  })

  test('is refused in a group that was cancelled', async () => {
    const county = await aCounty()
    const { group, hall } = await halfway(county)
    await county.api.groups.cancel({ id: group.id, version: group.version, reason: 'Too few' })
    const times = { date: '2026-11-20', startTime: '10:00', endTime: '12:00' }
    await expect(
      county.api.groups.addSession({ groupId: group.id, roomId: hall.id, ...times }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('a session that did not run', () => {
  test('frees its room, loses its number and keeps its reason', async () => {
    const county = await aCounty()
    const { group, second, hall } = await halfway(county)
    const off = await county.api.groups.cancelSession({
      id: second.id,
      version: second.version,
      reason: 'Snow',
    })
    expect(off).toMatchObject({ number: null, registerState: 'did-not-run', reason: 'Snow', roomId: null })
    const { sessions, sessionCount } = await county.api.groups.get({ id: group.id })
    expect(sessions.map((one) => one.number)).toEqual([1, null, 2])
    expect(sessionCount).toBe(2)
    await aBooking(county, hall.id, { date: '2026-11-24' })
  })

  test('is refused once its register is complete', async () => {
    const county = await aCounty()
    const { group, first } = await halfway(county)
    const mia = await aPerson(county)
    await enrol(county, group.id, mia.id)
    await county.api.registers.markRest({ sessionId: first.id, code: 'N' })
    await county.api.registers.complete({ sessionId: first.id })
    const done = at((await county.api.groups.get({ id: group.id })).sessions, 0)
    await expect(
      county.api.groups.cancelSession({ id: done.id, version: done.version, reason: 'Snow' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
