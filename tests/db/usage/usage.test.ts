import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aBooking, aBuilding, aRoom } from '../../support/booking-factories.ts'
import { aClosedTime } from '../../support/closure-factories.ts'
import { aGroup } from '../../support/group-factories.ts'
import { aPerson } from '../../support/people-factories.ts'
import { openBuilding } from '../../support/place-factories.ts'
import { at, enrol } from '../../support/register-factories.ts'
import { aCounty, type TestCounty } from '../../support/test-county.ts'

const november = { from: '2026-11', to: '2026-11' }
/** November 2026 has 21 weekdays; 15 of them are before Monday 23 November. */
const [OPEN, SO_FAR] = [21 * 480, 15 * 480]

/** A hall in two halves and a room, open on weekdays from 9am to 5pm. */
async function aCentre() {
  const county = await aCounty()
  const { id: buildingId } = await aBuilding(county)
  await openBuilding(county, buildingId)
  const hall = await aRoom(county, { buildingId, capacity: 60 })
  const front = await aRoom(county, { buildingId, name: 'Front half', partOfId: hall.id, capacity: 30 })
  const back = await aRoom(county, { buildingId, name: 'Back half', partOfId: hall.id, capacity: 30 })
  const quiet = await aRoom(county, { buildingId, name: 'Quiet room', capacity: 4 })
  const useOf = async (roomId: string) => {
    const { rooms } = await county.api.usage.report(november)
    const room = rooms.find((one) => one.roomId === roomId)
    if (!room?.use[0]) throw new Error('The room is not in the report.')
    return { ...room, now: room.use[0] }
  }
  return { county, buildingId, hall, front, back, quiet, useOf }
}

describe('the use of a building', () => {
  test('is measured against its hours, and says what is open and booked', async () => {
    const { county, quiet, useOf } = await aCentre()
    await aBooking(county, quiet.id, { date: '2026-11-24', from: '10:00', to: '12:00' })
    expect((await useOf(quiet.id)).now).toMatchObject({ open: OPEN, openSoFar: SO_FAR, booked: 120, used: 0 })
  })

  test('counts a hall that is let by halves by its halves, and its own line by any of it', async () => {
    const { county, hall, front, back, useOf } = await aCentre()
    await aBooking(county, hall.id, { date: '2026-11-24', from: '10:00', to: '12:00' })
    await aBooking(county, front.id, { date: '2026-11-25', from: '10:00', to: '11:00' })
    expect(await useOf(hall.id)).toMatchObject({ counted: false, now: { booked: 180 } })
    expect(await useOf(front.id)).toMatchObject({ counted: true, now: { booked: 180 } })
    expect(await useOf(back.id)).toMatchObject({ counted: true, now: { booked: 120 } })
  })

  test('takes a closure out of what was open, and what was booked then out of the share', async () => {
    const { county, buildingId, quiet, useOf } = await aCentre()
    await aBooking(county, quiet.id, { date: '2026-11-24', from: '10:00', to: '12:00' })
    await aClosedTime(county, { buildingId, startsAt: '2026-11-24T11:00', endsAt: '2026-11-25T00:00' })
    expect((await useOf(quiet.id)).now).toMatchObject({ open: OPEN - 360, booked: 60, outside: 60 })
  })

  test('does not take apologies sent ahead for a register: nobody has said that the room was used', async () => {
    const { county, quiet, useOf } = await aCentre()
    const { id: personId } = await aPerson(county)
    const group = await aGroup(county, { roomId: quiet.id, firstDate: '2026-11-24', sessions: 2 })
    await enrol(county, group.id, personId)
    const { id: sessionId } = at(group.sessions, 0)
    await county.api.registers.mark({ sessionId, personId, code: 'A' })
    county.setNow('2026-11-25T09:00:00.000Z')
    expect((await useOf(quiet.id)).now).toMatchObject({ used: 0, seats: 0 })
    await county.api.registers.complete({ sessionId })
    expect((await useOf(quiet.id)).now).toMatchObject({ used: 120, attended: 0, people: 0, seats: 4 })
  })

  test('knows a room as used when somebody checked in, until the room was given back', async () => {
    const { county, quiet, useOf } = await aCentre()
    const booking = await aBooking(county, quiet.id, { date: '2026-11-24', from: '10:00', to: '12:00' })
    county.setNow('2026-11-24T10:00:00.000Z')
    const here = await county.api.bookings.checkIn({ id: booking.id, version: booking.version })
    county.setNow('2026-11-24T11:00:00.000Z')
    await county.api.bookings.endEarly({ id: here.id, version: here.version })
    expect((await useOf(quiet.id)).now.used).toBe(0)
    county.setNow('2026-11-25T09:00:00.000Z')
    expect((await useOf(quiet.id)).now).toMatchObject({ booked: 60, used: 60, attended: 0 })
  })

  test('keeps what nobody came to as booked, and leaves out what was cancelled or pencilled in', async () => {
    const { county, quiet, useOf } = await aCentre()
    const gone = await aBooking(county, quiet.id, { date: '2026-11-24', from: '09:00', to: '10:00' })
    const off = await aBooking(county, quiet.id, { date: '2026-11-24', from: '11:00', to: '12:00' })
    await county.api.bookings.cancel({ id: off.id, version: off.version, reason: 'Not needed' })
    await county.api.bookings.create({ roomIds: [quiet.id], startsAt: '2026-11-24T14:00', endsAt: '2026-11-24T15:00', purpose: 'staff', title: 'Perhaps', status: 'tentative' }) // prettier-ignore
    county.setNow('2026-11-24T09:10:00.000Z')
    await county.api.bookings.noShow({ id: gone.id, version: gone.version })
    expect((await useOf(quiet.id)).now).toMatchObject({ booked: 60, noShows: 1 })
  })

  test('says where nobody has said when a building is open, instead of a share of nothing', async () => {
    const county = await aCounty()
    const room = await aRoom(county)
    await aBooking(county, room.id)
    const [line] = (await county.api.usage.report(november)).rooms
    expect(line).toMatchObject({ hoursKnown: false, use: [{ open: 0, booked: 0, outside: 60 }] })
  })

  test('is asked for by months in order, two years at most', async () => {
    const { api } = await aCounty()
    const ask = (from: string, to: string) => api.usage.report({ from, to })
    expect((await ask('2026-12', '2027-01')).months).toEqual(['2026-12', '2027-01'])
    await expect(ask('2027-01', '2026-12')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect((await ask('2025-01', '2026-12')).months).toHaveLength(24)
    await expect(ask('2024-12', '2026-12')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(ask('2026-13', '2026-13')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
})

async function workbookRows(county: TestCounty) {
  const path = join(county.folder, 'use.xlsx')
  await county.api.usage.workbook({ ...november, grant: county.grant(path) })
  const { default: library } = await import('exceljs')
  const book = new library.Workbook()
  await book.xlsx.load(new Uint8Array(readFileSync(path)).buffer)
  const rows = (name: string) =>
    (book.getWorksheet(name)?.getSheetValues() ?? []).flatMap((row) =>
      Array.isArray(row) ? [row.slice(1)] : [],
    )
  return { book, rows }
}

test('the workbook says where nobody has said when a building is open, and writes no hours for it', async () => {
  const county = await aCounty()
  const room = await aRoom(county)
  await aBooking(county, room.id, { date: '2026-11-24' })
  const { rows } = await workbookRows(county)
  const [name, open, booked] = rows('Buildings')[1] ?? []
  expect([name, open ?? null, booked ?? null]).toEqual(['Wigston Magna (no opening hours set)', null, null])
})

test('the workbook has the same figures as the screen, and what each of them means', async () => {
  const { county, quiet } = await aCentre()
  await aBooking(county, quiet.id, { date: '2026-11-24', from: '10:00', to: '12:00' })
  const { book, rows } = await workbookRows(county)
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Rooms', 'Buildings', 'Localities', 'Halves', 'Months', 'About']) // prettier-ignore
  expect(
    rows('Rooms')
      .find((row) => row[0] === 'Quiet room, Wigston Magna')
      ?.slice(1, 4),
  ).toEqual([168, 2, 1.2])
  expect(rows('Buildings')[1]?.slice(0, 3)).toEqual(['Wigston Magna', 504, 2])
  expect(rows('About').flat()).toContain('Rooms let in parts')
})

test('a place for the workbook that was not chosen is refused, and nothing is made', async () => {
  const { county } = await aCentre()
  await expect(county.api.usage.workbook({ ...november, grant: 'nowhere' })).rejects.toMatchObject({
    code: 'FILE',
  })
})
