import type { Held } from '../../shared/bookings/held.rules.ts'
import { firstShort, type HeldUse } from '../../shared/buildings/equipment.rules.ts'
import { idOf, type BookingId, type BuildingId, type EquipmentId } from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import type { NewId } from '../context.ts'
import type { Db, Tx } from '../store.ts'
import { actualEndOf } from './in-the-way.sql.ts'

const bookingEquipmentId = idOf('use of equipment')

export interface EquipmentWanted {
  readonly equipmentId: EquipmentId
  readonly quantity: number
}

/** Every piece of equipment of the county: there are few. */
export const listAllEquipment = (db: Db) => db.selectFrom('equipment').selectAll().execute()
export type EquipmentRow = Awaited<ReturnType<typeof listAllEquipment>>[number]

/** A booking that has some of it, while it has it. */
export interface EquipmentUse extends HeldUse {
  readonly bookingId: BookingId
  readonly equipmentId: EquipmentId
}

/** Who has any of this equipment between two local date-times; only what is confirmed has it. */
export async function listUses(
  db: Db,
  ids: readonly EquipmentId[],
  { heldFrom, heldUntil }: Held,
): Promise<EquipmentUse[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('booking_equipment')
    .innerJoin('booking', 'booking.id', 'booking_equipment.booking_id')
    .select(['booking.id as bookingId', 'booking_equipment.equipment_id as equipmentId'])
    .select(['booking_equipment.quantity', 'booking.starts_at as startsAt'])
    .select(['booking.held_from as heldFrom', 'booking.held_until as heldUntil'])
    .select(actualEndOf('booking').as('endsAt'))
    .where('booking_equipment.equipment_id', 'in', [...ids])
    .where('booking.status', '=', 'confirmed')
    .where('booking.held_from', '<', heldUntil)
    .where('booking.held_until', '>', heldFrom)
    .execute()
}

/** Who has any of it, or will have, after a local date-time. */
export const listUsesToCome = (db: Db, id: EquipmentId, localNow: string): Promise<EquipmentUse[]> =>
  listUses(db, [id], { heldFrom: localNow, heldUntil: '9999' })

/** What a booking has with it, as it would be wanted again. */
export const listWantedBy = async (db: Db, id: BookingId): Promise<EquipmentWanted[]> =>
  (await listWantedByAll(db, [id])).get(id) ?? []

/** As `listWantedBy`, of many bookings at once. */
export async function listWantedByAll(
  db: Db,
  ids: readonly BookingId[],
): Promise<Map<BookingId, EquipmentWanted[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('booking_equipment')
    .select(['booking_id', 'equipment_id', 'quantity'])
    .where('booking_id', 'in', [...ids])
    .orderBy('equipment_id')
    .execute()
  const byBooking = Map.groupBy(rows, (row) => row.booking_id)
  return new Map(
    [...byBooking].map(([id, own]) => [
      id,
      own.map(({ equipment_id, quantity }) => ({ equipmentId: equipment_id, quantity })),
    ]),
  )
}

/** Makes this the equipment of a booking. What stays keeps its row. */
export async function setEquipment(
  tx: Tx,
  newId: NewId,
  id: BookingId,
  wanted: readonly EquipmentWanted[],
): Promise<void> {
  const there = await tx.selectFrom('booking_equipment').selectAll().where('booking_id', '=', id).execute()
  const quantities = new Map(wanted.map((one) => [one.equipmentId, one.quantity]))
  for (const row of there.filter((one) => quantities.get(one.equipment_id) !== one.quantity))
    await tx.deleteFrom('booking_equipment').where('id', '=', row.id).execute()
  const kept = there.filter((one) => quantities.get(one.equipment_id) === one.quantity)
  const rows = wanted
    .filter((one) => !kept.some((row) => row.equipment_id === one.equipmentId))
    .map(({ equipmentId, quantity }) => ({
      id: newId(bookingEquipmentId),
      booking_id: id,
      equipment_id: equipmentId,
      quantity,
    }))
  if (rows.length > 0) await tx.insertInto('booking_equipment').values(rows).execute()
}

/** The same things in another building, by name; what is not there stays as it is, for `findObstacles` to name. */
export function sameEquipmentIn(
  buildingId: BuildingId,
  wanted: readonly EquipmentWanted[],
  all: readonly EquipmentRow[],
): EquipmentWanted[] {
  return wanted.map((one) => {
    const own = all.find((row) => row.id === one.equipmentId)
    const there = all.find(
      (row) =>
        row.building_id === buildingId &&
        row.archived === 0 &&
        own !== undefined &&
        fold(row.name) === fold(own.name),
    )
    return own?.building_id === buildingId || there === undefined ? one : { ...one, equipmentId: there.id }
  })
}

/** Whether bookings to come have more of a thing at once than there is of it. */
export async function isOverbooked(db: Db, id: EquipmentId, localNow: string): Promise<boolean> {
  const row = await db.selectFrom('equipment').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return false
  return firstShort(await listUsesToCome(db, id, localNow), row.archived === 1 ? 0 : row.quantity) !== null
}
