import type { Calendar } from '../../shared/groups/calendar.rules.ts'
import { clashMessage } from '../../shared/bookings/clashes.rules.ts'
import { heldTimes } from '../../shared/bookings/held.rules.ts'
import { AppError } from '../../shared/errors.ts'
import { coDeliveryWarning, seatsWarning } from '../../shared/groups/group.rules.ts'
import type { PlanPreview, PlanRow, PlanRule } from '../../shared/groups/groups.contract.ts'
import { planDates, type PlanDate } from '../../shared/groups/plan.rules.ts'
import type { RoomId, StaffId } from '../../shared/ids.ts'
import { count } from '../../shared/text.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { fullDate, shortDay } from '../../shared/time/format.ts'
import { overlaps } from '../../shared/time/interval.ts'
import { findClashes, type KeyedClash } from '../bookings/clashes.repository.ts'
import { listBookable, type BookableRoom } from '../buildings/rooms.repository.ts'
import { found } from '../changed.ts'
import { fromFlag } from '../flag.ts'
import { findById as findProgramme, type ProgrammeRow } from '../programmes/programmes.repository.ts'
import { list as listStaff, type StaffRow } from '../staff/staff.repository.ts'
import { listBankHolidays, listTerms, toTerm } from '../settings/calendar.repository.ts'
import type { Db } from '../store.ts'
import { listLedBy } from './sessions.repository.ts'

type Rooms = ReadonlyMap<RoomId, BookableRoom>

/** A plan with all that was read to make it. */
export interface ReadPlan {
  readonly rows: readonly PlanRow[]
  readonly warnings: readonly string[]
  readonly programme: ProgrammeRow
  readonly rooms: Rooms
  readonly room: BookableRoom
}

/** The dates of a rule, each looked up for whether its room is free. Screens and saving both use this one. */
export async function readPlan(db: Db, rule: PlanRule): Promise<ReadPlan> {
  const programme = found(await findProgramme(db, rule.programmeId), 'programme')
  const rooms: Rooms = new Map((await listBookable(db)).map((room) => [room.id, room]))
  const room = roomOf(rooms, rule.roomId)
  const leaders = await leadersOf(db, rule.facilitatorIds)
  const { rows: dates, warnings } = planDates(rule, await readCalendar(db))
  refuseTooClose(dates, rooms)
  const rows = await withClashes(db, dates, rooms)
  return {
    rows,
    programme,
    rooms,
    room,
    warnings: [
      ...staffWarnings(programme, leaders),
      ...(await doubleLeads(db, dates, rule.facilitatorIds)),
      ...seatWarnings(rule, programme, room),
      ...warnings,
    ],
  }
}

/** The preview: every date with its state, and what to know before saving. */
export function toPreview({ rows, warnings }: ReadPlan, today: string): PlanPreview {
  return {
    rows: [...rows],
    kept: rows.filter((row) => row.state === 'keep').length,
    clashing: clashing(rows).length,
    warnings: [...pastWarning(rows, today), ...warnings],
  }
}

/** A year typed wrong looks just like a group that has begun already, so it is said. */
function pastWarning(rows: readonly PlanRow[], today: string): string[] {
  const past = rows.filter((row) => row.state === 'keep' && dateOf(row.startsAt) < today).length
  return past === 0 ? [] : [`${count(past, 'session')} ${past === 1 ? 'is' : 'are'} in the past.`]
}

const clashing = (rows: readonly PlanRow[]) => rows.filter((row) => row.clashes.length > 0)

/** Refuses a plan in which a kept date clashes: CONFLICT, with the rows in `details.rows`. */
export function refuseClashing(rows: readonly PlanRow[]): void {
  const [first, ...more] = clashing(rows)
  if (first === undefined) return
  const others = more.length === 0 ? '' : ` ${count(more.length, 'more date')} also ${more.length === 1 ? 'clashes' : 'clash'}.` // prettier-ignore
  throw new AppError(
    'CONFLICT',
    `On ${shortDay(first.startsAt)} ${clashMessage(first.clashes)}${others} Nothing was saved. Choose another room or date, or leave the date out.`,
    { rows: [first, ...more] },
  )
}

async function readCalendar(db: Db): Promise<Calendar> {
  return { terms: (await listTerms(db)).map(toTerm), bankHolidays: await listBankHolidays(db) }
}

function roomOf(rooms: Rooms, id: RoomId): BookableRoom {
  const room = rooms.get(id)
  if (room) return room
  throw new AppError(
    'CONFLICT',
    'This room cannot be booked: it was archived or removed. Nothing was saved. Choose another room.',
  )
}

/** Those who are to lead, all of whom must still work here. */
export async function leadersOf(db: Db, ids: readonly StaffId[]): Promise<StaffRow[]> {
  const wanted = new Set(ids)
  const staff = (await listStaff(db)).filter((row) => wanted.has(row.id))
  if (staff.length < wanted.size) found(undefined, 'member of staff')
  return staff
}

/** Two sessions of one day in one room need its clear-down and set-up between them, which no other booking shows. */
function refuseTooClose(dates: readonly PlanDate[], rooms: Rooms): void {
  const kept = dates.filter((row) => row.state === 'keep')
  for (const [index, row] of kept.entries()) {
    const next = kept[index + 1]
    if (next === undefined || next.roomId !== row.roomId) continue
    const room = roomOf(rooms, row.roomId)
    const [one, other] = [wantedIn(row, room, ''), wantedIn(next, room, '')]
    if (one.heldUntil > other.heldFrom && one.heldFrom < other.heldUntil)
      throw new AppError('INVALID_INPUT', `Two sessions of this group on ${fullDate(row.startsAt)} are too close: ${room.name} is kept free for ${count(room.cleardown_minutes, 'minute')} after a session and ${count(room.setup_minutes, 'minute')} before the next. Nothing was saved. Choose another time, date or room for one of them.`, { dates: [row.date, next.date] }) // prettier-ignore
  }
}

async function withClashes(db: Db, dates: readonly PlanDate[], rooms: Rooms): Promise<PlanRow[]> {
  const kept = dates.filter((row) => row.state === 'keep')
  const clashes = byKey(await findClashes(db, kept.map((row) => wantedIn(row, roomOf(rooms, row.roomId), row.date)))) // prettier-ignore
  const taken = kept.filter((row) => clashes.has(row.date))
  const others = await freeInstead(db, taken, rooms)
  return dates.map((row) => ({
    ...row,
    clashes: (clashes.get(row.date) ?? []).map(({ key: _key, ...clash }) => clash),
    otherRooms: others.get(row.date) ?? [],
  }))
}

const byKey = (clashes: readonly KeyedClash[]) => Map.groupBy(clashes, (clash) => clash.key)

const wantedIn = (row: PlanDate, room: BookableRoom, key: string) => ({
  key,
  roomId: room.id,
  ...heldTimes({ ...row, setupMinutes: room.setup_minutes, cleardownMinutes: room.cleardown_minutes }),
})

/** For each date that clashes, the rooms of the same building that are free at that time, largest first. */
async function freeInstead(db: Db, taken: readonly PlanDate[], rooms: Rooms) {
  const asked = taken.flatMap((row) =>
    [...rooms.values()]
      .filter((room) => room.building_id === rooms.get(row.roomId)?.building_id && room.id !== row.roomId)
      .map((room) => ({ row, room, key: `${row.date} ${room.id}` })),
  )
  const clashes = byKey(
    await findClashes(
      db,
      asked.map(({ row, room, key }) => wantedIn(row, room, key)),
    ),
  )
  const free = asked.filter(({ key }) => !clashes.has(key))
  return new Map(
    taken.map(({ date }) => [
      date,
      free
        .filter(({ row }) => row.date === date)
        .map(({ room }) => ({ roomId: room.id, roomName: room.name, capacity: room.capacity }))
        .toSorted(
          (a, b) => (b.capacity ?? 0) - (a.capacity ?? 0) || a.roomName.localeCompare(b.roomName, 'en-GB'),
        ),
    ]),
  )
}

function staffWarnings(programme: ProgrammeRow, leaders: readonly StaffRow[]): string[] {
  const gone = leaders.filter((one) => one.archived === 1).map((one) => `${one.name} no longer works here.`)
  const streams = leaders.map((one) => one.stream)
  const warning = coDeliveryWarning(fromFlag(programme.co_delivered), streams)
  return warning === null ? gone : [...gone, warning]
}

/** Who of those who are to lead already leads another group at one of the times. */
async function doubleLeads(db: Db, dates: readonly PlanDate[], ids: readonly StaffId[]): Promise<string[]> {
  const kept = dates.filter((row) => row.state === 'keep')
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

function seatWarnings(rule: PlanRule, programme: ProgrammeRow, room: BookableRoom): string[] {
  const places = rule.capacity ?? programme.usual_places
  const warning = seatsWarning(room, places, programme.place_kind)
  return warning === null ? [] : [warning]
}
