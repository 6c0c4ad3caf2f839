import { describe, expect, test } from 'vitest'
import type { StaffId } from '../../../shared/ids.ts'
import { aBooking, aBuilding, aRoom } from '../../support/booking-factories.ts'
import { aGroup, aProgramme, aRoomElsewhere, aWorker, theTerms } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aRun, tuesdays } from '../../support/series-factories.ts'
import { after } from '../../support/series-rules.ts'
import { aCounty, clientFor, PASSPHRASE, type TestCounty } from '../../support/test-county.ts'

/** Somebody who is signed in as a member of staff. */
async function signedInAs(county: TestCounty, staffId: StaffId | null) {
  const name = `Facilitator ${staffId ?? 'of no group'}`
  await county.api.users.create({
    name,
    passphrase: PASSPHRASE,
    role: 'facilitator',
    staffId,
  })
  const api = clientFor(county.host, county.host.openSession({ take: () => null }))
  await api.users.signIn({ name, passphrase: PASSPHRASE })
  return api
}

const kinds = async (county: Pick<TestCounty, 'api'>) =>
  (await county.api.today.overview({})).needs.map((need) => need.kind)

describe('rooms now and next', () => {
  test('a room says what is in it and what follows, from the minute it starts to the minute it ends', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await aBooking(county, hall.id, { date: '2026-11-23', from: '09:00', to: '10:00', title: 'Weaning' })
    await aBooking(county, hall.id, { date: '2026-11-23', from: '10:00', to: '11:00', title: 'Massage' })
    const titles = async (now: string) => {
      county.setNow(now)
      const [room] = (await county.api.today.overview({})).rooms
      return [room?.now?.title, room?.next?.title]
    }
    expect(await titles('2026-11-23T08:59:00.000Z')).toEqual([undefined, 'Weaning'])
    expect(await titles('2026-11-23T09:00:00.000Z')).toEqual(['Weaning', 'Massage'])
    expect(await titles('2026-11-23T10:00:00.000Z')).toEqual(['Massage', undefined])
    expect(await titles('2026-11-23T11:00:00.000Z')).toEqual([undefined, undefined])
  })

  test('half a hall is in use while the whole hall is, and rooms in use come first', async () => {
    const county = await aCounty()
    const building = await aBuilding(county)
    await aRoom(county, { name: 'Art room', buildingId: building.id })
    const hall = await aRoom(county, { buildingId: building.id })
    await aRoom(county, { name: 'Hall, left half', buildingId: building.id, partOfId: hall.id })
    await aBooking(county, hall.id, { date: '2026-11-23', from: '09:00', to: '10:00' })
    const { rooms } = await county.api.today.overview({})
    expect(rooms.map((room) => [room.roomName, room.now?.title])).toEqual([
      ['Hall', 'Baby massage'],
      ['Hall, left half', 'Baby massage'],
      ['Art room', undefined],
    ])
  })

  test('another building, a cancelled booking and tomorrow are left out', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const other = await aRoomElsewhere(county)
    const { id, version } = await aBooking(county, hall.id, { date: '2026-11-23' })
    await county.api.bookings.cancel({ id, version, reason: 'Ill' })
    await aBooking(county, hall.id, { date: '2026-11-24' })
    await aBooking(county, other.id, { date: '2026-11-23' })
    const { rooms } = await county.api.today.overview({ buildingId: hall.buildingId })
    expect(rooms).toEqual([expect.objectContaining({ roomName: 'Hall', now: null, next: null })])
  })
})

describe('registers', () => {
  test('todays sessions are there, and older ones until their register is complete', async () => {
    const county = await aCounty()
    const group = await aGroup(county, { firstDate: '2026-11-09', weekday: 1 })
    const mia = await aPerson(county)
    await enrol(county, group.id, mia.id)
    await county.api.registers.mark({ sessionId: at(group.sessions, 0).id, personId: mia.id, code: 'P' })
    await county.api.registers.complete({ sessionId: at(group.sessions, 0).id })
    const { registers } = await county.api.today.overview({})
    expect(registers.map((one) => [one.startsAt, one.state, one.overdue, one.marked, one.expected])).toEqual([
      ['2026-11-16T10:00', 'due', true, 0, 1],
      ['2026-11-23T10:00', 'due', false, 0, 1],
    ])
  })

  test('a session that did not run is not owed', async () => {
    const county = await aCounty()
    const group = await aGroup(county, { firstDate: '2026-11-16', weekday: 1, sessions: 1 })
    const { id, version } = at(group.sessions, 0)
    await county.api.groups.cancelSession({ id, version, reason: 'Snow' })
    expect((await county.api.today.overview({})).registers).toEqual([])
  })

  test('facilitators see only the groups they lead, and others all of them', async () => {
    const county = await aCounty()
    const jo = await aWorker(county)
    const plan = { firstDate: '2026-11-23', weekday: 1, sessions: 1 }
    const programme = await aProgramme(county)
    await aGroup(county, { ...plan, name: 'Hers', facilitatorIds: [jo.id], programmeId: programme.id })
    await aGroup(county, { ...plan, name: 'Not hers', programmeId: programme.id })
    const names = async (api: TestCounty['api']) =>
      (await api.today.overview({})).registers.map((one) => one.groupName)
    expect(await names(await signedInAs(county, jo.id))).toEqual(['Hers'])
    expect(await names(await signedInAs(county, null))).toEqual([])
    expect(await names(county.api)).toHaveLength(2)
    expect(await names(await county.as('facilities'))).toEqual([])
  })
})

describe('what waits', () => {
  test('a run of bookings that ends within two weeks is for whoever booked it to carry on', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await county.api.series.book(aRun([hall.id], { rule: tuesdays({ ends: after(2) }), people: 8 }))
    const ending = async (api = county.api) =>
      (await api.today.overview({})).needs.filter((need) => need.kind === 'ending-soon')
    // Its last date is 8 December: fifteen days away on 23 November.
    expect(await ending()).toEqual([])
    county.setNow('2026-11-24T09:00:00.000Z')
    expect(await ending()).toEqual([
      {
        kind: 'ending-soon',
        title: 'Midwives ends on Tue 8 Dec',
        detail: 'No booking of Hall follows it.',
        action: 'Find a room for more',
        to: `/rooms?find=${encodeURIComponent('A room for 8 people on Tuesdays from 10am to midday for 2 times from 15 December 2026')}`, // prettier-ignore
      },
    ])
    expect(await ending(await county.as('assistant'))).toEqual([])
    await county.api.series.book(aRun([hall.id], { rule: tuesdays({ firstDate: '2026-12-15' }) }))
    expect(await ending()).toEqual([])
  })

  test('a group that ends within two weeks, and that no other follows, can be planned again', async () => {
    const county = await aCounty()
    const programme = await aProgramme(county, { name: 'Wednesday play' })
    const { id: roomId } = await aRoomElsewhere(county)
    const plan = { programmeId: programme.id, roomId }
    const group = await aGroup(county, {
      ...plan,
      firstDate: '2026-11-25',
      weekday: 3,
      sessions: 2,
      name: 'Wednesdays',
    })
    const ending = async () =>
      (await county.api.today.overview({})).needs.filter((need) => need.kind === 'ending-soon')
    // Its last session is on 2 December, nine days away; the one of Tuesdays ends in 15 days.
    await aGroup(county, { firstDate: '2026-12-01', weekday: 2, sessions: 2, name: 'Tuesdays' })
    expect(await ending()).toEqual([
      {
        kind: 'ending-soon',
        title: 'Wednesdays ends on Wed 2 Dec',
        detail: expect.stringContaining('No group is planned to follow it'),
        action: 'Plan it again',
        to: `/groups/new?again=${group.id}`,
      },
    ])
    await aGroup(county, { ...plan, firstDate: '2027-01-06', weekday: 3, sessions: 2, name: 'Wednesdays, spring' }) // prettier-ignore
    expect(await ending()).toEqual([])
  })

  test('a new county waits for nothing but term dates', async () => {
    const county = await aCounty()
    const today = await county.api.today.overview({})
    expect(today).toMatchObject({ date: '2026-11-23', now: '2026-11-23T09:00', hasBuildings: false, hasGroups: false }) // prettier-ignore
    expect(today.needs).toEqual([
      expect.objectContaining({ kind: 'no-term-dates', title: 'No term dates are set' }),
    ])
  })

  test('terms that end within two months are too few', async () => {
    const county = await aCounty()
    await theTerms(county)
    expect(at((await county.api.today.overview({})).needs, 0).title).toBe(
      'No term dates are set after 18 December 2026',
    )
    await county.api.settings.createTerm({ name: 'Spring', startsOn: '2027-01-05', endsOn: '2027-03-26' })
    expect(await kinds(county)).toEqual([])
  })

  test('overdue registers are counted, with the way to the oldest', async () => {
    const county = await aCounty()
    const group = await aGroup(county, { firstDate: '2026-11-09', weekday: 1 })
    expect((await county.api.today.overview({})).needs).toContainEqual({
      kind: 'registers-overdue',
      title: '2 registers overdue',
      detail: 'The oldest is Kite flyers, winter, Mon 9 Nov at 10am.',
      action: 'Take the oldest',
      to: `/registers/${at(group.sessions, 0).id}`,
    })
  })

  test('a group without leaders, with one side only, or without people two weeks before it starts', async () => {
    const county = await aCounty()
    const jo = await aWorker(county)
    const amir = await aWorker(county, 'Amir Khan', 'youth-justice')
    const group = await aGroup(county, { firstDate: '2026-12-01' })
    const { id, name, publicTitle } = group
    const lead = async (facilitatorIds: (typeof jo.id)[], version: number) =>
      county.api.groups.update({ id, name, publicTitle, version, facilitatorIds })
    expect(await kinds(county)).toEqual(['no-people', 'no-facilitator', 'no-term-dates'])
    const one = await lead([jo.id], group.version)
    expect(await kinds(county)).toEqual(['no-people', 'one-stream', 'no-term-dates'])
    await lead([jo.id, amir.id], one.version)
    const mia = await aPerson(county)
    await enrol(county, id, mia.id, '2026-12-01')
    expect(await kinds(county)).toEqual(['no-term-dates'])
  })

  test('a group that starts in more than two weeks may still be empty', async () => {
    const county = await aCounty()
    const programme = await aProgramme(county, { coDelivered: false })
    const jo = await aWorker(county)
    const plan = { programmeId: programme.id, facilitatorIds: [jo.id], weekday: 1, sessions: 1 }
    await aGroup(county, { ...plan, firstDate: '2026-12-14' })
    expect(await kinds(county)).not.toContain('no-people')
    await aGroup(county, { ...plan, firstDate: '2026-12-07' })
    expect(await kinds(county)).toContain('no-people')
  })

  test('people added at the door wait to be checked, for those who may', async () => {
    const county = await aCounty()
    const group = await aGroup(county, { firstDate: '2026-11-23', weekday: 1, sessions: 1 })
    const person = { firstName: 'Ana', lastName: 'Silva' }
    await county.api.registers.addWalkIn({
      sessionId: at(group.sessions, 0).id,
      who: { kind: 'new', person },
    })
    expect((await county.api.today.overview({})).needs).toContainEqual(
      expect.objectContaining({ kind: 'provisional-people', title: '1 person added at the door' }),
    )
    expect(await kinds({ api: await county.as('facilities') })).toEqual(['no-term-dates'])
  })

  test('after measures are asked for when a group has ended and only the before is there', async () => {
    const county = await aCounty()
    const measure = await county.api.outcomes.createMeasure({
      name: 'Confidence',
      kind: 'scale',
      minimum: 0,
      maximum: 10,
      wholeNumbers: true,
      direction: 'higher-is-better',
      goalLimit: 0,
    })
    const programme = await aProgramme(county, {
      measures: [{ measureId: measure.id, timePoints: ['before', 'after'] }],
    })
    const group = await aGroup(county, { programmeId: programme.id, firstDate: '2026-11-03' })
    const mia = await aPerson(county)
    await enrol(county, group.id, mia.id)
    const record = (timePoint: 'before' | 'after', takenOn: string) =>
      county.api.outcomes.setReading({ groupId: group.id, personId: mia.id, measureId: measure.id, timePoint, item: 0, value: 4, takenOn }) // prettier-ignore
    await record('before', '2026-11-03')
    expect(await kinds(county)).toContain('after-measures-missing')
    await record('after', '2026-11-17')
    expect(await kinds(county)).not.toContain('after-measures-missing')
  })
})

describe('a screen that a visitor can read', () => {
  test('calls a sensitive group by its public title, and any other by its name', async () => {
    const county = await aCounty()
    const sensitive = await aProgramme(county, { sensitive: true })
    const named = async (programmeId: typeof sensitive.id, name: string, publicTitle: string) => {
      const room = await aRoomElsewhere(county)
      return aGroup(county, {
        programmeId,
        roomId: room.id,
        name,
        publicTitle,
        firstDate: '2026-11-23',
        weekday: 1,
        sessions: 1,
      })
    }
    await named(sensitive.id, 'Feeling Safe, Wigston', 'Junior activity group')
    await named(
      (await aProgramme(county, { name: 'Bounce Back 2' })).id,
      'Bounce Back, Wigston',
      'Bounce Back',
    )
    const { registers, needs } = await county.api.today.overview({})
    expect(registers.map((row) => row.groupName).toSorted()).toEqual([
      'Bounce Back, Wigston',
      'Junior activity group',
    ])
    expect(JSON.stringify(needs)).not.toContain('Feeling Safe')
    expect(JSON.stringify(needs)).toContain('Junior activity group')
  })
})
