import { describe, expect, test } from 'vitest'
import { roomIdsOf } from '../../../shared/closures/offers.rules.ts'
import type { GroupId } from '../../../shared/ids.ts'
import { aBooking, aBuilding, aRoom, undoOf } from '../../support/booking-factories.ts'
import { aClosure, everyProposal, moveTo } from '../../support/closure-factories.ts'
import { dump } from '../../support/dump.ts'
import { aGroup } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** A building that is closed on 24 November, with a session in its hall that day, and a building to go to. */
async function aClosedHall() {
  const county = await aCounty()
  const { id: buildingId } = await aBuilding(county, 'Closed')
  const { id: elsewhere } = await aBuilding(county, 'Open')
  const hall = await aRoom(county, { buildingId })
  const free = await aRoom(county, { buildingId: elsewhere, name: 'Room 2', capacity: 20 })
  const group = await aGroup(county, { roomId: hall.id, firstDate: '2026-11-24', sessions: 2 })
  const closure = await aClosure(county, { places: [{ buildingId }] })
  const desk = () => county.api.closures.desk({ closureId: closure.id })
  return { county, api: county.api, hall, free, group, closure, desk, buildingId }
}

const sessionsOf = async ({ api }: Pick<TestCounty, 'api'>, groupId: GroupId) =>
  (await api.groups.get({ id: groupId })).sessions

describe('re-homing what a closure hits', () => {
  test('a session moves with its booking and stays the same session, by hand for that date', async () => {
    const { county, api, free, group, closure, desk } = await aClosedHall()
    const before = at(await sessionsOf(county, group.id), 0)
    const done = await api.closures.rehome({ closureId: closure.id, choices: everyProposal(await desk()) })
    expect(done).toEqual({ moved: 1, cancelled: 0, kept: 0, left: 0 })
    const after = at(await sessionsOf(county, group.id), 0)
    expect(after).toMatchObject({ id: before.id, bookingId: before.bookingId, roomId: free.id, startsAt: before.startsAt, changedByHand: true }) // prettier-ignore
    expect(await desk()).toMatchObject({
      rows: [],
      decided: [{ did: 'move', from: 'Hall, Closed', to: 'Room 2, Open' }],
    })
  })

  test('apologies that were given stay on the session that moves', async () => {
    const { county, api, group, closure, desk } = await aClosedHall()
    const { id: personId } = await aPerson(county)
    await enrol(county, group.id, personId)
    const sessionId = at(group.sessions, 0).id
    await api.registers.mark({ sessionId, personId, code: 'A' })
    await api.closures.rehome({ closureId: closure.id, choices: everyProposal(await desk()) })
    expect((await api.registers.open({ sessionId })).rows[0]?.mark?.code).toBe('A')
  })

  test('what is cancelled stays to be seen with its reason, and its session did not run', async () => {
    const { county, api, group, closure, desk, buildingId } = await aClosedHall()
    const { bookingId, version } = at((await desk()).rows, 0)
    await api.closures.rehome({ closureId: closure.id, choices: [{ bookingId, version, do: 'cancel', reason: 'Boiler' }] }) // prettier-ignore
    const day = { from: '2026-11-24', to: '2026-11-24', buildingId, includeCancelled: true }
    expect(await api.bookings.listBetween(day)).toMatchObject([
      { status: 'cancelled', cancelledReason: 'Boiler' },
    ])
    expect(at(await sessionsOf(county, group.id), 0).number).toBeNull()
  })

  test('one event runs although the place is closed, with a reason; the rest of it stays closed [FEATURES D38]', async () => {
    const { api, hall, closure, desk, buildingId } = await aClosedHall()
    const { bookingId, version } = at((await desk()).rows, 0)
    await api.closures.rehome({ closureId: closure.id, choices: [{ bookingId, version, do: 'keep', reason: 'Heaters are in' }] }) // prettier-ignore
    const day = { from: '2026-11-24', to: '2026-11-24', buildingId }
    expect(await api.bookings.listBetween(day)).toMatchObject([{ overrideReason: 'Heaters are in', status: 'confirmed' }]) // prettier-ignore
    expect((await desk()).rows).toMatchObject([{ keptBecause: 'Heaters are in', proposal: null }])
    expect((await api.closures.get({ id: closure.id })).hits).toEqual({ sessions: 0, bookings: 0 })
    await expect(aBooking({ api }, hall.id, { from: '15:00', to: '16:00' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  test('undo puts everything back although the closure stands', async () => {
    const { county, api, closure, desk } = await aClosedHall()
    const before = dump(county)
    await api.closures.rehome({ closureId: closure.id, choices: everyProposal(await desk()) })
    await (
      await undoOf({ api })
    )()
    expect(dump(county)).toEqual(before)
    expect((await api.closures.get({ id: closure.id })).hits).toEqual({ sessions: 1, bookings: 0 })
  })

  test('all or nothing: what cannot be done as chosen is named, and nothing is changed', async () => {
    const { county, api, hall, free, closure, desk } = await aClosedHall()
    await aBooking(county, hall.id, { from: '13:00', to: '14:00', overrideReason: 'Booked before' })
    await aBooking(county, free.id, { from: '13:30', to: '14:30', title: 'Baby massage' })
    const before = dump(county)
    const rows = (await desk()).rows
    const choices = rows.map((row) => moveTo(row, [free.id]))
    await expect(api.closures.rehome({ closureId: closure.id, choices })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Baby massage'),
      details: { problems: [{ bookingId: at(rows, 1).bookingId }] },
    })
    expect(dump(county)).toEqual(before)
  })

  test('two choices that want the same floor at the same time are refused', async () => {
    const { county, api, free, closure, desk, buildingId } = await aClosedHall()
    const other = await aRoom(county, { buildingId, name: 'Other' })
    await aBooking(county, other.id, { from: '11:00', to: '13:00', overrideReason: 'Booked before' })
    const choices = (await desk()).rows.map((row) => moveTo(row, [free.id]))
    expect(choices).toHaveLength(2)
    await expect(api.closures.rehome({ closureId: closure.id, choices })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Room 2 was chosen for'),
    })
  })

  test('a complete register cannot be moved or cancelled, and people who came cannot be to what did not run', async () => {
    const { county, api, group, closure, desk } = await aClosedHall()
    const { id: personId } = await aPerson(county)
    await enrol(county, group.id, personId)
    const sessionId = at(group.sessions, 0).id
    county.setNow('2026-11-24T10:30:00.000Z')
    await api.registers.mark({ sessionId, personId, code: 'P' })
    const row = at((await desk()).rows, 0)
    expect(row.cancelProblem).toMatch(/marked as having come/)
    const cancel = { bookingId: row.bookingId, version: row.version, do: 'cancel', reason: 'Boiler' } as const
    const refused = () => expect(api.closures.rehome({ closureId: closure.id, choices: [cancel] })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    await refused()
    await api.registers.complete({ sessionId })
    expect(at((await desk()).rows, 0)).toMatchObject({ problem: expect.stringMatching(/register is complete/), proposal: null }) // prettier-ignore
    await refused()
  })

  test('what is not hit, or was changed since, is refused', async () => {
    const { county, api, free, closure, desk } = await aClosedHall()
    const row = at((await desk()).rows, 0)
    const stale = { ...moveTo(row, [free.id]), version: row.version + 1 }
    await expect(api.closures.rehome({ closureId: closure.id, choices: [stale] })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    const other = await aBooking(county, free.id, { date: '2026-11-25' })
    const unhit = { bookingId: other.id, version: other.version, do: 'cancel', reason: 'Boiler' } as const
    await expect(api.closures.rehome({ closureId: closure.id, choices: [unhit] })).rejects.toMatchObject({
      message: expect.stringContaining('is not hit by this closure'),
    })
  })

  test('a booking of two rooms moves as one: it stays in one building, and what is not shut may stay', async () => {
    const county = await aCounty()
    const { api } = county
    const { id: buildingId } = await aBuilding(county, 'Here')
    const { id: elsewhere } = await aBuilding(county, 'There')
    const hall = await aRoom(county, { buildingId })
    const creche = await aRoom(county, { buildingId, name: 'Crèche' })
    const room2 = await aRoom(county, { buildingId, name: 'Room 2' })
    const far = await aRoom(county, { buildingId: elsewhere, name: 'Far' })
    const booking = await aBooking(county, hall.id, { further: [creche.id] })
    const { id: closureId } = await aClosure(county, { places: [{ buildingId, roomId: hall.id }] })
    const row = at((await api.closures.desk({ closureId })).rows, 0)
    expect(row.rooms.map((one) => one.shut)).toEqual([true, false])
    expect(row.proposal && roomIdsOf(row.proposal)).toEqual([room2.id, creche.id])
    const split = moveTo(row, [far.id, creche.id])
    await expect(api.closures.rehome({ closureId, choices: [split] })).rejects.toMatchObject({
      message: expect.stringContaining('two buildings at once'),
    })
    await api.closures.rehome({ closureId, choices: [moveTo(row, [room2.id, creche.id])] })
    const { booking: moved } = await api.bookings.get({ id: booking.id })
    expect([moved.roomId, ...moved.together.map((one) => one.roomId)]).toEqual([room2.id, creche.id])
  })

  test('nobody re-homes what is not theirs, or lets something run in a place they may not close', async () => {
    const { county, closure, desk, free, buildingId } = await aClosedHall()
    const row = at((await desk()).rows, 0)
    const keep = { bookingId: row.bookingId, version: row.version, do: 'keep', reason: 'Heaters' } as const
    const assistant = await county.as('assistant', { buildingIds: [free.buildingId] })
    const theirs = at((await assistant.closures.desk({ closureId: closure.id })).rows, 0)
    expect(theirs).toMatchObject({ mayKeep: false, proposal: null })
    expect(theirs.problem).toMatch(/Not yours/)
    for (const choice of [keep, moveTo(row, [free.id])])
      await expect(assistant.closures.rehome({ closureId: closure.id, choices: [choice] })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
    const own = await county.as('assistant', { name: 'Own', buildingIds: [buildingId] })
    await expect(own.closures.rehome({ closureId: closure.id, choices: [keep] })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
    await expect(own.closures.rehome({ closureId: closure.id, choices: [moveTo(row, [free.id])] })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
    const cancel = { ...keep, do: 'cancel' } as const
    expect(await own.closures.rehome({ closureId: closure.id, choices: [cancel] })).toMatchObject({
      cancelled: 1,
    })
  })
})
