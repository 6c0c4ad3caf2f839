import { keptUntil } from '../../shared/bookings/outright.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Group, groupsContract } from '../../shared/groups/groups.contract.ts'
import {
  bookingId,
  groupId,
  seriesId,
  seriesSkipId,
  sessionId,
  type GroupId,
  type SeriesId,
  type SessionId,
} from '../../shared/ids.ts'
import { isOffered } from '../../shared/programmes/catalogue.rules.ts'
import { refuseInTheWay } from '../../shared/series/in-the-way.rules.ts'
import { refuseNothing } from '../../shared/series/plan.rules.ts'
import type { RunRow } from '../../shared/series/series.contract.ts'
import { fold } from '../../shared/text.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { mayRunGroup } from '../../shared/users/scope.rules.ts'
import { insertBookings, type NewBooking } from '../bookings/bookings.repository.ts'
import type { CommandContext } from '../context.ts'
import { toFlag } from '../flag.ts'
import { isMoved, keptOf } from '../series/run-rooms.ts'
import { insertSeries, toSkipped } from '../series/series.repository.ts'
import * as groups from './groups.repository.ts'
import { readGroup } from './groups.service.ts'
import { isOutright, readPlan, refuseArchived, type ReadPlan } from './plan.service.ts'
import { insertSessions } from './sessions.repository.ts'
import type { z } from 'zod'

type Input = z.output<typeof groupsContract.plan.input>

/** Makes the group, its rule, its sessions and the rooms they hold, all or nothing. */
export async function planGroup(context: CommandContext, input: Input): Promise<Group> {
  const { tx, newId } = context
  refuseOthers(context, input)
  const plan = await readPlan(tx, input)
  refuseRetired(plan, context.today)
  await refuseArchived(tx, input.facilitatorIds)
  refuseNothing(plan.rows)
  refuseInTheWay(plan.rows)
  const made: Made = { id: newId(groupId), series: newId(seriesId), input, plan }
  const skipped = toSkipped(plan.rows, made.series, () => newId(seriesSkipId))
  await insertSeries(tx, made.series, input.rule, skipped)
  await groups.insertGroup(tx, toRow(made))
  await groups.setFacilitators(tx, newId, made.id, input.facilitatorIds)
  await insertDates(context, made)
  return readGroup({ ...context, db: tx }, made.id)
}

function refuseOthers({ actor }: CommandContext, { facilitatorIds }: Input): void {
  if (!mayRunGroup(actor, facilitatorIds))
    throw new AppError('NOT_ALLOWED', 'You plan groups that you lead yourself, and this one has others to lead it. Nothing was saved. Add yourself to those who lead it, or ask a manager.') // prettier-ignore
}

function refuseRetired({ programme }: ReadPlan, today: string): void {
  if (!isOffered(programme, today))
    throw new AppError('CONFLICT', `${programme.name} is no longer offered, so no group of it can be planned. Nothing was saved. Choose another programme.`) // prettier-ignore
}

interface Made {
  readonly id: GroupId
  readonly series: SeriesId
  readonly input: Input
  readonly plan: ReadPlan
}

const toRow = ({ id, series, input, plan }: Made) => ({
  id,
  programme_id: input.programmeId,
  series_id: series,
  building_id: plan.room.building_id,
  name: input.name,
  name_key: fold(input.name),
  public_title: input.publicTitle,
  capacity: input.capacity ?? null,
  cancelled: 0 as const,
  cancelled_reason: null,
  version: 1,
})

async function insertDates(context: CommandContext, made: Made): Promise<void> {
  const { tx, newId } = context
  const kept = keptOf(made.plan.rows).map((row) => ({ row, id: newId(sessionId) }))
  await insertSessions(
    tx,
    kept.map(({ row, id }) => ({
      id,
      group_id: made.id,
      series_id: made.series,
      starts_at: row.startsAt,
      ends_at: row.endsAt,
      did_not_run: 0 as const,
      reason: null,
      changed_by_hand: toFlag(row.edited),
      series_date: row.date,
      register_completed_at: null,
      register_completed_by: null,
      version: 1,
    })),
  )
  const bookings = kept.flatMap(({ row, id }) => bookingsOf(context, made, row, id))
  await insertBookings(tx, bookings)
}

/** The booking of one session and its further rooms, itself first. */
function bookingsOf(context: CommandContext, { input, plan }: Made, row: RunRow, session: SessionId) {
  const { newId, actor, today } = context
  const lead = newId(bookingId)
  const rooms = plan.roomsOf(row)
  const outright = rooms.every((room) => isOutright(actor, input, room))
  return rooms.map((room, index): NewBooking => ({
    ...plan.buffersOf(room),
    id: index === 0 ? lead : newId(bookingId),
    lead_id: index === 0 ? null : lead,
    room_id: room.id,
    session_id: session,
    purpose: 'session',
    title: input.publicTitle,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    status: outright ? 'confirmed' : 'requested',
    // What was asked for stays until its day.
    expires_on: outright ? null : keptUntil(today, dateOf(row.startsAt), dateOf(row.startsAt)),
    booked_by: actor.id,
    own_time: toFlag(isMoved(row, input.rule)),
    own_room: toFlag(index === 0 && room.id !== plan.room.id),
  }))
}
