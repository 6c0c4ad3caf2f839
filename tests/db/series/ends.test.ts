import { describe, expect, test } from 'vitest'
import { aBooking, aRoom, undoOf } from '../../support/booking-factories.ts'
import { dump } from '../../support/dump.ts'
import { aGroup } from '../../support/group-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aBookedRun, anUntidyRun, bookingOf, byId, editSeries, seriesOf, skippedDates, startsOf, tenThursdays } from '../../support/series-edit-factories.ts' // prettier-ignore
import { tuesdays } from '../../support/series-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const after = (sessions: number) => ({ ends: { kind: 'after', sessions } }) as const
const on = (date: string) => ({ ends: { kind: 'on', date } }) as const

describe('a later end', () => {
  test('of two more sessions adds the next two dates of the rule, in the room and at the time of the others', async () => {
    const county = await aCounty()
    const { group, reread } = await tenThursdays(county)
    const preview = await editSeries(county, {
      bookingId: bookingOf(group, 4),
      scope: 'all',
      change: after(12),
    })
    expect(preview).toMatchObject({ added: 2, changed: 0 })
    const now = await reread()
    expect(startsOf(now).slice(10)).toEqual(['2027-01-07T10:00', '2027-01-14T10:00'])
    expect(now.sessions.slice(10)).toMatchObject([{ number: 11, roomName: 'Hall' }, { number: 12, roomName: 'Hall' }]) // prettier-ignore
  })

  test('on a date adds every date up to it, itself included', async () => {
    const county = await aCounty()
    const { group, reread } = await tenThursdays(county)
    await editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: on('2027-01-14') })
    expect(startsOf(await reread()).slice(10)).toEqual(['2027-01-07T10:00', '2027-01-14T10:00'])
  })

  test('leaves out the bank holidays of the rule, keeps them to try again, and still delivers as many', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const group = await aGroup(county, { roomId: hall.id, firstDate: '2026-12-18', weekday: 5, sessions: 1, skipBankHolidays: true }) // prettier-ignore
    await editSeries(county, { bookingId: bookingOf(group, 0), scope: 'all', change: after(2) })
    const now = await county.api.groups.get({ id: group.id })
    expect(startsOf(now)).toEqual(['2026-12-18T10:00', '2027-01-08T10:00'])
    expect(now.skipped).toMatchObject([
      { date: '2026-12-25', reason: 'Christmas Day' },
      { date: '2027-01-01' },
    ])
  })

  test('goes on from the new weekday, and makes none twice for one moved by hand in the last week [D53]', async () => {
    const county = await aCounty()
    const { group, hall, reread } = await tenThursdays(county)
    const last = at(group.sessions, 9)
    await county.api.groups.moveSession({ id: last.id, version: last.version, date: '2026-12-30', startTime: '10:00', endTime: '12:00', roomId: hall.id }) // prettier-ignore
    await editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: { weekday: 5, ...after(11) } }) // prettier-ignore
    expect(startsOf(await reread()).slice(8)).toEqual(['2026-12-25T10:00', '2026-12-30T10:00', '2027-01-08T10:00']) // prettier-ignore
  })

  test('does not count a cancelled session as delivered, and does not bring it back', async () => {
    const county = await aCounty()
    const { group, reread } = await anUntidyRun(county)
    await editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: after(10) })
    const starts = startsOf(await reread())
    expect(starts.slice(10)).toEqual(['2027-01-07T10:00'])
    expect(starts).toContain('off 2026-12-10T10:00')
  })

  test('to a date with something in its way is refused, or left out with the reason and kept to try again', async () => {
    const county = await aCounty()
    const { group, hall, reread } = await tenThursdays(county)
    await aBooking(county, hall.id, { date: '2027-01-07' })
    const asked = { bookingId: bookingOf(group, 4), scope: 'all', change: on('2027-01-14') } as const
    await expect(editSeries(county, asked)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('On Thu 7 Jan: Hall is taken') }) // prettier-ignore
    await editSeries(county, { ...asked, leaveInTheWay: true })
    const now = await reread()
    expect(startsOf(now).slice(10)).toEqual(['2027-01-14T10:00'])
    expect(now.skipped).toMatchObject([{ date: '2027-01-07', kind: 'clash' }])
  })
})

describe('an earlier end', () => {
  test('cancels the sessions that are too many with its reason, and frees their rooms', async () => {
    const county = await aCounty()
    const { group, hall, reread } = await tenThursdays(county)
    const preview = await editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: { ...after(8), reason: 'Fewer families' } }) // prettier-ignore
    expect(preview.sentence).toContain('2 sessions are cancelled and their rooms free')
    expect((await reread()).sessions.slice(8)).toMatchObject([{ reason: 'Fewer families' }, { reason: 'Fewer families' }]) // prettier-ignore
    await aBooking(county, hall.id, { date: '2026-12-31' })
  })

  test('never takes off what is over or marked, however few are asked for', async () => {
    const county = await aCounty()
    const { group, reread } = await anUntidyRun(county)
    await editSeries(county, { bookingId: bookingOf(group, 4), scope: 'all', change: after(1) })
    expect(startsOf(await reread()).filter((one) => !one.startsWith('off'))).toEqual([
      '2026-10-29T10:00', '2026-11-05T10:00', '2026-11-12T10:00', '2026-11-19T10:00',
    ]) // prettier-ignore
  })
})

describe('ending a series with registers in it [D51]', () => {
  test('cancels what is to come, keeps what is over with its marks, and deletes nothing', async () => {
    const county = await aCounty()
    const { group, reread } = await anUntidyRun(county)
    const seriesId = seriesOf(county, group.id)
    const before = byId(county, 'mark').size
    const ended = await county.api.series.end({ seriesId, after: '2026-11-30', reason: 'Funding ended' })
    expect(ended).toEqual({ cancelled: 4, kept: 5, sentence: '4 sessions are cancelled and their rooms are free. 5 sessions stay.' }) // prettier-ignore
    const now = await reread()
    expect(now.sessions).toHaveLength(10)
    expect(startsOf(now).filter((one) => !one.startsWith('off'))).toHaveLength(5)
    expect(byId(county, 'mark').size).toBe(before)
  })

  test('undone, every room is held again', async () => {
    const county = await aCounty()
    const { group } = await anUntidyRun(county)
    const before = dump(county)
    await county.api.series.end({ seriesId: seriesOf(county, group.id), after: '2026-11-30', reason: 'Funding ended' }) // prettier-ignore
    await (
      await undoOf(county)
    )()
    expect(dump(county)).toEqual(before)
  })

  test('is refused when nothing is to come after the date', async () => {
    const county = await aCounty()
    const { group } = await tenThursdays(county)
    await expect(county.api.series.end({ seriesId: seriesOf(county, group.id), after: '2026-12-31', reason: 'Over' })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  })

  test('a run of bookings ends with all its rooms, and forgets the dates left out after its end', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const room2 = await aRoom(county, { name: 'Room 2', buildingId: hall.buildingId })
    const { seriesId } = await aBookedRun(county, [hall.id, room2.id], { edits: [{ date: '2026-12-15', choice: 'skip' }] }) // prettier-ignore
    expect(await skippedDates(county, seriesId)).toEqual(['2026-12-15'])
    await county.api.series.end({ seriesId, after: '2026-12-01', reason: 'Moved out' })
    expect(await skippedDates(county, seriesId)).toEqual([])
    await aBooking(county, room2.id, { date: '2026-12-08' })
    await expect(
      county.api.bookings.listBetween({ from: '2026-12-08', to: '2026-12-22' }),
    ).resolves.toHaveLength(1)
  })
})

describe('a run of bookings in two rooms', () => {
  test('moves whole, and one busy room keeps all of that date where it is [D41]', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const room2 = await aRoom(county, { name: 'Room 2', buildingId: hall.buildingId })
    const { ids } = await aBookedRun(county, [hall.id, room2.id], { rule: tuesdays() })
    await aBooking(county, room2.id, { date: '2026-12-08', from: '12:00', to: '13:00' })
    const asked = { bookingId: at(ids, 0), scope: 'all', change: { startTime: '10:30', endTime: '12:30' } } as const // prettier-ignore
    await expect(editSeries(county, asked)).rejects.toMatchObject({ code: 'CONFLICT' })
    const preview = await editSeries(county, { ...asked, leaveInTheWay: true })
    expect(preview.sentence).toBe(
      '2 bookings move to 10:30am to 12:30pm; 1 stays: 1 has something in its way.',
    )
    const times = [...byId(county, 'booking').values()].filter((row) => row['series_id'] !== null).map((row) => row['starts_at']) // prettier-ignore
    expect(times.toSorted()).toEqual([
      '2026-12-01T10:30', '2026-12-01T10:30', '2026-12-08T10:00', '2026-12-08T10:00', '2026-12-15T10:30', '2026-12-15T10:30',
    ]) // prettier-ignore
  })

  test('takes a new title from one date on', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { ids } = await aBookedRun(county, [hall.id])
    await editSeries(county, {
      bookingId: at(ids, 1),
      scope: 'following',
      change: { title: 'Health visitors' },
    })
    const rows = byId(county, 'booking')
    expect(ids.map((id) => rows.get(id)?.['title'])).toEqual([
      'Midwives',
      'Health visitors',
      'Health visitors',
    ])
  })

  test('of hand-picked dates changes its time on all of them, and no date [D25]', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const dates = ['2026-12-01', '2026-12-09', '2026-12-24']
    const { ids } = await aBookedRun(county, [hall.id], {
      rule: tuesdays({ repeats: { kind: 'dates', dates } }),
    })
    await editSeries(county, { bookingId: at(ids, 0), scope: 'all', change: { startTime: '09:00' } })
    const rows = byId(county, 'booking')
    expect(ids.map((id) => rows.get(id)?.['starts_at'])).toEqual(dates.map((date) => `${date}T09:00`))
    await expect(editSeries(county, { bookingId: at(ids, 0), scope: 'all', change: { weekday: 1 } })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  })
})
