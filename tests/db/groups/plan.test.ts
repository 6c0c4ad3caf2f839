import { describe, expect, test } from 'vitest'
import { aBooking, aBuilding, aRoom, undoOf } from '../../support/booking-factories.ts'
import { aGroup, aPlan, aProgramme, aWorker, theTerms, sentBack } from '../../support/group-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty } from '../../support/test-county.ts'
import { weekly, type Rule } from '../../../shared/series/rule.ts'

describe('planning a group', () => {
  test('makes its sessions, with their rooms held under the public title', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const jo = await aWorker(county)
    const group = await aGroup(county, {
      roomId: hall.id,
      facilitatorIds: [jo.id],
      name: 'Feeling Safe, winter',
      publicTitle: 'Tuesday group',
      capacity: 12,
    })
    expect(group).toMatchObject({
      name: 'Feeling Safe, winter',
      status: 'planned',
      pattern: 'Tuesdays, 10am to midday, every week',
      facilitators: [{ staffId: jo.id, name: 'Jo Price', stream: 'family' }],
      buildingName: 'Wigston Magna',
      firstDate: '2026-12-01',
      lastDate: '2026-12-15',
      nextSessionAt: '2026-12-01T10:00',
      sessionCount: 3,
      capacity: 12,
      enrolled: 0,
    })
    expect(group.sessions.map((one) => [one.number, one.startsAt, one.roomName, one.registerState])).toEqual([
      [1, '2026-12-01T10:00', 'Hall', 'not-due'],
      [2, '2026-12-08T10:00', 'Hall', 'not-due'],
      [3, '2026-12-15T10:00', 'Hall', 'not-due'],
    ])
    const bookings = await county.api.bookings.listBetween({ from: '2026-12-01', to: '2026-12-31' })
    expect(bookings.map((one) => [one.title, one.purpose, one.sessionId])).toEqual(
      group.sessions.map((one) => ['Tuesday group', 'session', one.id]),
    )
    expect(JSON.stringify(bookings)).not.toContain('Feeling Safe')
  })

  test('keeps what was left out with its reason, and what was changed by hand as such', async () => {
    const county = await aCounty()
    await theTerms(county)
    const group = await aGroup(county, {
      firstDate: '2026-10-13',
      termTimeOnly: true,
      edits: [
        { date: '2026-10-27', choice: 'skip' },
        { date: '2026-11-03', startTime: '13:00', endTime: '14:00' },
      ],
    })
    expect(group.skipped).toMatchObject([
      { date: '2026-10-20', reason: 'Half term' },
      { date: '2026-10-27', reason: 'Left out by hand' },
    ])
    expect(group.sessions.map((one) => [one.startsAt, one.changedByHand])).toEqual([
      ['2026-10-13T10:00', false],
      ['2026-11-03T13:00', true],
      ['2026-11-10T10:00', false],
    ])
  })

  test('is refused whole when a date clashes, with the rows that do', async () => {
    const county = await aCounty()
    const building = await aBuilding(county)
    const hall = await aRoom(county, { buildingId: building.id })
    const room2 = await aRoom(county, { name: 'Room 2', buildingId: building.id })
    const programme = await aProgramme(county)
    await aBooking(county, hall.id, { date: '2026-12-08', contact: 'Sam' })
    const refusal = await county.api.groups
      .plan(aPlan(programme.id, hall.id))
      .catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('On Tue 8 Dec Hall is taken from 10am to 11am by Baby massage (Sam).'),
      details: { rows: [{ date: '2026-12-08', otherRooms: [{ roomId: room2.id }] }] },
    })
    expect(await county.api.groups.list({})).toEqual([])
    const edits = [{ date: '2026-12-08', roomId: room2.id }]
    const group = await county.api.groups.plan(aPlan(programme.id, hall.id, { edits }))
    expect(group.sessions.map((one) => one.roomName)).toEqual(['Hall', 'Room 2', 'Hall'])
  })

  test('cannot use the same rule twice: the second would book over the first', async () => {
    const county = await aCounty()
    const group = await aGroup(county)
    const roomId = group.sessions[0]?.roomId ?? undefined
    await expect(aGroup(county, { programmeId: group.programmeId, ...(roomId && { roomId }) })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  })

  test('needs a programme that is offered and people who work here', async () => {
    const county = await aCounty()
    const jo = await aWorker(county)
    const { id, name, stream, version } = jo
    await county.api.staff.update({ id, name, stream, version, archived: true })
    await expect(aGroup(county, { facilitatorIds: [jo.id] })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Jo Price no longer works here'),
    })
    const programme = await aProgramme(county, { name: 'Old one' })
    await county.api.programmes.update({ ...sentBack(programme), retired: true })
    await expect(aGroup(county, { programmeId: programme.id })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('is undone in one step', async () => {
    const county = await aCounty()
    await aGroup(county)
    await (
      await undoOf(county)
    )()
    expect(await county.api.groups.list({})).toEqual([])
    expect(await county.api.bookings.listBetween({ from: '2026-12-01', to: '2026-12-31' })).toEqual([])
  })

  test('an assistant may see groups and not plan one', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const programme = await aProgramme(county)
    const assistant = await county.as('assistant')
    await expect(assistant.groups.plan(aPlan(programme.id, hall.id))).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
    expect(await assistant.groups.list({})).toEqual([])
  })
})

describe('planning by any rule', () => {
  const lastFridays: Rule = {
    ...weekly({ firstDate: '2026-12-01', weekday: 5, startTime: '13:00', endTime: '14:00', sessions: 3 }),
    repeats: { kind: 'month-weekday', every: 1, weekday: 5, nth: -1 },
  }

  test('the last Friday of the month leaves out Christmas Day, says so, and delivers as many', async () => {
    const county = await aCounty()
    const group = await aGroup(county, { rule: lastFridays })
    expect(group.pattern).toBe('The last Friday of the month, 1pm to 2pm, every month')
    expect(group.sessions.map((one) => one.startsAt.slice(0, 10))).toEqual(['2027-01-29', '2027-02-26', '2027-04-30']) // prettier-ignore
    expect(group.skipped.map((one) => [one.date, one.kind, one.reason])).toEqual([
      ['2026-12-25', 'bank-holiday', 'Christmas Day'],
      ['2027-03-26', 'bank-holiday', 'Good Friday'],
    ])
  })

  test('a room beside it is held on every date, as one booking, and cancelled with it', async () => {
    const county = await aCounty()
    const { id: buildingId } = await aBuilding(county)
    const hall = await aRoom(county, { buildingId })
    const creche = await aRoom(county, { buildingId, name: 'Crèche' })
    const group = await aGroup(county, { roomId: hall.id, besideRoomIds: [creche.id] })
    const listed = () => county.api.bookings.listBetween({ from: '2026-12-01', to: '2026-12-31' })
    expect((await listed()).map((one) => [one.roomName, one.sessionId !== null, one.leadId !== null])).toEqual(
      [0, 1, 2].flatMap(() => [['Hall', true, false], ['Crèche', true, true]]),
    ) // prettier-ignore
    expect(group.sessions).toHaveLength(3)
    await county.api.groups.cancel({ id: group.id, version: group.version, reason: 'Too few' })
    expect(await listed()).toEqual([])
  })

  test('a facilitator plans groups that they lead, and no others', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const [jo, amir] = [await aWorker(county), await aWorker(county, 'Amir Khan', 'youth-justice')]
    const programme = await aProgramme(county)
    const own = await county.as('facilitator', { staffId: jo.id })
    await expect(own.groups.plan(aPlan(programme.id, hall.id, { facilitatorIds: [amir.id] }))).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('Nothing was saved'),
    }) // prettier-ignore
    expect(await county.api.groups.list({})).toEqual([])
    const group = await own.groups.plan(aPlan(programme.id, hall.id, { facilitatorIds: [jo.id] }))
    expect(group.sessions.map((one) => one.roomName)).toEqual(['Hall', 'Hall', 'Hall'])
  })

  test('a facilitator asks for a room that somebody has to approve, each session until its day', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await putRows(county, (tx) => tx.updateTable('room').set({ needs_approval: 1 }).where('id', '=', hall.id).execute()) // prettier-ignore
    const jo = await aWorker(county)
    const programme = await aProgramme(county)
    const own = await county.as('facilitator', { staffId: jo.id })
    await own.groups.plan(aPlan(programme.id, hall.id, { facilitatorIds: [jo.id] }))
    const listed = await county.api.bookings.listBetween({ from: '2026-12-01', to: '2026-12-31' })
    expect(listed.map((one) => [one.status, one.expiresOn])).toEqual([
      ['requested', '2026-12-01'],
      ['requested', '2026-12-08'],
      ['requested', '2026-12-15'],
    ])
  })
})

describe('planning a group again', () => {
  test('has its programme, rooms, leaders, days and number, from the first such day of the next term', async () => {
    const county = await aCounty()
    await county.api.settings.createTerm({
      name: 'Spring term',
      startsOn: '2027-01-05',
      endsOn: '2027-03-25',
    })
    const { id: buildingId } = await aBuilding(county)
    const hall = await aRoom(county, { buildingId })
    const creche = await aRoom(county, { buildingId, name: 'Crèche' })
    const jo = await aWorker(county)
    const group = await aGroup(county, { roomId: hall.id, besideRoomIds: [creche.id], facilitatorIds: [jo.id], capacity: 8 }) // prettier-ignore
    const again = await county.api.groups.planAgain({ id: group.id })
    expect(again).toMatchObject({
      programmeId: group.programmeId,
      publicTitle: 'Tuesday group',
      capacity: 8,
      roomId: hall.id,
      besideRoomIds: [creche.id],
      facilitatorIds: [jo.id],
      rule: { firstDate: '2027-01-05', ends: { kind: 'after', sessions: 3 } },
    })
    const { linked: _linked, ...same } = again
    const next = await county.api.groups.plan({
      ...same,
      roomId: hall.id,
      edits: [],
      name: 'Kite flyers, spring',
    })
    expect(next.sessions.map((one) => one.startsAt)).toEqual(['2027-01-05T10:00', '2027-01-12T10:00', '2027-01-19T10:00']) // prettier-ignore
  })

  test('leaves out a leader who has gone and a room that can no longer be booked', async () => {
    const county = await aCounty()
    const { id: buildingId } = await aBuilding(county)
    const hall = await aRoom(county, { buildingId })
    const { id, name, stream, version } = await aWorker(county)
    const group = await aGroup(county, { roomId: hall.id, facilitatorIds: [id] })
    await county.api.groups.cancelSession({ id: group.sessions[0]?.id ?? '', version: 1, reason: 'Snow' })
    await county.api.staff.update({ id, name, stream, version, archived: true })
    await putRows(county, (tx) =>
      tx.updateTable('room').set({ archived: 1 }).where('id', '=', hall.id).execute(),
    )
    expect(await county.api.groups.planAgain({ id: group.id })).toMatchObject({
      roomId: null,
      besideRoomIds: [],
      facilitatorIds: [],
      rule: { firstDate: '2026-12-22', ends: { sessions: 2 } },
    })
  })
})
