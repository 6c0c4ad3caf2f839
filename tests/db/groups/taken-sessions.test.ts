import { describe, expect, test } from 'vitest'
import type { Session } from '../../../shared/groups/groups.contract.ts'
import { aGroup, aProgramme, aRoomElsewhere } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

/** A group that meets today and on two Mondays after, with Mia in it. */
async function mondays() {
  const county = await aCounty()
  const group = await aGroup(county, { firstDate: '2026-11-23', weekday: 1 })
  const mia = await aPerson(county)
  await enrol(county, group.id, mia.id)
  const [today, next] = [at(group.sessions, 0), at(group.sessions, 1)]
  const mark = (session: Session, code: string) =>
    county.api.registers.mark({ sessionId: session.id, personId: mia.id, code })
  return { county, group, today, next, mark, elsewhere: await aRoomElsewhere(county) }
}

const bookingOf = ({ bookingId: id, bookingVersion: version }: Session) => {
  if (id === null || version === null) throw new Error('The session has no room.')
  return { id, version }
}

describe('a session that people are marked for', () => {
  test('did run, so it cannot be recorded as not run, by its group or by its booking', async () => {
    const { county, today, mark } = await mondays()
    await mark(today, 'L')
    const { id, version } = today
    const refused = { code: 'CONFLICT', message: expect.stringMatching(/^1 person is marked as having come/) }
    await expect(county.api.groups.cancelSession({ id, version, reason: 'Snow' })).rejects.toMatchObject(refused) // prettier-ignore
    await expect(county.api.bookings.cancel({ ...bookingOf(today), reason: 'Snow' })).rejects.toMatchObject(refused) // prettier-ignore
  })

  test('may be recorded as not run when all that is marked is who stayed away', async () => {
    const { county, today, mark } = await mondays()
    await mark(today, 'A')
    const { id, version } = today
    expect(await county.api.groups.cancelSession({ id, version, reason: 'Snow' })).toMatchObject({
      registerState: 'did-not-run',
    })
  })

  test('cannot be moved to a day to come, by its group or by its booking, but can be put right in the past', async () => {
    const { county, today, mark } = await mondays()
    await mark(today, 'P')
    const { id, version, roomId } = today
    if (roomId === null) throw new Error('The session has no room.')
    const times = { startTime: '14:00', endTime: '15:00' }
    const refused = { code: 'CONFLICT', message: expect.stringContaining('24 November 2026, which is still to come') } // prettier-ignore
    const move = (date: string) => county.api.groups.moveSession({ id, version, roomId, date, ...times })
    await expect(move('2026-11-24')).rejects.toMatchObject(refused)
    const there = { roomId, startsAt: '2026-11-24T14:00', endsAt: '2026-11-24T15:00' }
    await expect(county.api.bookings.move({ ...bookingOf(today), ...there })).rejects.toMatchObject(refused)
    expect(await move('2026-11-20')).toMatchObject({ startsAt: '2026-11-20T14:00', attended: 1 })
  })

  test('by apologies alone may still be moved ahead', async () => {
    const { county, next, mark } = await mondays()
    await mark(next, 'A')
    const { id, version, roomId } = next
    if (roomId === null) throw new Error('The session has no room.')
    const moved = await county.api.groups.moveSession({ id, version, roomId, date: '2026-12-03', startTime: '10:00', endTime: '12:00' }) // prettier-ignore
    expect(moved.startsAt).toBe('2026-12-03T10:00')
  })
})

test('cancelling a group frees the rooms of sessions to come even where apologies were sent ahead', async () => {
  const { county, group, next, mark } = await mondays()
  await mark(next, 'A')
  const { sessions } = await county.api.groups.cancel({ id: group.id, version: group.version, reason: 'Ill' })
  expect(sessions.map((one) => [one.registerState, one.roomId])).toEqual([
    ['did-not-run', null],
    ['did-not-run', null],
    ['did-not-run', null],
  ])
})

test('moving the booking of a session never makes its group meet twice at once', async () => {
  const { county, today, next, elsewhere } = await mondays()
  const move = (startsAt: string, endsAt: string) =>
    county.api.bookings.move({ ...bookingOf(next), roomId: elsewhere.id, startsAt, endsAt })
  await expect(move('2026-11-23T11:59', '2026-11-23T13:00')).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { sessionId: today.id },
  })
  expect(await move('2026-11-23T12:00', '2026-11-23T13:00')).toMatchObject({ startsAt: '2026-11-23T12:00' })
})

describe('heads that were counted', () => {
  async function counted(people: number) {
    const county = await aCounty()
    const { id: programmeId } = await aProgramme(county, { delivery: 'open' })
    const group = await aGroup(county, { programmeId, firstDate: '2026-11-17' })
    const { id: sessionId, version } = at(group.sessions, 0)
    await county.api.registers.setHeadcount({ sessionId, role: 'child', people })
    const cancel = () => county.api.groups.cancelSession({ id: sessionId, version, reason: 'No staff' })
    return { county, group, sessionId, cancel }
  }

  test('are people who came: the session ran, also for a pause that begins before it', async () => {
    const { county, group, cancel } = await counted(23)
    await expect(cancel()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('23 heads were counted at this session'),
    })
    const { id, version } = group
    const paused = await county.api.groups.pause({ id, version, from: '2026-11-16', reason: 'No staff' })
    expect(paused.sessions.map((one) => one.registerState === 'did-not-run')).toEqual([false, true, true])
  })

  test('of nobody are in nobody’s way', async () => {
    const { cancel } = await counted(0)
    expect(await cancel()).toMatchObject({ registerState: 'did-not-run' })
  })
})

describe('how a session met, once its register is complete', () => {
  async function complete() {
    const county = await aCounty()
    const { id: programmeId } = await aProgramme(county)
    const group = await aGroup(county, { programmeId, firstDate: '2026-11-17' })
    const { id: personId } = await aPerson(county)
    await enrol(county, group.id, personId)
    const { id: sessionId } = at(group.sessions, 0)
    await county.api.registers.mark({ sessionId, personId, code: 'P' })
    await county.api.registers.complete({ sessionId })
    const first = async () => at((await county.api.groups.get({ id: group.id })).sessions, 0)
    return { county, group, sessionId, first }
  }

  test('is not changed to materials that were sent, nor back: that would change who came', async () => {
    const { county, sessionId, first } = await complete()
    await expect(county.api.registers.setMode({ sessionId, mode: 'materials' })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    const { version } = await first()
    await expect(
      county.api.groups.describeSession({ id: sessionId, version, topic: null, mode: 'materials' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
    await county.api.registers.setMode({ sessionId, mode: 'online' })
    expect(await first()).toMatchObject({ attended: 1 })
    await county.api.registers.reopen({ sessionId })
    await county.api.registers.setMode({ sessionId, mode: 'materials' })
    expect(await first()).toMatchObject({ attended: 0 })
  })

  test('stays when its group meets otherwise from now on, and undo takes that back', async () => {
    const { county, group, first } = await complete()
    const { id, version, name, publicTitle, capacity } = await county.api.groups.get({ id: group.id })
    await county.api.groups.update({ id, version, name, publicTitle, capacity, facilitatorIds: [], mode: 'materials' }) // prettier-ignore
    const { sessions } = await county.api.groups.get({ id })
    expect(sessions.map((one) => one.mode)).toEqual(['in-person', null, null])
    expect(await first()).toMatchObject({ attended: 1 })
    const { undo } = await county.api.audit.nextUndo({})
    await county.api.audit.undo({ id: undo?.id ?? '' })
    expect(await first()).toMatchObject({ mode: null, attended: 1 })
  })
})
