import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clashesOf, findClashes } from '../../../db/bookings/clashes.repository.ts'
import {
  bookingsBetween,
  insertBooking,
  undecidedBookings,
  type NewBooking,
} from '../../../db/bookings/bookings.repository.ts'
import { roomsHeld } from '../../../db/groups/sessions.repository.ts'
import { newIdAt } from '../../../db/new-id.ts'
import { openForReading } from '../../../db/open.ts'
import { openStore, type Db, type Store } from '../../../db/store.ts'
import {
  heldTimes,
  inEachOthersWay,
  meetOnlyInBuffers,
  type Buffers,
  type Times,
} from '../../../shared/bookings/held.rules.ts'
import { bookingId, commandId, groupId, type RoomId } from '../../../shared/ids.ts'
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
/** Whether a room is free for a time, with nothing before or after it. */
const aQuestion = (roomId: RoomId, startsAt: string, endsAt: string) => ({
  key: '',
  roomId,
  startsAt,
  endsAt,
  heldFrom: startsAt,
  heldUntil: endsAt,
})
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
      ...aQuestion(hall.id, `2026-11-24T${from}`, `2026-11-24T${to}`),
      key,
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

  test('finds exactly what the one rule says, whatever the times and the minutes before and after', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const there = await aBooking(county, hall.id, { setupMinutes: 20, cleardownMinutes: 15 })
    const store = openStore(county.file)
    await fc.assert(
      fc.asyncProperty(aTime, minutes, minutes, async (times, setupMinutes, cleardownMinutes) => {
        const wanted = { ...times, ...heldTimes({ ...times, setupMinutes, cleardownMinutes }) }
        const clashes = await findClashes(store.reader, [{ key: '', roomId: hall.id, ...wanted }])
        expect(clashes.length > 0).toBe(inEachOthersWay(wanted, there))
        expect(clashes[0]?.onlyBuffers ?? true).toBe(clashes.length === 0 || meetOnlyInBuffers(wanted, there))
      }),
    )
    await store.close()
  })

  test('and the database refuses exactly what the rule refuses, also beside one that ended early', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    const there = await aBooking(county, hall.id, { setupMinutes: 20, cleardownMinutes: 15 })
    const ended = { ended_at: '2026-11-24T10:30', held_until: '2026-11-24T10:45' }
    await putRows(county, (tx) => tx.updateTable('booking').set(ended).where('id', '=', there.id).execute())
    const stands = { ...there, endsAt: ended.ended_at, heldUntil: ended.held_until }
    const store = openStore(county.file)
    await fc.assert(
      fc.asyncProperty(aTime, minutes, minutes, async (times, setupMinutes, cleardownMinutes) => {
        const buffers = { setupMinutes, cleardownMinutes }
        const wanted = { ...times, ...heldTimes({ ...times, ...buffers }) }
        const clashes = await findClashes(store.reader, [{ key: '', roomId: hall.id, ...wanted }])
        expect(clashes.length > 0).toBe(inEachOthersWay(wanted, stands))
        const refusal = await tried(store, { room_id: hall.id, ...times, ...buffers })
        expect(refusal.includes('no_double_booking')).toBe(clashes.length > 0)
      }),
    )
    await store.close()
  })
})

const minutes = fc.integer({ min: 0, max: 60 })
const aTime = fc
  .tuple(fc.integer({ min: 520, max: 720 }), fc.integer({ min: 1, max: 120 }))
  .map(([start, length]) => ({
    startsAt: addMinutes('2026-11-24T00:00', start),
    endsAt: addMinutes('2026-11-24T00:00', start + length),
  }))

class TakenBack extends Error {}

/** Puts a booking in and takes it out again: what the database said to it. */
async function tried(store: Store, booking: Pick<NewBooking, 'room_id'> & Times & Buffers): Promise<string> {
  const entry = { id: newId(commandId), at: NOW, userId: null, userName: 'Test', operation: 'test.put', subject: null, undoes: null } // prettier-ignore
  try {
    await store.write(entry, async (tx) => {
      await insertBooking(tx, { id: newId(bookingId), purpose: 'other', title: 'Tried', ...booking })
      throw new TakenBack('stands')
    })
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return ''
}

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
    const question = aQuestion(hall.id, '2026-11-24T10:00', '2026-11-24T11:00')
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

  test.each([
    [
      'what waits to be decided: from today on',
      (db: Db) => undecidedBookings(db, 'requested', '2026-11-24T10:00'),
    ],
    ['the rooms of a group: by its sessions', (db: Db) => roomsHeld(db, newId(groupId))],
  ])('for %s, never through all bookings', async (_, query) => {
    const county = await aCounty()
    const store = openStore(county.file)
    const plan = planOf(county, query(store.reader).compile())
    await store.close()
    expect(plan).not.toMatch(/SCAN (booking|main|held)/)
  })

  test('for thousands of clashes at once', async () => {
    const county = await aCounty()
    const hall = await aRoom(county)
    await aBooking(county, hall.id)
    const store = openStore(county.file)
    const question = aQuestion(hall.id, '2026-11-24T10:00', '2026-11-24T11:00')
    const many = Array.from({ length: 9000 }, (_, i) => ({ ...question, key: String(i) }))
    const clashes = await findClashes(store.reader, many)
    await store.close()
    expect(new Set(clashes.map((one) => one.key)).size).toBe(9000)
  })
})
