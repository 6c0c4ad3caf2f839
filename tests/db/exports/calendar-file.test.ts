import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { civilNow } from '../../../shared/time/civil.ts'
import { aBuilding, aRoom, undoOf } from '../../support/booking-factories.ts'
import { aHeldRoom, aPath, theCalendar } from '../../support/export-factories.ts'
import { aGroup, aProgramme, aRoomElsewhere, aWorker } from '../../support/group-factories.ts'
import { at } from '../../support/register-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty } from '../../support/test-county.ts'

const week = { from: '2026-11-23', to: '2026-11-29' }

async function aHall() {
  const county = await aCounty()
  const building = await county.api.buildings.create({ name: 'Wigston Magna', address: '12 High Street; Wigston, LE18' }) // prettier-ignore
  const hall = await aRoom(county, { name: 'Hall', buildingId: building.id })
  const creche = await aRoom(county, { name: 'Crèche', buildingId: building.id })
  return { county, building, hall, creche }
}

test('a room’s calendar has what is booked in it, with its place and address, and nothing of another room', async () => {
  const { county, hall, creche } = await aHall()
  const id = await aHeldRoom(county, hall.id, { title: 'Citizens Advice', note: 'Door code 4711', contact: 'Sam, 5479' }) // prettier-ignore
  await aHeldRoom(county, creche.id, { title: 'Elsewhere' })
  const { method, events, text } = await theCalendar(county, { of: 'room', id: hall.id, ...week })
  expect(method).toBe('PUBLISH')
  expect(events).toEqual([
    {
      uid: `${id}@gather`,
      sequence: 0,
      title: 'Citizens Advice',
      place: 'Hall, Wigston Magna, 12 High Street; Wigston, LE18',
      status: 'CONFIRMED',
      startsAt: '2026-11-24T10:00:00.000Z',
      endsAt: '2026-11-24T11:00:00.000Z',
      changedAt: '2026-11-23T09:00:00.000Z',
    },
  ])
  expect(text).not.toMatch(/4711|5479/)
})

test('the days asked about are the first and the last, both included, and no others', async () => {
  const { county, hall } = await aHall()
  for (const date of ['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30'])
    await aHeldRoom(county, hall.id, { date, title: date })
  const { events } = await theCalendar(county, { of: 'room', id: hall.id, ...week })
  expect(events.map((event) => event.title)).toEqual(['2026-11-23', '2026-11-29'])
})

test('a booking of several rooms is one entry that names them all, in the calendar of each', async () => {
  const { county, building, hall, creche } = await aHall()
  const lead_id = await aHeldRoom(county, hall.id)
  await aHeldRoom(county, creche.id, { lead_id })
  for (const asked of [
    { of: 'room', id: hall.id },
    { of: 'room', id: creche.id },
    { of: 'building', id: building.id },
  ] as const) {
    const { events } = await theCalendar(county, { ...asked, ...week })
    expect(events.map(({ uid, place }) => [uid, place?.split(',')[0]])).toEqual([[`${lead_id}@gather`, 'Hall and Crèche']]) // prettier-ignore
  }
})

test('a room that was dropped from a booking lets go of it, and the others keep it', async () => {
  const { county, hall, creche } = await aHall()
  const lead_id = await aHeldRoom(county, hall.id)
  await aHeldRoom(county, creche.id, { lead_id, status: 'cancelled' })
  const statusIn = async (id: typeof hall.id) =>
    (await theCalendar(county, { of: 'room', id, ...week })).events.map((event) => [event.status, event.place]) // prettier-ignore
  const address = 'Wigston Magna, 12 High Street; Wigston, LE18'
  expect(await statusIn(hall.id)).toEqual([['CONFIRMED', `Hall, ${address}`]])
  expect(await statusIn(creche.id)).toEqual([['CANCELLED', `Crèche, ${address}`]])
})

test('what is not certain is tentative; what was given up, lapsed or not used is there as cancelled', async () => {
  const { county, hall } = await aHall()
  const held = { setupMinutes: 0, cleardownMinutes: 0 }
  await aHeldRoom(county, hall.id, { ...held, title: 'Sure' })
  await aHeldRoom(county, hall.id, { ...held, title: 'Perhaps', status: 'tentative', expires_on: '2026-11-24' }) // prettier-ignore
  await aHeldRoom(county, hall.id, { ...held, title: 'Asked', status: 'requested' })
  await aHeldRoom(county, hall.id, { ...held, title: 'Off', status: 'cancelled' })
  await aHeldRoom(county, hall.id, { ...held, title: 'Nobody', status: 'no-show' })
  await aHeldRoom(county, hall.id, { ...held, title: 'Over', status: 'tentative', expires_on: '2026-11-22' })
  const { events } = await theCalendar(county, { of: 'room', id: hall.id, ...week })
  expect(Object.fromEntries(events.map((event) => [event.title, event.status]))).toEqual({
    Sure: 'CONFIRMED',
    Perhaps: 'TENTATIVE',
    Asked: 'TENTATIVE',
    Off: 'CANCELLED',
    Nobody: 'CANCELLED',
    Over: 'CANCELLED',
  })
})

test('an entry keeps its id and has a higher number after each change, and after each undoing of one', async () => {
  const county = await aCounty()
  const group = await aGroup(county, { firstDate: '2026-11-24', sessions: 1 })
  const read = async () => (await theCalendar(county, { of: 'group', id: group.id, ...week })).events[0]
  const first = await read()
  const { id, version } = at(group.sessions, 0)
  county.setNow('2026-11-23T10:00:00.000Z')
  await county.api.groups.cancelSession({ id, version, reason: 'Snow' })
  const undo = await undoOf(county)
  const second = await read()
  county.setNow('2026-11-23T11:00:00.000Z')
  await undo()
  const third = await read()
  expect([first, second, third].map((event) => [event?.uid, event?.status])).toEqual([
    [first?.uid, 'CONFIRMED'],
    [first?.uid, 'CANCELLED'],
    [first?.uid, 'CONFIRMED'],
  ])
  expect(second?.sequence).toBeGreaterThan(first?.sequence ?? 0)
  expect(third?.sequence).toBeGreaterThan(second?.sequence ?? 0)
  expect(third?.changedAt).toBe('2026-11-23T11:00:00.000Z')
})

test('a weekly group stays at its wall time across the change of the clocks', async () => {
  const county = await aCounty()
  const group = await aGroup(county, { firstDate: '2027-03-23', sessions: 3 })
  const { events } = await theCalendar(county, { of: 'group', id: group.id, from: '2027-03-01', to: '2027-04-30' }) // prettier-ignore
  expect(events.map((event) => event.startsAt)).toEqual([
    '2027-03-23T10:00:00.000Z',
    '2027-03-30T09:00:00.000Z',
    '2027-04-06T09:00:00.000Z',
  ])
  expect(events.map((event) => civilNow(new Date(event.startsAt)).slice(11))).toEqual(['10:00', '10:00', '10:00']) // prettier-ignore
})

test('a member of staff’s calendar is the sessions they lead, under their public title, in every building', async () => {
  const county = await aCounty()
  const jo = await aWorker(county, 'Jo Price')
  const programmeId = (await aProgramme(county)).id
  const own = { programmeId, facilitatorIds: [jo.id], firstDate: '2026-11-24', sessions: 1 }
  await aGroup(county, { ...own, name: 'Secret name', publicTitle: 'Tuesday group' })
  await aGroup(county, { ...own, firstDate: '2026-11-25', weekday: 3, publicTitle: 'Wednesday group' })
  await aGroup(county, { programmeId, firstDate: '2026-11-24', sessions: 1, publicTitle: 'Somebody else’s' })
  const { events, text } = await theCalendar(county, { of: 'staff', id: jo.id, ...week })
  expect(events.map((event) => event.title)).toEqual(['Tuesday group', 'Wednesday group'])
  expect(text).not.toContain('Secret')
})

test('a group that must not be named is in nobody’s calendar of it who may not see whose it is', async () => {
  const county = await aCounty()
  const jo = await aWorker(county, 'Jo Price')
  const programme = await aProgramme(county, { name: 'Freedom', sensitive: true })
  const room = await aRoomElsewhere(county)
  const group = await aGroup(county, { programmeId: programme.id, roomId: room.id, facilitatorIds: [jo.id], firstDate: '2026-11-24', sessions: 1, publicTitle: 'Tuesday group' }) // prettier-ignore
  const elsewhere = await aBuilding(county, 'Elsewhere')
  const assistant = await county.as('assistant', { buildingIds: [elsewhere.id] })
  const titles = async (asked: Parameters<typeof theCalendar>[1]) =>
    (await theCalendar(county, asked, assistant)).events.map((event) => event.title)
  expect(await titles({ of: 'staff', id: jo.id, ...week })).toEqual([])
  expect(await titles({ of: 'group', id: group.id, ...week })).toEqual([])
  expect(await titles({ of: 'room', id: room.id, ...week })).toEqual(['Tuesday group'])
})

test('making one is recorded, with what it is of and how much is in it, and without a name', async () => {
  const { county, hall } = await aHall()
  await aHeldRoom(county, hall.id)
  await theCalendar(county, { of: 'room', id: hall.id, ...week })
  const [entry] = await county.api.audit.list({ limit: 1 })
  expect(entry).toMatchObject({ operation: 'exports.calendarFile', changes: 0 })
  const subject = await putRows(
    county,
    (tx) =>
    tx.selectFrom('audit_entry').select('subject').where('operation', '=', 'exports.calendarFile').executeTakeFirst(), // prettier-ignore
  )
  expect(JSON.parse(subject?.subject ?? '')).toEqual({ of: 'room', id: hall.id, ...week, events: 1 })
})

test('a room that is not there makes no file', async () => {
  const { county } = await aHall()
  const path = aPath(county, 'ics')
  const id = (await aRoom(await aCounty())).id
  const made = county.api.exports.calendarFile({ of: 'room', id, ...week, grant: county.grant(path) })
  await expect(made).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(existsSync(path)).toBe(false)
})

test('a place that was used before is not written again', async () => {
  const { county, hall } = await aHall()
  const path = aPath(county, 'ics')
  const grant = county.grant(path)
  await county.api.exports.calendarFile({ of: 'room', id: hall.id, ...week, grant })
  expect(readFileSync(path, 'utf8')).toContain('BEGIN:VCALENDAR')
  const again = county.api.exports.calendarFile({ of: 'room', id: hall.id, ...week, grant })
  await expect(again).rejects.toMatchObject({ code: 'FILE' })
})
