import type { Calendar } from '../../shared/groups/calendar.rules.ts'
import type { Buffers } from '../../shared/bookings/held.rules.ts'
import type { Obstacle } from '../../shared/bookings/obstacles.contract.ts'
import { closuresOf } from '../../shared/closures/closed.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { RoomId } from '../../shared/ids.ts'
import { planDates, type ClosedOn, type PlannedDate } from '../../shared/series/plan.rules.ts'
import type { Rule } from '../../shared/series/rule.ts'
import type { DateEdit, RunRow } from '../../shared/series/series.contract.ts'
import { at } from '../../shared/time/civil.ts'
import { findObstacles, wantedIn, type WantedRoom } from '../bookings/obstacles.repository.ts'
import { listBookable, listOverlaps, type BookableRoom } from '../buildings/rooms.repository.ts'
import { listClosed } from '../closures/closed.repository.ts'
import { listBankHolidays, listTerms, toTerm } from '../settings/calendar.repository.ts'
import type { Db } from '../store.ts'
import { keptOf, refuseTooClose, refuseUnfit, type Rooms, type RunRooms } from './run-rooms.ts'

/** A run of dates to look up. The first room is the main one; the others are held beside it on every date. */
export interface WantedRun {
  readonly roomIds: readonly RoomId[]
  readonly rule: Rule
  readonly edits: readonly DateEdit[]
  /** Each room's own minutes unless said otherwise. */
  readonly setupMinutes?: number | null | undefined
  readonly cleardownMinutes?: number | null | undefined
}

/** The dates of a run with all that was read to find them. */
export interface ReadRun {
  readonly rows: readonly RunRow[]
  readonly warnings: readonly string[]
  /** The room of the run; a row may have its own. */
  readonly room: BookableRoom
  /** The rooms of one row, its main one first. */
  readonly roomsOf: (row: Pick<RunRow, 'roomId'>) => Rooms
  readonly buffersOf: (room: BookableRoom) => Buffers
}

/**
 * The dates of a rule, each looked up for whether its rooms can be had. Screens and saving both use this one. Refuses
 * (INVALID_INPUT) what `planDates` refuses, and dates too close to one another; CONFLICT for an archived room.
 */
export async function readRun(db: Db, wanted: WantedRun): Promise<ReadRun> {
  const rooms = new Map((await listBookable(db)).map((room) => [room.id, room]))
  const sharing = await listOverlaps(db)
  const [main, ...beside] = wanted.roomIds.map((id) => roomOf(rooms, id))
  if (main === undefined) throw new AppError('INVALID_INPUT', 'Choose a room.')
  const ofDate = (own: RoomId | null): Rooms => [own === null ? main : roomOf(rooms, own), ...beside]
  const edits = wanted.edits.map((edit) => (edit.roomId === main.id ? { ...edit, roomId: null } : edit))
  const closed = wanted.rule.skipClosures ? await readClosed(db, wanted, sharing, ofDate) : () => null
  const { rows, warnings } = planDates(wanted.rule, edits, await readCalendar(db), closed)
  const look: Look = { db, rooms, sharing, ofDate, buffersOf: (room) => buffersOf(room, wanted) }
  refuseUnfit(rows, look)
  refuseTooClose(rows, look)
  return {
    rows: await withObstacles(rows, look),
    warnings,
    room: main,
    roomsOf: ({ roomId }) => ofDate(roomId),
    buffersOf: look.buffersOf,
  }
}

interface Look extends RunRooms {
  readonly db: Db
  readonly rooms: ReadonlyMap<RoomId, BookableRoom>
}

/** What is known of the county's year. */
export async function readCalendar(db: Db): Promise<Calendar> {
  return { terms: (await listTerms(db)).map(toTerm), bankHolidays: await listBankHolidays(db) }
}

const buffersOf = (room: BookableRoom, { setupMinutes, cleardownMinutes }: Partial<WantedRun>): Buffers => ({
  setupMinutes: setupMinutes ?? room.setup_minutes,
  cleardownMinutes: cleardownMinutes ?? room.cleardown_minutes,
})

function roomOf(rooms: ReadonlyMap<RoomId, BookableRoom>, id: RoomId): BookableRoom {
  const room = rooms.get(id)
  if (room) return room
  throw new AppError(
    'CONFLICT',
    'This room cannot be booked: it was archived or removed. Nothing was saved. Choose another room.',
  )
}

/** Reads every closure from the first date on, once, and answers for the rooms of one date. */
async function readClosed(
  db: Db,
  { rule, edits }: WantedRun,
  sharing: RunRooms['sharing'],
  ofDate: RunRooms['ofDate'],
): Promise<ClosedOn> {
  const dates = [
    rule.firstDate,
    ...(rule.repeats.kind === 'dates' ? rule.repeats.dates : []),
    ...edits.flatMap((edit) => edit.newDate ?? []),
  ]
  const closed = await listClosed(db, at(dates.reduce((a, b) => (a < b ? a : b)), '00:00'), '2200-01-01T00:00') // prettier-ignore
  return ({ startsAt, endsAt }, ownRoomId) => {
    const time = { start: startsAt, end: endsAt }
    for (const room of ofDate(ownRoomId)) {
      const closable = { id: room.id, buildingId: room.building_id, sharing: sharing.get(room.id) ?? new Set([room.id]) } // prettier-ignore
      const [closure] = closuresOf(closed, closable, time)
      if (closure) return closure.reason
    }
    return null
  }
}

async function withObstacles(dates: readonly PlannedDate[], look: Look): Promise<RunRow[]> {
  const kept = keptOf(dates)
  const asked = kept.flatMap((row) => look.ofDate(row.ownRoomId).map((room) => askFor(row, room, look)))
  const obstacles = await findObstacles(look.db, asked)
  const inTheWay = (row: PlannedDate, room: BookableRoom): Obstacle[] =>
    row.state === 'skip' ? [] : (obstacles.get(keyOf(row, room)) ?? [])
  const taken = kept.filter((row) => inTheWay(row, look.ofDate(row.ownRoomId)[0]).length > 0)
  const others = await freeInstead(taken, look)
  return dates.map(({ ownRoomId, ...row }) => {
    const rooms = look.ofDate(ownRoomId)
    return {
      ...row,
      roomId: rooms[0].id,
      obstacles: rooms.flatMap((room) => inTheWay({ ...row, ownRoomId }, room)),
      otherRooms: others.get(row.date) ?? [],
    }
  })
}

const keyOf = (row: PlannedDate, room: BookableRoom) => `${row.date} ${room.id}`
const askFor = (row: PlannedDate, room: BookableRoom, { buffersOf: buffers }: Look): WantedRoom =>
  wantedIn(room, { ...row, ...buffers(room) }, { key: keyOf(row, room) })

/** For each date whose main room is in the way, the rooms of the same building that are free then, largest first. */
async function freeInstead(taken: readonly PlannedDate[], look: Look) {
  const options = taken.flatMap((row) => instead(row, look).map((room) => ({ row, room })))
  const free = new Map<string, RunRow['otherRooms']>()
  for (let start = 0; start < options.length; start += ASKED_AT_ONCE) {
    const some = options.slice(start, start + ASKED_AT_ONCE)
    const obstacles = await findObstacles(look.db, some.map(({ row, room }) => askFor(row, room, look))) // prettier-ignore
    for (const { row, room } of some) {
      if (obstacles.has(keyOf(row, room))) continue
      const { id: roomId, name: roomName, capacity } = room
      free.set(row.date, [...(free.get(row.date) ?? []), { roomId, roomName, capacity }])
    }
  }
  return free
}

/** `findObstacles` takes no more in one question. */
const ASKED_AT_ONCE = 4000

/** The other rooms of the building that do not share floor with the rooms held beside. */
function instead(row: PlannedDate, { rooms, ofDate, sharing }: Look): BookableRoom[] {
  const [main, ...beside] = ofDate(row.ownRoomId)
  return [...rooms.values()]
    .filter((room) => room.building_id === main.building_id && room.id !== main.id)
    .filter((room) => !beside.some((one) => sharing.get(one.id)?.has(room.id)))
    .toSorted((a, b) => (b.capacity ?? 0) - (a.capacity ?? 0) || a.name.localeCompare(b.name, 'en-GB'))
}
