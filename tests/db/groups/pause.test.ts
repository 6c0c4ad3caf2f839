import { describe, expect, test } from 'vitest'
import type { Group } from '../../../shared/groups/groups.contract.ts'
import { aBooking, aRoom } from '../../support/booking-factories.ts'
import { aGroup, aWorker } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** Tuesdays from 17 November to 8 December; today is Monday 23 November. */
async function running(county: TestCounty) {
  const hall = await aRoom(county)
  const group = await aGroup(county, { roomId: hall.id, firstDate: '2026-11-17', sessions: 4 })
  return { hall, group }
}
const pause = ({ api }: TestCounty, { id, version }: Group, from = '2026-11-24') =>
  api.groups.pause({ id, version, from, reason: 'Staff ill' })
const states = ({ sessions }: Group) => sessions.map((one) => one.registerState)

describe('pausing a group', () => {
  test('takes out the sessions from that day with the reason, and frees their rooms; those before stay', async () => {
    const county = await aCounty()
    const { hall, group } = await running(county)
    const paused = await pause(county, group)
    expect(paused).toMatchObject({ pausedOn: '2026-11-24', pausedReason: 'Staff ill', sessionCount: 1 })
    expect(states(paused)).toEqual(['due', 'did-not-run', 'did-not-run', 'did-not-run'])
    expect(paused.sessions[1]).toMatchObject({ reason: 'Staff ill', paused: true, roomId: null })
    expect(await aBooking(county, hall.id, { date: '2026-11-24', from: '10:00', to: '12:00' })).toMatchObject({ status: 'confirmed' }) // prettier-ignore
  })

  test('makes it paused from that day, and not before', async () => {
    const county = await aCounty()
    const { group } = await running(county)
    expect(await pause(county, group)).toMatchObject({ status: 'running' })
    county.setNow('2026-11-24T08:00:00.000Z')
    expect(await county.api.groups.get({ id: group.id })).toMatchObject({ status: 'paused' })
    expect(await county.api.groups.list({ status: ['paused'] })).toHaveLength(1)
  })

  test('leaves a session that is marked already, and one whose apologies were sent does not stand in the way', async () => {
    const county = await aCounty()
    const { group } = await running(county)
    const mia = await aPerson(county)
    await enrol(county, group.id, mia.id)
    await county.api.registers.mark({ sessionId: at(group.sessions, 0).id, personId: mia.id, code: 'P' })
    await county.api.registers.mark({ sessionId: at(group.sessions, 1).id, personId: mia.id, code: 'A' })
    const paused = await pause(county, group, '2026-11-10')
    expect(states(paused)).toEqual(['started', 'did-not-run', 'did-not-run', 'did-not-run'])
  })

  test('is refused twice, of a cancelled group, and to a facilitator who does not lead it', async () => {
    const county = await aCounty()
    const { group } = await running(county)
    const jo = await aWorker(county)
    const facilitator = await county.as('facilitator', { staffId: jo.id })
    const from = { from: '2026-11-24', reason: 'Staff ill' }
    await expect(facilitator.groups.pause({ id: group.id, version: group.version, ...from })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
    const paused = await pause(county, group)
    await expect(pause(county, paused)).rejects.toMatchObject({ code: 'CONFLICT' })
    await county.api.groups.cancel({ id: group.id, version: paused.version, reason: 'No staff' })
    const gone = await county.api.groups.get({ id: group.id })
    await expect(pause(county, gone)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('resuming a group', () => {
  test('brings back the sessions from a day on with their rooms, and leaves those before it', async () => {
    const county = await aCounty()
    const { hall, group } = await running(county)
    const paused = await pause(county, group)
    const resumed = await county.api.groups.resume({
      id: group.id,
      version: paused.version,
      from: '2026-12-01',
    })
    expect(resumed).toMatchObject({
      back: 2,
      notBack: [],
      sentence: '2 sessions are back, with their rooms.',
    })
    expect(states(resumed.group)).toEqual(['due', 'did-not-run', 'not-due', 'not-due'])
    expect(resumed.group).toMatchObject({ pausedOn: null, pausedReason: null })
    expect(resumed.group.sessions[2]).toMatchObject({
      roomId: hall.id,
      paused: false,
      reason: null,
      changedByHand: false,
    })
  })

  test('names the sessions whose room was taken meanwhile, and by whom', async () => {
    const county = await aCounty()
    const { hall, group } = await running(county)
    const paused = await pause(county, group)
    await aBooking(county, hall.id, { date: '2026-12-01', from: '11:00', to: '13:00' })
    const resumed = await county.api.groups.resume({
      id: group.id,
      version: paused.version,
      from: '2026-11-24',
    })
    expect(resumed.back).toBe(2)
    expect(resumed.notBack).toEqual([
      {
        sessionId: at(group.sessions, 2).id,
        startsAt: '2026-12-01T10:00',
        because: expect.stringContaining('Baby massage'),
      },
    ])
    expect(resumed.sentence).toContain('Not back: Tue 1 Dec')
    expect(states(resumed.group)).toEqual(['due', 'not-due', 'did-not-run', 'not-due'])
  })

  test('brings back nothing that is over by now', async () => {
    const county = await aCounty()
    const { group } = await running(county)
    const paused = await pause(county, group)
    county.setNow('2026-12-02T09:00:00.000Z')
    const resumed = await county.api.groups.resume({
      id: group.id,
      version: paused.version,
      from: '2026-11-24',
    })
    expect(states(resumed.group)).toEqual(['due', 'did-not-run', 'did-not-run', 'not-due'])
  })

  test('of a group that is not paused is refused', async () => {
    const county = await aCounty()
    const { group } = await running(county)
    const resume = county.api.groups.resume({ id: group.id, version: group.version, from: '2026-11-24' })
    await expect(resume).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
