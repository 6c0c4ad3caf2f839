import { expect, test } from 'vitest'
import type { BuildingId, RoomId } from '../../../shared/ids.ts'
import { aRoom } from '../../support/booking-factories.ts'
import { aClosedTime } from '../../support/closure-factories.ts'
import { aHeldRoom } from '../../support/export-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const TUESDAY = '2026-11-24'

async function aCentre(name = 'Wigston Magna') {
  const county = await aCounty()
  const building = await county.api.buildings.create({ name, phone: '0116 496 0000' })
  const room = (roomName: string, more: { partOfId?: RoomId; setupMinutes?: number } = {}) =>
    aRoom(county, { name: roomName, buildingId: building.id, ...more })
  const hall = await room('Hall', { setupMinutes: 15 })
  const half = await room('Half', { partOfId: hall.id })
  const creche = await room('Crèche')
  return { county, building, hall, half, creche }
}

const sheetOf = async ({ api }: Pick<TestCounty, 'api'>, buildingId: BuildingId, date = TUESDAY) =>
  at(await api.exports.daySheets({ date, buildingId }), 0)

test('a day sheet lists the day by time, with what has to be known of each booking', async () => {
  const { county, building, hall, creche } = await aCentre()
  await aHeldRoom(county, creche.id, { from: '13:00', to: '14:00', title: 'Later' })
  await aHeldRoom(county, hall.id, { from: '10:00', to: '12:00', title: 'Tea and talk', people: 12, layout: 'Circle', contact: 'Sam, 5479', setupMinutes: 15, note: 'Secret' }) // prettier-ignore
  const sheet = await sheetOf(county, building.id)
  expect(sheet).toMatchObject({ buildingName: 'Wigston Magna', phone: '0116 496 0000', unused: ['Half'] })
  expect(sheet.lines.map((one) => one.title)).toEqual(['Tea and talk', 'Later'])
  expect(sheet.lines[0]).toMatchObject({
    startsAt: '2026-11-24T10:00',
    endsAt: '2026-11-24T12:00',
    heldFrom: '2026-11-24T09:45',
    rooms: 'Hall',
    lead: 'Sam, 5479',
    people: 12,
    layout: 'Circle',
    uncertain: null,
  })
  expect(JSON.stringify(sheet)).not.toContain('Secret')
})

test('a booking of several rooms is one line, and another day’s is not there', async () => {
  const { county, building, hall, creche } = await aCentre()
  const lead_id = await aHeldRoom(county, hall.id)
  await aHeldRoom(county, creche.id, { lead_id })
  await aHeldRoom(county, creche.id, { date: '2026-11-25', title: 'Tomorrow' })
  const { lines } = await sheetOf(county, building.id)
  expect(lines.map((one) => [one.title, one.rooms])).toEqual([['Citizens Advice', 'Hall and Crèche']])
})

test('what is not certain says so, and what has lapsed or was cancelled is not there', async () => {
  const { county, building, hall } = await aCentre()
  await aHeldRoom(county, hall.id, { title: 'Perhaps', status: 'tentative', expires_on: TUESDAY })
  await aHeldRoom(county, hall.id, { title: 'Asked', status: 'requested' })
  await aHeldRoom(county, hall.id, { title: 'Off', status: 'cancelled' })
  await aHeldRoom(county, hall.id, { title: 'Over', status: 'tentative', expires_on: '2026-11-22' })
  const { lines } = await sheetOf(county, building.id)
  expect(lines.map((one) => [one.title, one.uncertain])).toEqual([
    ['Perhaps', 'Pencilled in'],
    ['Asked', 'Asked for'],
  ])
})

test('closures and other hours of the day stand on the sheet, and those of another day do not', async () => {
  const { county, building, creche } = await aCentre()
  await aClosedTime(county, { buildingId: building.id, roomId: creche.id, startsAt: '2026-11-24T09:00' })
  await county.api.buildings.addOpeningException({ buildingId: building.id, fromDate: TUESDAY, toDate: TUESDAY, reason: 'Polling', hours: [{ opens: '09:00', closes: '12:00' }] }) // prettier-ignore
  expect(await sheetOf(county, building.id)).toMatchObject({
    hours: [{ opens: '09:00', closes: '12:00' }],
    hoursKnown: true,
    hoursReason: 'Polling',
    closures: [{ where: 'Crèche', reason: 'Boiler', startsAt: '2026-11-24T09:00' }],
  })
  expect(await sheetOf(county, building.id, '2026-11-25')).toMatchObject({ hoursReason: null, closures: [] })
})

test('a closed building is said once, as a whole', async () => {
  const { county, building } = await aCentre()
  await aClosedTime(county, { buildingId: building.id })
  const { closures } = await sheetOf(county, building.id)
  expect(closures.map((one) => one.where)).toEqual(['The whole building'])
})

test('how to get in is in a word beside each booking, and whole below, as it is from that day on', async () => {
  const { county, building, hall, creche } = await aCentre()
  const { api } = county
  const way = { buildingId: building.id, fromDate: '2026-11-01' } as const
  await api.buildings.addAccess({ ...way, kind: 'key', keyHolder: 'Sam, 0116 496 0001' })
  await api.buildings.addAccess({ ...way, roomId: creche.id, kind: 'code', code: '4711' })
  await api.buildings.addAccess({ ...way, fromDate: '2026-11-25', kind: 'reception' })
  await aHeldRoom(county, hall.id, { title: 'In the hall' })
  await aHeldRoom(county, creche.id, { title: 'In the crèche' })
  const sheet = await sheetOf(county, building.id)
  expect(sheet.lines.map((one) => [one.title, one.access])).toEqual([
    ['In the hall', 'Key'],
    ['In the crèche', 'Code'],
  ])
  expect(sheet.ways).toEqual([
    { where: 'Building', words: 'Key from Sam, 0116 496 0001.' },
    { where: 'Crèche', words: 'Door code 4711.' },
  ])
  expect((await sheetOf(county, building.id, '2026-11-25')).ways[0]?.words).toBe('Reception is open.')
})

test('there is a sheet for each building of a half that has rooms, and making them is recorded', async () => {
  const { county } = await aCentre()
  const { api } = county
  const localities = await api.buildings.listLocalities({})
  const inHalf = async (half: 'east' | 'west', name: string) => {
    const localityId = localities.find((one) => one.half === half)?.id ?? null
    const building = await api.buildings.create({ name, localityId })
    await aRoom(county, { buildingId: building.id })
  }
  await inHalf('east', 'Easton')
  await inHalf('west', 'Weston')
  await api.buildings.create({ name: 'No rooms yet' })
  const names = async (half: 'east' | 'west' | null) => (await api.exports.daySheets({ date: TUESDAY, half })).map((sheet) => sheet.buildingName) // prettier-ignore
  expect(await names('east')).toEqual(['Easton'])
  expect(await names(null)).toEqual(['Easton', 'Weston', 'Wigston Magna'])
  expect(await api.audit.list({ limit: 1 })).toMatchObject([{ operation: 'exports.daySheets' }])
})

test('a room’s week has each of its days, and what takes its floor with it', async () => {
  const { county, hall, half, creche } = await aCentre()
  await aHeldRoom(county, hall.id, { title: 'In the whole hall', layout: 'Rows' })
  await aHeldRoom(county, half.id, { date: '2026-11-26', title: 'In this half' })
  await aHeldRoom(county, creche.id, { title: 'Elsewhere' })
  const week = await county.api.exports.roomDays({ roomId: half.id, from: '2026-11-23', to: '2026-11-29' })
  expect(week).toMatchObject({ roomName: 'Half', buildingName: 'Wigston Magna' })
  expect(week.days.map((day) => day.date)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']) // prettier-ignore
  expect(week.days.flatMap((day) => day.lines.map((one) => [day.date, one.title, one.byRoom]))).toEqual([
    ['2026-11-24', 'In the whole hall', 'Hall'],
    ['2026-11-26', 'In this half', null],
  ])
})

test('a door never names what is private, whoever prints it, and says nobody’s name', async () => {
  const { county, hall } = await aCentre()
  await aHeldRoom(county, hall.id, { title: 'Contact: the Smiths', private: 1, purpose: 'contact', contact: 'Jo Price' }) // prettier-ignore
  const door = await county.api.exports.roomDays({ roomId: hall.id, from: TUESDAY, to: TUESDAY })
  expect(door.days[0]?.lines.map((one) => one.title)).toEqual(['Private booking'])
  expect(JSON.stringify(door)).not.toMatch(/Smith|Price/)
})

test('more than a week of a room is not a sheet', async () => {
  const { county, hall } = await aCentre()
  const asked = county.api.exports.roomDays({ roomId: hall.id, from: TUESDAY, to: '2026-12-01' })
  await expect(asked).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})
