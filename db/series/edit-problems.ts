import { buffersInRoom, heldTimes, inEachOthersWay, type Buffers } from '../../shared/bookings/held.rules.ts'
import type { Obstacle } from '../../shared/bookings/obstacles.contract.ts'
import { obstacleInWords } from '../../shared/bookings/obstacles.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { BookingId, GroupId, RoomId } from '../../shared/ids.ts'
import { isMove, type EditDraft } from '../../shared/series/edit.rules.ts'
import type { EditScope } from '../../shared/series/edit.contract.ts'
import { holidayLeftOut, refuseImpossible } from '../../shared/series/plan.rules.ts'
import type { Rule } from '../../shared/series/rule.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { timeRange } from '../../shared/time/format.ts'
import { overlaps } from '../../shared/time/interval.ts'
import { findObstacles, wantedIn, type WantedRoom } from '../bookings/obstacles.repository.ts'
import { listWantedRooms, type WantedRoomRow } from '../bookings/wanted-rooms.repository.ts'
import { listOverlaps } from '../buildings/rooms.repository.ts'
import { listForGroup } from '../groups/sessions.repository.ts'
import type { Db } from '../store.ts'
import type { StoredOccurrence } from './edit.repository.ts'
import { readCalendar } from './read-run.ts'

export type Draft = EditDraft<StoredOccurrence>

/** One room of an occurrence where and when it would be. */
export interface Held extends Buffers {
  readonly id: BookingId
  readonly version: number
  readonly roomId: RoomId
}

/** The rooms of an occurrence with the minutes each would keep; the main one first, none where it holds none. */
export function heldBy(draft: Draft, rooms: ReadonlyMap<RoomId, WantedRoomRow>): Held[] {
  const { occurrence, roomId, details } = draft
  if (occurrence.bookingId === null || roomId === null || occurrence.roomId === null) return []
  const [from, to] = [rooms.get(occurrence.roomId), rooms.get(roomId)]
  const moved = roomId !== occurrence.roomId && from && to
  const own = moved ? buffersInRoom(occurrence.details, ownBuffers(from), ownBuffers(to)) : occurrence.details
  const main = {
    id: occurrence.bookingId,
    version: occurrence.version,
    roomId,
    setupMinutes: own.setupMinutes,
    cleardownMinutes: own.cleardownMinutes,
  }
  return [main, ...occurrence.further].map((held) => ({
    ...held,
    setupMinutes: details.setupMinutes ?? held.setupMinutes,
    cleardownMinutes: details.cleardownMinutes ?? held.cleardownMinutes,
  }))
}

const ownBuffers = (room: WantedRoomRow): Buffers => ({
  setupMinutes: room.setup_minutes,
  cleardownMinutes: room.cleardown_minutes,
})

/** What stands in the way of one occurrence. */
export interface Problems {
  readonly obstacles: readonly Obstacle[]
  /** All of it in words. */
  readonly words: readonly string[]
}

export interface Looking {
  readonly db: Db
  readonly rooms: ReadonlyMap<RoomId, WantedRoomRow>
  readonly scope: EditScope
  /** The rule as it will be; null for a booking that belongs to no series. */
  readonly rule: Rule | null
  readonly groupId: GroupId | null
  readonly localNow: string
}

/** Every room that the drafts have or would have, with what decides who may book it. */
export async function readRooms(
  db: Db,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<RoomId, WantedRoomRow>> {
  const ids = drafts.flatMap(({ occurrence, roomId }) => [
    ...[occurrence.roomId, roomId].filter((id) => id !== null),
    ...occurrence.further.map((one) => one.roomId),
  ])
  const rooms = ids.length === 0 ? [] : await listWantedRooms(db, [...new Set(ids)])
  return new Map(rooms.map((room) => [room.id, room]))
}

/**
 * What stands in the way of each draft that moves, by its occurrence: other bookings, closures, hours and equipment,
 * and what the series itself has in its way. Those that move away leave their old places free for one another.
 */
export async function findProblems(
  looking: Looking,
  drafts: readonly Draft[],
): Promise<Map<StoredOccurrence, Problems>> {
  const moving = drafts.filter(isMove)
  for (const { startsAt, endsAt } of moving) refuseImpossible(startsAt, endsAt)
  const obstacles = await obstaclesOf(looking, moving)
  const own = await ownProblems(looking, moving)
  const found = new Map<StoredOccurrence, Problems>()
  for (const { occurrence } of moving) {
    const these = obstacles.get(occurrence) ?? []
    const words = [...these.map(obstacleInWords), ...(own.get(occurrence) ?? [])]
    if (words.length > 0) found.set(occurrence, { obstacles: these, words })
  }
  return found
}

async function obstaclesOf({ db, rooms }: Looking, moving: readonly Draft[]) {
  const away = new Set(
    moving.flatMap(({ occurrence }) => [occurrence.bookingId, ...occurrence.further.map((one) => one.id)]),
  )
  const asked = moving
    .filter((draft) => draft.occurrence.confirmed)
    .map((draft) => ({ draft, wanted: wantedBy(draft, rooms) }))
  const found = await findObstacles(
    db,
    asked.flatMap(({ wanted }) => wanted),
  )
  return new Map(
    asked.map(({ draft, wanted }) => [
      draft.occurrence,
      wanted
        .flatMap(({ key }) => found.get(key) ?? [])
        .filter((one) => one.kind !== 'booking' || !away.has(one.bookingId)),
    ]),
  )
}

const wantedBy = (draft: Draft, rooms: ReadonlyMap<RoomId, WantedRoomRow>): WantedRoom[] =>
  heldBy(draft, rooms).flatMap(({ id, roomId, setupMinutes, cleardownMinutes }, i) => {
    const room = rooms.get(roomId)
    const { startsAt, endsAt, occurrence } = draft
    const place = { startsAt, endsAt, setupMinutes, cleardownMinutes }
    const equipment = i === 0 ? occurrence.equipment : []
    return room ? [wantedIn(room, place, { key: id, except: occurrence.bookingId, equipment })] : []
  })

/** What the calendar, the group and the other dates of the series have against each new time. */
async function ownProblems(
  looking: Looking,
  moving: readonly Draft[],
): Promise<Map<StoredOccurrence, string[]>> {
  const { db, rule, scope, localNow } = looking
  const calendar = await readCalendar(db)
  const twice = await meetsTwice(looking, moving)
  const crossing = crossingEachOther(moving, looking.rooms, await listOverlaps(db))
  return new Map(
    moving.map((draft) => {
      const { occurrence, startsAt } = draft
      const date = dateOf(startsAt)
      const otherDay = date !== dateOf(occurrence.startsAt) && scope !== 'this'
      const holiday = otherDay && rule !== null ? holidayLeftOut(rule, calendar, date) : null
      const over = startsAt <= localNow && occurrence.startsAt > localNow && scope !== 'this'
      const words = [
        ...(over ? ['That day is over'] : []),
        ...(holiday === null ? [] : [`It is a day that the series leaves out: ${holiday.reason}`]),
        ...twice(draft),
        ...crossing(draft),
      ]
      return [occurrence, words]
    }),
  )
}

/** A group cannot meet twice at once, whether the other session belongs to the series or was added by hand. */
async function meetsTwice({ db, groupId }: Looking, moving: readonly Draft[]) {
  if (groupId === null) return () => []
  const ids = new Set(moving.map(({ occurrence }) => occurrence.sessionId))
  const others = (await listForGroup(db, groupId))
    .filter((one) => one.did_not_run === 0 && !ids.has(one.id))
    .map((one) => ({ startsAt: one.starts_at, endsAt: one.ends_at }))
  return (draft: Draft) =>
    [...others, ...moving.filter((other) => other !== draft)]
      .filter((other) =>
        overlaps({ start: draft.startsAt, end: draft.endsAt }, { start: other.startsAt, end: other.endsAt }),
      )
      .slice(0, 1)
      .map((other) => `The group also meets from ${timeRange(other.startsAt, other.endsAt)} that day`)
}

/** Dates of one series that would come to stand in one another's way. */
function crossingEachOther(
  moving: readonly Draft[],
  rooms: ReadonlyMap<RoomId, WantedRoomRow>,
  sharing: ReadonlyMap<RoomId, ReadonlySet<RoomId>>,
) {
  const byDate = Map.groupBy(
    moving.filter((draft) => draft.occurrence.confirmed),
    (draft) => dateOf(draft.startsAt),
  )
  const timed = (draft: Draft) =>
    heldBy(draft, rooms).map((held) => ({
      roomId: held.roomId,
      startsAt: draft.startsAt,
      endsAt: draft.endsAt,
      ...heldTimes({ ...draft, ...held }),
    }))
  return (draft: Draft) =>
    (byDate.get(dateOf(draft.startsAt)) ?? [])
      .filter((other) => other !== draft)
      .filter((other) =>
        timed(draft).some((one) =>
          timed(other).some((two) => sharing.get(one.roomId)?.has(two.roomId) && inEachOthersWay(one, two)),
        ),
      )
      .slice(0, 1)
      .map(
        (other) =>
          `Another date of this series would be there from ${timeRange(other.startsAt, other.endsAt)}`,
      )
}

/** Refuses a room that is archived, in another building than a further room of the booking, or that shares floor with one. */
export async function refuseUnfitRoom(
  db: Db,
  drafts: readonly Draft[],
  rooms: ReadonlyMap<RoomId, WantedRoomRow>,
): Promise<void> {
  const moved = drafts.filter(
    (draft) => draft.outcome === 'changed' && draft.roomId !== draft.occurrence.roomId,
  )
  const sharing = moved.some(({ occurrence }) => occurrence.further.length > 0)
    ? await listOverlaps(db)
    : null
  for (const { roomId, occurrence } of moved) {
    const room = roomId === null ? undefined : rooms.get(roomId)
    if (room === undefined)
      throw new AppError('NOT_FOUND', 'This room could not be found. It may have been removed.')
    if (room.archived === 1 || room.building_archived === 1)
      throw new AppError(
        'CONFLICT',
        'This room has been archived, so it cannot be booked. Nothing was saved. Choose another room.',
      )
    const left = occurrence.further.map((one) => rooms.get(one.roomId)).find((one) => one?.building_id !== room.building_id) // prettier-ignore
    if (left)
      throw new AppError(
        'CONFLICT',
        `${room.name} is in another building than ${left.name}, which belongs to the same booking. Nothing was saved. Choose another room, or change the rooms of each date by itself.`,
      )
    if (occurrence.further.some((one) => sharing?.get(room.id)?.has(one.roomId)))
      throw new AppError(
        'CONFLICT',
        `${room.name} shares floor with another room of this booking. Nothing was saved. Choose another room.`,
      )
  }
}
