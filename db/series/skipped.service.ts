import type { z } from 'zod'
import type { Obstacle } from '../../shared/bookings/obstacles.contract.ts'
import { obstacleInWords, refuseObstacles } from '../../shared/bookings/obstacles.rules.ts'
import type { Buffers } from '../../shared/bookings/held.rules.ts'
import { AppError } from '../../shared/errors.ts'
import { meetsTwiceProblem } from '../../shared/groups/session.rules.ts'
import type { GroupId, RoomId, SeriesId } from '../../shared/ids.ts'
import type { seriesEdits, Tried } from '../../shared/series/edit.contract.ts'
import { holidayLeftOut, refuseImpossible } from '../../shared/series/plan.rules.ts'
import type { Rule } from '../../shared/series/rule.ts'
import { at } from '../../shared/time/civil.ts'
import { findObstacles, wantedIn, type WantedRoom } from '../bookings/obstacles.repository.ts'
import { roomsFor } from '../bookings/rooms-for.ts'
import { listAllBookable, listWantedRooms, type WantedRoomRow } from '../bookings/wanted-rooms.repository.ts'
import { listOverlaps } from '../buildings/rooms.repository.ts'
import { found } from '../changed.ts'
import type { CommandContext, Common } from '../context.ts'
import { findById as findGroup } from '../groups/groups.repository.ts'
import { findTogether } from '../groups/sessions.repository.ts'
import type { Db } from '../store.ts'
import { usualOf } from './edit-more.ts'
import { readRights, refuseNotTheirs, refuseOthersRoom } from './edit-rights.ts'
import { findGroupOf, listOccurrences, type StoredOccurrence } from './edit.repository.ts'
import { insertOccurrence } from './occurrence.writer.ts'
import { readCalendar } from './read-run.ts'
import { findRule } from './series.repository.ts'
import { deleteSkipped, findSkipped, listOf, type SkipRow } from './skipped.repository.ts'

/** What a date put back would be: the usual room and time of the series. */
interface Usual {
  readonly rule: Rule
  readonly groupId: GroupId | null
  readonly like: StoredOccurrence
  /** The main room first, each with its minutes before and after. */
  readonly rooms: readonly { readonly room: WantedRoomRow; readonly buffers: Buffers }[]
}

/** Null when no date of the series was ever booked, so that there is nothing to make another like. */
async function readUsual(db: Db, seriesId: SeriesId): Promise<Usual | null> {
  const rule = found(await findRule(db, seriesId), 'series')
  const all = (await listOccurrences(db, seriesId)).filter((one) => one.bookingId !== null)
  const standing = all.filter((one) => one.state === 'standing')
  const like = usualOf(standing.length > 0 ? standing : all)
  if (like === null) return null
  const held = [{ roomId: like.roomId, ...buffersOf(like.details) }, ...like.further]
  const rooms = await listWantedRooms(
    db,
    held.flatMap(({ roomId }) => roomId ?? []),
  )
  const withBuffers = rooms.map((room) => ({
    room,
    buffers: buffersOf(held.find((one) => one.roomId === room.id) ?? like.details),
  }))
  return { rule, groupId: await findGroupOf(db, seriesId), like, rooms: withBuffers }
}

const buffersOf = ({ setupMinutes, cleardownMinutes }: Buffers): Buffers => ({
  setupMinutes,
  cleardownMinutes,
})
const ownBuffers = (room: WantedRoomRow): Buffers => ({
  setupMinutes: room.setup_minutes,
  cleardownMinutes: room.cleardown_minutes,
})

const timesOf = ({ rule }: Usual, { date }: SkipRow) => ({
  startsAt: at(date, rule.startTime),
  endsAt: at(date, rule.endTime),
})

/** Looks again at each date left out: whether its rooms are free now, and else which others of the building are. */
export async function retrySkipped(
  { db, localNow }: Pick<Common, 'localNow'> & { readonly db: Db },
  { seriesId }: { seriesId: SeriesId },
): Promise<Tried[]> {
  const skips = await listOf(db, seriesId)
  const usual = skips.length === 0 ? null : await readUsual(db, seriesId)
  if (usual === null) return []
  const toCome = skips.filter((skip) => timesOf(usual, skip).startsAt > localNow)
  const others = await roomsInstead(db, usual)
  const wanted = toCome.flatMap((skip) => [
    ...wantedOf(usual, skip),
    ...others.map((room) => wantedInstead(usual, skip, room)),
  ])
  const obstacles = await findObstacles(db, wanted)
  const calendar = await readCalendar(db)
  return skips.map((skip) => {
    const times = timesOf(usual, skip)
    const inTheWay = usual.rooms.flatMap(({ room }) => obstacles.get(keyOf(skip, room)) ?? [])
    const main = usual.rooms[0]?.room
    const holiday = holidayLeftOut(usual.rule, calendar, skip.date)?.reason ?? null
    const found = judge(times.startsAt <= localNow, holiday, inTheWay, main?.name ?? 'The room')
    return {
      ...skippedOf(skip),
      ...times,
      roomId: main?.id ?? null,
      roomName: main?.name ?? null,
      ...found,
      obstacles: inTheWay,
      otherRooms:
        found.state === 'taken'
          ? others.filter((room) => !obstacles.has(keyOf(skip, room))).map(toOther)
          : [],
    }
  })
}

const skippedOf = ({ id, date, kind, reason }: SkipRow) => ({ id, date, kind, reason })

function judge(
  over: boolean,
  holiday: string | null,
  obstacles: readonly Obstacle[],
  roomName: string,
): Pick<Tried, 'state' | 'words'> {
  if (over) return { state: 'over', words: 'This date is over' }
  if (obstacles.length > 0) return { state: 'taken', words: obstacles.map(obstacleInWords).join(', and ') }
  if (holiday !== null) return { state: 'still', words: `Still left out: ${holiday}. ${roomName} is free` }
  return { state: 'free', words: `${roomName} is free` }
}

const toOther = (room: WantedRoomRow) => ({ roomId: room.id, roomName: room.name, capacity: room.capacity })

const keyOf = (skip: SkipRow, room: WantedRoomRow) => `${skip.id} ${room.id}`

const wantedOf = (usual: Usual, skip: SkipRow): WantedRoom[] =>
  usual.rooms.map(({ room, buffers }) =>
    wantedIn(room, { ...timesOf(usual, skip), ...buffers }, { key: keyOf(skip, room) }),
  )

const wantedInstead = (usual: Usual, skip: SkipRow, room: WantedRoomRow): WantedRoom =>
  wantedIn(room, { ...timesOf(usual, skip), ...ownBuffers(room) }, { key: keyOf(skip, room) })

/** The other rooms of the building that could be the main one, the smallest first that seats as many. */
async function roomsInstead(db: Db, { rooms }: Usual): Promise<WantedRoomRow[]> {
  const [main, ...further] = rooms.map((one) => one.room)
  if (main === undefined) return []
  const sharing = await listOverlaps(db)
  const seats = (room: WantedRoomRow) => room.capacity ?? 0
  const short = (room: WantedRoomRow) => (seats(room) >= seats(main) ? 0 : 1)
  return (await listAllBookable(db))
    .filter((room) => room.building_id === main.building_id && room.id !== main.id)
    .filter((room) => !further.some((one) => sharing.get(one.id)?.has(room.id)))
    .toSorted((a, b) => short(a) - short(b) || seats(a) - seats(b) || a.name.localeCompare(b.name, 'en-GB'))
}

/** Puts a date that was left out back into its series, in its usual room or another. */
export async function addSkipped(
  context: CommandContext,
  { skipId, roomId }: z.output<typeof seriesEdits.addSkipped.input>,
): Promise<z.input<typeof seriesEdits.addSkipped.output>> {
  const { tx, actor, localNow } = context
  const skip = found(await findSkipped(tx, skipId), 'date')
  const usual = await readUsual(tx, skip.series_id)
  if (usual === null)
    throw new AppError(
      'CONFLICT',
      'Nothing of this series was ever booked, so there is nothing to make this date like. Nothing was saved. Book it by itself.',
    )
  const rights = await readRights(tx, actor, usual.groupId)
  refuseNotTheirs(rights, [usual.like])
  const rooms = await placesFor(tx, usual, roomId ?? null)
  refuseOthersRoom(
    actor,
    rights,
    new Map(rooms.map(({ room }) => [room.id, room])),
    rooms.map(({ room }) => room.id),
  )
  const times = timesOf(usual, skip)
  await refuseUnfit(context, usual, times, localNow)
  const wanted = rooms.map(({ room, buffers }) => wantedIn(room, { ...times, ...buffers }))
  refuseObstacles([...(await findObstacles(tx, wanted)).values()].flat())
  const main = found(rooms[0], 'room').room
  // Held although its rule leaves it out, so that nobody asks about it again.
  const held = holidayLeftOut(usual.rule, await readCalendar(tx), skip.date) !== null
  const id = await insertOccurrence(
    context,
    { seriesId: skip.series_id, groupId: usual.groupId, like: usual.like },
    {
      date: skip.date,
      ...times,
      places: rooms.map(({ room, buffers }) => ({ roomId: room.id, ...buffers })),
      own: { held, room: main.id !== usual.rooms[0]?.room.id },
    },
  )
  await deleteSkipped(tx, skip.id)
  return { bookingId: id, startsAt: times.startsAt, roomName: main.name }
}

async function placesFor(db: Db, { rooms }: Usual, roomId: RoomId | null): Promise<Usual['rooms']> {
  const [main, ...further] = rooms.map(({ room }) => room.id)
  const chosen = await roomsFor(db, [found(roomId ?? main, 'room'), ...further])
  return chosen.map((room) => ({
    room,
    buffers: rooms.find((one) => one.room.id === room.id)?.buffers ?? ownBuffers(room),
  }))
}

async function refuseUnfit(
  { tx, localNow: now }: CommandContext,
  { groupId }: Usual,
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  localNow: string,
): Promise<void> {
  refuseImpossible(startsAt, endsAt)
  if (startsAt <= localNow)
    throw new AppError('CONFLICT', 'This date is over, so it was not added. Nothing was saved.')
  if (groupId === null) return
  if ((await findGroup(tx, groupId, now))?.cancelled === 1)
    throw new AppError(
      'CONFLICT',
      'This group has been cancelled, so no session can be added. Nothing was saved.',
    )
  const other = await findTogether(tx, groupId, { start: startsAt, end: endsAt }, null)
  if (other)
    throw new AppError('CONFLICT', meetsTwiceProblem(other.starts_at, other.ends_at), { sessionId: other.id })
}
