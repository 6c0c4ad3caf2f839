import { describe, expect, test } from 'vitest'
import { insertBookings } from '../../../db/bookings/bookings.repository.ts'
import { newIdAt } from '../../../db/new-id.ts'
import type { Room } from '../../../shared/buildings/buildings.contract.ts'
import { bookingId, type BuildingId, type RoomId } from '../../../shared/ids.ts'
import { weekly } from '../../../shared/series/rule.ts'
import { aBuilding, aRoom } from '../../support/booking-factories.ts'
import { aClosedTime } from '../../support/closure-factories.ts'
import { openBuilding, weekdays } from '../../support/place-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, NOW, type Api, type TestCounty } from '../../support/test-county.ts'

const newId = newIdAt(new Date(NOW))

/** Tuesdays from 1 December 2026, 10am to midday. */
const tuesdays = (sessions: number) =>
  weekly({ firstDate: '2026-12-01', startTime: '10:00', endTime: '12:00', weekday: 2, sessions })
const find = (api: Api, asked: Partial<Parameters<Api['rooms']['find']>[0]> = {}) =>
  api.rooms.find({ rule: tuesdays(4), ...asked })
const names = (found: Awaited<ReturnType<typeof find>>) => found.answers.map((answer) => answer.roomName)
const states = (found: Awaited<ReturnType<typeof find>>, name: string) =>
  found.answers.find((answer) => answer.roomName === name)?.days.map((day) => day.state)

/** Takes a room from 10am to 11am on these dates, for Baby massage. */
const take = (county: TestCounty, room: Room, ...dates: string[]) =>
  putRows(county, (tx) =>
    insertBookings(
      tx,
      dates.map((date) => ({ id: newId(bookingId), room_id: room.id, purpose: 'partner', title: 'Baby massage', startsAt: `${date}T10:00`, endsAt: `${date}T11:00`, setupMinutes: 0, cleardownMinutes: 0 })), // prettier-ignore
    ),
  )

/** Says more of a room than its factory does. */
const put = (county: TestCounty, id: RoomId, set: object) =>
  putRows(county, (tx) => tx.updateTable('room').set(set).where('id', '=', id).execute())
const aFeature = (county: TestCounty, room_id: RoomId, name: string) =>
  putRows(county, (tx) =>
    tx
      .insertInto('room_feature')
      .values({ id: newId(bookingId), room_id, name, name_key: name.toLowerCase() })
      .execute(),
  )
const at = (county: TestCounty, id: BuildingId, latitude: number, longitude: number) =>
  putRows(county, (tx) =>
    tx.updateTable('building').set({ latitude, longitude }).where('id', '=', id).execute(),
  )

describe('a room for a run', () => {
  test('is found for every date of the rule, the fullest answer first, taken ones after it', async () => {
    const county = await aCounty()
    const wigston = await aBuilding(county)
    const oadby = await aBuilding(county, 'Oadby')
    const hall = await aRoom(county, { buildingId: wigston.id })
    const studio = await aRoom(county, { name: 'Studio', buildingId: oadby.id })
    await take(county, hall, '2026-12-08')
    await take(county, studio, '2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22')
    const found = await find(county.api)
    expect(found.dates).toEqual(['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'])
    expect(found.answers).toMatchObject([
      { roomName: 'Hall', buildingName: 'Wigston Magna', free: 3, moved: 0, total: 4, compromises: ['1 of 4 dates is taken'] }, // prettier-ignore
      { roomName: 'Studio', free: 0, compromises: ['taken on all 4 dates'] },
    ])
    expect(found.answers[0]?.days[1]).toMatchObject({ date: '2026-12-08', state: 'taken', words: 'Hall is taken from 10am to 11am by Baby massage' }) // prettier-ignore
    expect(found.more).toBe(0)
  })

  test('moves within its building on the days when it is taken, and says where to', async () => {
    const county = await aCounty()
    const { id: buildingId } = await aBuilding(county)
    const hall = await aRoom(county, { buildingId, capacity: 20 })
    const two = await aRoom(county, { name: 'Room 2', buildingId, capacity: 30 })
    await take(county, hall, '2026-12-15')
    await take(county, two, '2026-12-01', '2026-12-22')
    const found = await find(county.api, { people: 14 })
    expect(states(found, 'Hall')).toEqual(['free', 'free', 'moved', 'free'])
    expect(found.answers[0]).toMatchObject({ free: 3, moved: 1, compromises: ['in Room 2 on 1 date'] })
    expect(found.answers[0]?.days[2]).toMatchObject({ roomId: two.id, roomName: 'Room 2', words: 'Hall is taken from 10am to 11am by Baby massage; Room 2 is free' }) // prettier-ignore
    expect(states(found, 'Room 2')).toEqual(['taken', 'free', 'free', 'taken'])
  })

  test('has what is asked for in it, or says that it has not', async () => {
    const county = await aCounty()
    const { id: buildingId } = await aBuilding(county)
    const hall = await aRoom(county, { buildingId, capacity: 12 })
    const kitchen = await aRoom(county, { name: 'Kitchen diner', buildingId, capacity: 40 })
    await aFeature(county, kitchen.id, 'Kitchen')
    await put(county, kitchen.id, { step_free: 1 })
    await put(county, hall.id, { step_free: 0 })
    const found = await find(county.api, { features: ['kitchen'], stepFree: true, people: 14 })
    expect(found.answers).toMatchObject([
      { roomName: 'Kitchen diner', fits: ['seats 40', 'step-free', 'has kitchen'], compromises: [] },
      { roomName: 'Hall', compromises: ['seats 12, you asked for 14', 'not step-free', 'no kitchen known'] },
    ])
    await put(county, hall.id, { step_free: null })
    expect((await find(county.api, { stepFree: true })).answers[1]?.compromises).toEqual(['no step-free access known']) // prettier-ignore
  })

  test('has a free crèche beside it, in the same building, on as many dates as can be', async () => {
    const county = await aCounty()
    const { id: buildingId } = await aBuilding(county)
    const elsewhere = await aBuilding(county, 'Oadby')
    await aRoom(county, { name: 'Studio', buildingId: elsewhere.id })
    const hall = await aRoom(county, { buildingId, capacity: 20 })
    const creche = await aRoom(county, { name: 'Sunshine room', buildingId, capacity: 8 })
    await aFeature(county, creche.id, 'Crèche')
    await take(county, creche, '2026-12-08')
    const found = await find(county.api, { beside: 'creche', people: 14 })
    expect(found.answers[0]).toMatchObject({
      roomId: hall.id,
      besideRoom: { roomId: creche.id, roomName: 'Sunshine room' },
      free: 4,
      fits: ['seats 20', 'Sunshine room beside it'],
      compromises: ['Sunshine room is not free beside it on 1 date'],
    })
    expect(found.answers[0]?.days.map((day) => day.beside)).toEqual([true, false, true, true])
    expect(found.answers[0]?.days[1]?.words).toBe('free, but Sunshine room is taken from 10am to 11am by Baby massage') // prettier-ignore
    expect(found.answers.find((one) => one.roomName === 'Studio')?.compromises).toContain(
      'no creche beside it',
    )
  })

  test('is not a half of a hall that is taken, nor the hall while a half of it is', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const half = await aRoom(county, { name: 'Half', buildingId: hall.buildingId, partOfId: hall.id })
    const other = await aRoom(county, { name: 'Other half', buildingId: hall.buildingId, partOfId: hall.id })
    await take(county, half, '2026-12-01')
    await take(county, hall, '2026-12-08')
    const found = await find(county.api)
    const days = (room: Room) =>
      found.answers.find((one) => one.roomId === room.id)?.days.map((day) => day.words)
    expect(days(hall)?.slice(0, 2)).toEqual(['Half is taken from 10am to 11am by Baby massage', 'Hall is taken from 10am to 11am by Baby massage']) // prettier-ignore
    expect(days(other)?.[1]).toBe('Hall is taken from 10am to 11am by Baby massage')
    expect(states(found, 'Other half')?.[0]).toBe('free')
  })
})

describe('a date of it', () => {
  test('counts the minutes before and after: a room whose clear-down runs on is taken', async () => {
    const county = await aCounty()
    const hall = await aRoom(county, { setupMinutes: 30 })
    await take(county, hall, '2026-12-01')
    const at11 = (startTime: string) =>
      find(county.api, { rule: weekly({ firstDate: '2026-12-01', startTime, endTime: '13:00', weekday: 2, sessions: 1 }) }) // prettier-ignore
    expect(states(await at11('11:00'), 'Hall')).toEqual(['taken'])
    expect(states(await at11('11:30'), 'Hall')).toEqual(['free'])
  })

  test('leaves bank holidays and what is closed everywhere out of the run, with the reason', async () => {
    const county = await aCounty()
    await aRoom(county)
    await aClosedTime(county, { startsAt: '2026-12-08T00:00', endsAt: '2026-12-09T00:00' })
    const found = await find(county.api, { rule: { ...tuesdays(3), skipBankHolidays: true } })
    expect(found.dates).toEqual(['2026-12-01', '2026-12-15', '2026-12-22'])
    expect(found.leftOut).toEqual([{ date: '2026-12-08', kind: 'closure', reason: 'Boiler' }])
    const fridays = weekly({ firstDate: '2026-12-18', startTime: '10:00', endTime: '12:00', weekday: 5, sessions: 2 }) // prettier-ignore
    const over = await find(county.api, { rule: fridays })
    expect(over.leftOut).toMatchObject([{ date: '2026-12-25', kind: 'bank-holiday' }, { date: '2027-01-01' }])
    expect(over.dates).toEqual(['2026-12-18', '2027-01-08'])
  })

  test('is not one that is closed, or outside the hours of its building, on that date', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await openBuilding(county, hall.buildingId, weekdays('09:00-17:00'))
    await aClosedTime(county, { buildingId: hall.buildingId, startsAt: '2026-12-08T00:00', endsAt: '2026-12-09T00:00' }) // prettier-ignore
    const found = await find(county.api)
    expect(states(found, 'Hall')).toEqual(['free', 'taken', 'free', 'free'])
    expect(found.answers[0]?.days[1]?.words).toContain('Boiler')
    const evening = weekly({ firstDate: '2026-12-01', startTime: '16:00', endTime: '18:00', weekday: 2, sessions: 1 }) // prettier-ignore
    expect((await find(county.api, { rule: evening })).answers[0]?.days[0]?.words).toBe('Wigston Magna is open that day from 9am to 5pm') // prettier-ignore
  })
})

describe('an answer', () => {
  test('is the nearer of two that are alike: by coordinates, and not told to be far by nobody', async () => {
    const county = await aCounty()
    const [near, far, next] = [await aBuilding(county, 'Oadby'), await aBuilding(county, 'A far one'), await aBuilding(county, 'Next')] // prettier-ignore
    await at(county, near.id, 52.6, -1.08)
    await at(county, far.id, 52.75, -1.47)
    await at(county, next.id, 52.61, -1.1)
    for (const { id, name } of [far, next, near])
      await aRoom(county, { name: `${name} hall`, buildingId: id })
    const found = await find(county.api, { near: near.id })
    expect(names(found)).toEqual(['Oadby hall', 'Next hall', 'A far one hall'])
    expect(found.answers.map((one) => one.compromises)).toEqual([[], ['1 mile away'], ['19 miles away']])
    expect(found.answers[2]?.km).toBeCloseTo(31.2, 0)
    expect((await find(county.api)).answers.every((one) => one.km === null)).toBe(true)
  })

  test('is looked for in one building where one is named, and says how many are not told', async () => {
    const county = await aCounty()
    const wigston = await aBuilding(county)
    for (const name of ['A', 'B', 'C']) await aRoom(county, { name, buildingId: wigston.id })
    await aRoom(county, { name: 'D', buildingId: (await aBuilding(county, 'Oadby')).id })
    expect(names(await find(county.api, { buildingId: wigston.id }))).toEqual(['A', 'B', 'C'])
    const some = await find(county.api, { most: 2 })
    expect([names(some), some.more]).toEqual([['D', 'A'], 2])
  })

  test('is never an archived one', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await put(county, hall.id, { archived: 1 })
    expect((await find(county.api)).answers).toEqual([])
  })

  test('is to be asked for by those who may not take it', async () => {
    const county = await aCounty()
    const mine = await aBuilding(county)
    const theirs = await aBuilding(county, 'Zouch')
    await aRoom(county, { name: 'Mine', buildingId: mine.id })
    await aRoom(county, { name: 'Theirs', buildingId: theirs.id })
    const assistant = await county.as('assistant', { buildingIds: [mine.id] })
    expect((await find(assistant)).answers.map((one) => [one.roomName, one.toAskFor])).toEqual([['Mine', false], ['Theirs', true]]) // prettier-ignore
    expect((await find(assistant)).answers[1]?.compromises).toEqual(['has to be asked for'])
  })

  test('is refused in words for a rule that cannot be', async () => {
    const county = await aCounty()
    const rule = { ...tuesdays(4), ends: { kind: 'on' as const, date: '2026-11-01' } }
    await expect(find(county.api, { rule })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('is found for a year of dates as for one, every room told or counted', async () => {
    const county = await aCounty('sample')
    const [one, year] = [await find(county.api, { rule: tuesdays(1) }), await find(county.api, { rule: tuesdays(52) })] // prettier-ignore
    expect([one.dates.length, year.dates.length]).toEqual([1, 52])
    expect(year.answers.length + year.more).toBe(one.answers.length + one.more)
  })
})
