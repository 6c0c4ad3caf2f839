import type { z } from 'zod'
import { obstacleInWords } from '../../shared/bookings/obstacles.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Group, groupsContract } from '../../shared/groups/groups.contract.ts'
import { resumedInWords } from '../../shared/groups/pause.rules.ts'
import type { GroupId, SessionId } from '../../shared/ids.ts'
import { at } from '../../shared/time/civil.ts'
import {
  asLastHeld,
  cancelRooms,
  findSetOfSession,
  roomsOf,
  updateSet,
  type BookingSet,
} from '../bookings/booking-set.repository.ts'
import { listWantedBy } from '../bookings/equipment-use.repository.ts'
import { findObstacles, wantedIn } from '../bookings/obstacles.repository.ts'
import { roomsFor } from '../bookings/rooms-for.ts'
import { expiryAfter, statusAfter } from '../bookings/status-after.ts'
import { listBookable } from '../buildings/rooms.repository.ts'
import { changedSince, found } from '../changed.ts'
import type { CommandContext } from '../context.ts'
import * as groups from './groups.repository.ts'
import { readGroup } from './groups.service.ts'
import { refuseOthersGroup } from './own-group.ts'
import { buffersOf } from './session-room.ts'
import * as sessions from './sessions.repository.ts'

type Input<N extends 'pause' | 'resume'> = z.output<(typeof groupsContract)[N]['input']>
type Resumed = z.input<typeof groupsContract.resume.output>

/** Takes out the sessions from a date on, and frees their rooms; apologies sent ahead keep none. */
export async function pauseGroup(context: CommandContext, input: Input<'pause'>): Promise<Group> {
  const { tx } = context
  const row = await readChangeable(context, input)
  if (row.paused_on !== null) refuse('This group is paused already. Nothing was changed.')
  await groups.updateGroup(tx, row.id, row.version, { paused_on: input.from, paused_reason: input.reason })
  const fromThen = (await sessions.listForGroup(tx, row.id)).filter(
    (one) =>
      one.did_not_run === 0 && one.starts_at >= at(input.from, '00:00') && one.register_completed_at === null,
  )
  for (const one of fromThen) {
    if ((await sessions.countTaken(tx, one.id)).taken > 0) continue
    await sessions.setPaused(tx, one, input.reason)
    await cancelRooms(tx, one.id, input.reason)
  }
  return readGroup({ ...context, db: tx }, row.id)
}

/** Brings back the sessions to come that the pause took out, as far as nothing is in their way by now. */
export async function resumeGroup(context: CommandContext, input: Input<'resume'>): Promise<Resumed> {
  const { tx, localNow } = context
  const row = await readChangeable(context, input)
  if (row.paused_on === null) refuse('This group is not paused. Nothing was changed.')
  await groups.updateGroup(tx, row.id, row.version, { paused_on: null, paused_reason: null })
  const paused = (await sessions.listForGroup(tx, row.id)).filter(
    (one) => one.paused === 1 && one.starts_at > localNow && one.starts_at >= at(input.from, '00:00'),
  )
  const notBack: { sessionId: SessionId; startsAt: string; because: string }[] = []
  for (const one of paused) {
    const because = await bringBack(context, one)
    if (because !== null) notBack.push({ sessionId: one.id, startsAt: one.starts_at, because })
  }
  const back = paused.length - notBack.length
  const group = await readGroup({ ...context, db: tx }, row.id)
  return { group, back, notBack, sentence: resumedInWords(back, notBack) }
}

async function readChangeable(
  { tx, actor, localNow }: CommandContext,
  { id, version }: { id: GroupId; version: number },
) {
  const row = found(await groups.findById(tx, id, localNow), 'group')
  await refuseOthersGroup(tx, actor, row.id)
  if (row.version !== version) throw changedSince('group')
  if (row.cancelled === 1) refuse('This group has been cancelled. Nothing was changed.')
  return row
}

function refuse(problem: string): never {
  throw new AppError('CONFLICT', problem)
}

/** Brings one session back with its rooms; or answers what is in its way, and leaves it. */
async function bringBack(context: CommandContext, one: sessions.SessionRecord): Promise<string | null> {
  const { tx } = context
  const time = { start: one.starts_at, end: one.ends_at }
  if (await sessions.findTogether(tx, one.group_id, time, one.id)) return 'the group meets then already'
  const last = await findSetOfSession(tx, one.id)
  if (last !== undefined) {
    const set = asLastHeld(last)
    const because = await inTheWay(context, set)
    if (because !== null) return because
    const status = await statusAfter(context, set.lead, await roomsFor(tx, roomsOf(set)))
    const expiry = expiryAfter(context, set.lead, status, { startsAt: one.starts_at })
    await updateSet(tx, set, { status, cancelled_reason: null, ...expiry })
  }
  await sessions.setPaused(tx, one, null)
  return null
}

/** What keeps a booking from having its rooms again, in words; null when they are free. */
async function inTheWay({ tx }: CommandContext, { lead, further }: BookingSet): Promise<string | null> {
  const bookable = new Map((await listBookable(tx)).map((room) => [room.id, room]))
  const equipment = await listWantedBy(tx, lead.id)
  const wanted = []
  for (const row of [lead, ...further]) {
    const room = bookable.get(row.room_id)
    if (room === undefined) return 'its room is no longer used'
    const times = { startsAt: row.starts_at, endsAt: row.ends_at, ...buffersOf(row) }
    wanted.push(wantedIn(room, times, { except: lead.id, ...(row === lead && { equipment }) }))
  }
  const obstacles = await findObstacles(tx, wanted)
  const [first] = wanted.flatMap((one) => obstacles.get(one.key) ?? [])
  return first === undefined ? null : obstacleInWords(first)
}
