import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { groupsContract, Session } from '../../shared/groups/groups.contract.ts'
import { modeProblem } from '../../shared/groups/session.rules.ts'
import { sessionId, type GroupId, type PersonId } from '../../shared/ids.ts'
import { isWithFamily } from '../../shared/programmes/catalogue.rules.ts'
import { refuseImpossible } from '../../shared/series/plan.rules.ts'
import { count } from '../../shared/text.ts'
import { at, dateOf } from '../../shared/time/civil.ts'
import { longDate } from '../../shared/time/format.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import type { Db } from '../store.ts'
import * as groups from './groups.repository.ts'
import * as invitees from './invitees.repository.ts'
import { refuseOthersGroup } from './own-group.ts'
import { book } from './session-room.ts'
import { newSessionRow } from './session-row.ts'
import * as sessions from './sessions.repository.ts'
import { readSession, refuseTogether } from './sessions.service.ts'
import { findTopic } from './topics.repository.ts'

type Input<N extends 'addInvited' | 'setInvitees' | 'describeSession'> = z.output<
  (typeof groupsContract)[N]['input']
>
type Missed = z.input<typeof groupsContract.missed.output>

/** A session that only some are expected at: to make up for another, or a call or visit to one family. */
export async function addInvited(context: CommandContext, input: Input<'addInvited'>): Promise<Session> {
  const { tx, newId, localNow } = context
  const group = found(await groups.findById(tx, input.groupId, localNow), 'group')
  await refuseOthersGroup(tx, context.actor, group.id)
  if (group.cancelled === 1)
    throw new AppError('CONFLICT', 'This group has been cancelled, so no session can be added. Nothing was saved.') // prettier-ignore
  const times = { startsAt: at(input.date, input.startTime), endsAt: at(input.date, input.endTime) }
  await refuseTimes(tx, group.id, input.kind, times)
  await refuseOutside(tx, group.id, input.personIds, input.date)
  const missed = await readMissed(tx, group.id, input.makeUpForId ?? null)
  const id = newId(sessionId)
  await sessions.insertSessions(tx, [
    newSessionRow({
      id,
      group_id: group.id,
      starts_at: times.startsAt,
      ends_at: times.endsAt,
      changed_by_hand: 1,
      kind: input.kind,
      mode: input.kind === 'phone' ? 'phone' : null,
      make_up_for_id: missed?.id ?? null,
      invited_only: 1,
      ...(input.topicId || missed === null
        ? await findTopic(tx, group, input.topicId ?? null)
        : { topic_id: missed.topic_id, topic: missed.topic }),
    }),
  ])
  await invitees.setInvitees(tx, newId, id, input.personIds)
  if (input.roomId) await book(context, id, group.id, { ...times, roomId: input.roomId })
  return readSession(context, group.id, id)
}

/** A call or a visit may be at the time of another: it is with one family. */
async function refuseTimes(
  db: Db,
  groupId: GroupId,
  kind: Session['kind'],
  times: { startsAt: string; endsAt: string },
): Promise<void> {
  if (isWithFamily({ kind })) refuseImpossible(times.startsAt, times.endsAt)
  else await refuseTogether(db, groupId, times, null)
}

async function readMissed(db: Db, groupId: GroupId, id: Session['makeUpForId']) {
  if (id === null) return null
  const row = await sessions.findById(db, id)
  return found(row?.group_id === groupId ? row : undefined, 'session')
}

/** Refuses (CONFLICT) somebody who is not in the group on the day: they would be expected nowhere. */
async function refuseOutside(db: Db, groupId: GroupId, personIds: readonly PersonId[], date: string) {
  const there = new Set((await invitees.listInGroup(db, groupId, date)).map((one) => one.personId))
  const outside = personIds.filter((id) => !there.has(id)).length
  if (outside > 0)
    throw new AppError('CONFLICT', `${count(outside, 'person', 'people')} invited ${outside === 1 ? 'is' : 'are'} not in this group on ${longDate(date)}. Nothing was saved. Give them a place first, or leave them out.`) // prettier-ignore
}

/** Changes who is invited; nobody who is marked is taken out. */
export async function setInvitees(context: CommandContext, input: Input<'setInvitees'>): Promise<Session> {
  const { tx, newId } = context
  const row = found(await sessions.findById(tx, input.id), 'session')
  await refuseOthersGroup(tx, context.actor, row.group_id)
  if (row.version !== input.version) throw changedSince('session')
  if (row.invited_only === 0)
    throw new AppError('CONFLICT', 'Everybody in the group is expected at this session. Nothing was changed.')
  if (row.register_completed_at !== null)
    throw new AppError('CONFLICT', 'The register of this session is complete. Nothing was changed. Reopen the register first.') // prettier-ignore
  await refuseOutside(tx, row.group_id, input.personIds, dateOf(row.starts_at))
  const marked = (await invitees.listMarked(tx, row.id)).filter((id) => !input.personIds.includes(id)).length
  if (marked > 0)
    throw new AppError('CONFLICT', `${count(marked, 'person is', 'people are')} marked at this session already, so they stay invited. Nothing was changed. Clear their marks first.`) // prettier-ignore
  await invitees.setInvitees(tx, newId, row.id, input.personIds)
  const { topic_id, topic, mode } = row
  await sessions.describeSession(tx, row.id, row.version, { topic_id, topic, mode })
  return readSession(context, row.group_id, row.id)
}

/** Says what a session delivers, and how it meets. A later change to the series leaves that as it is. */
export async function describeSession(
  context: CommandContext,
  input: Input<'describeSession'>,
): Promise<Session> {
  const { tx, localNow } = context
  const row = found(await sessions.findById(tx, input.id), 'session')
  await refuseOthersGroup(tx, context.actor, row.group_id)
  const group = found(await groups.findById(tx, row.group_id, localNow), 'group')
  const topic = await findTopic(tx, group, input.topicId ?? null)
  const what = { ...topic, topic: topic.topic ?? input.topic, mode: input.mode ?? null }
  const problem = modeProblem(
    row.register_completed_at !== null,
    row.mode ?? group.mode,
    what.mode ?? group.mode,
  )
  if (problem !== null) throw new AppError('CONFLICT', problem)
  if (!(await sessions.describeSession(tx, row.id, input.version, what))) throw changedSince('session')
  return readSession(context, row.group_id, row.id)
}

/** Everybody in the group on the day of a session or today, with whether they came to it. */
export async function listMissed(db: Db, id: Session['id'], today: string): Promise<Missed> {
  const row = found(await sessions.findById(db, id), 'session')
  const came = await invitees.listCame(db, row.id)
  const people = await invitees.listInGroup(db, row.group_id, dateOf(row.starts_at))
  const known = new Set(people.map((one) => one.personId))
  const since = (await invitees.listInGroup(db, row.group_id, today)).filter(
    (one) => !known.has(one.personId),
  )
  const kind = (personId: PersonId) => {
    const there = came.get(personId)
    if (there === undefined) return 'not-expected'
    return there === null ? 'not-recorded' : there ? 'came' : 'missed'
  }
  return [...people, ...since].map((one) => ({ ...one, came: kind(one.personId) }))
}
