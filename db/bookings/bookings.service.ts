import type { z } from 'zod'
import type { Booking, bookingsContract } from '../../shared/bookings/bookings.contract.ts'
import { byFit } from '../../shared/bookings/clashes.rules.ts'
import type { Buffers, Times } from '../../shared/bookings/held.rules.ts'
import { keptUntil, privateUnlessSaid } from '../../shared/bookings/outright.rules.ts'
import { AppError } from '../../shared/errors.ts'
import { bookingId, type BookingId, type BuildingId } from '../../shared/ids.ts'
import { addDays, dateOf } from '../../shared/time/civil.ts'
import { listBookable } from '../buildings/rooms.repository.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import type { Db } from '../store.ts'
import { cancelSessionRow } from './booked-session.repository.ts'
import { updateSet, type Place } from './booking-set.repository.ts'
import { insertBookings } from './bookings.repository.ts'
import { clearTheWay, type Attempt } from './clear-the-way.ts'
import { listAllEquipment, sameEquipmentIn, setEquipment } from './equipment-use.repository.ts'
import { findObstacles, wantedIn } from './obstacles.repository.ts'
import { roomsFor, takesAllOutright } from './rooms-for.ts'
import { readBooking, refuseCameSession, sessionOf, standing } from './standing.ts'
import type { WantedRoomRow } from './wanted-rooms.repository.ts'

export type Input<N extends keyof typeof bookingsContract> = z.output<(typeof bookingsContract)[N]['input']>

export async function createBooking(context: CommandContext, wanted: Input<'create'>): Promise<Booking> {
  const { tx, actor } = context
  const rooms = await roomsFor(tx, wanted.roomIds)
  const status = statusFor(wanted.status, takesAllOutright(actor, rooms, false))
  const { building_id } = rooms[0]
  const equipment = sameEquipmentIn(building_id, wanted.equipment, await listAllEquipment(tx))
  const attempt: Attempt = {
    ...wanted,
    equipment,
    rooms: rooms.map((room) => ({ room, buffers: buffersIn(room, wanted) })),
    times: { startsAt: wanted.startsAt, endsAt: wanted.endsAt },
    except: null,
  }
  const { places, overrideReason } = await clearIfCertain(context, status, attempt)
  const id = context.newId(bookingId)
  const row = {
    ...detailsOf(wanted),
    purpose: wanted.purpose,
    title: wanted.title,
    private: toFlag(wanted.private ?? privateUnlessSaid(wanted.purpose)),
    status,
    expires_on: expiryOf(context, status, wanted),
    override_reason: overrideReason,
    booked_by: actor.id,
    startsAt: wanted.startsAt,
    endsAt: wanted.endsAt,
  }
  await insertBookings(
    tx,
    places.map(({ roomId, ...buffers }, i) => {
      const ids = i === 0 ? { id } : { id: context.newId(bookingId), lead_id: id }
      return { ...row, ...buffers, ...ids, room_id: roomId }
    }),
  )
  await setEquipment(tx, context.newId, id, equipment)
  return readBooking(context, id)
}

type Undecided = 'tentative' | 'requested'

/** What a booking is when it is made or made certain: asked for, where it is not theirs to take. */
export const statusFor = (wanted: 'confirmed' | 'tentative', outright: boolean): 'confirmed' | Undecided =>
  wanted === 'confirmed' && !outright ? 'requested' : wanted

/** What is only pencilled in or asked for holds nothing, so nothing is in its way until it is to be certain. */
export async function clearIfCertain(context: CommandContext, status: Booking['status'], attempt: Attempt) {
  if (status === 'confirmed') return clearTheWay(context, attempt)
  const places = attempt.rooms.map(({ room, buffers }): Place => ({ roomId: room.id, ...buffers }))
  return { places, overrideReason: attempt.overrideReason ?? attempt.standingOverride ?? null }
}

/** The minutes before and after in a room: its own, unless others were said. */
export const buffersIn = (
  room: WantedRoomRow,
  {
    setupMinutes,
    cleardownMinutes,
  }: { setupMinutes?: number | undefined; cleardownMinutes?: number | undefined },
): Buffers => ({
  setupMinutes: setupMinutes ?? room.setup_minutes,
  cleardownMinutes: cleardownMinutes ?? room.cleardown_minutes,
})

/** The last day of what is not certain. What was asked for stays until its day; what is pencilled in for two weeks. */
export function expiryOf(
  { today }: Pick<CommandContext, 'today'>,
  status: Booking['status'],
  { expiresOn, startsAt }: { readonly expiresOn?: string | null | undefined; readonly startsAt: string },
): string | null {
  const date = dateOf(startsAt)
  if (status === 'requested') return date < today ? today : date
  if (status !== 'tentative') return null
  if (expiresOn && expiresOn < today) {
    const message = 'Choose today or a day to come.'
    throw new AppError('INVALID_INPUT', message, { fields: { expiresOn: message } })
  }
  return keptUntil(today, expiresOn ?? addDays(today, 14), date)
}

/** What a booking says, as its rows keep it. */
export const detailsOf = (fields: Pick<Input<'update'>, 'note' | 'contact' | 'people' | 'layout'>) => ({
  note: fields.note,
  contact: fields.contact,
  people: fields.people ?? null,
  layout: fields.layout,
})

/** Frees the rooms and keeps the booking as cancelled. Its session, if it has one, did not run. */
export async function cancelBooking(
  context: CommandContext,
  { reason, ...which }: { id: BookingId; version: number; reason: string },
): Promise<Booking> {
  const { tx } = context
  const { set, named } = await standing(context, which)
  const session = await sessionOf(tx, set.lead, 'cancelled')
  if (session !== null) await refuseCameSession(tx, session)
  await updateSet(tx, set, { status: 'cancelled', cancelled_reason: reason })
  if (session !== null) await cancelSessionRow(tx, session, reason)
  return readBooking(context, named.id)
}

type Search = Times & { people?: number | null | undefined; buildingId?: BuildingId | null | undefined }

/** Every room that can be booked, best fit first, each with what takes it: a taken room is never left out in silence. */
export async function findRooms(db: Db, { startsAt, endsAt, people, buildingId }: Search) {
  const rooms = await listBookable(db)
  const wanted = rooms.map((room) =>
    wantedIn(room, {
      setupMinutes: room.setup_minutes,
      cleardownMinutes: room.cleardown_minutes,
      startsAt,
      endsAt,
    }),
  )
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
