import { sql } from 'kysely'
import type { BookingId, ClosureId, FamilyId, GroupId, PersonId, SessionId } from '../../shared/ids.ts'
import { withHeads, type Taken } from '../../shared/groups/session.rules.ts'
import type { Held, Times } from '../../shared/bookings/held.rules.ts'
import type { RoomId } from '../../shared/ids.ts'
import { APOLOGIES } from '../../shared/registers/registers.rules.ts'
import { actualEndOf } from '../bookings/in-the-way.sql.ts'
import { listByIds, type BookingRow } from '../bookings/bookings.repository.ts'
import { expectedRows } from '../enrolments/expected.repository.ts'
import { sumHeads } from '../registers/record.repository.ts'
import type { Db } from '../store.ts'

/** Bookings with all the rooms they still have, by the id of the booking itself, which is the first of them. */
export async function listWhole(
  db: Db,
  leadIds: readonly BookingId[],
): Promise<Map<BookingId, BookingRow[]>> {
  if (leadIds.length === 0) return new Map()
  const further = await db
    .selectFrom('booking')
    .select('id')
    .where('lead_id', 'in', [...leadIds])
    .execute()
  const rows = await listByIds(db, [...leadIds, ...further.map((row) => row.id)])
  const standing = rows.filter((row) => row.status !== 'cancelled' && row.status !== 'no-show')
  const byLead = Map.groupBy(standing, (row) => row.lead_id ?? row.id)
  const mainFirst = (a: BookingRow, b: BookingRow) =>
    Number(a.lead_id !== null) - Number(b.lead_id !== null) || (a.id < b.id ? -1 : 1)
  return new Map([...byLead].map(([id, own]) => [id, own.toSorted(mainFirst)]))
}

/** Who is expected at each session that runs, with their family. */
export async function listExpected(db: Db, sessionIds: readonly SessionId[]) {
  if (sessionIds.length === 0)
    return new Map<SessionId, { personId: PersonId; familyId: FamilyId | null }[]>()
  const rows = await db
    .selectFrom(expectedRows(db, { sessionIds }).as('e'))
    .innerJoin('person', 'person.id', 'e.person_id')
    .select(['e.session_id', 'person.id as personId', 'person.family_id as familyId'])
    .execute()
  return Map.groupBy(rows, (row) => row.session_id)
}

/** What the marks of sessions say of them, and the heads counted. A session without either has no entry. */
export async function listTaken(db: Db, sessionIds: readonly SessionId[]): Promise<Map<SessionId, Taken>> {
  if (sessionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('mark')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('mark.session_id', 'in', [...sessionIds])
    .groupBy('mark.session_id')
    .select('mark.session_id')
    .select([
      sql<number>`coalesce(sum(mark_code.attended), 0)`.as('came'),
      sql<number>`count(CASE WHEN mark.code <> ${APOLOGIES} THEN 1 END)`.as('taken'),
    ])
    .execute()
  const heads = await sumHeads(db, sessionIds)
  const marks = new Map(rows.map(({ session_id, ...taken }) => [session_id, taken]))
  const of = (id: SessionId) => withHeads(marks.get(id) ?? { came: 0, taken: 0 }, heads.get(id) ?? 0)
  return new Map([...marks.keys(), ...heads.keys()].map((id) => [id, of(id)]))
}

/** Who leads these groups, by name, with the number to ring them on. */
export async function listLeaders(db: Db, groupIds: readonly GroupId[]) {
  if (groupIds.length === 0) return new Map<GroupId, never[]>()
  const rows = await db
    .selectFrom('group_facilitator')
    .innerJoin('staff', 'staff.id', 'group_facilitator.staff_id')
    .where('group_facilitator.group_id', 'in', [...groupIds])
    .orderBy('staff.name_key')
    .orderBy('staff.id')
    .select(['group_facilitator.group_id', 'staff.id as staffId', 'staff.name', 'staff.phone'])
    .execute()
  return Map.groupBy(rows, (row) => row.group_id)
}

/** A room that is held, and by which booking. */
export interface HeldRoom extends Held, Times {
  readonly roomId: RoomId
  readonly leadId: BookingId
}

const notHolding = ['tentative', 'requested', 'cancelled', 'no-show'] as const

/** Every room that is held on any of these local dates. Only what is confirmed holds one. */
export async function listHeldOn(db: Db, dates: readonly string[]): Promise<HeldRoom[]> {
  if (dates.length === 0) return []
  const days = dates.map((date) => sql`(${date}, ${`${date}U`})`)
  return (
    db
      .selectFrom(sql<{ column1: string; column2: string }>`(VALUES ${sql.join(days)})`.as('day'))
      // A cross join keeps SQLite to this order: from each day to the index of what is held.
      .crossJoin('booking')
      .whereRef('booking.held_from', '>=', 'day.column1')
      .whereRef('booking.held_from', '<', 'day.column2')
      // Said by what it is not: asked for by equality, SQLite would make an index of all bookings by it each time.
      .where('booking.status', 'not in', notHolding)
      .select(['booking.room_id as roomId', 'booking.starts_at as startsAt'])
      .select(['booking.held_from as heldFrom', 'booking.held_until as heldUntil'])
      .select([
        actualEndOf('booking').as('endsAt'),
        sql<BookingId>`coalesce(booking.lead_id, booking.id)`.as('leadId'),
      ])
      .execute()
  )
}

/** What was decided about the bookings that a closure hit, and the room each had. */
export const listChoices = (db: Db, id: ClosureId) =>
  db
    .selectFrom('closure_choice')
    .innerJoin('room', 'room.id', 'closure_choice.from_room_id')
    .innerJoin('building', 'building.id', 'room.building_id')
    .select(['closure_choice.id', 'closure_choice.booking_id', 'closure_choice.did'])
    .select(['room.name as room_name', 'building.name as building_name'])
    .where('closure_choice.closure_id', '=', id)
    .execute()
