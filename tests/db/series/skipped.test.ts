import { describe, expect, test } from 'vitest'
import { aBooking, aRoom, undoOf } from '../../support/booking-factories.ts'
import { dump } from '../../support/dump.ts'
import { aGroup } from '../../support/group-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aBookedRun, byId, editSeries, seriesOf, startsOf } from '../../support/series-edit-factories.ts'
import { tuesdays } from '../../support/series-factories.ts'
import { weeks } from '../../support/series-rules.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

/** Fridays from 18 December 2026, of which Christmas Day and New Year's Day are left out: 18 December, 8 January. */
async function overChristmas(county: TestCounty) {
  const hall = await aRoom(county)
  const room2 = await aRoom(county, { name: 'Room 2', buildingId: hall.buildingId })
  const group = await aGroup(county, { roomId: hall.id, firstDate: '2026-12-18', weekday: 5, sessions: 2, skipBankHolidays: true }) // prettier-ignore
  const seriesId = seriesOf(county, group.id)
  const retry = () => county.api.series.retry({ seriesId })
  const reread = () => county.api.groups.get({ id: group.id })
  return { hall, room2, group, seriesId, retry, reread }
}

describe('a date left out, tried again', () => {
  test('is free when its holiday is one no longer, and comes back with one press', async () => {
    const county = await aCounty()
    const { retry, reread } = await overChristmas(county)
    await county.api.settings.removeBankHoliday({ date: '2027-01-01' })
    const tried = await retry()
    expect(tried).toMatchObject([
      { date: '2026-12-25', state: 'still', words: 'Still left out: Christmas Day. Hall is free' },
      { date: '2027-01-01', state: 'free', words: 'Hall is free' },
    ])
    expect(await county.api.series.addSkipped({ skipId: at(tried, 1).id })).toMatchObject({
      roomName: 'Hall',
    })
    const now = await reread()
    expect(startsOf(now)).toEqual(['2026-12-18T10:00', '2027-01-01T10:00', '2027-01-08T10:00'])
    expect(now.sessions.map((one) => one.number)).toEqual([1, 2, 3])
    expect(now.skipped.map((one) => one.date)).toEqual(['2026-12-25'])
  })

  test('is taken while somebody has its room, and goes into another that is free', async () => {
    const county = await aCounty()
    const { hall, room2, retry, reread } = await overChristmas(county)
    await aBooking(county, hall.id, { date: '2026-12-25' })
    const [tried] = await retry()
    expect(tried).toMatchObject({ state: 'taken', otherRooms: [{ roomId: room2.id, roomName: 'Room 2' }] })
    const skipId = tried?.id ?? at([], 0)
    await expect(county.api.series.addSkipped({ skipId })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Hall is taken') }) // prettier-ignore
    await county.api.series.addSkipped({ skipId, roomId: room2.id })
    expect(at((await reread()).sessions, 1)).toMatchObject({
      startsAt: '2026-12-25T10:00',
      roomName: 'Room 2',
    })
  })

  test('is not offered, and not added, once it is over', async () => {
    const county = await aCounty()
    const { retry } = await overChristmas(county)
    county.setNow('2026-12-26T09:00:00.000Z')
    const [tried] = await retry()
    expect(tried).toMatchObject({ date: '2026-12-25', state: 'over', otherRooms: [] })
    await expect(county.api.series.addSkipped({ skipId: tried?.id ?? at([], 0) })).rejects.toMatchObject({ code: 'CONFLICT' }) // prettier-ignore
  })

  test('is left out again when its addition is undone', async () => {
    const county = await aCounty()
    const { retry } = await overChristmas(county)
    const before = dump(county)
    await county.api.series.addSkipped({ skipId: at(await retry(), 0).id })
    await (
      await undoOf(county)
    )()
    expect(dump(county)).toEqual(before)
  })

  test('goes to the new weekday with its series, so that it is tried where the others are [D45]', async () => {
    const county = await aCounty()
    const { group, retry } = await overChristmas(county)
    const bookingId = group.sessions[0]?.bookingId ?? at([], 0)
    await editSeries(county, { bookingId, scope: 'all', change: { weekday: 4 } })
    expect((await retry()).map((one) => `${one.date} ${one.state}`)).toEqual([
      '2026-12-24 free',
      '2026-12-31 free',
    ])
  })

  test('of a run comes back with all its rooms', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const room2 = await aRoom(county, { name: 'Room 2', buildingId: hall.buildingId })
    const { seriesId } = await aBookedRun(county, [hall.id, room2.id], { edits: [{ date: '2026-12-08', choice: 'skip' }] }) // prettier-ignore
    const tried = await county.api.series.retry({ seriesId })
    await county.api.series.addSkipped({ skipId: at(tried, 0).id })
    const rows = [...byId(county, 'booking').values()].filter((row) => row['series_date'] === '2026-12-08')
    expect(rows.map((row) => row['room_id']).toSorted()).toEqual([hall.id, room2.id].toSorted())
    expect(await county.api.series.listSkipped({ seriesId })).toEqual([])
  })

  test('cannot come back by somebody whose series it is not', async () => {
    const county = await aCounty()
    const { retry } = await overChristmas(county)
    const [tried] = await retry()
    const facilitator = await county.as('facilitator')
    await expect(facilitator.series.addSkipped({ skipId: tried?.id ?? at([], 0) })).rejects.toMatchObject({ code: 'NOT_ALLOWED' }) // prettier-ignore
  })
})

describe('a holiday entered after the series was planned [D14]', () => {
  const coronation = { date: '2027-01-08', name: 'Coronation' }

  test('shows each date that it falls on, and no other', async () => {
    const county = await aCounty()
    const { group } = await overChristmas(county)
    expect(await county.api.series.affected({})).toEqual([])
    await county.api.settings.addBankHoliday(coronation)
    expect(await county.api.series.affected({})).toMatchObject([
      {
        groupId: group.id,
        startsAt: '2027-01-08T10:00',
        reason: 'Coronation',
        roomName: 'Hall',
        mayChange: true,
      },
    ])
  })

  test('is no matter to a series that does not leave holidays out', async () => {
    const county = await aCounty()
    await aGroup(county, { firstDate: '2027-01-08', weekday: 5, sessions: 1, skipBankHolidays: false })
    await county.api.settings.addBankHoliday(coronation)
    expect(await county.api.series.affected({})).toEqual([])
  })

  test('nor to a date that is over, cancelled, or was put there by hand', async () => {
    const county = await aCounty()
    const { group, hall } = await overChristmas(county)
    await county.api.settings.addBankHoliday(coronation)
    const { id, version } = at(group.sessions, 1)
    await county.api.groups.moveSession({ id, version, date: '2027-01-08', startTime: '13:00', endTime: '14:00', roomId: hall.id }) // prettier-ignore
    expect(await county.api.series.affected({})).toEqual([])
  })

  test('can be held all the same, and is asked about no more; undone, it is asked about again', async () => {
    const county = await aCounty()
    await overChristmas(county)
    await county.api.settings.addBankHoliday(coronation)
    const [one] = await county.api.series.affected({})
    await county.api.series.keepDate({ bookingId: one?.bookingId ?? at([], 0), version: one?.version ?? 0 })
    expect(await county.api.series.affected({})).toEqual([])
    await (
      await undoOf(county)
    )()
    expect(await county.api.series.affected({})).toHaveLength(1)
  })

  test('also of the school year: a run in term time that now lies in a holiday', async () => {
    const county = await aCounty()
    const term = await county.api.settings.createTerm({ name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-18' }) // prettier-ignore
    await county.api.settings.createTerm({ name: 'Spring', startsOn: '2027-01-11', endsOn: '2027-02-12' })
    await aGroup(county, { firstDate: '2026-12-01', termTimeOnly: true })
    expect(await county.api.series.affected({})).toEqual([])
    await county.api.settings.updateTerm({ id: term.id, version: term.version, name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-11' }) // prettier-ignore
    expect(await county.api.series.affected({})).toMatchObject([{ startsAt: '2026-12-15T10:00', reason: 'School holiday' }]) // prettier-ignore
  })
})

describe('a date held on purpose on a day that its rule leaves out', () => {
  test('of a run, planned so from the start, is not asked about', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const rule = tuesdays({ firstDate: '2026-12-25', repeats: weeks([5]), skipBankHolidays: true })
    await aBookedRun(county, [hall.id], { rule, edits: [{ date: '2026-12-25', choice: 'run' }] })
    expect(await county.api.series.affected({})).toEqual([])
  })

  test('of a group is not asked about once it is kept, and still moves in time with the others', async () => {
    const county = await aCounty()
    const { group, retry } = await overChristmas(county)
    await county.api.series.addSkipped({ skipId: at(await retry(), 0).id })
    expect(await county.api.series.affected({})).toEqual([])
    const bookingId = group.sessions[0]?.bookingId ?? at([], 0)
    await editSeries(county, { bookingId, scope: 'all', change: { startTime: '10:30' } })
    const now = await county.api.groups.get({ id: group.id })
    expect(startsOf(now)).toContain('2026-12-25T10:30')
  })
})
