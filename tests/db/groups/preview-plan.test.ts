import { describe, expect, test } from 'vitest'
import { aBooking, aBuilding, aRoom } from '../../support/booking-factories.ts'
import {
  aGroup,
  aPlan,
  aProgramme,
  aRoomElsewhere,
  aWorker,
  ruleOf,
  theTerms,
  type PlanChange,
} from '../../support/group-factories.ts'
import { aCounty } from '../../support/test-county.ts'

async function aSetting() {
  const county = await aCounty()
  const building = await aBuilding(county)
  const hall = await aRoom(county, { buildingId: building.id, capacity: 20 })
  const programme = await aProgramme(county, { coDelivered: false })
  const preview = (change: PlanChange = {}) =>
    county.api.groups.previewPlan(ruleOf(aPlan(programme.id, hall.id, change)))
  return { county, building, hall, programme, preview }
}

describe('the preview of a plan', () => {
  test('shows each date with its state, and saves nothing', async () => {
    const { county, preview } = await aSetting()
    await theTerms(county)
    const rule = { firstDate: '2026-10-06', termTimeOnly: true, sessions: 3 }
    const { rows, kept, inTheWay, warnings } = await preview(rule)
    expect(rows.map((row) => [row.date, row.state, row.reason, row.number])).toEqual([
      ['2026-10-06', 'keep', null, 1],
      ['2026-10-13', 'keep', null, 2],
      ['2026-10-20', 'skip', 'Half term', null],
      ['2026-10-27', 'keep', null, 3],
    ])
    expect({ kept, inTheWay, warnings }).toEqual({
      kept: 3,
      inTheWay: 0,
      warnings: ['3 sessions are in the past.'],
    })
    expect(await county.api.groups.list({})).toEqual([])
  })

  test('says how many sessions are in the past, and counts today as not', async () => {
    const { preview } = await aSetting()
    const past = async (firstDate: string) =>
      (await preview({ firstDate, weekday: 1, sessions: 2 })).warnings.filter((said) => said.includes('past'))
    expect(await past('2026-11-16')).toEqual(['1 session is in the past.'])
    expect(await past('2026-11-23')).toEqual([])
  })

  test('keeps dates that no term is known for, and says so', async () => {
    const { preview } = await aSetting()
    const { rows, warnings } = await preview({ termTimeOnly: true })
    expect(rows.every((row) => row.state === 'keep')).toBe(true)
    expect(warnings).toEqual(['No term dates are set. 3 dates could not be checked against school holidays.'])
  })

  test('names what has the room on a date, and the rooms of the building that are free, largest first', async () => {
    const { county, building, hall, preview } = await aSetting()
    const small = await aRoom(county, { name: 'Room 2', buildingId: building.id, capacity: 8 })
    const large = await aRoom(county, { name: 'Room 3', buildingId: building.id, capacity: 14 })
    const taken = await aRoom(county, { name: 'Room 4', buildingId: building.id, capacity: 30 })
    await aRoomElsewhere(county)
    await aBooking(county, hall.id, { date: '2026-12-08', from: '11:00', to: '13:00' })
    await aBooking(county, taken.id, { date: '2026-12-08', from: '09:00', to: '10:30' })
    const { rows, inTheWay } = await preview()
    expect(inTheWay).toBe(1)
    expect(rows[0]).toMatchObject({ obstacles: [], otherRooms: [] })
    expect(rows[1]).toMatchObject({
      date: '2026-12-08',
      obstacles: [{ kind: 'booking', title: 'Baby massage', heldFrom: '2026-12-08T11:00', roomName: 'Hall' }],
      otherRooms: [
        { roomId: large.id, roomName: 'Room 3', capacity: 14 },
        { roomId: small.id, roomName: 'Room 2', capacity: 8 },
      ],
    })
  })

  test('a booking that ends exactly when the session starts is no clash', async () => {
    const { county, hall, preview } = await aSetting()
    await aBooking(county, hall.id, { date: '2026-12-08', from: '08:00', to: '10:00' })
    await aBooking(county, hall.id, { date: '2026-12-08', from: '12:00', to: '13:00' })
    expect(await preview()).toMatchObject({ inTheWay: 0 })
  })

  test('a room with set-up time needs it free too', async () => {
    const { county, building, programme } = await aSetting()
    const kitchen = await aRoom(county, { name: 'Kitchen', buildingId: building.id, setupMinutes: 30 })
    await aBooking(county, kitchen.id, { date: '2026-12-08', from: '08:00', to: '09:31', setupMinutes: 0 })
    const rule = ruleOf(aPlan(programme.id, kitchen.id))
    expect(await county.api.groups.previewPlan(rule)).toMatchObject({ inTheWay: 1 })
  })

  test('a date left out does not clash, and another room resolves a clash', async () => {
    const { county, building, hall, preview } = await aSetting()
    const room2 = await aRoom(county, { name: 'Room 2', buildingId: building.id })
    await aBooking(county, hall.id, { date: '2026-12-08' })
    expect(await preview({ edits: [{ date: '2026-12-08', choice: 'skip' }] })).toMatchObject({ inTheWay: 0 })
    expect(await preview({ edits: [{ date: '2026-12-08', roomId: room2.id }] })).toMatchObject({
      inTheWay: 0,
    })
    expect(await preview({ edits: [{ date: '2026-12-01', roomId: room2.id }] })).toMatchObject({
      inTheWay: 1,
    })
  })

  test('says when a co-delivered programme lacks one of its two sides, and never stops anybody', async () => {
    const { county, hall } = await aSetting()
    const programme = await aProgramme(county, { name: 'Both', coDelivered: true })
    const jo = await aWorker(county, 'Jo Price', 'family')
    const amir = await aWorker(county, 'Amir Khan', 'youth-justice')
    const warnings = async (facilitatorIds: string[]) =>
      (await county.api.groups.previewPlan(ruleOf(aPlan(programme.id, hall.id, { facilitatorIds })))).warnings
    expect(await warnings([jo.id])).toEqual([expect.stringContaining('a youth and justice worker yet')])
    expect(await warnings([jo.id, amir.id])).toEqual([])
  })

  test('says when a room seats fewer than the group has places', async () => {
    const { preview } = await aSetting()
    expect((await preview({ capacity: 20 })).warnings).toEqual([])
    expect((await preview({ capacity: 21 })).warnings).toEqual([
      'Hall seats 20, and the group has places for 21 people.',
    ])
  })

  test('says when somebody leads another group at the same time', async () => {
    const { county, programme, preview } = await aSetting()
    const jo = await aWorker(county)
    await aGroup(county, { programmeId: programme.id, facilitatorIds: [jo.id], publicTitle: 'Stay and play' })
    expect((await preview({ facilitatorIds: [jo.id] })).warnings).toEqual([
      'Jo Price also leads Stay and play on 3 of these dates, first on Tue 1 Dec.',
    ])
    const afterwards = (startTime: string) =>
      preview({ facilitatorIds: [jo.id], startTime, endTime: '13:00' })
    expect((await afterwards('12:19')).warnings).toEqual([
      expect.stringContaining('Jo Price has less than 20 minutes to get to or from Stay and play'),
    ])
    expect((await afterwards('12:20')).warnings).toEqual([])
  })

  test('two sessions of one day in one room leave the longer of its set-up and clear-down between them [FEATURES D28]', async () => {
    const { county, building, preview } = await aSetting()
    const { id: roomId } = await aRoom(county, { name: 'Tight', buildingId: building.id, setupMinutes: 10, cleardownMinutes: 5 }) // prettier-ignore
    const on = (startTime: string) => ({ roomId, edits: [{ date: '2026-12-08', newDate: '2026-12-01', startTime, endTime: '14:00' }] }) // prettier-ignore
    await expect(preview(on('12:09'))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('Tight is kept free for 5 minutes after'),
    })
    expect(await preview(on('12:10'))).toMatchObject({ kept: 3, inTheWay: 0 })
  })

  test('an archived room is refused in words', async () => {
    const { county, hall, preview } = await aSetting()
    const { partOfId, stepFree, capacity, name, setupMinutes, cleardownMinutes, id, version } = hall
    await county.api.buildings.updateRoom({ partOfId, stepFree, capacity, name, setupMinutes, cleardownMinutes, id, version, archived: true }) // prettier-ignore
    await expect(preview()).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('sixty dates over eight rooms are looked up in a moment', async () => {
    const { county, building, hall, preview } = await aSetting()
    for (const n of [2, 3, 4, 5, 6, 7, 8]) await aRoom(county, { name: `Room ${n}`, buildingId: building.id })
    await aGroup(county, { roomId: hall.id, sessions: 60, programmeId: (await aProgramme(county, { name: 'X' })).id }) // prettier-ignore
    const start = performance.now()
    expect(await preview({ sessions: 60 })).toMatchObject({ inTheWay: 60 })
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
