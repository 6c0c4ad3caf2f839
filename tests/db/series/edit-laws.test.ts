import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import type { SeriesChange } from '../../../shared/series/edit.contract.ts'
import { undoOf } from '../../support/booking-factories.ts'
import { dump, rowsOf } from '../../support/dump.ts'
import { anUntidyRun, byId, editSeries } from '../../support/series-edit-factories.ts'
import { at } from '../../support/register-factories.ts'
import { aCounty } from '../../support/test-county.ts'

const times = fc.constantFrom(['10:30', '12:30'], ['09:00', '11:00'], ['10:00', '11:00'], ['18:00', '20:00'])
/** Any change to a whole series: of when, of how many, of what is said, or several of these at once. */
const change: fc.Arbitrary<SeriesChange> = fc
  .record({
    time: fc.option(times, { nil: undefined }),
    weekday: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
    ends: fc.option(
      fc.oneof(
        fc.integer({ min: 1, max: 14 }).map((sessions) => ({ kind: 'after', sessions }) as const),
        fc
          .constantFrom('2026-11-27', '2026-12-15', '2027-01-20')
          .map((date) => ({ kind: 'on', date }) as const),
      ),
      { nil: undefined },
    ),
    people: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    note: fc.option(fc.constantFrom('Ring the bell', null), { nil: undefined }),
  })
  .map(({ time, ...rest }) => ({ ...rest, startTime: time?.[0], endTime: time?.[1] }))
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))
  .filter((all) => Object.keys(all).length > 0)

const asked = fc.record({
  change,
  scope: fc.constantFrom('all' as const, 'following' as const),
  from: fc.constantFrom(0, 4, 5, 7, 9),
})

describe('whatever changes in a series', () => {
  test('what is over, marked or cancelled is not touched, nor is the time of what was moved by hand; nobody meets twice; and undone, all is as it was', async () => {
    const county = await aCounty()
    const { group } = await anUntidyRun(county)
    const [moved, off] = [at(group.sessions, 5), at(group.sessions, 6)]
    const overBookings = group.sessions.slice(0, 4).map((one) => one.bookingId)
    const overSessions = [...group.sessions.slice(0, 4).map((one) => one.id), off.id]
    const before = dump(county)
    const [bookings, sessions] = [byId(county, 'booking'), byId(county, 'session')]
    await fc.assert(
      fc.asyncProperty(asked, async ({ change: wanted, scope, from }) => {
        const bookingId = at(rowsOf(county.file, `SELECT id FROM booking WHERE session_id = '${at(group.sessions, from).id}'`), 0)['id'] // prettier-ignore
        const done = await editSeries(county, { bookingId: String(bookingId), scope, change: wanted, leaveInTheWay: true } as never).catch((error: unknown) => refusedInWords(error)) // prettier-ignore
        if (done === null) {
          expect(dump(county)).toEqual(before)
          return
        }
        const [now, nowSessions] = [byId(county, 'booking'), byId(county, 'session')]
        for (const id of overBookings) expect(now.get(id)).toEqual(bookings.get(id))
        for (const id of overSessions) expect(nowSessions.get(id)).toEqual(sessions.get(id))
        expect(nowSessions.get(moved.id)).toMatchObject({
          starts_at: '2026-12-04T13:00',
          ends_at: '2026-12-04T15:00',
        })
        expect(meetingTwice(county.file)).toEqual([])
        expect(drifted(county.file)).toEqual([])
        await (
          await undoOf(county)
        )()
        expect(dump(county)).toEqual(before)
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

/** Refusals are words for staff; anything else is a fault. */
function refusedInWords(error: unknown): null {
  if (error instanceof AppError && error.code === 'CONFLICT') return null
  throw error
}

const meetingTwice = (file: string) =>
  rowsOf(
    file,
    `SELECT one.id FROM session AS one JOIN session AS other ON other.group_id = one.group_id AND other.id > one.id
     WHERE one.did_not_run = 0 AND other.did_not_run = 0 AND one.starts_at < other.ends_at AND other.starts_at < one.ends_at`,
  )

/** Sessions whose booking says another time, or that hold a room though they did not run. */
const drifted = (file: string) =>
  rowsOf(
    file,
    `SELECT session.id FROM session JOIN booking ON booking.session_id = session.id
     WHERE (session.starts_at, session.ends_at) <> (booking.starts_at, booking.ends_at)
        OR session.did_not_run <> (booking.status = 'cancelled')`,
  )
