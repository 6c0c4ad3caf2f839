import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import type { BookingId } from '../../shared/ids.ts'
import type { Affected } from '../../shared/series/edit.contract.ts'
import { holidayLeftOut } from '../../shared/series/plan.rules.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { listByIds, updateBooking } from '../bookings/bookings.repository.ts'
import { seeBookings } from '../bookings/seen-bookings.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext, Common } from '../context.ts'
import type { Db } from '../store.ts'
import { holdSession, listToCome } from './affected.repository.ts'
import { findBelongs, listAlone } from './edit.repository.ts'
import { readRights, refuseNotTheirs } from './edit-rights.ts'
import { readCalendar } from './read-run.ts'
import { toRule } from './series.repository.ts'

/**
 * Dates to come that lie on a holiday, or outside the part of the school year, that their rule leaves out: the calendar
 * was changed after they were planned. Those put there by hand are there on purpose [FEATURES D14, R7].
 */
export async function listAffected(
  asking: Pick<Common, 'actor' | 'today' | 'localNow'> & { readonly db: Db },
): Promise<Affected[]> {
  const { db, actor, today, localNow } = asking
  const calendar = await readCalendar(db)
  const rules = new Map<string, ReturnType<typeof toRule>>()
  const ruleOf = (json: string) => {
    const rule = rules.get(json) ?? toRule(json)
    rules.set(json, rule)
    return rule
  }
  const hit = (await listToCome(db, localNow)).flatMap((row) => {
    const holiday = holidayLeftOut(ruleOf(row.rule), calendar, dateOf(row.starts_at))
    return holiday === null ? [] : [{ row, reason: holiday.reason ?? 'A holiday' }]
  })
  const rows = await listByIds(
    db,
    hit.map(({ row }) => row.id),
  )
  const seen = new Map((await seeBookings(db, { actor, today }, rows)).map((one) => [one.id, one]))
  return hit.flatMap(({ row, reason }) => {
    const one = seen.get(row.id)
    return one === undefined ? [] : toAffected(one, reason)
  })
}

function toAffected(one: Booking, reason: string): Affected[] {
  const { id, seriesId } = one
  if (seriesId === null) return []
  const { version, sessionId, groupId, title, startsAt, endsAt, mayChange } = one
  const { roomId, roomName, buildingName } = one
  const words = { title, startsAt, endsAt, roomId, roomName, buildingName, reason }
  return [{ bookingId: id, version, seriesId, sessionId, groupId, ...words, mayChange }]
}

/**
 * Holds a date on its holiday all the same: as one that was put there by hand. A session says so itself, and still
 * moves in time with the others of its series.
 */
export async function keepDate(
  { tx, actor }: CommandContext,
  { bookingId, version }: { bookingId: BookingId; version: number },
): Promise<null> {
  const belongs = found(await findBelongs(tx, bookingId), 'booking')
  const occurrence = found((await listAlone(tx, belongs))[0], 'booking')
  refuseNotTheirs(await readRights(tx, actor, belongs.groupId), [occurrence])
  if (occurrence.version !== version) throw changedSince('booking')
  if (belongs.sessionId !== null) await holdSession(tx, belongs.sessionId)
  else await updateBooking(tx, belongs.bookingId, version, { own_time: 1 })
  return null
}
