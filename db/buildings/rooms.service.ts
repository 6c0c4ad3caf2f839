import type { Room } from '../../shared/buildings/buildings.contract.ts'
import { AppError } from '../../shared/errors.ts'
import { roomId, type BuildingId, type RoomId } from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import type { Db } from '../store.ts'
import { findOwn } from './allowed.ts'
import { refuseIfBooked } from './buildings.service.ts'
import * as rooms from './rooms.repository.ts'
import { listToCome, toCome } from './to-come.ts'

export interface RoomFields {
  readonly name: string
  readonly capacity?: number | null | undefined
  readonly stepFree?: boolean | null | undefined
  readonly setupMinutes: number
  readonly cleardownMinutes: number
  readonly partOfId?: RoomId | null | undefined
  readonly leastPeople?: number | null | undefined
  readonly features: readonly string[]
  readonly floor: string | null
  readonly phone: string | null
  readonly note: string | null
  readonly needsApproval: boolean
}
type NewRoom = RoomFields & { readonly buildingId: BuildingId }
type RoomChange = RoomFields & { readonly id: RoomId; readonly version: number; readonly archived: boolean }

export async function createRoom(context: CommandContext, { buildingId, ...fields }: NewRoom): Promise<Room> {
  const building = await findOwn(context, buildingId)
  if (building.archived === 1)
    throw new AppError('CONFLICT', `${building.name} is archived. Nothing was saved. Bring the building back first.`) // prettier-ignore
  const id = context.newId(roomId)
  await refuseTwin(context, buildingId, fields.name, id)
  await refuseWrongPart(context, buildingId, fields.partOfId, id)
  await rooms.insertRoom(context.tx, {
    id,
    building_id: buildingId,
    ...columns(fields),
    sample: 0,
    archived: 0,
    version: 1,
  })
  await rooms.setFeatures(context.tx, context.newId, id, fields.features)
  return readRoom(context.tx, id)
}

export async function updateRoom(
  context: CommandContext,
  { id, version, archived, ...fields }: RoomChange,
): Promise<Room> {
  const { tx } = context
  const before = found(await rooms.findRoom(tx, id), 'room')
  await findOwn(context, before.building_id)
  if (!archived) await refuseTwin(context, before.building_id, fields.name, id)
  if ((fields.partOfId ?? null) !== before.part_of_id)
    await refuseWrongPart(context, before.building_id, fields.partOfId, id)
  if (archived && before.archived === 0) await refuseWithBookingsToCome(context, before)
  const change = { ...columns(fields), archived: toFlag(archived) }
  if (!(await rooms.updateRoom(tx, id, version, change))) throw changedSince('room')
  await rooms.setFeatures(tx, context.newId, id, fields.features)
  if (change.part_of_id !== before.part_of_id) await refuseDoubleBookings(context, before.building_id)
  return readRoom(tx, id)
}

async function readRoom(db: Db, id: RoomId): Promise<Room> {
  const row = found(await rooms.findRoom(db, id), 'room')
  return rooms.toRoom(row, (await rooms.listFeatures(db, [id])).get(id))
}

const columns = (fields: RoomFields) => ({
  name: fields.name,
  capacity: fields.capacity ?? null,
  step_free: typeof fields.stepFree === 'boolean' ? toFlag(fields.stepFree) : null,
  setup_minutes: fields.setupMinutes,
  cleardown_minutes: fields.cleardownMinutes,
  part_of_id: fields.partOfId ?? null,
  least_people: fields.leastPeople ?? null,
  floor: fields.floor,
  phone: fields.phone,
  note: fields.note,
  needs_approval: toFlag(fields.needsApproval),
})

async function refuseWithBookingsToCome(context: CommandContext, room: rooms.RoomRow): Promise<void> {
  const coming = await listToCome(context, room.building_id)
  refuseIfBooked('room', toCome(coming.filter((booking) => booking.roomId === room.id)))
}

/** Two rooms of one name in a building could not be told apart. */
async function refuseTwin(
  { tx }: CommandContext,
  inside: BuildingId,
  name: string,
  id: RoomId,
): Promise<void> {
  const twin = (await rooms.listRooms(tx, inside)).find(
    (room) => room.archived === 0 && room.id !== id && fold(room.name) === fold(name),
  )
  if (twin)
    throw new AppError('CONFLICT', `This building already has a room called ${twin.name}. Nothing was saved. Use another name.`) // prettier-ignore
}

/** A part of a room elsewhere, of one that is archived, or of itself. */
async function refuseWrongPart(
  { tx }: CommandContext,
  inside: BuildingId,
  partOfId: RoomId | null | undefined,
  id: RoomId,
): Promise<void> {
  if (!partOfId) return
  const inBuilding = await rooms.listRooms(tx, inside)
  refuseLoop(inBuilding, partOfId, id)
  const whole = inBuilding.find((room) => room.id === partOfId)
  if (whole?.archived === 1)
    refusePart(`${whole.name} is archived. Bring it back first, or choose another room.`)
}

function refuseLoop(inBuilding: readonly rooms.RoomRow[], partOfId: RoomId, id: RoomId): void {
  const whole = new Map(inBuilding.map((room) => [room.id, room.part_of_id]))
  if (!whole.has(partOfId)) refusePart('A room can only be a part of a room in the same building.')
  for (let next: RoomId | null | undefined = partOfId; next; next = whole.get(next))
    if (next === id) refusePart('A room cannot be a part of itself.')
}

function refusePart(message: string): never {
  throw new AppError('INVALID_INPUT', message, { fields: { partOfId: message } })
}

/** Joining rooms must not make a double booking of what was booked while they were apart. */
export async function refuseDoubleBookings(
  { tx, localNow }: CommandContext,
  buildingId: BuildingId,
): Promise<void> {
  const bookings = await rooms.countDoubleBookings(tx, buildingId, localNow)
  if (bookings > 0)
    throw new AppError('CONFLICT', 'Both rooms are booked at the same time on a day to come, so they cannot be joined yet. Nothing was saved. Move one of the bookings first.', { bookings }) // prettier-ignore
}
