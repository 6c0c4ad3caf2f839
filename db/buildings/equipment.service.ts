import type { Equipment } from '../../shared/buildings/equipment.contract.ts'
import { firstShort } from '../../shared/buildings/equipment.rules.ts'
import { AppError } from '../../shared/errors.ts'
import { equipmentId, type BuildingId, type EquipmentId } from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import { fullDate } from '../../shared/time/format.ts'
import { listUsesToCome } from '../bookings/equipment-use.repository.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import { findOwn } from './allowed.ts'
import * as equipment from './equipment.repository.ts'

interface Fields {
  readonly name: string
  readonly quantity: number
}

export async function addEquipment(
  context: CommandContext,
  { buildingId, name, quantity }: Fields & { readonly buildingId: BuildingId },
): Promise<Equipment> {
  await findOwn(context, buildingId)
  const id = context.newId(equipmentId)
  await refuseTwin(context, buildingId, name, id)
  await equipment.insertEquipment(context.tx, { id, building_id: buildingId, name, quantity, archived: 0, version: 1 }) // prettier-ignore
  return readEquipment(context, id)
}

type Change = Fields & { readonly id: EquipmentId; readonly version: number; readonly archived: boolean }

export async function updateEquipment(
  context: CommandContext,
  { id, version, name, quantity, archived }: Change,
): Promise<Equipment> {
  const before = found(await equipment.findEquipment(context.tx, id), 'equipment')
  await findOwn(context, before.building_id)
  if (!archived) await refuseTwin(context, before.building_id, name, id)
  if (archived || quantity < before.quantity) await refuseShort(context, id, name, archived ? 0 : quantity)
  const change = { name, quantity, archived: toFlag(archived) }
  if (!(await equipment.updateEquipment(context.tx, id, version, change))) throw changedSince('equipment')
  return readEquipment(context, id)
}

const readEquipment = async ({ tx }: CommandContext, id: EquipmentId): Promise<Equipment> =>
  equipment.toEquipment(found(await equipment.findEquipment(tx, id), 'equipment'))

async function refuseTwin(
  { tx }: CommandContext,
  buildingId: BuildingId,
  name: string,
  except: EquipmentId,
): Promise<void> {
  const twin = (await equipment.listEquipment(tx, buildingId)).find(
    (row) => row.archived === 0 && row.id !== except && fold(row.name) === fold(name),
  )
  if (twin)
    throw new AppError('CONFLICT', `This building already has ${twin.name} in its list. Nothing was saved. Change how many there are instead.`) // prettier-ignore
}

/** Fewer than are promised at one time would leave somebody without. */
async function refuseShort(
  { tx, localNow }: CommandContext,
  id: EquipmentId,
  name: string,
  quantity: number,
): Promise<void> {
  const short = firstShort(await listUsesToCome(tx, id, localNow), quantity)
  if (short === null) return
  const date = short.startsAt.slice(0, 10)
  throw new AppError(
    'CONFLICT',
    `${name}: ${short.inUse} ${short.inUse === 1 ? 'is' : 'are'} booked at one time on ${fullDate(date)}. Nothing was saved. Take some off a booking of that day first.`,
    { date, inUse: short.inUse },
  )
}
