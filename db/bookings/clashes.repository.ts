import { sql } from 'kysely'
import type { Clash, Overlap } from '../../shared/bookings/obstacles.contract.ts'
import { PRIVATE_TITLE } from '../../shared/bookings/privacy.rules.ts'
import type { Held, Times } from '../../shared/bookings/held.rules.ts'
import type { BookingId, RoomId } from '../../shared/ids.ts'
import type { Db } from '../store.ts'
import type { BookingTable } from './bookings.table.ts'
import { actualEndOf } from './in-the-way.sql.ts'

/** A room wanted for a time. `key` is the caller's own name for the question, given back with each clash. */
export interface Wanted extends Held, Times {
  readonly key: string
  readonly roomId: RoomId
  /** A booking that does not stand in the way, with its further rooms: the one being moved. */
  readonly except?: BookingId | null
}

/** A clash, and the question it answers. */
export type KeyedClash = Clash & { readonly key: string }

/** Who a session's room is asked about: its facilitators with their numbers. `Jo Price (ext. 5479), Amir Khan`. */
const facilitatorsOf = sql<string | null>`(
  SELECT string_agg(staff.name || coalesce(' (' || staff.phone || ')', ''), ', ')
  FROM group_facilitator JOIN staff ON staff.id = group_facilitator.staff_id
  WHERE group_facilitator.group_id = programme_group.id)`

/**
 * Who made a booking, with their number if they are a member of staff. Of a group that must not be named, nobody who
 * leads it: that says which group it is.
 */
const bookerOf = sql<string | null>`(
  SELECT booker.name || coalesce(' (' || staff.phone || ')', '')
  FROM "user" AS booker LEFT JOIN staff ON staff.id = booker.staff_id
  WHERE booker.id = booking.booked_by AND NOT (coalesce(programme.sensitive, 0) = 1 AND EXISTS (
    SELECT 1 FROM group_facilitator AS leader
    WHERE leader.group_id = programme_group.id AND leader.staff_id = booker.staff_id)))`

/**
 * What stands in the way of each wanted room, in one query for thousands of them, the clashes of each earliest first.
 * It counts the rooms that a room contains and is contained in, by the same rule as `inEachOthersWay` and the triggers
 * that refuse double booking: what ends when another starts does not clash.
 */
export async function findClashes(db: Db, wanted: readonly Wanted[]): Promise<KeyedClash[]> {
  const clashes: KeyedClash[] = []
  for (let start = 0; start < wanted.length; start += ASKED_AT_ONCE)
    clashes.push(...(await clashesOf(db, wanted.slice(start, start + ASKED_AT_ONCE)).execute()).map(toClash))
  return clashes
}

/** Seven values each, under the number that SQLite takes in one statement. */
const ASKED_AT_ONCE = 4000

/**
 * The other bookings of the same floor and time that are not certain either, as `findClashes` finds the certain ones.
 * What has lapsed by `today`, a local date, is not among them.
 */
export async function findOverlaps(
  db: Db,
  wanted: readonly Wanted[],
  today: string,
): Promise<(Overlap & { readonly key: string })[]> {
  if (wanted.length === 0) return []
  const rows = await clashesOf(db, wanted, ['tentative', 'requested']).execute()
  return rows
    .filter((row) => row.expires_on === null || row.expires_on >= today)
    .map((row) => ({ ...toClash(row), status: row.status === 'tentative' ? 'tentative' : 'requested' }))
}

type ClashRow = Awaited<ReturnType<ReturnType<typeof clashesOf>['execute']>>[number]

const toClash = (row: ClashRow): KeyedClash => ({
  key: row.key,
  bookingId: row.id,
  roomId: row.room_id,
  roomName: row.room_name,
  title: row.private === 1 ? PRIVATE_TITLE : (row.public_title ?? row.title),
  heldFrom: row.held_from,
  heldUntil: row.held_until,
  onlyBuffers: row.only_buffers === 1,
  // Who leads a group that must not be named says which group it is.
  contact:
    row.private === 1 || row.sensitive === 1 ? row.booker : (row.contact ?? row.facilitators ?? row.booker),
})

/** `inEachOthersWay` of a booking and what is asked for. */
const inTheWayOfAsked = sql<boolean>`((booking.starts_at < asked.column4 AND asked.column3 < ${actualEndOf('booking')})
  OR (asked.column6 < booking.held_until AND booking.held_from < asked.column7))`
const onlyBuffers = sql<number>`booking.starts_at >= asked.column7 OR ${actualEndOf('booking')} <= asked.column6`

/** The query of `findClashes`, apart so that a test can read its plan. */
export const clashesOf = (
  db: Db,
  wanted: readonly Wanted[],
  statuses: readonly BookingTable['status'][] = ['confirmed'],
) =>
  db
    .selectFrom(askedFor(wanted))
    // Cross joins keep SQLite to this order: from the rooms to the index of each room's bookings.
    .crossJoin('room_overlap')
    .crossJoin('booking')
    .innerJoin('room', 'room.id', 'booking.room_id')
    .leftJoin('session', 'session.id', 'booking.session_id')
    .leftJoin('programme_group', 'programme_group.id', 'session.group_id')
    .leftJoin('programme', 'programme.id', 'programme_group.programme_id')
    .whereRef('room_overlap.room_id', '=', 'asked.column2')
    .whereRef('booking.room_id', '=', 'room_overlap.other_id')
    .where('booking.status', 'in', [...statuses])
    // A hold lies within one day, which lets the index find it.
    .where('booking.held_from', '>=', sql<string>`substr(asked.column3, 1, 10)`)
    .whereRef('booking.held_from', '<', 'asked.column4')
    .whereRef('booking.held_until', '>', 'asked.column3')
    .where(inTheWayOfAsked)
    .where(sql<boolean>`coalesce(booking.lead_id, booking.id) <> asked.column5`)
    .select(['asked.column1 as key', 'booking.id', 'booking.room_id', 'room.name as room_name'])
    .select(['booking.title', 'programme_group.public_title', 'programme.sensitive', 'booking.private'])
    .select([
      'booking.held_from',
      'booking.held_until',
      'booking.status',
      'booking.expires_on',
      'booking.contact',
    ])
    .select([facilitatorsOf.as('facilitators'), bookerOf.as('booker'), onlyBuffers.as('only_buffers')])
    .orderBy('booking.held_from')
    .orderBy('booking.id')

interface Asked {
  column1: string
  column2: RoomId
  column3: string
  column4: string
  column5: BookingId | ''
  column6: string
  column7: string
}

/** The questions as a table. Both engines call its columns column1 to column7. */
function askedFor(wanted: readonly Wanted[]) {
  const rows = wanted.map(
    (w) =>
      sql`(${w.key}, ${w.roomId}, ${w.heldFrom}, ${w.heldUntil}, ${w.except ?? ''}, ${w.startsAt}, ${w.endsAt})`,
  )
  return sql<Asked>`(VALUES ${sql.join(rows)})`.as('asked')
}
