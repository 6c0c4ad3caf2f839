import { refuseObstacles } from '../../shared/bookings/obstacles.rules.ts'
import { buffersInRoom, type Buffers, type Times } from '../../shared/bookings/held.rules.ts'
import { bookingId, type BookingId, type GroupId, type RoomId, type SessionId } from '../../shared/ids.ts'
import { asLastHeld, placeSet, roomsOf, type BookingSet } from '../bookings/booking-set.repository.ts'
import { insertBooking, type BookingRow } from '../bookings/bookings.repository.ts'
import { findObstaclesOf, wantedIn } from '../bookings/obstacles.repository.ts'
import { roomsFor, takesAllOutright } from '../bookings/rooms-for.ts'
import { leadsGroupOf } from '../bookings/standing.ts'
import { expiryAfter, statusAfter } from '../bookings/status-after.ts'
import type { WantedRoomRow } from '../bookings/wanted-rooms.repository.ts'
import { findRoom, findRoomNamed } from '../buildings/rooms.repository.ts'
import { found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import type { Db } from '../store.ts'
import * as groups from './groups.repository.ts'

/** Where and when a session is held. */
export type Place = Times & { readonly roomId: RoomId }

/** Books a room for a session: outright where it is theirs to take, and else asked for. */
export async function book(
  context: CommandContext,
  id: SessionId,
  groupId: GroupId,
  place: Place,
): Promise<void> {
  const { tx, actor, localNow, today } = context
  const group = found(await groups.findById(tx, groupId, localNow), 'group')
  const rooms = await roomsFor(tx, [place.roomId])
  const leads = await leadsGroupOf(tx, actor, { group_id: groupId })
  const status = takesAllOutright(actor, rooms, leads) ? 'confirmed' : 'requested'
  const buffers = buffersOf(rooms[0])
  if (status === 'confirmed') await refuseTaken(tx, { ...place, ...buffers }, null)
  const { roomId, startsAt, endsAt } = place
  await insertBooking(tx, {
    id: context.newId(bookingId),
    room_id: roomId,
    session_id: id,
    purpose: 'session',
    title: group.public_title,
    startsAt,
    endsAt,
    ...buffers,
    status,
    ...expiryAfter({ today }, { expires_on: null }, status, place),
  })
}

/** Another time, another main room, or both; further rooms of the booking go with it. */
export async function rebook(context: CommandContext, before: BookingSet, place: Place): Promise<void> {
  const { tx, newId } = context
  const set = asLastHeld(before)
  const { lead } = set
  const further = set.further.filter((row) => row.room_id !== place.roomId)
  // It may stay in a room that has since been archived, and only change its time.
  const rooms = await roomsFor(tx, [place.roomId, ...further.map((row) => row.room_id)], roomsOf(set))
  const status = await statusAfter(context, lead, rooms)
  const places = [
    { roomId: place.roomId, ...(await mainBuffers(tx, lead, rooms[0])) },
    ...further.map((row) => ({ roomId: row.room_id, ...buffersOf(row) })),
  ]
  if (status === 'confirmed') for (const room of places) await refuseTaken(tx, { ...place, ...room }, lead.id)
  const common = { status, cancelled_reason: null, ...expiryAfter(context, lead, status, place) }
  await placeSet(tx, newId, set, { places, times: place, common })
}

/** The minutes it has, or those of a room that it did not have before. */
async function mainBuffers(db: Db, lead: BookingRow, room: WantedRoomRow): Promise<Buffers> {
  const own = buffersOf(lead)
  if (room.id === lead.room_id) return own
  return buffersInRoom(own, buffersOf(found(await findRoom(db, lead.room_id), 'room')), buffersOf(room))
}

export const buffersOf = (room: { setup_minutes: number; cleardown_minutes: number }): Buffers => ({
  setupMinutes: room.setup_minutes,
  cleardownMinutes: room.cleardown_minutes,
})

async function refuseTaken(db: Db, place: Place & Buffers, except: BookingId | null): Promise<void> {
  const room = found(await findRoomNamed(db, place.roomId), 'room')
  refuseObstacles(await findObstaclesOf(db, wantedIn(room, place, { except })))
}
