import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { toRow } from '../../../db/bookings/bookings.repository.ts'
import { newIdAt } from '../../../db/new-id.ts'
import { bookingId } from '../../../shared/ids.ts'
import { aBooking, aBuilding, aRoom } from '../../support/booking-factories.ts'
import { dump, rowsOf } from '../../support/dump.ts'
import { aRoomHistory, carryOutInRooms } from '../../support/room-history.ts'
import { putRows } from '../../support/rows.ts'
import { aCounty, NOW, type TestCounty } from '../../support/test-county.ts'

async function aScene() {
  const county = await aCounty()
  const { id: buildingId } = await aBuilding(county)
  const hall = await aRoom(county, { buildingId, setupMinutes: 30, cleardownMinutes: 15 })
  const half = (name: string, partOfId = hall.id) =>
    aRoom(county, { name, buildingId, partOfId, setupMinutes: 15, cleardownMinutes: 15 })
  const front = await half('Front half')
  const rooms = [
    hall,
    front,
    await half('Back half'),
    await half('Front quarter', front.id),
    await aRoom(county, { name: 'Room 2', buildingId }),
    await aRoom(county, { name: 'Room 3', buildingId, cleardownMinutes: 15 }),
  ]
  return { county, api: county.api, rooms }
}

/** Whether one room is, lies in, or contains the other: told from the file by another way than the program's. */
function sharesFloor(county: TestCounty): (a: string, b: string) => boolean {
  const rows = rowsOf(county.file, 'SELECT id, part_of_id FROM room')
  const whole = new Map(rows.map((row) => [String(row['id']), row['part_of_id']]))
  const liesIn = (inner: string, outer: string): boolean => {
    const next = whole.get(inner)
    return inner === outer || (typeof next === 'string' && liesIn(next, outer))
  }
  return (a, b) => liesIn(a, b) || liesIn(b, a)
}

/** Pairs of bookings that hold the same floor while people are in it, or while one is set up or cleared. */
function doubleBookings(county: TestCounty): string[] {
  const share = sharesFloor(county)
  const held = rowsOf(
    county.file,
    `SELECT id, room_id, held_from, held_until, starts_at, coalesce(ended_at, ends_at) AS ends_at FROM booking WHERE status = 'confirmed'`,
  )
  const before = (a: unknown, b: unknown) => String(a) < String(b)
  const meets = (a: (typeof held)[number], b: (typeof held)[number]) =>
    before(a['held_from'], b['ends_at']) && before(b['starts_at'], a['held_until'])
  return held.flatMap((a, i) =>
    held
      .slice(i + 1)
      .filter((b) => share(String(a['room_id']), String(b['room_id'])) && (meets(a, b) || meets(b, a)))
      .map((b) => `${a['room_id']} ${a['starts_at']} and ${b['room_id']} ${b['starts_at']}`),
  )
}

test('no sequence of commands leaves two bookings in one room, its parts or its whole at the same time', async () => {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(aRoomHistory, async (acts) => {
      const scene = await aScene()
      for (const act of acts) {
        const carried = await carryOutInRooms(scene, act)
        if (carried) done.set(act.do, (done.get(act.do) ?? 0) + 1)
        expect(doubleBookings(scene.county), JSON.stringify(act)).toEqual([])
      }
    }),
    { numRuns: 25, seed: 20261123 },
  )
  // A history in which everything is refused would prove nothing.
  for (const act of ['book', 'move', 'confirm', 'cancel', 'run', 'edit-run', 'close', 're-home', 'undo'])
    expect(done.get(act) ?? 0, `${act} was carried out`).toBeGreaterThan(0)
})

test('undoing everything that was done, last first, gives back the county as it was', async () => {
  await fc.assert(
    fc.asyncProperty(aRoomHistory, async (acts) => {
      const scene = await aScene()
      const before = dump(scene.county)
      const from = (await scene.api.audit.nextUndo({})).undo?.id
      for (const act of acts.filter((one) => one.do !== 'undo')) await carryOutInRooms(scene, act)
      scene.county.setNow(NOW)
      for (let next = (await scene.api.audit.nextUndo({})).undo; next && next.id !== from;) {
        await scene.api.audit.undo({ id: next.id })
        next = (await scene.api.audit.nextUndo({})).undo
      }
      expect(dump(scene.county)).toEqual(before)
    }),
    { numRuns: 12, seed: 20261124 },
  )
})

test('this look would notice two bookings in a hall and its quarter', async () => {
  const { county, rooms } = await aScene()
  const [hall, , , quarter] = rooms
  await aBooking(county, hall!.id, { from: '10:00', to: '11:00' })
  await putRows(county, async (tx) => {
    await sql`DROP TRIGGER booking_no_double_insert`.execute(tx)
    const times = {
      startsAt: '2026-11-24T11:05',
      endsAt: '2026-11-24T12:00',
      setupMinutes: 0,
      cleardownMinutes: 0,
    }
    const row = { id: newIdAt(new Date(NOW))(bookingId), room_id: quarter!.id, purpose: 'staff', title: 'Team', ...times } as const // prettier-ignore
    await tx.insertInto('booking').values(toRow(row)).execute()
  })
  expect(doubleBookings(county)).toHaveLength(1)
})
