import { AppError } from '../../shared/errors.ts'
import type { groupsContract } from '../../shared/groups/groups.contract.ts'
import type { GroupId, RoomId } from '../../shared/ids.ts'
import { ruleAgain } from '../../shared/series/again.rules.ts'
import { weekly, type Rule } from '../../shared/series/rule.ts'
import { dateOf, timeOf, weekdayOf } from '../../shared/time/civil.ts'
import { listBookable } from '../buildings/rooms.repository.ts'
import { found } from '../changed.ts'
import type { QueryContext } from '../context.ts'
import { findRule } from '../series/series.repository.ts'
import { listTerms, toTerm } from '../settings/calendar.repository.ts'
import { list as listStaff } from '../staff/staff.repository.ts'
import type { Db } from '../store.ts'
import * as groups from './groups.repository.ts'
import { listForGroup, listRoomsHeld, type SessionRecord } from './sessions.repository.ts'
import type { z } from 'zod'

type Again = z.output<typeof groupsContract.planAgain.output>

/** A plan for the next term after a group, with all of it that still can be had. */
export async function planAgain({ db, localNow, today }: QueryContext, id: GroupId): Promise<Again> {
  const group = found(await groups.findById(db, id, localNow), 'group')
  const sessions = (await listForGroup(db, id)).filter(
    (one) => one.did_not_run === 0 && one.invited_only === 0,
  )
  const last = sessions.at(-1)
  if (last === undefined)
    throw new AppError('CONFLICT', 'None of the sessions of this group ran, so there is nothing to go by. Plan a new group instead.') // prettier-ignore
  const rule = (group.series_id !== null && (await findRule(db, group.series_id))) || ruleOf(last)
  const past = { rule, lastDate: dateOf(last.starts_at), delivered: sessions.length }
  const other =
    group.linked_group_id === null ? undefined : await groups.findById(db, group.linked_group_id, localNow)
  return {
    ...(await sameOf(db, group)),
    mode: group.mode,
    completeAt: group.complete_at,
    linked: other === undefined ? null : await sameOf(db, other),
    rule: ruleAgain(past, (await listTerms(db)).map(toTerm), today),
  }
}

/** What stays the same of one group, as far as it can still be had. */
const sameOf = async (db: Db, group: groups.GroupRecord) => ({
  programmeId: group.programme_id,
  publicTitle: group.public_title,
  capacity: group.capacity,
  ...(await roomsOf(db, group.id)),
  facilitatorIds: await leadersOf(db, group.id),
})

/** A group without a rule of its own met by hand: the day and time of its last session are what it is known by. */
const ruleOf = ({ starts_at, ends_at }: SessionRecord): Rule =>
  weekly({
    firstDate: dateOf(starts_at),
    weekday: weekdayOf(dateOf(starts_at)),
    startTime: timeOf(starts_at),
    endTime: timeOf(ends_at),
    sessions: 1,
  })

/** The room that most of its sessions were in, and those held beside it, as far as they can still be booked. */
async function roomsOf(db: Db, id: GroupId): Promise<Pick<Again, 'roomId' | 'besideRoomIds'>> {
  const bookable = new Set((await listBookable(db)).map((room) => room.id))
  const held = await listRoomsHeld(db, id)
  const main = mostOften(held.filter((one) => one.lead_id === null).map((one) => one.room_id))
  if (main === null || !bookable.has(main)) return { roomId: null, besideRoomIds: [] }
  const beside = new Set(held.filter((one) => one.lead_id !== null).map((one) => one.room_id))
  return { roomId: main, besideRoomIds: [...beside].filter((room) => bookable.has(room) && room !== main) }
}

function mostOften(ids: readonly RoomId[]): RoomId | null {
  const times = [...Map.groupBy(ids, (id) => id)].toSorted(([, a], [, b]) => b.length - a.length)
  return times[0]?.[0] ?? null
}

async function leadersOf(db: Db, id: GroupId): Promise<Again['facilitatorIds']> {
  const here = new Set((await listStaff(db)).filter((one) => one.archived === 0).map((one) => one.id))
  const leaders = (await groups.listFacilitators(db, [id])).get(id) ?? []
  return leaders.map((one) => one.staffId).filter((staffId) => here.has(staffId))
}
