import type { Building } from '../../shared/buildings/buildings.contract.ts'
import type { ToCome } from '../../shared/buildings/to-come.contract.ts'
import { AppError } from '../../shared/errors.ts'
import { buildingId, type BuildingId, type LocalityId } from '../../shared/ids.ts'
import { count, fold } from '../../shared/text.ts'
import { mayCloseAt } from '../../shared/users/scope.rules.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import { findOwn } from './allowed.ts'
import * as buildings from './buildings.repository.ts'
import * as rooms from './rooms.repository.ts'
import { listToCome, toCome } from './to-come.ts'

export interface BuildingFields {
  readonly name: string
  readonly localityId?: LocalityId | null | undefined
  readonly address: string | null
  readonly phone: string | null
  readonly latitude?: number | null | undefined
  readonly longitude?: number | null | undefined
  readonly note: string | null
}
type BuildingChange = BuildingFields & { id: BuildingId; version: number; archived: boolean }

export async function createBuilding(context: CommandContext, fields: BuildingFields): Promise<Building> {
  const id = context.newId(buildingId)
  await refuseOtherHalf(context, id, fields)
  await refuseTakenName(context, fields.name, null)
  await buildings.insertBuilding(context.tx, {
    id,
    ...columns(fields),
    opens_on_bank_holidays: 0,
    sample: 0,
    archived: 0,
    version: 1,
  })
  return readBuilding(context, id)
}

export async function updateBuilding(
  context: CommandContext,
  { id, version, archived, ...fields }: BuildingChange,
): Promise<Building> {
  const before = await findOwn(context, id)
  await refuseOtherHalf(context, id, fields)
  if (!archived) await refuseTakenName(context, fields.name, id)
  if (archived && before.archived === 0) await refuseWithBookingsToCome(context, id)
  const change = { ...columns(fields), archived: toFlag(archived) }
  if (!(await buildings.updateBuilding(context.tx, id, version, change))) throw changedSince('building')
  return readBuilding(context, id)
}

const columns = ({ name, localityId, address, phone, latitude, longitude, note }: BuildingFields) => ({
  name,
  name_key: fold(name),
  locality_id: localityId ?? null,
  address,
  phone,
  latitude: latitude ?? null,
  longitude: longitude ?? null,
  note,
})

/** Two buildings of one name could not be told apart when a room is booked. */
async function refuseTakenName(
  { tx }: CommandContext,
  name: string,
  except: BuildingId | null,
): Promise<void> {
  const taken = await buildings.findInUseByNameKey(tx, fold(name))
  if (taken && taken.id !== except)
    throw new AppError('CONFLICT', `There is already a building called ${taken.name}. Nothing was saved. Use another name.`) // prettier-ignore
}

/** A building may not be given away, or made, where it would not be this person's to look after. */
async function refuseOtherHalf(
  context: CommandContext,
  id: BuildingId,
  { name, localityId }: BuildingFields,
): Promise<void> {
  const locality = (await buildings.listLocalities(context.tx)).find((one) => one.id === localityId)
  if (locality === undefined || mayCloseAt(context.actor, { buildingId: id, half: locality.half })) return
  const message = `${locality.name} is in the ${locality.half} of the county, which is not yours to look after. Choose another locality, or ask a manager. Nothing of ${name} was saved.` // prettier-ignore
  throw new AppError('NOT_ALLOWED', message, { fields: { localityId: message } })
}

async function refuseWithBookingsToCome(context: CommandContext, id: BuildingId): Promise<void> {
  refuseIfBooked('building', toCome(await listToCome(context, id)))
}

/** Archiving would hide a place that people are going to come to. `details.toCome` lists what is to be moved first. */
export function refuseIfBooked(what: 'building' | 'room', coming: ToCome): void {
  if (coming.count === 0) return
  const them = coming.count === 1 ? 'it' : 'them'
  throw new AppError(
    'CONFLICT',
    `This ${what} has ${count(coming.count, 'booking')} to come, so it was not archived. Move or cancel ${them} first.`,
    { bookings: coming.count, toCome: coming },
  )
}

async function readBuilding({ tx }: CommandContext, id: BuildingId): Promise<Building> {
  const row = found(await buildings.findById(tx, id), 'building')
  return buildings.toBuilding(row, await rooms.listRooms(tx, id), await rooms.listFeatures(tx))
}
