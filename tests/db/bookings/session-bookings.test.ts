import { expect, test } from 'vitest'
import type { SessionId } from '../../../shared/ids.ts'
import { aRoom, aSessionBooking, undoOf } from '../../support/booking-factories.ts'
import { aGroupWithSessions, putRows } from '../../support/rows.ts'
import { aCounty, NOW, type TestCounty } from '../../support/test-county.ts'

async function aBookedSession() {
  const county = await aCounty()
  const hall = await aRoom(county)
  const { sessions } = await aGroupWithSessions(county, { dates: ['2026-11-24'] })
  const [sessionId] = sessions
  if (!sessionId) throw new Error('The group has no session.')
  const bookingId = await aSessionBooking(county, hall.id, sessionId)
  return { county, hall, sessionId, bookingId }
}

const readSession = (county: TestCounty, id: SessionId) =>
  putRows(county, (tx) => tx.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirstOrThrow())

const completeRegister = (county: TestCounty, id: SessionId) =>
  putRows(county, (tx) =>
    tx.updateTable('session').set({ register_completed_at: NOW }).where('id', '=', id).execute(),
  )

const day = { from: '2026-11-24', to: '2026-11-24' }

test('moving a session’s booking moves its session, which then counts as changed by hand', async () => {
  const { county, hall, sessionId, bookingId } = await aBookedSession()
  const times = { startsAt: '2026-11-26T13:00', endsAt: '2026-11-26T15:00' }
  const moved = await county.api.bookings.move({ id: bookingId, version: 1, roomId: hall.id, ...times })
  expect(moved).toMatchObject({ ...times, sessionId })
  expect(await readSession(county, sessionId)).toMatchObject({
    starts_at: times.startsAt,
    ends_at: times.endsAt,
    changed_by_hand: 1,
    did_not_run: 0,
    version: 2,
  })
})

test('cancelling a session’s booking records that the session did not run, and why', async () => {
  const { county, sessionId, bookingId } = await aBookedSession()
  await county.api.bookings.cancel({ id: bookingId, version: 1, reason: 'Facilitator ill' })
  expect(await readSession(county, sessionId)).toMatchObject({
    did_not_run: 1,
    reason: 'Facilitator ill',
    starts_at: '2026-11-24T10:00',
  })
})

test('one undo brings back the booking and its session together', async () => {
  const { county, sessionId, bookingId } = await aBookedSession()
  await county.api.bookings.cancel({ id: bookingId, version: 1, reason: 'Facilitator ill' })
  await (
    await undoOf(county)
  )()
  expect(await readSession(county, sessionId)).toMatchObject({ did_not_run: 0, reason: null })
  expect(await county.api.bookings.listBetween(day)).toMatchObject([{ id: bookingId, status: 'confirmed' }])
})

test('a session whose register is complete is neither moved nor cancelled', async () => {
  const { county, hall, sessionId, bookingId } = await aBookedSession()
  await completeRegister(county, sessionId)
  const times = { startsAt: '2026-11-26T13:00', endsAt: '2026-11-26T15:00' }
  const moving = county.api.bookings.move({ id: bookingId, version: 1, roomId: hall.id, ...times })
  await expect(moving).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('register'),
  })
  const cancelling = county.api.bookings.cancel({ id: bookingId, version: 1, reason: 'Late thought' })
  await expect(cancelling).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await county.api.bookings.listBetween(day)).toMatchObject([{ registerDone: true, version: 1 }])
})

test('calendars show only the public title of a group, even when it was made neutral after it was booked', async () => {
  const { county } = await aBookedSession()
  await putRows(county, (tx) =>
    tx.updateTable('programme_group').set({ name: 'Feeling Safe', public_title: 'Junior group' }).execute(),
  )
  const [booking] = await county.api.bookings.listBetween(day)
  expect(booking).toMatchObject({ title: 'Junior group', colour: 'teal', registerDone: false })
  expect(JSON.stringify(booking)).not.toContain('Feeling Safe')
})

test('a clash with a session names its public title and its facilitators with their numbers', async () => {
  const { county, hall } = await aBookedSession()
  const jo = await county.api.staff.create({ name: 'Jo Price', stream: 'family', phone: 'ext. 5479' })
  const amir = await county.api.staff.create({ name: 'Amir Khan', stream: 'youth-justice' })
  await putRows(county, async (tx) => {
    const { id } = await tx.selectFrom('programme_group').select('id').executeTakeFirstOrThrow()
    const rows = [jo, amir].map((staff) => ({ id: staff.id, group_id: id, staff_id: staff.id }))
    await tx.insertInto('group_facilitator').values(rows).execute()
  })
  const times = { startsAt: '2026-11-24T11:00', endsAt: '2026-11-24T12:00' }
  const [room] = await county.api.bookings.findRooms(times)
  expect(room).toMatchObject({ roomId: hall.id, obstacles: [{ title: 'Bounce Back' }] })
  const [clash] = room?.obstacles ?? []
  expect(clash).toMatchObject({ contact: expect.stringContaining('Jo Price (ext. 5479)') })
  expect(clash).toMatchObject({ contact: expect.stringContaining('Amir Khan') })
})
