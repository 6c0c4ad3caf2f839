import { describe, expect, test } from 'vitest'
import { aBooking, aRoom, undoOf } from '../../support/booking-factories.ts'
import { aClosure } from '../../support/closure-factories.ts'
import { dump } from '../../support/dump.ts'
import { aGroup } from '../../support/group-factories.ts'
import { at } from '../../support/register-factories.ts'
import {
  anUntidyRun,
  bookingOf,
  byId,
  editSeries,
  startsOf,
  tenThursdays,
} from '../../support/series-edit-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const halfPast = { startTime: '10:30', endTime: '12:30' }

describe('a series moved to another weekday, four of its ten sessions over [D48]', () => {
  test('keeps the first four, moves the six to come, and stays one run with one numbering', async () => {
    const county = await aCounty()
    const { group, reread } = await tenThursdays(county)
    const preview = await editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: { weekday: 1, ...halfPast } }) // prettier-ignore
    expect(preview.sentence).toBe('6 sessions move to Mondays at 10:30am to 12:30pm; 4 stay: 4 are over.')
    const now = await reread()
    expect(startsOf(now)).toEqual([
      '2026-10-29T10:00', '2026-11-05T10:00', '2026-11-12T10:00', '2026-11-19T10:00',
      '2026-11-23T10:30', '2026-11-30T10:30', '2026-12-07T10:30', '2026-12-14T10:30', '2026-12-21T10:30', '2026-12-28T10:30',
    ]) // prettier-ignore
    expect(now.sessions.map((one) => one.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(now.sessions.map((one) => one.id)).toEqual(group.sessions.map((one) => one.id))
    expect(now.pattern).toBe('Mondays, 10:30am to 12:30pm, every week')
  })

  test('from one on leaves those before it where they are', async () => {
    const county = await aCounty()
    const { group, reread } = await tenThursdays(county)
    await editSeries(county, { bookingId: bookingOf(group, 8), scope: 'following', change: { weekday: 1 } })
    expect(startsOf(await reread()).slice(6)).toEqual([
      '2026-12-10T10:00', '2026-12-17T10:00', '2026-12-21T10:00', '2026-12-28T10:00',
    ]) // prettier-ignore
  })

  test('never into the past: a Wednesday whose Monday is over stays, if that is wanted', async () => {
    const county = await aCounty()
    const { group, reread } = await tenThursdays(county)
    county.setNow('2026-11-25T09:00:00.000Z')
    const asked = { bookingId: bookingOf(group, 4), scope: 'all', change: { weekday: 1 } } as const
    await expect(editSeries(county, asked)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('On Mon 23 Nov: That day is over') }) // prettier-ignore
    const preview = await editSeries(county, { ...asked, leaveInTheWay: true })
    expect(preview).toMatchObject({ changed: 5, kept: 5 })
    expect(startsOf(await reread())[4]).toBe('2026-11-26T10:00')
  })

  test('and undone is as if it had never been', async () => {
    const county = await aCounty()
    const { group } = await anUntidyRun(county)
    const before = dump(county)
    await editSeries(county, { bookingId: bookingOf(group, 7), scope: 'all', change: { weekday: 1, ...halfPast } }) // prettier-ignore
    expect(dump(county)).not.toEqual(before)
    await (
      await undoOf(county)
    )()
    expect(dump(county)).toEqual(before)
  })
})

describe('what somebody decided about one date outlives a change to all', () => {
  test('a cancelled session stays cancelled when the series moves by half an hour [D45]', async () => {
    const county = await aCounty()
    const { group, reread } = await anUntidyRun(county)
    const rows = byId(county, 'session')
    await editSeries(county, { bookingId: bookingOf(group, 7), scope: 'all', change: halfPast })
    const now = await reread()
    expect(startsOf(now)).toContain('off 2026-12-10T10:00')
    expect(startsOf(now).filter((one) => one.includes('2026-12-10'))).toHaveLength(1)
    expect(byId(county, 'session').get(at(group.sessions, 6).id)).toEqual(rows.get(at(group.sessions, 6).id))
  })

  test('a cancelled session stays cancelled when the others change in a detail only [D44]', async () => {
    const county = await aCounty()
    const { group, reread } = await anUntidyRun(county)
    await editSeries(county, { bookingId: bookingOf(group, 7), scope: 'all', change: { layout: 'Circle' } })
    expect(startsOf(await reread())).toContain('off 2026-12-10T10:00')
  })

  test('a date moved by hand keeps its time, and leaves nothing at its old one [D53]', async () => {
    const county = await aCounty()
    const { group, reread } = await anUntidyRun(county)
    const preview = await editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: { weekday: 1 } }) // prettier-ignore
    expect(preview.sentence).toBe('4 sessions move to Mondays; 6 stay: 4 are over, 1 was moved by hand, 1 is cancelled.') // prettier-ignore
    const starts = startsOf(await reread())
    expect(starts).toContain('2026-12-04T13:00')
    expect(starts.filter((one) => one > '2026-11-30' && one < '2026-12-07')).toEqual(['2026-12-04T13:00'])
  })

  test('a date moved by hand still takes a new room, and a new time with it only where it had none of its own [D46]', async () => {
    const county = await aCounty()
    const { group, hall, reread } = await anUntidyRun(county)
    const room2 = await aRoom(county, { name: 'Room 2', buildingId: hall.buildingId })
    const preview = await editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: { ...halfPast, roomId: room2.id } }) // prettier-ignore
    expect(preview.rows.find((row) => row.sessionId === at(group.sessions, 5).id)).toMatchObject({ outcome: 'changed', keeps: ['time'] }) // prettier-ignore
    const moved = (await reread()).sessions.find((one) => one.id === at(group.sessions, 5).id)
    expect(moved).toMatchObject({ startsAt: '2026-12-04T13:00', roomName: 'Room 2' })
  })

  test('a date with its own room keeps it while the series changes its time', async () => {
    const county = await aCounty()
    const { group, hall, reread } = await tenThursdays(county)
    const room2 = await aRoom(county, { name: 'Room 2', buildingId: hall.buildingId })
    await editSeries(county, { bookingId: bookingOf(group, 5), scope: 'this', change: { roomId: room2.id } })
    const hut = await aRoom(county, { name: 'Hut', buildingId: hall.buildingId })
    await editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: { ...halfPast, roomId: hut.id } }) // prettier-ignore
    const rooms = (await reread()).sessions.slice(3).map((one) => `${one.startsAt} ${one.roomName}`)
    expect(rooms.slice(0, 3)).toEqual(['2026-11-19T10:00 Hall', '2026-11-26T10:30 Hut', '2026-12-03T10:30 Room 2']) // prettier-ignore
  })

  test('a date with its own note keeps it and gains the number of people [D46]', async () => {
    const county = await aCounty()
    const { group } = await tenThursdays(county)
    const own = bookingOf(group, 5)
    await editSeries(county, { bookingId: own, scope: 'this', change: { note: 'Bring the mats' } })
    await editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: { people: 14, note: 'Ring the bell' } }) // prettier-ignore
    const rows = byId(county, 'booking')
    expect(rows.get(own)).toMatchObject({ note: 'Bring the mats', people: 14 })
    expect(rows.get(bookingOf(group, 6))).toMatchObject({ note: 'Ring the bell', people: 14 })
  })

  test('a session that is marked already stays, even on a day to come', async () => {
    const county = await aCounty()
    const { group, reread, mia } = await anUntidyRun(county)
    county.setNow('2026-11-26T08:00:00.000Z')
    await county.api.registers.mark({ sessionId: at(group.sessions, 4).id, personId: mia.id, code: 'P' })
    const preview = await editSeries(county, {
      bookingId: bookingOf(group, 7),
      scope: 'all',
      change: halfPast,
    })
    expect(preview.sentence).toContain('1 is marked already')
    expect(startsOf(await reread())[4]).toBe('2026-11-26T10:00')
  })

  test('apologies sent ahead are no such mark, and move with their session', async () => {
    const county = await aCounty()
    const { group, reread, mia } = await anUntidyRun(county)
    await county.api.registers.mark({ sessionId: at(group.sessions, 4).id, personId: mia.id, code: 'A' })
    await editSeries(county, { bookingId: bookingOf(group, 7), scope: 'all', change: halfPast })
    expect(startsOf(await reread())[4]).toBe('2026-11-26T10:30')
  })
})

describe('what is in the way of a change', () => {
  test('is shown for its date, refuses the whole change, and changes nothing', async () => {
    const county = await aCounty()
    const { group, hall } = await tenThursdays(county)
    await aBooking(county, hall.id, { date: '2026-12-07', from: '11:00', to: '12:00' })
    const asked = { bookingId: bookingOf(group, 4), scope: 'all', change: { weekday: 1 } } as const
    const preview = await county.api.series.previewEdit(asked)
    expect(preview).toMatchObject({ changed: 6, inTheWay: 1 })
    expect(preview.rows.find((row) => row.problems.length > 0)).toMatchObject({ to: { startsAt: '2026-12-07T10:00' } }) // prettier-ignore
    const before = dump(county)
    await expect(county.api.series.edit({ ...asked, seen: preview.seen })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('On Mon 7 Dec: Hall is taken from 11am to midday by Baby massage'),
      details: { rows: [expect.anything()] },
    })
    expect(dump(county)).toEqual(before)
  })

  test('leaves that one date where it is, if that is wanted, and says so', async () => {
    const county = await aCounty()
    const { group, hall, reread } = await tenThursdays(county)
    await aBooking(county, hall.id, { date: '2026-12-07', from: '11:00', to: '12:00' })
    const preview = await editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: { weekday: 1 }, leaveInTheWay: true }) // prettier-ignore
    expect(preview.sentence).toBe(
      '5 sessions move to Mondays; 5 stay: 4 are over, 1 has something in its way.',
    )
    expect(startsOf(await reread())[6]).toBe('2026-12-10T10:00')
  })

  test('a booking that only begins when the session ends is not', async () => {
    const county = await aCounty()
    const { group, hall } = await tenThursdays(county)
    await aBooking(county, hall.id, { date: '2026-12-07', from: '12:00', to: '13:00' })
    const preview = await county.api.series.previewEdit({ bookingId: bookingOf(group, 4), scope: 'all', change: { weekday: 1 } }) // prettier-ignore
    expect(preview.inTheWay).toBe(0)
  })

  test('the series is never in its own way: every date may start where the last one was [D35]', async () => {
    const county = await aCounty()
    const { group, reread } = await tenThursdays(county)
    await editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: { startTime: '11:00', endTime: '13:00' } }) // prettier-ignore
    expect(startsOf(await reread())[9]).toBe('2026-12-31T11:00')
  })

  test('a bank holiday that the rule leaves out is', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const group = await aGroup(county, { roomId: hall.id, firstDate: '2026-12-17', weekday: 4, sessions: 2, skipBankHolidays: true }) // prettier-ignore
    const preview = await county.api.series.previewEdit({ bookingId: bookingOf(group, 0), scope: 'all', change: { weekday: 5 } }) // prettier-ignore
    expect(preview.rows.flatMap((row) => row.problems)).toEqual([
      'It is a day that the series leaves out: Christmas Day',
    ])
  })

  test('another session of the same group, added by hand, is', async () => {
    const county = await aCounty()
    const { group, hall } = await tenThursdays(county)
    const room2 = await aRoom(county, { name: 'Room 2', buildingId: hall.buildingId })
    await county.api.groups.addSession({ groupId: group.id, date: '2026-12-07', startTime: '11:00', endTime: '12:00', roomId: room2.id }) // prettier-ignore
    const preview = await county.api.series.previewEdit({ bookingId: bookingOf(group, 4), scope: 'all', change: { weekday: 1 } }) // prettier-ignore
    expect(preview.rows.flatMap((row) => row.problems)).toEqual(['The group also meets from 11am to midday that day']) // prettier-ignore
  })

  test('is not looked for when only words change, however full the rooms have become since [D34]', async () => {
    const county = await aCounty()
    const { group } = await tenThursdays(county)
    await aClosure(county, { when: { kind: 'days', from: '2026-11-01', to: '2026-12-31' } })
    const preview = await editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: { contact: 'Sam, ext. 5479' } }) // prettier-ignore
    expect(preview).toMatchObject({ changed: 6, inTheWay: 0 })
    expect(byId(county, 'booking').get(bookingOf(group, 4))).toMatchObject({ contact: 'Sam, ext. 5479' })
  })
})

describe('what was previewed is what happens', () => {
  test('a series that somebody else has changed since is not changed', async () => {
    const county = await aCounty()
    const { group, hall } = await tenThursdays(county)
    const asked = { bookingId: bookingOf(group, 4), scope: 'all', change: halfPast } as const
    const { seen } = await county.api.series.previewEdit(asked)
    const { id, version } = at(group.sessions, 6)
    await county.api.groups.moveSession({ id, version, date: '2026-12-11', startTime: '10:00', endTime: '12:00', roomId: hall.id }) // prettier-ignore
    await expect(county.api.series.edit({ ...asked, seen })).rejects.toMatchObject({ code: 'CHANGED' })
  })

  test('nor is one of which a session has begun in the meantime', async () => {
    const county = await aCounty()
    const { group } = await tenThursdays(county)
    const asked = { bookingId: bookingOf(group, 4), scope: 'all', change: halfPast } as const
    const { seen } = await county.api.series.previewEdit(asked)
    county.setNow('2026-11-26T10:00:00.000Z')
    await expect(county.api.series.edit({ ...asked, seen })).rejects.toMatchObject({ code: 'CHANGED' })
  })

  test('a change that changes nothing is refused in words', async () => {
    const county = await aCounty()
    const { group } = await tenThursdays(county)
    await expect(editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: { startTime: '10:00' } })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Nothing would change') }) // prettier-ignore
  })
})

describe('refused in words', () => {
  test('from weekly to monthly: that is a new series [D54]', async () => {
    const county = await aCounty()
    const { group } = await tenThursdays(county)
    const monthly = { kind: 'month-weekday', every: 1, nth: 1, weekday: 4 } as const
    await expect(county.api.series.previewEdit({ bookingId: bookingOf(group, 4), scope: 'all', change: { repeats: monthly } })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('End this series and plan a new one') }) // prettier-ignore
  })

  test('another weekday for one alone, and another date for all', async () => {
    const county = await aCounty()
    const { group } = await tenThursdays(county)
    const bookingId = bookingOf(group, 4)
    await expect(county.api.series.previewEdit({ bookingId, scope: 'this', change: { weekday: 1 } })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
    await expect(county.api.series.previewEdit({ bookingId, scope: 'all', change: { date: '2026-12-01' } })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  })

  test('the title of a session, which is its group’s', async () => {
    const county = await aCounty()
    const { group } = await tenThursdays(county)
    await expect(county.api.series.previewEdit({ bookingId: bookingOf(group, 4), scope: 'all', change: { title: 'Club' } })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Change the group instead') }) // prettier-ignore
  })
})
