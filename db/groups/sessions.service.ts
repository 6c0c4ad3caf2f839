import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { groupsContract, Session } from '../../shared/groups/groups.contract.ts'
import { refuseImpossible } from '../../shared/series/plan.rules.ts'
import { didNotRunProblem, meetsTwiceProblem, movedAheadProblem } from '../../shared/groups/session.rules.ts'
import { sessionId, type GroupId, type RoomId, type SessionId } from '../../shared/ids.ts'
import { at } from '../../shared/time/civil.ts'
import type { Interval } from '../../shared/time/interval.ts'
import { cancelSessionRow, moveSessionRow } from '../bookings/booked-session.repository.ts'
import { cancelRooms, findSetOfSession } from '../bookings/booking-set.repository.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import { expectedCounts } from '../enrolments/expected.repository.ts'
import type { Db } from '../store.ts'
import * as groups from './groups.repository.ts'
import { refuseOthersGroup } from './own-group.ts'
import { book, rebook, type Place } from './session-room.ts'
import { newSessionRow } from './session-row.ts'
import * as sessions from './sessions.repository.ts'
import { findTopic } from './topics.repository.ts'

type Input<N extends keyof typeof groupsContract> = z.output<(typeof groupsContract)[N]['input']>

const placeOf = (input: { date: string; startTime: string; endTime: string; roomId: RoomId }): Place => ({
  startsAt: at(input.date, input.startTime),
  endsAt: at(input.date, input.endTime),
  roomId: input.roomId,
})

/** Moves a session with its booking. It stays the same session, so its marks stay on it. */
export async function moveSession(context: CommandContext, input: Input<'moveSession'>): Promise<Session> {
  const { tx, today } = context
  const row = await standing(tx, input.id, input.version, 'moved')
  await refuseOthersGroup(tx, context.actor, row.group_id)
  const place = placeOf(input)
  refuse(movedAheadProblem(await sessions.countTaken(tx, row.id), place.startsAt, today))
  if (row.kind === 'group' || row.kind === 'workshop') await refuseTogether(tx, row.group_id, place, row.id)
  const set = await findSetOfSession(tx, row.id)
  if (set === undefined) await book(context, row.id, row.group_id, place)
  else await rebook(context, set, place)
  await moveSessionRow(tx, row, place)
  return readSession(context, row.group_id, row.id)
}

/** One more session, on top of what the rule gave, with its room. */
export async function addSession(context: CommandContext, input: Input<'addSession'>): Promise<Session> {
  const { tx, localNow } = context
  const group = found(await groups.findById(tx, input.groupId, localNow), 'group')
  await refuseOthersGroup(tx, context.actor, group.id)
  if (group.cancelled === 1)
    throw new AppError('CONFLICT', 'This group has been cancelled, so no session can be added. Nothing was saved.') // prettier-ignore
  const place = placeOf(input)
  await refuseTogether(tx, group.id, place, null)
  const id = context.newId(sessionId)
  await sessions.insertSessions(tx, [
    newSessionRow({
      id,
      group_id: group.id,
      starts_at: place.startsAt,
      ends_at: place.endsAt,
      changed_by_hand: 1,
      ...(await findTopic(tx, group, input.topicId ?? null)),
    }),
  ])
  await book(context, id, group.id, place)
  return readSession(context, group.id, id)
}

/** The session did not run: it leaves every denominator, and its room is free. */
export async function cancelSession(
  context: CommandContext,
  input: Input<'cancelSession'>,
): Promise<Session> {
  const { tx } = context
  const row = await standing(tx, input.id, input.version, 'changed')
  await refuseOthersGroup(tx, context.actor, row.group_id)
  refuse(didNotRunProblem(await sessions.countTaken(tx, row.id)))
  await cancelSessionRow(tx, row, input.reason)
  await cancelRooms(tx, row.id, input.reason)
  return readSession(context, row.group_id, row.id)
}

function refuse(problem: string | null): void {
  if (problem !== null) throw new AppError('CONFLICT', problem)
}

/** A session that can still change: as it was read, not already off, and with its register open. */
async function standing(
  db: Db,
  id: SessionId,
  version: number,
  done: string,
): Promise<sessions.SessionRecord> {
  const row = found(await sessions.findById(db, id), 'session')
  if (row.version !== version) throw changedSince('session')
  if (row.did_not_run === 1)
    throw new AppError('CONFLICT', `This session did not run, so it was not ${done}. Add a session instead.`)
  if (row.register_completed_at !== null)
    throw new AppError('CONFLICT', `The register of this session is complete, so it was not ${done}. Reopen the register first.`) // prettier-ignore
  return row
}

/** A group cannot meet twice at once. */
export async function refuseTogether(
  db: Db,
  groupId: GroupId,
  { startsAt, endsAt }: Pick<Place, 'startsAt' | 'endsAt'>,
  except: SessionId | null,
): Promise<void> {
  refuseImpossible(startsAt, endsAt)
  const time: Interval = { start: startsAt, end: endsAt }
  const other = await sessions.findTogether(db, groupId, time, except)
  if (other)
    throw new AppError('CONFLICT', meetsTwiceProblem(other.starts_at, other.ends_at), { sessionId: other.id })
}

/** One session as screens see it. */
export async function readSession(
  { tx, today }: CommandContext,
  groupId: GroupId,
  id: SessionId,
): Promise<Session> {
  const counts = await expectedCounts(tx, { sessionIds: [id] })
  const all = sessions.toSessions(await sessions.listForGroup(tx, groupId), counts, today)
  return found(
    all.find((one) => one.id === id),
    'session',
  )
}
