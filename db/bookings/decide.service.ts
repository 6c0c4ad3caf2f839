import { NOT_AGREED } from '../../shared/bookings/status.rules.ts'
import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import type { Obstacle, Overlap } from '../../shared/bookings/obstacles.contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { BookingId } from '../../shared/ids.ts'
import { addDays } from '../../shared/time/civil.ts'
import { mayBookAt, type Who } from '../../shared/users/scope.rules.ts'
import { found } from '../changed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { readSettings } from '../settings/settings.repository.ts'
import type { Db } from '../store.ts'
import { findSet, listSets, placeSet, roomsOf, updateSet, type BookingSet } from './booking-set.repository.ts'
import { listBookers, listUndecided, type BookingRow } from './bookings.repository.ts'
import { expiryOf, statusFor, type Input } from './bookings.service.ts'
import { findOverlaps } from './clashes.repository.ts'
import { clearTheWay, wantedBy, type Attempt } from './clear-the-way.ts'
import { listWantedByAll } from './equipment-use.repository.ts'
import { findObstacles } from './obstacles.repository.ts'
import { roomsFor, takesAllOutright } from './rooms-for.ts'
import { seeBookings } from './seen-bookings.ts'
import { leadsGroupOf, readBooking, readStanding, standing } from './standing.ts'
import { listWantedRooms } from './wanted-rooms.repository.ts'

/** Whether somebody may say yes or no to what is asked for in this building: they may book there themselves. */
export const mayDecide = (who: Who, row: Pick<BookingRow, 'building_id' | 'half'>): boolean =>
  mayBookAt(who, { buildingId: row.building_id, half: row.half })

/** Makes what was pencilled in certain, where it is this person's to book; else it is asked for. */
export async function confirmBooking(context: CommandContext, wanted: Input<'confirm'>): Promise<Booking> {
  const { tx, actor } = context
  const { set, named } = await standing(context, wanted)
  const { lead } = set
  if (lead.status !== 'tentative')
    throw new AppError(
      'CONFLICT',
      'Only a booking that is pencilled in can be confirmed. Nothing was changed.',
    )
  const rooms = await roomsFor(tx, roomsOf(set), roomsOf(set))
  if (
    statusFor('confirmed', takesAllOutright(actor, rooms, await leadsGroupOf(tx, actor, lead))) ===
    'requested'
  ) {
    const expires_on = expiryOf(context, 'requested', { startsAt: lead.starts_at })
    await updateSet(tx, set, { status: 'requested', expires_on, ...reasonOf(wanted) })
  } else await makeCertain(context, set, wanted)
  return readBooking(context, named.id)
}

/** Says yes to what was asked for, if it can still be had, or no with a reason, which stays with it. */
export async function decide(context: CommandContext, wanted: Input<'decide'>): Promise<Booking> {
  const { tx, actor } = context
  const { set, named } = await readStanding(context, wanted)
  if (!mayDecide(actor, set.lead))
    throw new AppError('NOT_ALLOWED', `Only those who book rooms in ${set.lead.building_name} decide on this. Nothing was changed.`) // prettier-ignore
  if (set.lead.status !== 'requested')
    throw new AppError('CONFLICT', 'This has been decided already. Nothing was changed.')
  if (wanted.accept) await makeCertain(context, set, wanted)
  else
    await updateSet(tx, set, { status: 'cancelled', cancelled_reason: `${NOT_AGREED}${wanted.reason ?? ''}` })
  return readBooking(context, named.id)
}

type Insist = Pick<Input<'confirm'>, 'waiveBuffers' | 'overrideReason'>

const reasonOf = ({ overrideReason }: Insist) =>
  overrideReason === null ? {} : { override_reason: overrideReason }

async function makeCertain(context: CommandContext, set: BookingSet, insist: Insist): Promise<void> {
  const { tx } = context
  await roomsFor(tx, roomsOf(set))
  const standing = found((await attemptsOf(tx, [set])).get(set.lead.id), 'booking')
  const attempt = { ...standing, ...insist }
  const { places, overrideReason } = await clearTheWay(context, {
    ...attempt,
    // A reason that came with what was asked for is the reason of the person who says yes.
    overrideReason: insist.overrideReason ?? set.lead.override_reason,
  })
  const common = { status: 'confirmed', expires_on: null, override_reason: overrideReason } as const
  await placeSet(tx, context.newId, set, { places, times: attempt.times, common })
}

/** Bookings as they stand, each to be tried again; in two queries for all. */
async function attemptsOf(db: Db, sets: readonly BookingSet[]): Promise<Map<BookingId, Attempt>> {
  const rooms = await listWantedRooms(db, [...new Set(sets.flatMap(roomsOf))])
  const equipment = await listWantedByAll(db, sets.map((set) => set.lead.id)) // prettier-ignore
  const byId = new Map(rooms.map((room) => [room.id, room]))
  return new Map(
    sets.map(({ lead, further }) => [
      lead.id,
      {
        rooms: [lead, ...further].flatMap((row) => {
          const room = byId.get(row.room_id)
          const buffers = { setupMinutes: row.setup_minutes, cleardownMinutes: row.cleardown_minutes }
          return room === undefined ? [] : [{ room, buffers }]
        }),
        times: { startsAt: lead.starts_at, endsAt: lead.ends_at },
        equipment: equipment.get(lead.id) ?? [],
        except: lead.id,
        waiveBuffers: false,
        overrideReason: null,
      },
    ]),
  )
}

interface Beside {
  readonly obstacles: Obstacle[]
  readonly overlaps: Overlap[]
}

/** What stands in the way of each booking, and what else wants its rooms at its time; in a few queries for all. */
async function besides(db: Db, sets: readonly BookingSet[], today: string): Promise<Map<BookingId, Beside>> {
  const asked = [...(await attemptsOf(db, sets))].flatMap(([id, attempt]) =>
    wantedBy(attempt).map((one) => ({ id, wanted: { ...one, key: `${id} ${one.roomId}` } })),
  )
  const wanted = asked.map((one) => one.wanted)
  const obstacles = await findObstacles(db, wanted)
  const overlaps = Map.groupBy(await findOverlaps(db, wanted, today), (one) => one.key)
  const byId = Map.groupBy(asked, (one) => one.id)
  return new Map(
    [...byId].map(([id, own]) => [
      id,
      {
        obstacles: own.flatMap((one) => obstacles.get(one.wanted.key) ?? []),
        overlaps: own
          .flatMap((one) => overlaps.get(one.wanted.key) ?? [])
          .map(({ key: _key, ...rest }) => rest),
      },
    ]),
  )
}

const nothing: Beside = { obstacles: [], overlaps: [] }

export async function listRequests({ db, actor, today, localNow }: QueryContext) {
  const rows = (await listUndecided(db, 'requested', localNow)).filter((row) => mayDecide(actor, row))
  const seen = await seeBookings(db, { actor, today }, rows)
  const ids = rows.map((row) => row.id)
  const beside = await besides(db, await listSets(db, ids), today)
  const bookers = await listBookers(db, ids)
  return seen.map((booking) => ({
    booking,
    askedBy: bookers.get(booking.id) ?? null,
    ...(beside.get(booking.id) ?? nothing),
  }))
}

/** Days in which somebody who pencilled a booking in still has time to decide. */
const LAPSES_SOON = 7

export async function listLapsing({ db, actor, today, localNow }: QueryContext): Promise<Booking[]> {
  const last = addDays(today, LAPSES_SOON)
  const rows = (await listUndecided(db, 'tentative', localNow)).filter(
    (row) => row.expires_on !== null && row.expires_on <= last,
  )
  const seen = await seeBookings(db, { actor, today }, rows)
  return seen
    .filter((one) => one.mayChange)
    .toSorted((a, b) => ((a.expiresOn ?? '') < (b.expiresOn ?? '') ? -1 : 1))
}

/** One booking, with what its panel shows of how it stands. */
export async function getBooking({ db, actor, today, localNow }: QueryContext, { id }: Input<'get'>) {
  const set = found(await findSet(db, id), 'booking')
  const { lead } = set
  const named = [lead, ...set.further].find((row) => row.id === id) ?? lead
  const booking = found((await seeBookings(db, { actor, today }, [named]))[0], 'booking')
  const open = ['confirmed', 'tentative', 'requested'].includes(booking.status) && lead.ends_at > localNow
  const beside = open && !booking.hidden ? (await besides(db, [set], today)).get(lead.id) : undefined
  const rooms = await listWantedRooms(db, roomsOf(set))
  const leads = await leadsGroupOf(db, actor, lead)
  const outright = takesAllOutright(actor, rooms, leads) || !(await readSettings(db)).askAgain
  return {
    booking,
    bookedBy: booking.hidden ? null : ((await listBookers(db, [lead.id])).get(lead.id) ?? null),
    ...(beside ?? nothing),
    mayDecide: booking.status === 'requested' && mayDecide(actor, lead),
    asksAgain: booking.mayChange && booking.status === 'confirmed' && !outright,
  }
}
