import type { Updateable } from 'kysely'
import type { Buffers, Times } from '../../shared/bookings/held.rules.ts'
import { bookingId, type BookingId, type RoomId, type SessionId } from '../../shared/ids.ts'
import { listOverlaps } from '../buildings/rooms.repository.ts'
import { changedSince } from '../changed.ts'
import type { NewId } from '../context.ts'
import type { Db, Tx } from '../store.ts'
import {
  insertBookings,
  listTogether,
  listTogetherAll,
  placeColumns,
  updateBooking,
  type BookingRow,
} from './bookings.repository.ts'
import type { BookingTable } from './bookings.table.ts'

/** One booking with its rooms: the row that it is known by, and one for each further room that still stands. */
export interface BookingSet {
  readonly lead: BookingRow
  readonly further: readonly BookingRow[]
}

/** The booking that a row is a room of, by the id of any of them; undefined for an unknown id. */
export async function findSet(db: Db, id: BookingId): Promise<BookingSet | undefined> {
  const [lead, ...rest] = await listTogether(db, id)
  if (lead === undefined) return undefined
  return { lead, further: rest.filter((row) => row.status === lead.status) }
}

/** The booking that holds the rooms of a session, whatever its status; undefined for a session that never had one. */
export async function findSetOfSession(db: Db, id: SessionId): Promise<BookingSet | undefined> {
  const row = await db
    .selectFrom('booking')
    .select('id')
    .where('session_id', '=', id)
    .where('lead_id', 'is', null)
    .executeTakeFirst()
  return row === undefined ? undefined : findSet(db, row.id)
}

/** The bookings with these ids (their main rooms), each with its rooms, in that order and in one query. */
export async function listSets(db: Db, ids: readonly BookingId[]): Promise<BookingSet[]> {
  const rows = await listTogetherAll(db, ids)
  const byLead = Map.groupBy(rows, (row) => row.lead_id ?? row.id)
  return ids.flatMap((id) => {
    const [lead, ...rest] = byLead.get(id) ?? []
    return lead === undefined ? [] : [{ lead, further: rest.filter((row) => row.status === lead.status) }]
  })
}

/** The booking with the rooms that it had last: what was dropped from one that is cancelled is no room of it any more. */
export const asLastHeld = ({ lead, further }: BookingSet): BookingSet => ({
  lead,
  further: further.filter((row) => row.cancelled_reason === lead.cancelled_reason),
})

/** Its rooms, the main one first. */
export const roomsOf = ({ lead, further }: BookingSet): RoomId[] => [
  lead.room_id,
  ...further.map((row) => row.room_id),
]

/** Changes every row of a booking alike. Throws CHANGED when somebody else has changed one since it was read. */
export async function updateSet(
  tx: Tx,
  { lead, further }: BookingSet,
  change: Omit<Updateable<BookingTable>, 'id' | 'version' | 'lead_id'>,
): Promise<void> {
  for (const row of [lead, ...further]) await updateRow(tx, row, change)
}

async function updateRow(
  tx: Tx,
  row: Pick<BookingRow, 'id' | 'version'>,
  change: Omit<Updateable<BookingTable>, 'id' | 'version'>,
): Promise<void> {
  if (!(await updateBooking(tx, row.id, row.version, change))) throw changedSince('booking')
}

/** Frees the rooms of a session, whatever it had; the booking stays to be seen, as cancelled. */
export async function cancelRooms(tx: Tx, id: SessionId, reason: string): Promise<void> {
  const set = await findSetOfSession(tx, id)
  if (set !== undefined && set.lead.status !== 'cancelled')
    await updateSet(tx, set, { status: 'cancelled', cancelled_reason: reason })
}

/** A room of a booking, with the minutes kept free before and after. */
export interface Place extends Buffers {
  readonly roomId: RoomId
}
type Common = Omit<Updateable<BookingTable>, 'id' | 'version' | 'lead_id' | 'room_id'>

/**
 * Gives a booking these rooms (the main one first) and these times, and every row of it what is in `common`. The row it
 * is known by stays, so a session keeps its booking. A room that is dropped stays to be seen, as cancelled.
 */
export async function placeSet(
  tx: Tx,
  newId: NewId,
  set: BookingSet,
  wanted: { readonly places: readonly Place[]; readonly times: Times; readonly common: Common },
): Promise<void> {
  const { kept, dropped, added } = assign(set, wanted.places)
  await park(tx, set, kept)
  // What goes first leaves room for what comes.
  for (const { row, roomId } of dropped)
    await updateRow(tx, row, { room_id: roomId, status: 'cancelled', cancelled_reason: DROPPED })
  for (const { row, place } of kept)
    await updateRow(tx, row, {
      // As it was, unless it is to be another: rows that let go of their rooms above take them again.
      status: set.lead.status,
      ...wanted.common,
      room_id: place.roomId,
      ...placeColumns({ ...wanted.times, ...place }),
      ...byHand(row, place, wanted.times),
    })
  await insertBookings(
    tx,
    added.map((place) => furtherRoom(newId(bookingId), set.lead, place, wanted)),
  )
}

const DROPPED = 'This room is no longer needed'

/** What of a run was changed on this date alone: a later change to the whole run leaves it. */
function byHand(row: BookingRow, place: Place, { startsAt, endsAt }: Times) {
  if (row.session_id === null && row.series_id === null) return {}
  return {
    own_time: row.own_time === 1 || row.starts_at !== startsAt || row.ends_at !== endsAt ? 1 : 0,
    own_room: row.own_room === 1 || row.room_id !== place.roomId ? 1 : 0,
  } as const
}

interface Assigned {
  readonly kept: { readonly row: BookingRow; readonly place: Place }[]
  readonly dropped: { readonly row: BookingRow; readonly roomId: RoomId }[]
  readonly added: Place[]
}

/** Which row takes which room: those that keep theirs, then rows whose room is no longer wanted, then new ones. */
function assign({ lead, further }: BookingSet, [main, ...others]: readonly Place[]): Assigned {
  if (main === undefined) return { kept: [], dropped: [], added: [] }
  const staying = (place: Place) => further.find((row) => row.room_id === place.roomId)
  const spare = further.filter((row) => !others.some((place) => place.roomId === row.room_id))
  const kept = [{ row: lead, place: main }]
  const added: Place[] = []
  for (const place of others) {
    const row = staying(place) ?? spare.shift()
    if (row) kept.push({ row, place })
    else added.push(place)
  }
  // A room that becomes the main one changes places with it, so that what is seen as dropped is what was dropped.
  const roomOf = (row: BookingRow) => (row.room_id === main.roomId ? lead.room_id : row.room_id)
  return { kept, added, dropped: spare.map((row) => ({ row, roomId: roomOf(row) })) }
}

/** Rows of one booking that change places would be in each other's way on the way there: they let go of their rooms first. */
async function park(tx: Tx, { lead, further }: BookingSet, kept: Assigned['kept']): Promise<void> {
  const rows = [lead, ...further]
  if (lead.status !== 'confirmed' || rows.length < 2) return
  const overlaps = await listOverlaps(tx)
  const taken = kept.some(({ row, place }) =>
    rows.some((other) => other.id !== row.id && overlaps.get(place.roomId)?.has(other.room_id)),
  )
  if (!taken) return
  const ids = rows.map((row) => row.id)
  await tx.updateTable('booking').set({ status: 'tentative' }).where('id', 'in', ids).execute()
}

function furtherRoom(
  id: BookingId,
  lead: BookingRow,
  { roomId, ...buffers }: Place,
  { times, common }: { readonly times: Times; readonly common: Common },
) {
  return {
    id,
    lead_id: lead.id,
    room_id: roomId,
    session_id: lead.session_id,
    series_id: lead.series_id,
    series_date: lead.series_date,
    purpose: lead.purpose,
    title: lead.title,
    note: lead.note,
    contact: lead.contact,
    private: lead.private,
    people: lead.people,
    layout: lead.layout,
    status: common.status ?? lead.status,
    expires_on: common.expires_on === undefined ? lead.expires_on : common.expires_on,
    override_reason: common.override_reason === undefined ? lead.override_reason : common.override_reason,
    booked_by: lead.booked_by,
    ...times,
    ...buffers,
  }
}
