import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clashesOf, findClashes } from '../../../db/bookings/clashes.repository.ts'
import { bookingsBetween, insertBooking } from '../../../db/bookings/bookings.repository.ts'
import { newIdAt } from '../../../db/new-id.ts'
import { openForReading } from '../../../db/open.ts'
import { openStore } from '../../../db/store.ts'
import { bookingId, type RoomId } from '../../../shared/ids.ts'
import { overlaps } from '../../../shared/time/interval.ts'
import { addMinutes } from '../../../shared/time/civil.ts'
import { aBooking, aRoom } from '../../support/booking-factories.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, NOW, type TestCounty } from '../../support/test-county.ts'

const newId = newIdAt(new Date(NOW))

/** Books without asking first, as a fault in the program might. */
const force = (county: TestCounty, roomId: RoomId, from: string, to: string, date = '2026-11-24') =>
  putRows(county, (tx) =>
    insertBooking(tx, {
      id: newId(bookingId),
      room_id: roomId,
      session_id: null,
      purpose: 'other',
      title: 'Forced',
      note: null,
      contact: null,
      startsAt: `${date}T${from}`,
      endsAt: `${date}T${to}`,
      setupMinutes: 0,
      cleardownMinutes: 0,
    }),
  )
const refused = { message: expect.stringContaining('no_double_booking') }

describe('the database itself', () => {
  test('refuses a double booking even when nobody checked', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await aBooking(county, hall.id)
    await expect(force(county, hall.id, '10:30', '11:30')).rejects.toMatchObject(refused)
  })

  test('lets bookings touch on both sides', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await aBooking(county, hall.id)
    await force(county, hall.id, '09:00', '10:00')
    await force(county, hall.id, '11:00', '12:00')
    await expect(force(county, hall.id, '11:59', '12:30')).rejects.toMatchObject(refused)
  })

  test('refuses half a hall while the hall is taken, and the hall while a half of a half is', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { buildingId } = hall
    const half = await aRoom(county, { name: 'Half', buildingId, partOfId: hall.id })
    const quarter = await aRoom(county, { name: 'Quarter', buildingId, partOfId: half.id })
    const other = await aRoom(county, { name: 'Other half', buildingId, partOfId: hall.id })
    await aBooking(county, hall.id)
    await expect(force(county, quarter.id, '10:00', '11:00')).rejects.toMatchObject(refused)
    await force(county, quarter.id, '12:00', '13:00')
    await expect(force(county, hall.id, '12:00', '13:00')).rejects.toMatchObject(refused)
    await force(county, other.id, '12:00', '13:00')
  })

  test('refuses a move onto another and the return of one cancelled, even by a bare change of the row', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const first = await aBooking(county, hall.id)
    await county.api.bookings.cancel({ id: first.id, version: 1, reason: 'Ill' })
    const second = await aBooking(county, hall.id)
    const change = (id: typeof first.id, set: object) =>
      putRows(county, (tx) => tx.updateTable('booking').set(set).where('id', '=', id).execute())
    await expect(change(first.id, { status: 'confirmed' })).rejects.toMatchObject(refused)
    await force(county, hall.id, '13:00', '14:00')
    const onto = { starts_at: '2026-11-24T13:30', held_from: '2026-11-24T13:30', ends_at: '2026-11-24T15:00', held_until: '2026-11-24T15:00' } // prettier-ignore
    await expect(change(second.id, onto)).rejects.toMatchObject(refused)
    await change(second.id, { title: 'Only its title' })
  })
})

describe('asking for many rooms and times at once', () => {
  test('answers each question by its own key, in one query', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const taken = await aBooking(county, hall.id)
    const ask = (key: string, from: string, to: string, except: typeof taken.id | null = null) => ({
      key,
      roomId: hall.id,
      heldFrom: `2026-11-24T${from}`,
      heldUntil: `2026-11-24T${to}`,
      except,
    })
    const clashes = await putRows(county, (tx) =>
      findClashes(tx, [
        ask('inside', '10:15', '10:30'),
        ask('before', '09:00', '10:00'),
        ask('itself', '10:15', '10:30', taken.id),
        ask('over', '09:00', '12:00'),
      ]),
    )
    expect(clashes.map((clash) => clash.key).toSorted()).toEqual(['inside', 'over'])
    expect(await putRows(county, (tx) => findClashes(tx, []))).toEqual([])
  })

  test('finds exactly what the one rule of overlapping says, whatever the times', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const { heldFrom, heldUntil } = await aBooking(county, hall.id, { from: '10:00', to: '11:00' })
    const store = openStore(county.file)
    const minute = fc.integer({ min: 540, max: 720 })
    const time = (n: number) => addMinutes('2026-11-24T00:00', n)
    await fc.assert(
      fc.asyncProperty(minute, fc.integer({ min: 1, max: 120 }), async (start, length) => {
        const wanted = { start: time(start), end: time(start + length) }
        const question = { key: '', roomId: hall.id, heldFrom: wanted.start, heldUntil: wanted.end }
        const clashes = await findClashes(store.reader, [question])
        expect(clashes.length > 0).toBe(overlaps(wanted, { start: heldFrom, end: heldUntil }))
      }),
    )
    await store.close()
  })
})

/** How SQLite would run a query: one line a step. */
function planOf(county: TestCounty, compiled: { sql: string; parameters: readonly unknown[] }): string {
  const connection = openForReading(county.file)
  const rows: unknown[] = connection.prepare(`EXPLAIN QUERY PLAN ${compiled.sql}`).all(...compiled.parameters)
  connection.close()
  return rows.map((row) => JSON.stringify(row)).join('\n')
}

describe('how the database looks', () => {
  test('for clashes: by room and day, never through all bookings', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const store = openStore(county.file)
    const question = { key: '', roomId: hall.id, heldFrom: '2026-11-24T10:00', heldUntil: '2026-11-24T11:00' }
    const plan = planOf(county, clashesOf(store.reader, [question, question]).compile())
    await store.close()
    expect(plan).toContain(
      'SEARCH booking USING INDEX booking_room (room_id=? AND held_from>? AND held_from<?)',
    )
    expect(plan).not.toContain('SCAN booking')
  })
  test.each(['the county', 'one building'])('for the bookings of a week in %s: by day', async (where) => {
    const county = await aCounty()
    const { buildingId } = await aRoom(county)
    const store = openStore(county.file)
    const week = { from: '2026-11-23', to: '2026-11-29', includeCancelled: false }
    const asked = where === 'the county' ? week : { ...week, buildingId }
    const plan = planOf(county, bookingsBetween(store.reader, asked).compile())
    await store.close()
    expect(plan).toMatch(/SEARCH booking USING INDEX booking_(held|room) \(.*held_from>\? AND held_from<\?\)/)
    expect(plan).not.toContain('SCAN booking')
  })
})
