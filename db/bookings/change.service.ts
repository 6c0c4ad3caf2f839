import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import type { Buffers } from '../../shared/bookings/held.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import { updateSet, type BookingSet } from './booking-set.repository.ts'
import { placeColumns, updateBooking, type BookingRow } from './bookings.repository.ts'
import { detailsOf, expiryOf, type Input } from './bookings.service.ts'
import { clearTheWay } from './clear-the-way.ts'
import { listWantedBy, setEquipment, type EquipmentWanted } from './equipment-use.repository.ts'
import { found } from '../changed.ts'
import { readBooking, standing } from './standing.ts'
import { statusAfter } from './status-after.ts'
import { findSet } from './booking-set.repository.ts'
import { listWantedRooms } from './wanted-rooms.repository.ts'

/**
 * Changes what a booking says. Where it is held for no longer and has no more with it than before, nothing is looked at
 * again: a booking that the rules of today would not allow can still be renamed [FEATURES D34].
 */
export async function updateBookingDetails(
  context: CommandContext,
  change: Input<'update'>,
): Promise<Booking> {
  const { tx, newId } = context
  const { set, named } = await standing(context, change)
  const { lead } = set
  const undecided = lead.status === 'tentative' && change.expiresOn !== undefined
  await updateSet(tx, set, {
    ...detailsOf(change),
    // A session goes by its group's public title.
    ...(lead.session_id === null ? { title: change.title, purpose: change.purpose ?? lead.purpose } : {}),
    private: toFlag(change.private),
    ...(lead.series_id === null && lead.session_id === null ? {} : { own_details: 1 }),
    ...(undecided && { expires_on: expiryOf(context, lead.status, { expiresOn: change.expiresOn, startsAt: lead.starts_at }) }), // prettier-ignore
  })
  await changeHold(context, lead.id, change)
  await setEquipment(tx, newId, lead.id, change.equipment)
  return readBooking(context, named.id)
}

/** Sets the minutes before and after, and makes sure that what is newly wanted can be had. */
async function changeHold(
  context: CommandContext,
  id: Booking['id'],
  change: Input<'update'>,
): Promise<void> {
  const { tx, localNow } = context
  const set = found(await findSet(tx, id), 'booking')
  const { lead } = set
  const rows = [lead, ...set.further].map((row) => ({ row, buffers: buffersAfter(row, change) }))
  const longer = rows.some(({ row, buffers }) => holdsLonger(row, buffers))
  const more = wantsMore(await listWantedBy(tx, id), change.equipment)
  const certain = lead.status === 'confirmed' && lead.ends_at > localNow && (longer || more)
  const places = certain ? await cleared(context, set, rows, change) : rows.map(({ row, buffers }) => ({ roomId: row.room_id, ...buffers })) // prettier-ignore
  for (const { row } of rows) {
    const place = places.find((one) => one.roomId === row.room_id)
    if (place === undefined || row.ended_at !== null || !differs(row, place)) continue
    const columns = placeColumns({ startsAt: row.starts_at, endsAt: row.ends_at, ...place })
    await updateBooking(tx, row.id, row.version, columns)
  }
}

async function cleared(
  context: CommandContext,
  { lead }: BookingSet,
  rows: readonly { readonly row: BookingRow; readonly buffers: Buffers }[],
  change: Input<'update'>,
) {
  const rooms = await listWantedRooms(context.tx, rows.map(({ row }) => row.room_id)) // prettier-ignore
  const longer = rows.some(({ row, buffers }) => holdsLonger(row, buffers))
  if (longer && (await statusAfter(context, lead, rooms)) !== 'confirmed') throw notAgreed(lead)
  const { places } = await clearTheWay(context, {
    rooms: rooms.map((room, i) => ({ room, buffers: rows[i]?.buffers ?? buffersAfter(lead, {}) })),
    times: { startsAt: lead.starts_at, endsAt: lead.ends_at },
    equipment: change.equipment,
    except: lead.id,
    waiveBuffers: change.waiveBuffers,
    overrideReason: null,
    // Its time stays, so whether the place is open then is not asked again.
    standingOverride: lead.override_reason ?? '',
  })
  return places
}

const notAgreed = ({ building_name }: BookingRow) =>
  new AppError('NOT_ALLOWED', `More set-up or clear-down than was agreed is for those who look after ${building_name} to allow. Nothing was changed. Ask them, or leave the minutes as they are.`) // prettier-ignore

const buffersAfter = (
  row: BookingRow,
  change: { setupMinutes?: number | undefined; cleardownMinutes?: number | undefined },
): Buffers => ({
  setupMinutes: change.setupMinutes ?? row.setup_minutes,
  cleardownMinutes: change.cleardownMinutes ?? row.cleardown_minutes,
})

const differs = (row: BookingRow, { setupMinutes, cleardownMinutes }: Buffers) =>
  row.setup_minutes !== setupMinutes || row.cleardown_minutes !== cleardownMinutes
const holdsLonger = (row: BookingRow, { setupMinutes, cleardownMinutes }: Buffers) =>
  setupMinutes > row.setup_minutes || cleardownMinutes > row.cleardown_minutes

const wantsMore = (before: readonly EquipmentWanted[], after: readonly EquipmentWanted[]) =>
  after.some(
    (one) => one.quantity > (before.find((other) => other.equipmentId === one.equipmentId)?.quantity ?? 0),
  )
