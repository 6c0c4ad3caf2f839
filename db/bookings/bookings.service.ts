import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import { byFit } from '../../shared/bookings/clashes.rules.ts'
import { refuseObstacles } from '../../shared/bookings/obstacles.rules.ts'
import { buffersInRoom, type Buffers, type Times } from '../../shared/bookings/held.rules.ts'
import { AppError } from '../../shared/errors.ts'
import { didNotRunProblem, meetsTwiceProblem, movedAheadProblem } from '../../shared/groups/session.rules.ts'
import { bookingId, type BookingId, type BuildingId, type RoomId } from '../../shared/ids.ts'
import {
  findBookable,
  findRoom,
  findRoomNamed,
  listBookable,
  type RoomRow,
} from '../buildings/rooms.repository.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { countTaken, findTogether } from '../groups/sessions.repository.ts'
import type { Db } from '../store.ts'
import {
  cancelSessionRow,
  findSession,
  moveSessionRow,
  type SessionRow,
} from './booked-session.repository.ts'
import * as bookings from './bookings.repository.ts'
import { findObstacles, findObstaclesOf, wantedIn } from './obstacles.repository.ts'
import { seeBookings } from './seen-bookings.ts'

type NewBooking = Times & {
  readonly roomId: RoomId
  readonly purpose: Exclude<Booking['purpose'], 'session'>
  readonly title: string
  readonly note: string | null
  readonly contact: string | null
  readonly setupMinutes?: number | undefined
  readonly cleardownMinutes?: number | undefined
}

export async function createBooking(context: CommandContext, wanted: NewBooking): Promise<Booking> {
  const { tx } = context
  const room = await bookableRoom(tx, wanted.roomId)
  const buffers = {
    setupMinutes: wanted.setupMinutes ?? room.setup_minutes,
    cleardownMinutes: wanted.cleardownMinutes ?? room.cleardown_minutes,
  }
  refuseObstacles(await findObstaclesOf(tx, wantedIn(room, { ...wanted, ...buffers })))
  const id = context.newId(bookingId)
  const { roomId, ...rest } = wanted
  const booked_by = context.actor.id
  await bookings.insertBooking(tx, { ...rest, ...buffers, id, room_id: roomId, booked_by })
  return read(context, id)
}

type Move = Times & { readonly id: BookingId; readonly version: number; readonly roomId: RoomId }

/** Moves a booking; a session goes with its booking, because they are one thing. */
export async function moveBooking(context: CommandContext, move: Move): Promise<Booking> {
  const { tx, today } = context
  const booking = await standing(tx, move.id, move.version)
  const session = await sessionOf(tx, booking, 'moved')
  if (session !== null) await refuseSessionMove(tx, session, move, today)
  const place = { ...move, ...(await buffersFor(tx, booking, move.roomId)) }
  const room = found(await findRoomNamed(tx, move.roomId), 'room')
  const except = booking.lead_id ?? booking.id
  refuseObstacles(await findObstaclesOf(tx, wantedIn(room, place, { except })))
  if (!(await bookings.moveBooking(tx, move.id, move.version, place))) throw changedSince('booking')
  if (session !== null) await moveSessionRow(tx, session, move)
  return read(context, move.id)
}

/** Frees the room and keeps the booking as cancelled. Its session, if it has one, did not run. */
export async function cancelBooking(
  context: CommandContext,
  { id, version, reason }: { id: BookingId; version: number; reason: string },
): Promise<Booking> {
  const { tx } = context
  const booking = await standing(tx, id, version)
  const session = await sessionOf(tx, booking, 'cancelled')
  if (session !== null) refuse(didNotRunProblem(await countTaken(tx, session.id)))
  if (!(await bookings.cancelBooking(tx, id, version, reason))) throw changedSince('booking')
  if (session !== null) await cancelSessionRow(tx, session, reason)
  return read(context, id)
}

type Search = Times & { people?: number | null | undefined; buildingId?: BuildingId | null | undefined }

/** Every room that can be booked, best fit first, each with what takes it: a taken room is never left out in silence. */
export async function findRooms(db: Db, { startsAt, endsAt, people, buildingId }: Search) {
  const rooms = await listBookable(db)
  const wanted = rooms.map((room) => wantedIn(room, { ...buffersOf(room), startsAt, endsAt }))
  const obstacles = await findObstacles(db, wanted)
  return rooms
    .map((room) => ({
      roomId: room.id,
      roomName: room.name,
      buildingId: room.building_id,
      buildingName: room.building_name,
      capacity: room.capacity,
      obstacles: obstacles.get(room.id) ?? [],
    }))
    .toSorted(byFit(people ?? null, buildingId ?? null))
}

async function bookableRoom(db: Db, id: RoomId) {
  const room = await findBookable(db, id)
  if (room) return room
  found(await findRoom(db, id), 'room')
  throw new AppError('CONFLICT', 'This room has been archived, so it cannot be booked. Choose another room.')
}

/** A booking that has not been cancelled or changed since it was read. */
async function standing(db: Db, id: BookingId, version: number): Promise<bookings.BookingRow> {
  const booking = found(await bookings.findById(db, id), 'booking')
  if (booking.version !== version) throw changedSince('booking')
  if (booking.status === 'cancelled' || booking.status === 'no-show')
    throw new AppError('CONFLICT', 'This booking has been cancelled. Nothing was changed. Make a new booking instead.') // prettier-ignore
  return booking
}

/** A completed register says who was there and when: it must be reopened before that can change. */
async function sessionOf(
  db: Db,
  { session_id }: bookings.BookingRow,
  done: 'moved' | 'cancelled',
): Promise<SessionRow | null> {
  if (session_id === null) return null
  const session = found(await findSession(db, session_id), 'session')
  if (session.register_completed_at !== null)
    throw new AppError('CONFLICT', `The register of this session is complete, so it was not ${done}. Reopen the register first.`) // prettier-ignore
  return session
}

/** The same rules as when the session is moved by its group's page. */
async function refuseSessionMove(db: Db, session: SessionRow, to: Times, today: string): Promise<void> {
  refuse(movedAheadProblem(await countTaken(db, session.id), to.startsAt, today))
  const time = { start: to.startsAt, end: to.endsAt }
  const other = await findTogether(db, session.group_id, time, session.id)
  if (other)
    throw new AppError('CONFLICT', meetsTwiceProblem(other.starts_at, other.ends_at), { sessionId: other.id })
}

function refuse(problem: string | null): void {
  if (problem !== null) throw new AppError('CONFLICT', problem)
}

async function buffersFor(db: Db, booking: bookings.BookingRow, roomId: RoomId): Promise<Buffers> {
  const own = { setupMinutes: booking.setup_minutes, cleardownMinutes: booking.cleardown_minutes }
  // It may stay in a room that has since been archived, and only change its time.
  if (roomId === booking.room_id) return own
  const to = await bookableRoom(db, roomId)
  const from = found(await findRoom(db, booking.room_id), 'room')
  return buffersInRoom(own, buffersOf(from), buffersOf(to))
}

const buffersOf = (room: RoomRow): Buffers => ({
  setupMinutes: room.setup_minutes,
  cleardownMinutes: room.cleardown_minutes,
})

async function read({ tx, actor, today }: CommandContext, id: BookingId): Promise<Booking> {
  const row = found(await bookings.findById(tx, id), 'booking')
  return found((await seeBookings(tx, { actor, today }, [row]))[0], 'booking')
}
