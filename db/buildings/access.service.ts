import type { AccessLine, accessKinds } from '../../shared/buildings/access.contract.ts'
import { AppError } from '../../shared/errors.ts'
import { accessId, type AccessId, type BuildingId, type RoomId } from '../../shared/ids.ts'
import { longDate } from '../../shared/time/format.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import * as access from './access.repository.ts'
import { findOwn } from './allowed.ts'
import { findRoom } from './rooms.repository.ts'

interface Fields {
  readonly fromDate: string
  readonly kind: (typeof accessKinds)[number]
  readonly keyHolder: string | null
  readonly code: string | null
  readonly note: string | null
}
interface Place {
  readonly buildingId: BuildingId
  readonly roomId?: RoomId | null | undefined
}

export async function addAccess(
  context: CommandContext,
  { buildingId, roomId = null, ...fields }: Fields & Place,
): Promise<AccessLine> {
  await findOwn(context, buildingId)
  if (roomId !== null && (await findRoom(context.tx, roomId))?.building_id !== buildingId)
    throw new AppError('NOT_FOUND', 'This room is not in that building. Nothing was saved.')
  const id = context.newId(accessId)
  await refuseSameDay(context, { buildingId, roomId }, fields.fromDate, id)
  const place = { building_id: buildingId, room_id: roomId }
  await access.insertAccess(context.tx, { id, ...place, ...columns(fields), version: 1 })
  return readAccess(context, id)
}

export async function updateAccess(
  context: CommandContext,
  { id, version, ...fields }: Fields & { readonly id: AccessId; readonly version: number },
): Promise<AccessLine> {
  const before = found(await access.findAccess(context.tx, id), 'way in')
  await findOwn(context, before.building_id)
  const place = { buildingId: before.building_id, roomId: before.room_id }
  await refuseSameDay(context, place, fields.fromDate, id)
  if (!(await access.updateAccess(context.tx, id, version, columns(fields)))) throw changedSince('way in')
  return readAccess(context, id)
}

export async function removeAccess(
  context: CommandContext,
  { id, version }: { readonly id: AccessId; readonly version: number },
): Promise<null> {
  const before = found(await access.findAccess(context.tx, id), 'way in')
  await findOwn(context, before.building_id)
  if (!(await access.removeAccess(context.tx, id, version))) throw changedSince('way in')
  return null
}

/** What does not belong to the kind is not kept: a code of a door that has none any more would mislead. */
const columns = ({ fromDate, kind, keyHolder, code, note }: Fields) => ({
  from_date: fromDate,
  kind,
  key_holder: keyHolder,
  code: kind === 'code' ? code : null,
  note,
})

async function readAccess(context: CommandContext, id: AccessId): Promise<AccessLine> {
  const row = await access.findAccess(context.tx, id)
  const [line] = await access.seeAccess(context.tx, context, row ? [row] : [])
  return found(line, 'way in')
}

async function refuseSameDay(
  { tx }: CommandContext,
  { buildingId, roomId }: Place,
  fromDate: string,
  except: AccessId,
): Promise<void> {
  const taken = (await access.listAccess(tx, buildingId)).some(
    (row) => row.room_id === roomId && row.from_date === fromDate && row.id !== except,
  )
  if (taken)
    throw new AppError('CONFLICT', `There is another way in from ${longDate(fromDate)} already. Nothing was saved. Change that one, or choose another date.`) // prettier-ignore
}
