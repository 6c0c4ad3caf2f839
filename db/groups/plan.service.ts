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
import { shortDay } from '../../shared/time/format.ts'
import { overlaps } from '../../shared/time/interval.ts'
import type { Who } from '../../shared/users/scope.rules.ts'
import type { BookableRoom } from '../buildings/rooms.repository.ts'
import { found } from '../changed.ts'
import type { Common } from '../context.ts'
import { fromFlag } from '../flag.ts'
import { find as findProgramme } from '../programmes/programmes.repository.ts'
import { readRun, type ReadRun } from '../series/read-run.ts'
import { keptOf } from '../series/run-rooms.ts'
import { list as listStaff, type StaffRow } from '../staff/staff.repository.ts'
import type { Db } from '../store.ts'
import { listLedBy } from './sessions.repository.ts'

/** The dates of a plan, with the programme it is of. */
export interface ReadPlan extends ReadRun {
  readonly programme: Programme
}

/** The dates of a plan, each looked up for whether its rooms are free. Screens and saving both use this one. */
export async function readPlan(db: Db, plan: PlanRule): Promise<ReadPlan> {
  const { rule, edits, roomId, besideRoomIds } = plan
  const programme = found(await findProgramme(db, plan.programmeId), 'programme')
  const leaders = await leadersOf(db, plan.facilitatorIds)
  const run = await readRun(db, { rule, edits, roomIds: [roomId, ...besideRoomIds] })
  return {
    ...run,
    programme,
    warnings: [
      ...staffWarnings(programme, leaders),
      ...(await doubleLeads(db, run.rows, plan.facilitatorIds)),
      ...seatWarnings(plan, programme, run.room),
      ...run.warnings,
    ],
  }
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
export const isOutright = (actor: Who, { facilitatorIds }: PlanRule, room: BookableRoom): boolean =>
  takesOutright(
    actor,
    { buildingId: room.building_id, half: room.half, needsApproval: fromFlag(room.needs_approval) },
    actor.staffId !== null && facilitatorIds.includes(actor.staffId),
  )

/** Each room that is only asked for: until somebody says yes, its dates hold no room at all. */
function askedForWarnings({ rows, roomsOf }: ReadPlan, asked: PlanRule, actor: Who): string[] {
  const rooms = keptOf(rows).flatMap((row) => roomsOf(row).filter((room) => !isOutright(actor, asked, room)))
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

/** Who of those who are to lead already leads another group at one of the times. */
async function doubleLeads(db: Db, rows: readonly RunRow[], ids: readonly StaffId[]): Promise<string[]> {
  const kept = keptOf(rows)
  const [first, last] = [kept[0], kept.at(-1)]
  if (!first || !last) return []
  const led = (await listLedBy(db, ids, first.startsAt, last.endsAt)).filter((other) =>
    kept.some((row) =>
      overlaps({ start: row.startsAt, end: row.endsAt }, { start: other.starts_at, end: other.ends_at }),
    ),
  )
  return [...Map.groupBy(led, (other) => `${other.name} also leads ${other.public_title}`)].map(
    ([words, times]) => `${words} on ${count(times.length, 'of these dates', 'of these dates')}, first on ${shortDay(times[0]?.starts_at ?? first.startsAt)}.`, // prettier-ignore
  )
}

function seatWarnings(plan: PlanRule, programme: Programme, room: BookableRoom): string[] {
  const places = plan.capacity ?? programme.usualPlaces
  const warning = seatsWarning({ ...room, leastPeople: room.least_people }, places, programme.placeKind)
  return warning === null ? [] : [warning]
}
