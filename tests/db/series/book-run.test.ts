import { describe, expect, test } from 'vitest'
import { leavingOut } from '../../../shared/series/in-the-way.rules.ts'
import { aBooking, aBuilding, aRoom, undoOf } from '../../support/booking-factories.ts'
import { aClosedTime } from '../../support/closure-factories.ts'
import { aRun, runOf, tuesdays } from '../../support/series-factories.ts'
import { after, on, weeks } from '../../support/series-rules.ts'
import { aCounty } from '../../support/test-county.ts'

async function aHall() {
  const county = await aCounty()
  const { id: buildingId } = await aBuilding(county)
  const hall = await aRoom(county, { buildingId, capacity: 20 })
  const listed = () => county.api.bookings.listBetween({ from: '2026-11-23', to: '2027-12-01' })
  return { county, api: county.api, buildingId, hall, listed }
}

describe('booking a run', () => {
  test('holds the room on each date, under one series and in the name of who booked it', async () => {
    const { api, hall, listed } = await aHall()
    const made = await api.series.book(aRun([hall.id], { people: 8, layout: 'Circle', contact: 'Sam' }))
    expect(made).toMatchObject({ status: 'confirmed', skipped: [] })
    expect(made.bookings.map((one) => one.startsAt)).toEqual([
      '2026-12-01T10:00',
      '2026-12-08T10:00',
      '2026-12-15T10:00',
    ])
    const bookings = await listed()
    expect(bookings.map((one) => one.id)).toEqual(made.bookings.map((one) => one.bookingId))
    for (const one of bookings)
      expect(one).toMatchObject({
        seriesId: made.seriesId,
        title: 'Midwives',
        purpose: 'partner',
        status: 'confirmed',
        people: 8,
        layout: 'Circle',
        contact: 'Sam',
        private: false,
        mayChange: true,
      })
  })

  test('of several rooms is one booking a date, with its further rooms', async () => {
    const { county, api, buildingId, hall, listed } = await aHall()
    const creche = await aRoom(county, { name: 'Crèche', buildingId, setupMinutes: 15 })
    await api.series.book(aRun([hall.id, creche.id]))
    const bookings = await listed()
    expect(bookings).toHaveLength(6)
    const leads = bookings.filter((one) => one.leadId === null)
    expect(leads.map((one) => one.roomId)).toEqual([hall.id, hall.id, hall.id])
    expect(leads.map((one) => one.together.map((room) => room.roomName))).toEqual([['Crèche'], ['Crèche'], ['Crèche']]) // prettier-ignore
    const further = bookings.find((one) => one.roomId === creche.id)
    expect(further).toMatchObject({ leadId: leads[0]?.id, heldFrom: '2026-12-01T09:45' })
  })

  test('keeps the minutes before and after that were asked for, in place of the room’s own', async () => {
    const { api, hall, listed } = await aHall()
    await api.series.book(aRun([hall.id], { setupMinutes: 30, cleardownMinutes: 0 }))
    expect((await listed())[0]).toMatchObject({ heldFrom: '2026-12-01T09:30', heldUntil: '2026-12-01T12:00' })
  })

  test('a one-to-one is private unless said otherwise', async () => {
    const { api, hall, listed } = await aHall()
    await api.series.book(aRun([hall.id], { purpose: 'one-to-one' }))
    expect((await listed())[0]).toMatchObject({ private: true })
  })

  test('is undone in one step', async () => {
    const { county, api, hall, listed } = await aHall()
    await api.series.book(aRun([hall.id]))
    await (
      await undoOf(county)
    )()
    expect(await listed()).toEqual([])
  })

  test('pencilled in holds nothing, and is kept for two weeks and no longer than its own day', async () => {
    const { api, hall, listed } = await aHall()
    expect(await api.series.book(aRun([hall.id], { status: 'tentative' }))).toMatchObject({ status: 'tentative' }) // prettier-ignore
    expect((await listed()).map((one) => [one.status, one.expiresOn])).toEqual([
      ['tentative', '2026-12-01'],
      ['tentative', '2026-12-07'],
      ['tentative', '2026-12-07'],
    ])
    await api.series.book(aRun([hall.id]))
    // Nothing is in the way of what holds nothing, and a last day in the past is a slip.
    await api.series.book(aRun([hall.id], { status: 'tentative', expiresOn: '2026-11-23' }))
    await expect(api.series.book(aRun([hall.id], { status: 'tentative', expiresOn: '2026-11-22' }))).rejects.toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
  })

  test('a change by hand to one date is that date’s own', async () => {
    const { county, api, buildingId, hall, listed } = await aHall()
    const other = await aRoom(county, { name: 'Room 2', buildingId })
    const edits = [
      { date: '2026-12-08', startTime: '11:00' },
      { date: '2026-12-15', roomId: other.id, newDate: '2026-12-16' },
    ]
    await api.series.book(aRun([hall.id], { edits }))
    expect((await listed()).map((one) => [one.startsAt, one.roomName])).toEqual([
      ['2026-12-01T10:00', 'Hall'],
      ['2026-12-08T11:00', 'Hall'],
      ['2026-12-16T10:00', 'Room 2'],
    ])
  })
})

describe('all or nothing', () => {
  test('a date that clashes refuses the whole run, naming who has the room', async () => {
    const { county, api, hall, listed } = await aHall()
    await aBooking(county, hall.id, { date: '2026-12-08', contact: 'Sam' })
    await expect(api.series.book(aRun([hall.id]))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('On Tue 8 Dec Hall is taken from 10am to 11am by Baby massage (Sam).'),
      details: { rows: [{ date: '2026-12-08' }] },
    })
    expect(await listed()).toHaveLength(1)
  })

  test('back to back with another booking is no clash', async () => {
    const { county, api, hall } = await aHall()
    await aBooking(county, hall.id, { date: '2026-12-08', from: '09:00', to: '10:00' })
    await aBooking(county, hall.id, { date: '2026-12-08', from: '12:00', to: '13:00' })
    expect((await api.series.book(aRun([hall.id]))).bookings).toHaveLength(3)
  })

  test('a room beside that is taken is in the way too, and another main room is no way on', async () => {
    const { county, api, buildingId, hall } = await aHall()
    const creche = await aRoom(county, { name: 'Crèche', buildingId })
    await aRoom(county, { name: 'Room 2', buildingId })
    await aBooking(county, creche.id, { date: '2026-12-08' })
    const { rows, inTheWay } = await api.series.preview(runOf(aRun([hall.id, creche.id])))
    expect(inTheWay).toBe(1)
    expect(rows[1]).toMatchObject({ obstacles: [{ kind: 'booking', roomName: 'Crèche' }], otherRooms: [] })
  })

  test('half of a hall that is booked is in the way of the whole, and the other half is free', async () => {
    const { county, api, buildingId, hall } = await aHall()
    const [left, right] = [
      await aRoom(county, { name: 'Left half', buildingId, partOfId: hall.id }),
      await aRoom(county, { name: 'Right half', buildingId, partOfId: hall.id }),
    ]
    await aBooking(county, left.id, { date: '2026-12-08' })
    const preview = (id: typeof hall.id) => api.series.preview(runOf(aRun([id])))
    expect(await preview(hall.id)).toMatchObject({ inTheWay: 1 })
    expect(await preview(right.id)).toMatchObject({ inTheWay: 0 })
  })

  test('two dates of a run at one time are refused, and back to back they are not', async () => {
    const { api, hall } = await aHall()
    const moved = (startTime: string) => ({ edits: [{ date: '2026-12-08', newDate: '2026-12-01', startTime, endTime: '14:00' }] }) // prettier-ignore
    await expect(api.series.book(aRun([hall.id], moved('11:59')))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('at the same time on Tuesday 1 December 2026'),
    })
    expect((await api.series.book(aRun([hall.id], moved('12:00')))).bookings).toHaveLength(3)
  })

  test('rooms that share floor, or are in two buildings, cannot be one booking', async () => {
    const { county, api, buildingId, hall } = await aHall()
    const half = await aRoom(county, { name: 'Half', buildingId, partOfId: hall.id })
    const away = await aRoom(county, { buildingId: (await aBuilding(county, 'Elsewhere')).id, name: 'Away' })
    await expect(api.series.book(aRun([hall.id, half.id]))).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('share their floor') }) // prettier-ignore
    await expect(api.series.book(aRun([hall.id, away.id]))).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('two buildings') }) // prettier-ignore
    await expect(api.series.book(aRun([hall.id, hall.id]))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('a rule without dates saves nothing and says why', async () => {
    const { api, hall, listed } = await aHall()
    const refused = (rule: object) =>
      expect(api.series.book(aRun([hall.id], { rule: { ...tuesdays(), ...rule } }))).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      })
    await refused({ ends: on('2026-11-30') })
    await refused({ repeats: weeks([1]), ends: on('2026-12-03') })
    await refused({ repeats: { kind: 'days', every: 0 } })
    const edits = [{ date: '2026-12-01', choice: 'skip' as const }]
    const once = tuesdays({ repeats: { kind: 'once' } })
    await expect(api.series.book(aRun([hall.id], { rule: once, edits }))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('nothing was saved'),
    })
    expect(await listed()).toEqual([])
  })
})

describe('dates left out', () => {
  test('a closure is left out by the rule and a clash by hand, and both are kept with their reason', async () => {
    const { county, api, buildingId, hall } = await aHall()
    await aClosedTime(county, { buildingId, startsAt: '2026-12-08T08:00', endsAt: '2026-12-08T18:00' }) // prettier-ignore
    await aBooking(county, hall.id, { date: '2026-12-15' })
    const run = aRun([hall.id])
    const preview = await api.series.preview(runOf(run))
    expect(preview.rows.map((row) => [row.date, row.state, row.kind, row.reason])).toEqual([
      ['2026-12-01', 'keep', null, null],
      ['2026-12-08', 'skip', 'closure', 'Boiler'],
      ['2026-12-15', 'keep', null, null],
      ['2026-12-22', 'keep', null, null],
    ])
    const edits = leavingOut(preview.rows, [])
    const made = await api.series.book({ ...run, edits })
    expect(made.bookings.map((one) => one.date)).toEqual(['2026-12-01', '2026-12-22', '2026-12-29'])
    expect(made.skipped.map(({ id: _id, ...skip }) => skip)).toEqual([
      { date: '2026-12-08', kind: 'closure', reason: 'Boiler' },
      { date: '2026-12-15', kind: 'clash', reason: 'Hall is taken from 10am to 11am by Baby massage' },
    ])
  })

  test('a closure that the rule does not leave out is in the way, and is a closure when it is left out', async () => {
    const { county, api, hall } = await aHall()
    await aClosedTime(county, { startsAt: '2026-12-08T00:00', endsAt: '2026-12-09T00:00' })
    await aBooking(county, hall.id, { date: '2026-12-01' })
    const run = aRun([hall.id], { rule: tuesdays({ skipClosures: false }) })
    const { rows, inTheWay } = await api.series.preview(runOf(run))
    expect(inTheWay).toBe(2)
    const made = await api.series.book({ ...run, edits: leavingOut(rows, []) })
    expect(made.skipped.map((one) => [one.date, one.kind])).toEqual([
      ['2026-12-01', 'clash'],
      ['2026-12-08', 'closure'],
    ])
    expect(made.bookings).toHaveLength(3)
  })

  test('a bank holiday is left out by its name, and can be held all the same', async () => {
    const { api, hall } = await aHall()
    await api.settings.addBankHoliday({ date: '2026-12-08', name: 'One-off bank holiday' })
    const rule = tuesdays({ skipBankHolidays: true })
    const { rows } = await api.series.preview(runOf(aRun([hall.id], { rule })))
    expect(rows[1]).toMatchObject({ state: 'skip', kind: 'bank-holiday', reason: 'One-off bank holiday' })
    const edits = [{ date: '2026-12-08', choice: 'run' as const }]
    const made = await api.series.book(aRun([hall.id], { rule, edits }))
    expect(made.bookings.map((one) => one.date)).toEqual(['2026-12-01', '2026-12-08', '2026-12-15'])
  })
})

describe('who may book', () => {
  test('an assistant books in their own building, and asks for a run in another', async () => {
    const { county, buildingId, hall } = await aHall()
    const there = await aRoom(county, { name: 'There', buildingId: (await aBuilding(county, 'Other')).id })
    const assistant = await county.as('assistant', { buildingIds: [buildingId] })
    expect((await assistant.series.book(aRun([hall.id]))).status).toBe('confirmed')
    expect((await assistant.series.book(aRun([there.id], { status: 'tentative' }))).status).toBe('requested')
    // What is asked for holds nothing until it is decided.
    expect((await county.api.series.book(aRun([there.id]))).status).toBe('confirmed')
  })

  test('a facilitator asks for every run', async () => {
    const { county, hall } = await aHall()
    const facilitator = await county.as('facilitator')
    const made = await facilitator.series.book(aRun([hall.id]))
    expect(made.status).toBe('requested')
  })
})

test('366 dates in three rooms are previewed and booked within a second, all or nothing', async () => {
  const { county, api, buildingId, hall, listed } = await aHall()
  const [two, three] = [await aRoom(county, { name: 'Two', buildingId }), await aRoom(county, { name: 'Three', buildingId })] // prettier-ignore
  const rule = tuesdays({ repeats: { kind: 'days', every: 1 }, ends: on('2027-12-01') })
  const run = aRun([hall.id, two.id, three.id], { rule })
  const began = performance.now()
  expect((await api.series.preview(runOf(run))).kept).toBe(366)
  const previewed = performance.now()
  expect((await api.series.book(run)).bookings).toHaveLength(366)
  const booked = performance.now()
  expect(previewed - began).toBeLessThan(1000)
  expect(booked - previewed).toBeLessThan(1000)
  expect(await listed()).toHaveLength(3 * 366)
  await expect(api.series.book({ ...run, rule: { ...rule, ends: after(366) } })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  expect(await listed()).toHaveLength(3 * 366)
})
