import { AppError } from '../../shared/errors.ts'
import { takesOutright } from '../../shared/bookings/outright.rules.ts'
import { coDeliveryWarning, seatsWarning } from '../../shared/groups/group.rules.ts'
import type { Programme } from '../../shared/programmes/programmes.contract.ts'
import type { PlanRule } from '../../shared/groups/groups.contract.ts'
import type { StaffId } from '../../shared/ids.ts'
import { toPreview as toRunPreview } from '../../shared/series/in-the-way.rules.ts'
import type { RunPreview, RunRow } from '../../shared/series/series.contract.ts'
import { count } from '../../shared/text.ts'
import { dateOf } from '../../shared/time/civil.ts'
import type { Who } from '../../shared/users/scope.rules.ts'
import { roomNeedsWarnings } from '../../shared/programmes/room-needs.rules.ts'
import { listFeatures, type BookableRoom } from '../buildings/rooms.repository.ts'
import { found } from '../changed.ts'
import type { Common } from '../context.ts'
import { fromFlag } from '../flag.ts'
import { find as findProgramme } from '../programmes/programmes.repository.ts'
import { readRun, type ReadRun } from '../series/read-run.ts'
import { keptOf } from '../series/run-rooms.ts'
import { list as listStaff, type StaffRow } from '../staff/staff.repository.ts'
import type { Db } from '../store.ts'
import { elsewhereWarnings, staffingWarnings } from './leader-warnings.ts'

/** One group of a plan: its own rooms on each date, the main one first. */
export interface PlannedGroup {
  readonly programme: Programme
  readonly roomsOf: (row: Pick<RunRow, 'roomId'>) => readonly BookableRoom[]
}

/** The dates of a plan, with what is run on them: one group, or two beside each other. */
export interface ReadPlan extends Omit<ReadRun, 'roomsOf'>, PlannedGroup {
  readonly linked: PlannedGroup | null
}

/** The dates of a plan, each looked up for whether its rooms are free. Screens and saving both use this one. */
export async function readPlan(db: Db, plan: PlanRule): Promise<ReadPlan> {
  const { rule, edits, linked } = plan
  const own = [plan.roomId, ...plan.besideRoomIds]
  const others = linked ? [linked.roomId, ...linked.besideRoomIds] : []
  const run = await readRun(db, { rule, edits, roomIds: [...own, ...others] })
  const group = await readGroupOf(db, run, plan, (row) => run.roomsOf(row).slice(0, own.length))
  const beside = linked
    ? await readGroupOf(db, run, linked, (row) => run.roomsOf(row).slice(own.length))
    : null
  return {
    ...run,
    ...group,
    linked: beside,
    warnings: [
      ...group.warnings,
      ...(beside?.warnings.filter((words) => !group.warnings.includes(words)) ?? []),
      ...(await leadsBothWarnings(db, plan)),
      ...run.warnings,
    ],
  }
}

/** Nobody is in two rooms at a time: who is down for a group and for the one beside it. */
async function leadsBothWarnings(db: Db, { facilitatorIds, linked }: PlanRule): Promise<string[]> {
  const both = facilitatorIds.filter((id) => linked?.facilitatorIds.includes(id))
  if (both.length === 0) return []
  const names = (await listStaff(db)).filter((one) => both.includes(one.id)).map((one) => one.name)
  const who = new Intl.ListFormat('en-GB').format(names)
  return [`${who} ${names.length === 1 ? 'is' : 'are'} to lead both groups, which meet at the same time.`]
}

type Asked = Pick<PlanRule, 'programmeId' | 'facilitatorIds' | 'capacity'>

/** One group of a plan with what to know of its leaders and its rooms. */
async function readGroupOf(
  db: Db,
  run: ReadRun,
  asked: Asked,
  roomsOf: PlannedGroup['roomsOf'],
): Promise<PlannedGroup & { warnings: string[] }> {
  const programme = found(await findProgramme(db, asked.programmeId), 'programme')
  const leaders = await leadersOf(db, asked.facilitatorIds)
  const rooms = roomsOf({ roomId: run.room.id })
  return {
    programme,
    roomsOf,
    warnings: [
      ...staffWarnings(programme, leaders),
      ...(await leadWarnings(db, programme, leaders, run)),
      ...seatWarnings(asked, programme, rooms),
      ...(await roomWarnings(db, programme, rooms)),
    ],
  }
}

/** What the rooms lack of what the programme needs. */
async function roomWarnings(
  db: Db,
  { roomNeeds }: Programme,
  rooms: readonly BookableRoom[],
): Promise<string[]> {
  const features = await listFeatures(db, rooms.map((room) => room.id)) // prettier-ignore
  return roomNeedsWarnings(
    roomNeeds,
    rooms.map((room) => ({
      name: room.name,
      stepFree: room.step_free === null ? null : fromFlag(room.step_free),
      features: features.get(room.id) ?? [],
    })),
  )
}

/** The preview: every date with its state, and what to know before saving. */
export const toPreview = (
  plan: ReadPlan,
  asked: PlanRule,
  { actor, today }: Pick<Common, 'actor' | 'today'>,
): RunPreview =>
  toRunPreview(plan.rows, [
    ...pastWarning(plan.rows, today),
    ...askedForWarnings(plan, asked, actor),
    ...plan.warnings,
  ])

/** Whether who plans takes a room outright; a room that somebody has to approve is asked for, unless they look after it. */
export const isOutright = (
  actor: Who,
  { facilitatorIds }: Pick<PlanRule, 'facilitatorIds'>,
  room: BookableRoom,
): boolean =>
  takesOutright(
    actor,
    { buildingId: room.building_id, half: room.half, needsApproval: fromFlag(room.needs_approval) },
    actor.staffId !== null && facilitatorIds.includes(actor.staffId),
  )

/** Each room that is only asked for: until somebody says yes, its dates hold no room at all. */
function askedForWarnings(plan: ReadPlan, asked: PlanRule, actor: Who): string[] {
  const { rows } = plan
  const notTheirs = (row: RunRow, group: PlannedGroup | null, leaders: Pick<PlanRule, 'facilitatorIds'>) =>
    group?.roomsOf(row).filter((room) => !isOutright(actor, leaders, room)) ?? []
  const rooms = keptOf(rows).flatMap((row) => [
    ...notTheirs(row, plan, asked),
    ...notTheirs(row, plan.linked, asked.linked ?? asked),
  ])
  return [...Map.groupBy(rooms, (room) => room.id).values()].flatMap(([room, ...more]) =>
    room === undefined
      ? []
      : `${room.name} is asked for on ${count(more.length + 1, 'date')}, not booked: somebody who books rooms in ${room.building_name} has to say yes, and until then no room is held.`,
  )
}

/** A year typed wrong looks just like a group that has begun already, so it is said. */
function pastWarning(rows: readonly RunRow[], today: string): string[] {
  const past = keptOf(rows).filter((row) => dateOf(row.startsAt) < today).length
  return past === 0 ? [] : [`${count(past, 'session')} ${past === 1 ? 'is' : 'are'} in the past.`]
}

/** Those who are to lead, all of whom must still be known here. */
export async function leadersOf(db: Db, ids: readonly StaffId[]): Promise<StaffRow[]> {
  const wanted = new Set(ids)
  const staff = (await listStaff(db)).filter((row) => wanted.has(row.id))
  if (staff.length < wanted.size) found(undefined, 'member of staff')
  return staff
}

/** Refuses (CONFLICT) somebody who no longer works here as one to lead. */
export async function refuseArchived(db: Db, staffIds: readonly StaffId[]): Promise<void> {
  const gone = (await leadersOf(db, staffIds)).find((one) => one.archived === 1)
  if (gone)
    throw new AppError('CONFLICT', `${gone.name} no longer works here, so they cannot lead this group. Nothing was saved. Choose somebody else.`) // prettier-ignore
}

function staffWarnings(programme: Programme, leaders: readonly StaffRow[]): string[] {
  const gone = leaders.filter((one) => one.archived === 1).map((one) => `${one.name} no longer works here.`)
  const streams = leaders.map((one) => one.stream)
  const warning = coDeliveryWarning(programme.coDelivered, streams)
  return warning === null ? gone : [...gone, warning]
}

/** Whether they are enough and trained, and who of them leads another group at one of the times. */
async function leadWarnings(
  db: Db,
  programme: Programme,
  leaders: readonly StaffRow[],
  { rows, room }: ReadRun,
): Promise<string[]> {
  const led = {
    leaders: leaders.map(({ id, name }) => ({ id, name })),
    sessions: keptOf(rows).map(({ startsAt, endsAt }) => ({
      startsAt,
      endsAt,
      buildingName: room.building_name,
    })),
  }
  return [
    ...(await staffingWarnings(db, { ...led, programmeId: programme.id, needs: programme })),
    ...(await elsewhereWarnings(db, led)),
  ]
}

function seatWarnings(asked: Asked, programme: Programme, [room]: readonly BookableRoom[]): string[] {
  const places = asked.capacity ?? programme.usualPlaces
  if (room === undefined) return []
  const warning = seatsWarning({ ...room, leastPeople: room.least_people }, places, programme.placeKind)
  return warning === null ? [] : [warning]
}
