import type { z } from 'zod'
import { refuseObstacles } from '../../shared/bookings/obstacles.rules.ts'
import { buffersInRoom, type Buffers, type Times } from '../../shared/bookings/held.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { groupsContract, Session } from '../../shared/groups/groups.contract.ts'
import { refuseImpossible } from '../../shared/series/plan.rules.ts'
import { didNotRunProblem, meetsTwiceProblem, movedAheadProblem } from '../../shared/groups/session.rules.ts'
import {
  bookingId,
  sessionId,
  type BookingId,
  type GroupId,
  type RoomId,
  type SessionId,
} from '../../shared/ids.ts'
import { at } from '../../shared/time/civil.ts'
import { cancelSessionRow, moveSessionRow } from '../bookings/booked-session.repository.ts'
import {
  asLastHeld,
  cancelRooms,
  findSetOfSession,
  placeSet,
  roomsOf,
  type BookingSet,
} from '../bookings/booking-set.repository.ts'
import { insertBooking, type BookingRow } from '../bookings/bookings.repository.ts'
import { findObstaclesOf, wantedIn } from '../bookings/obstacles.repository.ts'
import { roomsFor, takesAllOutright } from '../bookings/rooms-for.ts'
import { leadsGroupOf } from '../bookings/standing.ts'
import { expiryAfter, statusAfter } from '../bookings/status-after.ts'
import type { WantedRoomRow } from '../bookings/wanted-rooms.repository.ts'
import { findRoom, findRoomNamed } from '../buildings/rooms.repository.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { expectedCounts } from '../enrolments/expected.repository.ts'
import type { Db } from '../store.ts'
import * as groups from './groups.repository.ts'
import { refuseOthersGroup } from './own-group.ts'
import * as sessions from './sessions.repository.ts'

type Input<N extends keyof typeof groupsContract> = z.output<(typeof groupsContract)[N]['input']>
type Place = Times & { readonly roomId: RoomId }

const placeOf = (input: { date: string; startTime: string; endTime: string; roomId: RoomId }): Place => ({
  startsAt: at(input.date, input.startTime),
  endsAt: at(input.date, input.endTime),
  roomId: input.roomId,
})

/** Moves a session with its booking. It stays the same session, so its marks stay on it. */
export async function moveSession(context: CommandContext, input: Input<'moveSession'>): Promise<Session> {
  const { tx, today } = context
  const row = await standing(tx, input.id, input.version, 'moved')
  await refuseOthersGroup(tx, context.actor, row.group_id)
  const place = placeOf(input)
  refuse(movedAheadProblem(await sessions.countTaken(tx, row.id), place.startsAt, today))
  await refuseTogether(tx, row.group_id, place, row.id)
  const set = await findSetOfSession(tx, row.id)
  if (set === undefined) await book(context, row.id, row.group_id, place)
  else await rebook(context, set, place)
  await moveSessionRow(tx, row, place)
  return read(context, row.group_id, row.id)
}

/** One more session, on top of what the rule gave, with its room. */
export async function addSession(context: CommandContext, input: Input<'addSession'>): Promise<Session> {
  const { tx, localNow } = context
  const group = found(await groups.findById(tx, input.groupId, localNow), 'group')
  await refuseOthersGroup(tx, context.actor, group.id)
  if (group.cancelled === 1)
    throw new AppError('CONFLICT', 'This group has been cancelled, so no session can be added. Nothing was saved.') // prettier-ignore
  const place = placeOf(input)
  await refuseTogether(tx, group.id, place, null)
  const id = context.newId(sessionId)
  await sessions.insertSessions(tx, [
    {
      id,
      group_id: group.id,
      series_id: null,
      starts_at: place.startsAt,
      ends_at: place.endsAt,
      did_not_run: 0,
      reason: null,
      changed_by_hand: 1,
      series_date: null,
      register_completed_at: null,
      register_completed_by: null,
      version: 1,
    },
  ])
  await book(context, id, group.id, place)
  return read(context, group.id, id)
}

/** The session did not run: it leaves every denominator, and its room is free. */
export async function cancelSession(
  context: CommandContext,
  input: Input<'cancelSession'>,
): Promise<Session> {
  const { tx } = context
  const row = await standing(tx, input.id, input.version, 'changed')
  await refuseOthersGroup(tx, context.actor, row.group_id)
  refuse(didNotRunProblem(await sessions.countTaken(tx, row.id)))
  await cancelSessionRow(tx, row, input.reason)
  await cancelRooms(tx, row.id, input.reason)
  return read(context, row.group_id, row.id)
}

function refuse(problem: string | null): void {
  if (problem !== null) throw new AppError('CONFLICT', problem)
}

/** A session that can still change: as it was read, not already off, and with its register open. */
async function standing(
  db: Db,
  id: SessionId,
  version: number,
  done: string,
): Promise<sessions.SessionRecord> {
  const row = found(await sessions.findById(db, id), 'session')
  if (row.version !== version) throw changedSince('session')
  if (row.did_not_run === 1)
    throw new AppError('CONFLICT', `This session did not run, so it was not ${done}. Add a session instead.`)
  if (row.register_completed_at !== null)
    throw new AppError('CONFLICT', `The register of this session is complete, so it was not ${done}. Reopen the register first.`) // prettier-ignore
  return row
}

/** A group cannot meet twice at once. */
async function refuseTogether(
  db: Db,
  groupId: GroupId,
  place: Place,
  except: SessionId | null,
): Promise<void> {
  refuseImpossible(place.startsAt, place.endsAt)
  const time = { start: place.startsAt, end: place.endsAt }
  const other = await sessions.findTogether(db, groupId, time, except)
  if (other)
    throw new AppError('CONFLICT', meetsTwiceProblem(other.starts_at, other.ends_at), { sessionId: other.id })
}

async function book(context: CommandContext, id: SessionId, groupId: GroupId, place: Place): Promise<void> {
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
async function rebook(context: CommandContext, before: BookingSet, place: Place): Promise<void> {
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

const buffersOf = (room: { setup_minutes: number; cleardown_minutes: number }): Buffers => ({
  setupMinutes: room.setup_minutes,
  cleardownMinutes: room.cleardown_minutes,
})

async function refuseTaken(db: Db, place: Place & Buffers, except: BookingId | null): Promise<void> {
  const room = found(await findRoomNamed(db, place.roomId), 'room')
  refuseObstacles(await findObstaclesOf(db, wantedIn(room, place, { except })))
}

async function read({ tx, today }: CommandContext, groupId: GroupId, id: SessionId): Promise<Session> {
  const counts = await expectedCounts(tx, { sessionIds: [id] })
  const all = sessions.toSessions(await sessions.listForGroup(tx, groupId), counts, today)
  return found(
    all.find((one) => one.id === id),
    'session',
  )
}
