import { describe, expect, test } from 'vitest'
import { groupId } from '../../../shared/ids.ts'
import { aPerson } from '../../support/people-factories.ts'
import { aBuilding, aRoom } from '../../support/booking-factories.ts'
import { aGroup, aProgramme, aRoomElsewhere, aWorker } from '../../support/group-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aMark, theMarkCodes } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** Sessions on Tuesdays 17 November, 24 November and 1 December; today is Monday 23 November. */
const halfway = (county: TestCounty) => aGroup(county, { firstDate: '2026-11-17' })

describe('the list of groups', () => {
  test('says how far each group is', async () => {
    const county = await aCounty()
    await halfway(county)
    expect(await county.api.groups.list({})).toEqual([
      expect.objectContaining({
        status: 'running',
        sessionCount: 3,
        registersDone: 0,
        registersDue: 1,
        nextSessionAt: '2026-11-24T10:00',
      }),
    ])
  })

  test('puts the group that meets next first, and ended groups last', async () => {
    const county = await aCounty()
    const room = async () => (await aRoomElsewhere(county)).id
    const programme = await aProgramme(county)
    const plan = async (name: string, firstDate: string) =>
      aGroup(county, { name, firstDate, roomId: await room(), programmeId: programme.id })
    await plan('Ended', '2026-01-06')
    await plan('Later', '2027-01-05')
    await plan('Next', '2026-11-24')
    expect((await county.api.groups.list({})).map((row) => row.name)).toEqual(['Next', 'Later', 'Ended'])
  })

  test('can be narrowed to statuses and to a building', async () => {
    const county = await aCounty()
    const building = await aBuilding(county, 'Oadby')
    const room = await aRoom(county, { buildingId: building.id })
    const programme = await aProgramme(county)
    await aGroup(county, { name: 'Planned', roomId: room.id, programmeId: programme.id })
    await aGroup(county, { name: 'Ended', firstDate: '2026-01-06', programmeId: programme.id })
    const names = async (input: Parameters<typeof county.api.groups.list>[0]) =>
      (await county.api.groups.list(input)).map((row) => row.name)
    expect(await names({ status: ['planned', 'running'] })).toEqual(['Planned'])
    expect(await names({ status: ['finished'] })).toEqual(['Ended'])
    expect(await names({ buildingId: building.id })).toEqual(['Planned'])
    expect(await names({ status: ['cancelled'] })).toEqual([])
  })

  test('names a sensitive group as on its door to those who may not see people, in lists, on its page and in search', async () => {
    const county = await aCounty()
    const programme = await aProgramme(county, { name: 'Safe steps', publicTitle: 'Family group', sensitive: true, colour: 'plum' }) // prettier-ignore
    const { id } = await aGroup(county, { name: 'Safe steps, Oadby', publicTitle: 'Thursday group', programmeId: programme.id }) // prettier-ignore
    const facilities = await county.as('facilities')
    const seen = [
      await facilities.groups.list({}),
      await facilities.groups.get({ id }),
      await facilities.search.everything({ text: 'thursday' }),
      await facilities.search.everything({ text: 'safe' }),
    ]
    expect(JSON.stringify(seen)).not.toMatch(/safe|plum/i)
    expect(seen[1]).toMatchObject({ name: 'Thursday group', programmeName: 'Thursday group' })
    const assistant = await county.as('assistant')
    expect(await assistant.groups.list({})).toMatchObject([{ name: 'Safe steps, Oadby', colour: 'plum' }])
    expect(await assistant.search.everything({ text: 'safe' })).toHaveLength(1)
  })

  test('names a group that is not sensitive to everybody', async () => {
    const county = await aCounty()
    await aGroup(county, { name: 'Kites, Oadby' })
    expect(await (await county.as('facilities')).groups.list({})).toMatchObject([{ name: 'Kites, Oadby' }])
  })

  test('counts those enrolled today, in families where a place is a family', async () => {
    const county = await aCounty()
    const programme = await aProgramme(county, { placeKind: 'family' })
    const group = await aGroup(county, { programmeId: programme.id })
    const mia = await aPerson(county, { family: { kind: 'new', name: 'Patel' } })
    const leo = await aPerson(county, {
      firstName: 'Leo',
      dateOfBirth: '2012-01-01',
      family: mia.familyId ? { kind: 'existing', id: mia.familyId } : { kind: 'none' },
    })
    const later = await aPerson(county, { firstName: 'Kai', lastName: 'Wood', dateOfBirth: '2011-01-01' })
    await enrol(county, group.id, mia.id)
    await enrol(county, group.id, leo.id)
    await enrol(county, group.id, later.id, '2026-12-01')
    expect((await county.api.groups.get({ id: group.id })).enrolled).toBe(1)
  })
})

describe('one group', () => {
  test('says who was expected at each session and who came', async () => {
    const county = await aCounty()
    await theMarkCodes(county)
    const group = await halfway(county)
    const [mia, leo] = [
      await aPerson(county),
      await aPerson(county, { firstName: 'Leo', lastName: 'Wood', dateOfBirth: '2012-01-01' }),
    ]
    await enrol(county, group.id, mia.id, '2026-11-01')
    await enrol(county, group.id, leo.id, '2026-11-20')
    await aMark(county, at(group.sessions, 0).id, mia.id, 'P')
    const { sessions } = await county.api.groups.get({ id: group.id })
    expect(sessions.map((one) => [one.expected, one.attended, one.registerState])).toEqual([
      [1, 1, 'started'],
      [2, 0, 'not-due'],
      [2, 0, 'not-due'],
    ])
  })

  test('that is not there is said in words', async () => {
    const county = await aCounty()
    const group = await halfway(county)
    await expect(county.api.groups.get({ id: groupId.parse(group.programmeId) })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('This group could not be found'),
    })
  })
})

describe('changing a group', () => {
  test('changes its names, places and leaders, and the title on its rooms', async () => {
    const county = await aCounty()
    const jo = await aWorker(county)
    const amir = await aWorker(county, 'Amir Khan', 'youth-justice')
    const group = await aGroup(county, { facilitatorIds: [jo.id] })
    const changed = await county.api.groups.update({
      id: group.id,
      version: group.version,
      name: 'New name',
      publicTitle: 'Quiet title',
      capacity: null,
      facilitatorIds: [amir.id],
    })
    expect(changed).toMatchObject({ name: 'New name', capacity: null, facilitators: [{ name: 'Amir Khan' }] })
    const [booking] = await county.api.bookings.listBetween({ from: '2026-12-01', to: '2026-12-01' })
    expect(booking?.title).toBe('Quiet title')
  })

  test('is refused when somebody else changed it meanwhile', async () => {
    const county = await aCounty()
    const { id, version } = await aGroup(county)
    const change = { id, version, name: 'A', publicTitle: 'B', facilitatorIds: [] }
    await county.api.groups.update(change)
    await expect(county.api.groups.update(change)).rejects.toMatchObject({ code: 'CHANGED' })
  })

  test('keeps somebody who has left the service, and does not take on another who has', async () => {
    const county = await aCounty()
    const jo = await aWorker(county)
    const group = await aGroup(county, { facilitatorIds: [jo.id] })
    await county.api.staff.update({ id: jo.id, name: jo.name, stream: jo.stream, version: jo.version, archived: true }) // prettier-ignore
    const change = { id: group.id, version: group.version, name: 'A', publicTitle: 'B' }
    const kept = await county.api.groups.update({ ...change, facilitatorIds: [jo.id] })
    expect(kept.facilitators).toHaveLength(1)
    const without = await county.api.groups.update({ ...change, version: kept.version, facilitatorIds: [] })
    await expect(
      county.api.groups.update({ ...change, version: without.version, facilitatorIds: [jo.id] }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('cancelling a group', () => {
  test('frees the rooms to come, and keeps what has happened', async () => {
    const county = await aCounty()
    const group = await halfway(county)
    const { id, version } = group
    const cancelled = await county.api.groups.cancel({ id, version, reason: 'Too few people' })
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      cancelledReason: 'Too few people',
      nextSessionAt: null,
    })
    expect(cancelled.sessions.map((one) => [one.startsAt, one.registerState, one.reason])).toEqual([
      ['2026-11-17T10:00', 'due', null],
      ['2026-11-24T10:00', 'did-not-run', 'Too few people'],
      ['2026-12-01T10:00', 'did-not-run', 'Too few people'],
    ])
    const bookings = await county.api.bookings.listBetween({ from: '2026-11-01', to: '2026-12-31' })
    expect(bookings.map((one) => one.startsAt)).toEqual(['2026-11-17T10:00'])
    await expect(
      county.api.groups.cancel({ id, version: cancelled.version, reason: 'Again' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('keeps a session to come that somebody has marked already', async () => {
    const county = await aCounty()
    await theMarkCodes(county)
    const group = await halfway(county)
    const mia = await aPerson(county)
    await enrol(county, group.id, mia.id)
    await aMark(county, at(group.sessions, 1).id, mia.id, 'N')
    const cancelled = await county.api.groups.cancel({ id: group.id, version: group.version, reason: 'Ill' })
    expect(cancelled.sessions.map((one) => one.registerState)).toEqual(['due', 'not-due', 'did-not-run'])
  })
})
