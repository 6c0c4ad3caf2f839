import type { ListPlan, PlannedBuilding, PlannedRoom } from '../../shared/buildings/list-plan.rules.ts'
import type { BuildingFacts, RoomFacts } from '../../shared/buildings/list-rows.rules.ts'
import { buildingId, roomId, type BuildingId, type RoomId } from '../../shared/ids.ts'
import { fold } from '../../shared/text.ts'
import { changedSince } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import * as buildings from './buildings.repository.ts'
import { listWeekly, setWeekly } from './opening.repository.ts'
import * as rooms from './rooms.repository.ts'
import { refuseDoubleBookings } from './rooms.service.ts'

/** Writes what a list of buildings was planned to do, and nothing that it does not say. */
export async function writePlan(context: CommandContext, plan: ListPlan): Promise<void> {
  for (const building of plan.buildings) {
    const id = await writeBuilding(context, building)
    await writeRooms(context, id, building.rooms)
  }
}

async function writeBuilding(context: CommandContext, building: PlannedBuilding): Promise<BuildingId> {
  const { known, name, facts, changes } = building
  const id = known?.id ?? context.newId(buildingId)
  const columns = factColumns(facts)
  if (known === null)
    await buildings.insertBuilding(context.tx, { ...newBuilding, id, name, name_key: fold(name), ...columns })
  else if (known.sample || changes.length > 0) {
    // Named in the council's own list, it is invented no more.
    const change = { ...columns, sample: 0 as const }
    if (!(await buildings.updateBuilding(context.tx, id, known.version, change)))
      throw changedSince('building')
  }
  await writeHours(context, id, facts)
  return id
}

const newBuilding = {
  locality_id: null,
  address: null,
  phone: null,
  latitude: null,
  longitude: null,
  opens_on_bank_holidays: 0,
  note: null,
  sample: 0,
  archived: 0,
  version: 1,
} as const

const factColumns = ({ address, phone, localityId, latitude, longitude }: BuildingFacts) => ({
  ...(address !== undefined && { address }),
  ...(phone !== undefined && { phone }),
  ...(localityId !== undefined && { locality_id: localityId }),
  ...(latitude !== undefined && { latitude }),
  ...(longitude !== undefined && { longitude }),
})

async function writeHours(
  { tx, newId }: CommandContext,
  id: BuildingId,
  { days }: BuildingFacts,
): Promise<void> {
  if (days.size === 0) return
  const kept = (await listWeekly(tx, id)).filter((one) => !days.has(one.weekday))
  const said = [...days].flatMap(([weekday, hours]) => hours.map((one) => ({ weekday, ...one })))
  await setWeekly(tx, newId, id, [...kept, ...said])
}

/** Larger rooms may come after their parts in the list, so what is a part of what is written last. */
async function writeRooms(
  context: CommandContext,
  inside: BuildingId,
  planned: readonly PlannedRoom[],
): Promise<void> {
  const written = new Map<string, RoomId>()
  for (const room of planned) written.set(fold(room.name), await writeRoom(context, inside, room))
  const parts = planned.filter((room) => room.facts.partOf !== undefined)
  if (parts.length === 0) return
  const all = new Map((await rooms.listRooms(context.tx, inside)).map((row) => [row.id, row]))
  const byName = new Map(
    [...all.values()].filter((row) => row.archived === 0).map((row) => [fold(row.name), row.id]),
  )
  for (const room of parts) {
    const row = all.get(written.get(fold(room.name)) ?? context.newId(roomId))
    const whole = byName.get(fold(room.facts.partOf ?? '')) ?? null
    if (row && row.part_of_id !== whole)
      await rooms.updateRoom(context.tx, row.id, row.version, { part_of_id: whole })
  }
  await refuseDoubleBookings(context, inside)
}

async function writeRoom(
  context: CommandContext,
  inside: BuildingId,
  { known, name, facts, changes }: PlannedRoom,
): Promise<RoomId> {
  const { tx, newId } = context
  const id = known?.id ?? newId(roomId)
  const columns = roomColumns(facts)
  if (known === null) await rooms.insertRoom(tx, { ...newRoom, id, building_id: inside, name, ...columns })
  else if (known.sample || changes.length > 0) {
    const change = { ...columns, sample: 0 as const }
    if (!(await rooms.updateRoom(tx, id, known.version, change))) throw changedSince('room')
  }
  if (facts.features !== undefined) await rooms.setFeatures(tx, newId, id, facts.features)
  return id
}

const newRoom = {
  capacity: null,
  step_free: null,
  setup_minutes: 0,
  cleardown_minutes: 0,
  part_of_id: null,
  least_people: null,
  floor: null,
  phone: null,
  note: null,
  needs_approval: 0,
  sample: 0,
  archived: 0,
  version: 1,
} as const

const roomColumns = ({
  capacity,
  leastPeople,
  stepFree,
  floor,
  setupMinutes,
  cleardownMinutes,
}: RoomFacts) => ({
  ...(capacity !== undefined && { capacity }),
  ...(leastPeople !== undefined && { least_people: leastPeople }),
  ...(stepFree !== undefined && { step_free: toFlag(stepFree) }),
  ...(floor !== undefined && { floor }),
  ...(setupMinutes !== undefined && { setup_minutes: setupMinutes }),
  ...(cleardownMinutes !== undefined && { cleardown_minutes: cleardownMinutes }),
})
