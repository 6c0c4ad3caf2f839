import fc from 'fast-check'
import { expect, test } from 'vitest'
import { line } from '../../../shared/text.ts'
import { aRoom } from '../../support/booking-factories.ts'
import { aHeldRoom, aPath, theCsv, theWorkbook } from '../../support/export-factories.ts'
import { aGroup, aProgramme, aWorker } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const week = { from: '2026-11-23', to: '2026-11-29' }
const bookings = { list: 'bookings', ...week } as const

async function aDiary() {
  const county = await aCounty()
  const building = await county.api.buildings.create({ name: 'Wigston Magna' })
  const hall = await aRoom(county, { name: 'Hall', buildingId: building.id, setupMinutes: 15 })
  return { county, building, hall }
}

test('a file of bookings has each under its headings, with times as times and the held time beside', async () => {
  const { county, hall } = await aDiary()
  await aHeldRoom(county, hall.id, { title: '=Citizens', from: '09:30', to: '11:00', setupMinutes: 15, people: 12, contact: 'Sam', layout: 'Circle', note: 'Secret' }) // prettier-ignore
  const [headings = [], ...rows] = await theCsv(county, bookings)
  const [first = []] = rows
  expect(Object.fromEntries(headings.map((heading, column) => [heading, first[column]]))).toMatchObject({
    Date: '2026-11-24',
    Starts: '09:30',
    Ends: '11:00',
    'Held from': '09:15',
    'Held to': '11:00',
    Title: "'=Citizens",
    Purpose: 'Partner agency',
    Status: 'Confirmed',
    Room: 'Hall',
    Building: 'Wigston Magna',
    People: '12',
    Layout: 'Circle',
    'Whom to ask': 'Sam',
  })
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('Secret')
})

test('the workbook has the same cells as the file of text, as dates, times and numbers', async () => {
  const { county, hall } = await aDiary()
  for (const [n, from] of ['08:05', '09:35', '10:20', '23:10'].entries())
    await aHeldRoom(county, hall.id, {
      from,
      to: `${from.slice(0, 3)}59`,
      title: `=Group ${n}`,
      people: n + 1,
    })
  const csv = await theCsv(county, bookings)
  const { rows, list } = await theWorkbook(county, bookings)
  const unmarked = csv.map((row) => row.map((cell) => cell.replace(/^'(?==)/, '')))
  expect(rows.map((row) => row.map((cell) => String(cell ?? '')))).toEqual(unmarked)
  expect(list.getCell('A2').numFmt).toBe('dd/mm/yyyy')
  expect(list.getCell('B2').numFmt).toBe('hh:mm')
  expect(list.getCell('M2').value).toBe(1)
})

test('the workbook’s heading stays in view and can be filtered, and About says what it is and who made it', async () => {
  const { county, building, hall } = await aDiary()
  await aHeldRoom(county, hall.id)
  const filter = { purposes: ['partner' as const], buildingIds: [building.id] }
  const { list, about } = await theWorkbook(county, { ...bookings, filter })
  expect(list.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(list.autoFilter).toMatch(/^A1:/)
  expect(Object.fromEntries(about)).toMatchObject({
    Marking: 'OFFICIAL-SENSITIVE: personal information',
    List: 'Bookings',
    Days: '23 November to 29 November 2026',
    Building: 'All',
    Buildings: 'Wigston Magna',
    Purposes: 'Partner agency',
    Status: 'Confirmed, Pencilled in and Asked for',
    Rows: 1,
    'Made by': 'Ada Administrator',
    'Made at': '2026-11-23T09:00',
  })
})

test('what the filter leaves out is not in the file, and what it asks for is', async () => {
  const { county, building, hall } = await aDiary()
  await aHeldRoom(county, hall.id, { title: 'Partner' })
  await aHeldRoom(county, hall.id, { title: 'Staff', purpose: 'staff', from: '12:00', to: '13:00' })
  await aHeldRoom(county, hall.id, { title: 'Off', status: 'cancelled' })
  const titles = async (filter: object) =>
    (await theCsv(county, { ...bookings, filter })).slice(1).map((row) => row[3])
  expect(await titles({})).toEqual(['Partner', 'Staff'])
  expect(await titles({ purposes: ['staff'] })).toEqual(['Staff'])
  expect(await titles({ statuses: ['cancelled'] })).toEqual(['Off'])
  expect(await titles({ buildingIds: [building.id], mine: true })).toEqual([])
})

test('any title that can be typed is the same in the workbook and in the file of text', async () => {
  const { county, hall } = await aDiary()
  const titleOf = line('Enter a title.', 120)
  const typed = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), 300)
  const titles = typed.flatMap((text) => titleOf.safeParse(text).data ?? []).filter((text) => !text.startsWith("'")) // prettier-ignore
  const lines = [...titles, '=SUM(A1)', 'Tea, cake; talk', '"Quoted"', '👩‍👧 Ó’Neill', '<b>&amp;']
  for (const [n, title] of lines.entries())
    await aHeldRoom(county, hall.id, {
      title,
      status: 'tentative',
      from: '10:00',
      to: '11:00',
      people: n + 1,
    })
  const read = (rows: readonly (readonly unknown[])[]) =>
    new Map(rows.slice(1).map((row) => [Number(row[12]), row[3]]))
  const wanted = new Map(lines.map((title, n) => [n + 1, title]))
  expect(read((await theWorkbook(county, bookings)).rows)).toEqual(wanted)
  const csv = (await theCsv(county, bookings)).map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@＝＋－＠])/, ''))) // prettier-ignore
  expect(read(csv)).toEqual(wanted)
})

test('rooms and buildings come with where they are', async () => {
  const { county, building, hall } = await aDiary()
  await aRoom(county, { name: 'Half', buildingId: building.id, partOfId: hall.id, capacity: 12 })
  const rooms = await theCsv(county, { list: 'rooms' })
  expect(rooms.slice(1).map((row) => [row[0], row[3], row[4], row[7], row[9]])).toEqual([
    ['Wigston Magna', 'Half', 'Hall', '12', '0'],
    ['Wigston Magna', 'Hall', '', '', '15'],
  ])
  expect(await theCsv(county, { list: 'buildings' })).toHaveLength(2)
})

test('closures come with where, when and what is still to be decided, without the note', async () => {
  const { county, building, hall } = await aDiary()
  await aHeldRoom(county, hall.id)
  const when = { kind: 'days', from: '2026-11-24', to: '2026-11-25' } as const
  await county.api.closures.create({ places: [{ buildingId: building.id }], when, reason: 'Boiler', note: 'Ask Sam' }) // prettier-ignore
  const [headings = [], ...rows] = await theCsv(county, { list: 'closures' })
  expect(rows).toHaveLength(1)
  expect(Object.fromEntries(headings.map((heading, column) => [heading, rows[0]?.[column]]))).toMatchObject({
    Reason: 'Boiler',
    Where: 'Wigston Magna',
    'First day': '2026-11-24',
    State: 'To come',
    'Other bookings to decide': '1',
  })
  expect(JSON.stringify(rows)).not.toContain('Ask Sam')
})

async function twoGroups(county: TestCounty) {
  const jo = await aWorker(county, 'Jo Price')
  const programmeId = (await aProgramme(county)).id
  await aGroup(county, { programmeId, name: 'Bounce Back', facilitatorIds: [jo.id] })
  await aGroup(county, { programmeId, name: 'Aerobics', firstDate: '2026-12-02', weekday: 3 })
}

test('groups come as the screen has them: chosen by what was typed, and in its order', async () => {
  const county = await aCounty()
  await twoGroups(county)
  const names = async (more: object) => (await theCsv(county, { list: 'groups', ...more })).slice(1).map((row) => row[0]) // prettier-ignore
  expect(await names({})).toEqual(['Bounce Back', 'Aerobics'])
  expect(await names({ sort: { key: 'name', order: 'ascending' } })).toEqual(['Aerobics', 'Bounce Back'])
  expect(await names({ text: 'price' })).toEqual(['Bounce Back'])
  expect(await names({ status: ['finished'] })).toEqual([])
})

test('what registers owe is only in the file of somebody who may see registers', async () => {
  const county = await aCounty()
  await twoGroups(county)
  const headings = async (role: 'facilities' | 'facilitator') => at(await theCsv(county, { list: 'groups' }, await county.as(role)), 0) // prettier-ignore
  expect(await headings('facilitator')).toContain('Registers to take')
  expect(await headings('facilities')).not.toContain('Registers to take')
})

test('a group that must not be named has its neutral title in the file of who may not see people', async () => {
  const county = await aCounty()
  const programme = await aProgramme(county, { name: 'Freedom', sensitive: true })
  await aGroup(county, { programmeId: programme.id, name: 'Freedom, winter', publicTitle: 'Tuesday group' })
  const facilities = await county.as('facilities')
  const [, row] = await theCsv(county, { list: 'groups' }, facilities)
  expect(row?.slice(0, 3)).toEqual(['Tuesday group', 'Tuesday group', 'Tuesday group'])
})

test('staff come by the heading that was chosen', async () => {
  const county = await aCounty()
  await aWorker(county, 'Zed Young', 'family')
  await aWorker(county, 'Amir Khan', 'youth-justice')
  const names = async (order: 'ascending' | 'descending') =>
    (await theCsv(county, { list: 'staff', sort: { key: 'name', order } })).slice(1).map((row) => row[0])
  expect(await names('ascending')).toEqual(['Amir Khan', 'Zed Young'])
  expect(await names('descending')).toEqual(['Zed Young', 'Amir Khan'])
})

test('the people of a group come to those who may take them out of the program, and to no others', async () => {
  const county = await aCounty()
  const group = await aGroup(county)
  await enrol(county, group.id, (await aPerson(county)).id)
  const people = { list: 'people', groupId: group.id } as const
  expect((await theCsv(county, people)).slice(1).map((row) => row[0])).toEqual(['Mia Patel'])
  for (const role of ['assistant', 'facilities'] as const)
    await expect(theCsv(county, people, await county.as(role))).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})

test('making a file is recorded with what was chosen and how much is in it, and without a typed word', async () => {
  const county = await aCounty()
  await twoGroups(county)
  await theCsv(county, { list: 'groups', text: 'Price' })
  const rows = await putRows(county, (tx) =>
    tx.selectFrom('audit_entry').selectAll().where('operation', '=', 'exports.listFile').execute(),
  )
  const [entry] = rows
  expect(rows).toHaveLength(1)
  expect(entry?.user_name).toBe('Ada Administrator')
  expect(JSON.parse(entry?.subject ?? '')).toMatchObject({ list: 'groups', format: 'csv', rows: 1, text: 'some' }) // prettier-ignore
  expect(entry?.subject).not.toContain('Price')
})

test('a list of more than a year is refused, and no file is made', async () => {
  const { county } = await aDiary()
  const asked = { ...bookings, from: '2024-01-01' }
  const made = county.api.exports.listFile({ asked, format: 'csv', grant: county.grant(aPath(county, 'csv')) }) // prettier-ignore
  await expect(made).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})
