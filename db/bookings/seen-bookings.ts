import type { Booking, bookingStatuses } from '../../shared/bookings/bookings.contract.ts'
import { asSeen } from '../../shared/bookings/privacy.rules.ts'
import type { BookingId } from '../../shared/ids.ts'
import { isMine, mayChange, type Who } from '../../shared/users/scope.rules.ts'
import { fromFlag } from '../flag.ts'
import { listFacilitators } from '../groups/groups.repository.ts'
import type { Db } from '../store.ts'
import type { BookingRow } from './bookings.repository.ts'

/** Who is looking, and on which local date. */
export interface Viewer {
  readonly actor: Who
  readonly today: string
}

/**
 * The one way bookings leave the database: what stands beside each, and no more of it than this person may see. Every
 * screen, page and file that shows bookings gets them from here.
 */
export async function seeBookings(db: Db, viewer: Viewer, rows: readonly BookingRow[]): Promise<Booking[]> {
  const beside = await besideOf(db, rows)
  return rows.map((row) => {
    const leaders = row.group_id === null ? [] : (beside.leaders.get(row.group_id) ?? [])
    const held = {
      buildingId: row.building_id,
      half: row.half,
      bookedBy: row.booked_by,
      leaderIds: leaders.map((one) => one.staffId),
    }
    const booking = toBooking(row, viewer.today, {
      leads: leaders.map((one) => one.name),
      leaderIds: held.leaderIds,
      mine: isMine(viewer.actor, held),
      together: beside.together.get(row.lead_id ?? row.id) ?? [],
      equipment: beside.equipment.get(row.lead_id ?? row.id) ?? [],
    })
    return asSeen(booking, { mayChange: mayChange(viewer.actor, held), sensitive: row.sensitive === 1 })
  })
}

async function besideOf(db: Db, rows: readonly BookingRow[]) {
  const ids = [...new Set(rows.map((row) => row.lead_id ?? row.id))]
  const groupIds = [...new Set(rows.flatMap((row) => row.group_id ?? []))]
  return {
    leaders: await listFacilitators(db, groupIds),
    together: await listRoomsOf(db, ids),
    equipment: await listEquipmentOf(db, ids),
  }
}

/** The rooms of bookings that have several, by the id of the booking itself. */
async function listRoomsOf(db: Db, ids: readonly BookingId[]) {
  const further = await inChunks(ids, (some) =>
    db.selectFrom('booking').select('lead_id').distinct().where('lead_id', 'in', some).execute(),
  )
  const leadIds = further.flatMap((row) => row.lead_id ?? [])
  const rooms = await inChunks(leadIds, (some) =>
    db
      .selectFrom('booking')
      .innerJoin('room', 'room.id', 'booking.room_id')
      .select(['booking.id', 'booking.lead_id', 'booking.room_id', 'room.name'])
      .where((eb) => eb.or([eb('booking.id', 'in', some), eb('booking.lead_id', 'in', some)]))
      .where('booking.status', '<>', 'cancelled')
      .orderBy('booking.id')
      .execute(),
  )
  const toRoomOf = (row: (typeof rooms)[number]) => ({
    bookingId: row.id,
    roomId: row.room_id,
    roomName: row.name,
  })
  const byLead = Map.groupBy(rooms, (row) => row.lead_id ?? row.id)
  return new Map([...byLead].map(([id, own]) => [id, own.map(toRoomOf)]))
}

/** What movable equipment bookings have with them, by the id of the booking. */
async function listEquipmentOf(db: Db, ids: readonly BookingId[]) {
  const rows = await inChunks(ids, (some) =>
    db
      .selectFrom('booking_equipment')
      .innerJoin('equipment', 'equipment.id', 'booking_equipment.equipment_id')
      .select(['booking_equipment.booking_id', 'equipment.id as equipmentId', 'equipment.name'])
      .select('booking_equipment.quantity')
      .where('booking_equipment.booking_id', 'in', some)
      .orderBy('equipment.name')
      .execute(),
  )
  const byBooking = Map.groupBy(rows, (row) => row.booking_id)
  return new Map([...byBooking].map(([id, own]) => [id, own.map(({ booking_id: _id, ...one }) => one)]))
}

/** Under the number of values that SQLite takes in one statement, twice over. */
const IDS_AT_ONCE = 10_000

async function inChunks<Id, Row>(ids: readonly Id[], read: (some: Id[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE)
    rows.push(...(await read(ids.slice(start, start + IDS_AT_ONCE))))
  return rows
}

/** A booking that was never made certain, and whose last day is over, has lapsed. */
function statusOf(row: BookingRow, today: string): (typeof bookingStatuses)[number] {
  const undecided = row.status === 'tentative' || row.status === 'requested'
  return undecided && row.expires_on !== null && row.expires_on < today ? 'lapsed' : row.status
}

type Beside = Pick<Booking, 'leads' | 'leaderIds' | 'mine' | 'together' | 'equipment'>

const toBooking = (row: BookingRow, today: string, { together, ...beside }: Beside): Booking => ({
  id: row.id,
  roomId: row.room_id,
  roomName: row.room_name,
  buildingId: row.building_id,
  buildingName: row.building_name,
  leadId: row.lead_id,
  together: together.filter((one) => one.bookingId !== row.id),
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  heldFrom: row.held_from,
  heldUntil: row.held_until,
  setupMinutes: row.setup_minutes,
  cleardownMinutes: row.cleardown_minutes,
  purpose: row.purpose,
  title: row.public_title ?? row.title,
  note: row.note,
  contact: row.contact,
  private: fromFlag(row.private),
  people: row.people,
  layout: row.layout,
  status: statusOf(row, today),
  expiresOn: row.expires_on,
  cancelledReason: row.cancelled_reason,
  overrideReason: row.override_reason,
  checkedInAt: row.checked_in_at,
  endedAt: row.ended_at,
  seriesId: row.series_id ?? row.session_series_id,
  sessionId: row.session_id,
  groupId: row.group_id,
  programmeId: row.programme_id,
  colour: row.colour,
  registerDone: row.session_id === null ? null : row.register_completed_at !== null,
  ...beside,
  hidden: false,
  mayChange: false,
  version: row.version,
})
