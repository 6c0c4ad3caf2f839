import { keptUntil } from '../../shared/bookings/outright.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Group, groupsContract } from '../../shared/groups/groups.contract.ts'
import { topicsInOrder } from '../../shared/groups/topics.rules.ts'
import type { Programme, ProgrammeSession } from '../../shared/programmes/programmes.contract.ts'
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
import { isOutright, readPlan, refuseArchived, type PlannedGroup, type ReadPlan } from './plan.service.ts'
import { newSessionRow } from './session-row.ts'
import { insertSessions } from './sessions.repository.ts'
import type { z } from 'zod'

type Input = z.output<typeof groupsContract.plan.input>
/** What is said of one of the groups. */
type Asked = Pick<
  Input,
  'programmeId' | 'name' | 'publicTitle' | 'capacity' | 'facilitatorIds' | 'completeAt'
>

/**
 * Makes the group, its rule, its sessions and the rooms they hold, all or nothing; and the one beside it on the same
 * dates, if that is wanted, so that each names the other.
 */
export async function planGroup(context: CommandContext, input: Input): Promise<Group> {
  const { tx } = context
  const { linked } = input
  refuseOthers(context, input.facilitatorIds)
  const plan = await readPlan(tx, input)
  await refuseUnfit(context, plan, input)
  if (linked && plan.linked) await refuseUnfit(context, plan.linked, linked)
  refuseNothing(plan.rows)
  refuseInTheWay(plan.rows)
  const id = await makeGroup(context, { asked: input, planned: plan, plan, input })
  if (linked && plan.linked) {
    const other = await makeGroup(context, { asked: linked, planned: plan.linked, plan, input })
    await groups.linkGroups(tx, id, other)
  }
  return readGroup({ ...context, db: tx }, id)
}

/** Whoever leads one of the two groups plans both in the step. */
function refuseOthers({ actor }: CommandContext, facilitatorIds: Asked['facilitatorIds']): void {
  if (!mayRunGroup(actor, facilitatorIds))
    throw new AppError('NOT_ALLOWED', 'You plan groups that you lead yourself, and this one has others to lead it. Nothing was saved. Add yourself to those who lead it, or ask a manager.') // prettier-ignore
}

async function refuseUnfit(
  { tx, today }: CommandContext,
  { programme }: PlannedGroup,
  { facilitatorIds }: Pick<Asked, 'facilitatorIds'>,
): Promise<void> {
  if (!isOffered(programme, today))
    throw new AppError('CONFLICT', `${programme.name} is no longer offered, so no group of it can be planned. Nothing was saved. Choose another programme.`) // prettier-ignore
  await refuseArchived(tx, facilitatorIds)
}

/** One group that is to be made: what is asked of it, what was read of it, and the plan they are from. */
interface Making {
  readonly asked: Asked
  readonly planned: PlannedGroup
  readonly plan: ReadPlan
  readonly input: Pick<Input, 'rule' | 'mode'>
}

async function makeGroup(context: CommandContext, making: Making): Promise<GroupId> {
  const { tx, newId } = context
  const { asked, plan, input } = making
  const [id, series] = [newId(groupId), newId(seriesId)]
  await insertSeries(
    tx,
    series,
    input.rule,
    toSkipped(plan.rows, series, () => newId(seriesSkipId)),
  )
  await groups.insertGroup(tx, toRow(id, series, making))
  await groups.setFacilitators(tx, newId, id, asked.facilitatorIds)
  await insertDates(context, { ...making, id, series })
  return id
}

const toRow = (id: GroupId, series: SeriesId, { asked, planned: { programme }, plan, input }: Making) => ({
  id,
  programme_id: programme.id,
  series_id: series,
  building_id: plan.room.building_id,
  name: asked.name,
  name_key: fold(asked.name),
  public_title: asked.publicTitle,
  capacity: asked.capacity ?? null,
  cancelled: 0 as const,
  cancelled_reason: null,
  version: 1,
  edition: programme.edition,
  mode: input.mode,
  complete_at: asked.completeAt === undefined ? programme.completeAt : asked.completeAt,
})

type Made = Making & { readonly id: GroupId; readonly series: SeriesId }

/** A session for each date that is kept, with the titles of the manual in order, and its rooms. */
async function insertDates(context: CommandContext, made: Made): Promise<void> {
  const { tx, newId } = context
  const rows = keptOf(made.plan.rows)
  const topics = topicsInOrder(made.planned.programme.sessions, rows.length)
  const kept = rows.map((row, index) => ({ row, id: newId(sessionId), topic: topics[index] ?? null }))
  await insertSessions(
    tx,
    kept.map(({ row, id, topic }) =>
      newSessionRow({
        id,
        group_id: made.id,
        series_id: made.series,
        starts_at: row.startsAt,
        ends_at: row.endsAt,
        changed_by_hand: toFlag(row.edited),
        series_date: row.date,
        topic_id: topic?.id ?? null,
        topic: topic?.title ?? null,
        kind: kindOf(made.planned.programme, topic),
      }),
    ),
  )
  await insertBookings(
    tx,
    kept.flatMap(({ row, id }) => bookingsOf(context, made, row, id)),
  )
}

const kindOf = ({ delivery }: Programme, topic: ProgrammeSession | null) =>
  topic?.kind ?? (delivery === 'workshop' ? 'workshop' : 'group')

/** The booking of one session and its further rooms, itself first. */
function bookingsOf(context: CommandContext, made: Made, row: RunRow, session: SessionId) {
  const { asked, plan, planned, input } = made
  const { newId, actor, today } = context
  const lead = newId(bookingId)
  const rooms = planned.roomsOf(row)
  const outright = rooms.every((room) => isOutright(actor, asked, room))
  return rooms.map((room, index): NewBooking => ({
    ...plan.buffersOf(room),
    id: index === 0 ? lead : newId(bookingId),
    lead_id: index === 0 ? null : lead,
    room_id: room.id,
    session_id: session,
    purpose: 'session',
    title: asked.publicTitle,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    status: outright ? 'confirmed' : 'requested',
    // What was asked for stays until its day.
    expires_on: outright ? null : keptUntil(today, dateOf(row.startsAt), dateOf(row.startsAt)),
    booked_by: actor.id,
    own_time: toFlag(isMoved(row, input.rule)),
    own_room: toFlag(index === 0 && planned === plan && room.id !== plan.room.id),
  }))
}
