import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import { buffersInRoom, type Buffers, type Times } from '../../shared/bookings/held.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { RoomId } from '../../shared/ids.ts'
import type { CommandContext } from '../context.ts'
import type { Db } from '../store.ts'
import { moveSessionRow } from './booked-session.repository.ts'
import { placeSet, roomsOf, type BookingSet } from './booking-set.repository.ts'
import type { BookingRow } from './bookings.repository.ts'
import { buffersIn, clearIfCertain, type Input } from './bookings.service.ts'
import { listAllEquipment, listWantedBy, sameEquipmentIn, setEquipment } from './equipment-use.repository.ts'
import { roomsFor } from './rooms-for.ts'
import { readBooking, sessionMoveProblem, sessionOf, standing, type Standing } from './standing.ts'
import { expiryAfter, statusAfter } from './status-after.ts'
import { listWantedRooms, type WantedRoomRow } from './wanted-rooms.repository.ts'

/** Moves a booking in time, with all its rooms, and the one that is named to another room. */
export async function moveBooking(context: CommandContext, move: Input<'move'>): Promise<Booking> {
  const { set, named, seen } = await standing(context, move)
  const { roomId = named.room_id } = move
  const roomIds = move.roomIds ?? roomsOf(set).map((id) => (id === named.room_id ? roomId : id))
  const times = { startsAt: move.startsAt, endsAt: move.endsAt }
  await place(context, { set, named, seen }, { ...move, roomIds, times })
  return readBooking(context, named.id)
}

/** Adds rooms to a booking or drops some; the first is the main one. */
export async function setRooms(context: CommandContext, wanted: Input<'setRooms'>): Promise<Booking> {
  const found = await standing(context, wanted)
  const { lead } = found.set
  await place(context, found, { ...wanted, times: { startsAt: lead.starts_at, endsAt: lead.ends_at } })
  return readBooking(context, lead.id)
}

interface Placing {
  readonly roomIds: readonly RoomId[]
  readonly times: Times
  readonly waiveBuffers: boolean
  readonly overrideReason: string | null
}

async function place(context: CommandContext, { set }: Standing, wanted: Placing): Promise<void> {
  const { tx } = context
  const { lead } = set
  if (lead.ended_at !== null)
    throw new AppError('CONFLICT', 'This booking has ended and its room was given back, so it was not moved. Make a new booking instead.') // prettier-ignore
  const session = await sessionOf(tx, lead, 'moved')
  if (session !== null) {
    const problem = await sessionMoveProblem(tx, session, wanted.times, context.today)
    if (problem !== null) throw problem
  }
  const rooms = await roomsFor(tx, wanted.roomIds, roomsOf(set))
  const status =
    isSame(set, wanted) && lead.status === 'confirmed' ? 'confirmed' : await statusAfter(context, lead, rooms)
  const equipment = sameEquipmentIn(
    rooms[0].building_id,
    await listWantedBy(tx, lead.id),
    await listAllEquipment(tx),
  )
  const { places, overrideReason } = await clearIfCertain(context, status, {
    ...wanted,
    rooms: await withBuffers(tx, set, rooms),
    equipment,
    except: lead.id,
    standingOverride: stillOverridden(lead, rooms[0], wanted.times),
  })
  const common = {
    status,
    override_reason: overrideReason,
    ...expiryAfter(context, lead, status, wanted.times),
  }
  await placeSet(tx, context.newId, set, { places, times: wanted.times, common })
  await setEquipment(tx, context.newId, lead.id, equipment)
  if (session !== null && isMoved(lead, rooms[0].id, wanted.times))
    await moveSessionRow(tx, session, wanted.times)
}

const isMoved = (lead: BookingRow, roomId: RoomId, { startsAt, endsAt }: Times) =>
  lead.room_id !== roomId || lead.starts_at !== startsAt || lead.ends_at !== endsAt

/** Nothing moves: what was agreed stays agreed. */
const isSame = (set: BookingSet, { roomIds, times }: Placing) =>
  !isMoved(set.lead, roomIds[0] ?? set.lead.room_id, times) &&
  roomIds.length === set.further.length + 1 &&
  roomsOf(set).every((id) => roomIds.includes(id))

/** A reason holds for what it was given for: that building, and no more than that time. */
const stillOverridden = (
  lead: BookingRow,
  main: WantedRoomRow,
  { startsAt, endsAt }: Times,
): string | null =>
  main.building_id === lead.building_id && lead.starts_at <= startsAt && endsAt <= lead.ends_at
    ? lead.override_reason
    : null

/** Each room with the minutes that the booking keeps there: those it has, or a new room's own. */
export async function withBuffers(db: Db, { lead, further }: BookingSet, rooms: readonly WantedRoomRow[]) {
  const rows = [lead, ...further]
  const before = await listWantedRooms(db, rows.map((row) => row.room_id)) // prettier-ignore
  return rooms.map((room) => {
    const row = rows.find((one) => one.room_id === room.id)
    return { room, buffers: row ? ownOf(row) : buffersElsewhere(lead, before, room) }
  })
}

function buffersElsewhere(lead: BookingRow, before: readonly WantedRoomRow[], room: WantedRoomRow): Buffers {
  const from = before.find((one) => one.id === lead.room_id)
  return from === undefined
    ? ownOf(lead)
    : buffersInRoom(ownOf(lead), buffersIn(from, {}), buffersIn(room, {}))
}

const ownOf = (row: BookingRow): Buffers => ({
  setupMinutes: row.setup_minutes,
  cleardownMinutes: row.cleardown_minutes,
})
