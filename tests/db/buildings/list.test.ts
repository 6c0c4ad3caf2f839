import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PlannedRow } from '../../../shared/buildings/list.contract.ts'
import { aBooking, aBuilding, aRoom, undoOf } from '../../support/booking-factories.ts'
import { dump } from '../../support/dump.ts'
import { hours, openBuilding } from '../../support/place-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const HEAD = 'Centre,Address,Post code,District,Tel,Room,Max capacity,Min group size,Step-free access,Features,Set-up (mins),Clear down mins,Half of,Mon,Tue,Saturday' // prettier-ignore
const LIST = [
  'Family centres of the county,,,,,,,,,,,,,,,',
  HEAD,
  'Wigston Magna,Long Street,le181aa,bow,1164960000,Hall,60,20,Yes,"Kitchen, Projector",30,15,,9-5,"9-12, 1-5pm",closed',
  ',,,,,Front half,30,,Yes,,15,15,Hall,,,',
  'Barwell,High Street,LE9 8DQ,Hinckley & Bosworth,,Group room,about 16,,no,,,,,,,',
].join('\n')

async function read(county: TestCounty, text = LIST) {
  const table = await county.api.buildings.readList({ kind: 'text', text })
  const list = { columns: table.columns.map((column) => column.kind), rows: table.rows }
  return { table, list }
}
const states = (rows: readonly PlannedRow[]) => rows.map(({ row, state, building, room }) => [row, state, building, room]) // prettier-ignore

describe('a list of buildings', () => {
  test('is read from a file, with its columns guessed by their headings and its title passed over', async () => {
    const county = await aCounty()
    const path = join(county.folder, 'buildings.csv')
    writeFileSync(path, LIST)
    const table = await county.api.buildings.readList({ kind: 'file', grant: county.grant(path) })
    expect(table).toMatchObject({ fileName: 'buildings.csv', notes: ['1 row above the headings passed over.'] }) // prettier-ignore
    expect(table.columns.map((column) => column.kind)).toEqual(['building', 'address', 'postcode', 'locality', 'phone', 'room', 'capacity', 'least', 'step-free', 'features', 'setup', 'cleardown', 'half-of', 'monday', 'tuesday', 'saturday']) // prettier-ignore
  })

  test('shows what each row would do, with the reason where one cannot be used, and saves nothing', async () => {
    const county = await aCounty()
    const before = dump(county)
    const { list } = await read(county)
    const { rows, summary, samples } = await county.api.buildings.previewList(list)
    expect(states(rows)).toEqual([
      [3, 'new', 'Wigston Magna', 'Hall'],
      [4, 'new', 'Wigston Magna', 'Front half'],
      [5, 'problem', 'Barwell', 'Group room'],
    ])
    expect(rows[0]?.changes).toEqual(['New building', 'New room'])
    expect(rows[0]?.reasons).toEqual(['The phone number had lost its first 0: read as 01164960000.'])
    expect(rows[2]?.reasons).toEqual(['Most people: “about 16” is not a whole number.'])
    expect(summary).toEqual({ buildings: { added: 1, changed: 0, same: 0 }, rooms: { added: 2, changed: 0, same: 0 }, leftOut: 1 }) // prettier-ignore
    expect(samples).toBe(0)
    expect(dump(county)).toEqual(before)
  })

  test('is imported in one command, which one undo takes back', async () => {
    const county = await aCounty()
    const before = dump(county)
    const { list } = await read(county)
    const { summary } = await county.api.buildings.importList(list)
    expect(summary.buildings.added).toBe(1)
    const [building] = await county.api.buildings.list({})
    const details = await county.api.buildings.get({ id: building?.id ?? '' })
    const hall = details.rooms.find((room) => room.name === 'Hall')
    expect(details).toMatchObject({
      name: 'Wigston Magna',
      address: 'Long Street, LE18 1AA',
      phone: '01164960000',
      sample: false,
      week: [hours('09:00-17:00'), hours('09:00-12:00', '13:00-17:00'), [], [], [], [], []],
    })
    expect(hall).toMatchObject({ capacity: 60, leastPeople: 20, stepFree: true, features: ['Kitchen', 'Projector'], setupMinutes: 30, cleardownMinutes: 15 }) // prettier-ignore
    expect(details.rooms.find((room) => room.name === 'Front half')).toMatchObject({ partOfId: hall?.id })
    const locality = (await county.api.buildings.listLocalities({})).find(
      (one) => one.id === details.localityId,
    )
    expect(locality?.name).toBe('Blaby, Oadby and Wigston')
    await (
      await undoOf(county)
    )()
    expect(dump(county)).toEqual(before)
  })

  test('imported a second time changes nothing', async () => {
    const county = await aCounty()
    const { list } = await read(county)
    await county.api.buildings.importList(list)
    const after = dump(county)
    const { summary, rows } = await county.api.buildings.previewList(list)
    expect(summary).toEqual({ buildings: { added: 0, changed: 0, same: 1 }, rooms: { added: 0, changed: 0, same: 2 }, leftOut: 1 }) // prettier-ignore
    expect(rows.map((row) => row.state)).toEqual(['same', 'same', 'problem'])
    await county.api.buildings.importList(list)
    expect(dump(county)).toEqual(after)
  })

  test('changes only what it says of a known building, found by name however it is written', async () => {
    const county = await aCounty()
    const building = await county.api.buildings.create({
      name: 'Wigston Magna',
      phone: '0116 000',
      note: 'Kept',
    })
    const hall = await aRoom(county, { buildingId: building.id, capacity: 40 })
    await openBuilding(county, building.id)
    const { list } = await read(
      county,
      'Building,Telephone,Room,Capacity,Tuesday\n WIGSTON  magna,0116 111,hall,60,closed',
    )
    const { rows } = await county.api.buildings.previewList(list)
    expect(rows).toMatchObject([{ state: 'changed', building: 'Wigston Magna', room: 'Hall', changes: ['Phone: 0116 111, was 0116 000', 'Tuesday: closed, was 9am to 5pm', 'Most people: 60, was 40'] }]) // prettier-ignore
    await county.api.buildings.importList(list)
    const details = await county.api.buildings.get({ id: building.id })
    expect(details).toMatchObject({ name: 'Wigston Magna', phone: '0116 111', note: 'Kept', week: [hours('09:00-17:00'), [], hours('09:00-17:00'), {}, {}, [], []] }) // prettier-ignore
    expect(details.rooms).toMatchObject([{ id: hall.id, name: 'Hall', capacity: 60 }])
  })

  test('keeps out a room twice, a part of nothing, and what is archived here', async () => {
    const county = await aCounty()
    const gone = await aBuilding(county, 'Gone')
    await county.api.buildings.update({ id: gone.id, version: 1, name: 'Gone', archived: true })
    const text = ['Building,Room,Part of', 'Wigston,Hall,', 'Wigston,HALL,', 'Wigston,Half,Great hall', 'Wigston,Quarter,Half', 'Wigston,Ring,Ring', 'Gone,Hall,', ',,', 'Wigston,,'] // prettier-ignore
    const { list } = await read(county, text.join('\n'))
    const { rows } = await county.api.buildings.previewList(list)
    expect(rows.map(({ state, reasons }) => [state, ...reasons])).toEqual([
      ['new'],
      ['problem', 'Row 2 has this room already.'],
      ['problem', 'There is no room called “Great hall” in this building.'],
      ['problem', 'There is no room called “Half” in this building.'],
      ['problem', 'A room cannot be a part of itself.'],
      ['problem', 'Gone is archived here. Bring it back first.'],
      ['blank'],
      ['same'],
    ])
    expect((await county.api.buildings.importList(list)).summary).toMatchObject({
      rooms: { added: 1 },
      leftOut: 5,
    })
  })

  test('finds a locality by some of its places, the larger room in a phrase, and no building in the totals', async () => {
    const county = await aCounty()
    const text = ['Centre,District,Room,Half of', 'Wigston,Oadby & Wigston,Hall,', ',,Front,half of Hall', ',,Back,Part of the hall', 'Barwell,Hinkley,Group room,', 'Coalville,North Leicestershire,Room 1,', 'TOTAL,,5,'] // prettier-ignore
    const { list } = await read(county, text.join('\n'))
    const { rows } = await county.api.buildings.previewList(list)
    expect(rows.map(({ state }) => state)).toEqual(['new', 'new', 'new', 'problem', 'problem', 'problem'])
    expect(rows[0]?.reasons).toEqual(['Locality: “Oadby & Wigston” read as Blaby, Oadby and Wigston.'])
    expect(rows[3]?.reasons[0]).toMatch(
      /^Locality: there is none called “Hinkley”. There are: .*; Charnwood; /,
    )
    expect(rows[4]?.reasons[0]).toMatch(/^Locality: there is none called “North Leicestershire”\./)
    expect(rows[5]?.reasons).toEqual(['This is a row of totals, not a building.'])
    await county.api.buildings.importList(list)
    const [building] = await county.api.buildings.list({})
    const hall = building?.rooms.find((room) => room.name === 'Hall')
    const parts = building?.rooms.filter((room) => room.partOfId === hall?.id).map((room) => room.name)
    expect(parts?.toSorted()).toEqual(['Back', 'Front'])
  })

  test('says so when two rows differ about one building, and believes the first', async () => {
    const county = await aCounty()
    const { list } = await read(county, 'Building,Phone,Room\nWigston,111,Hall\nWigston,222,Office')
    const { rows } = await county.api.buildings.previewList(list)
    expect(rows[1]?.reasons).toEqual([
      'An earlier row says another phone of this building, and that is used.',
    ])
    await county.api.buildings.importList(list)
    expect(await county.api.buildings.list({})).toMatchObject([{ phone: '111' }])
  })

  test('of the other half is kept out for a facilities officer', async () => {
    const county = await aCounty()
    const { list } = await read(county, 'Building,Locality\nEastern,Charnwood\nWestern,NWL\nNowhere,')
    const halves = new Map((await county.api.buildings.listLocalities({})).map((one) => [one.name, one.half]))
    const half = halves.get('Charnwood') ?? 'east'
    const officer = await county.as('facilities', { half })
    const { rows } = await officer.buildings.previewList(list)
    expect(rows.map((row) => row.state)).toEqual(['new', 'problem', 'new'])
    expect(rows[1]?.reasons).toEqual(['This building is not in your half of the county.'])
    expect((await officer.buildings.importList(list)).summary.buildings.added).toBe(2)
  })
})

test('sample buildings are archived only if asked, and kept while somebody is to come to them', async () => {
  const county = await aCounty('sample')
  const { list } = await read(county, 'Building\nWigston Magna')
  expect(await county.api.buildings.previewList(list)).toMatchObject({ samples: 21 })
  const plain = await county.api.buildings.importList(list)
  expect(plain).toMatchObject({ samplesArchived: 0, samplesKept: [] })
  const asked = await county.api.buildings.importList({ ...list, archiveSamples: true })
  expect(asked.samplesArchived + asked.samplesKept.length).toBe(21)
  expect(asked.samplesKept.every((one) => one.bookings > 0)).toBe(true)
  const left = (await county.api.buildings.list({})).map((one) => one.name)
  expect(left.toSorted()).toEqual(['Wigston Magna', ...asked.samplesKept.map((one) => one.name)].toSorted())
})

test('a sample building that the list names is invented no more, and its hall is not joined over two bookings', async () => {
  const county = await aCounty()
  const hall = await aRoom(county, { name: 'Hall' })
  const side = await aRoom(county, { name: 'Side', buildingId: hall.buildingId })
  await aBooking(county, hall.id)
  await aBooking(county, side.id)
  const { list } = await read(county, 'Building,Room,Half of\nWigston Magna,Side,Hall')
  await expect(county.api.buildings.importList(list)).rejects.toMatchObject({ code: 'CONFLICT' })
})
