import type { Booking } from '../../shared/bookings/bookings.contract.ts'
import { leavesAt } from '../../shared/bookings/day-board.rules.ts'
import type { BuildingId, RoomId } from '../../shared/ids.ts'
import { mayUse } from '../../shared/permissions.ts'
import { dateOf } from '../../shared/time/civil.ts'
import type { Today } from '../../shared/today/today.contract.ts'
import * as bookings from '../bookings/bookings.repository.ts'
import { seeBookings } from '../bookings/seen-bookings.ts'
import { listBookable } from '../buildings/rooms.repository.ts'
import type { QueryContext } from '../context.ts'
import { expectedCounts } from '../enrolments/expected.repository.ts'
import { stateOf } from '../groups/sessions.repository.ts'
import { listNeeds } from './needs.service.ts'
import * as repository from './today.repository.ts'
import { whoseWork } from './whose.ts'

/** The day at a glance: what is in the rooms, which registers to take, and what waits for this person. */
export async function overview(
  context: QueryContext,
  { buildingId }: { buildingId?: BuildingId | null | undefined },
): Promise<Today> {
  const { db, today, localNow } = context
  const whose = whoseWork(context.actor, buildingId ?? null)
  const listed = await repository.listRegisters(db, whose, today)
  const owed = { count: (await repository.countOwed(db, whose, today)).n, oldest: listed.find((row) => isOverdue(row, today)) } // prettier-ignore
  return {
    date: today,
    now: localNow,
    rooms: await roomsNow(context, buildingId ?? null),
    registers: mayUse(context.actor.role, 'registers.view') ? await withCounts(context, listed) : [],
    needs: await listNeeds(context, whose, owed),
    ...(await repository.hasAny(db)),
  }
}

const isOverdue = (row: repository.TodaySession, today: string) =>
  row.register_completed_at === null && dateOf(row.starts_at) < today

async function withCounts(
  { db, today }: QueryContext,
  rows: readonly repository.TodaySession[],
): Promise<Today['registers']> {
  const sessionIds = rows.map((row) => row.id)
  const counts = sessionIds.length === 0 ? new Map() : await expectedCounts(db, { sessionIds })
  return rows.map((row) => ({
    sessionId: row.id,
    groupId: row.group_id,
    groupName: row.group_name,
    roomName: row.room_name,
    buildingName: row.building_name,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    state: stateOf(row, today),
    marked: counts.get(row.id)?.marked ?? 0,
    expected: counts.get(row.id)?.expected ?? 0,
    overdue: isOverdue(row, today),
  }))
}

async function roomsNow(
  { db, actor, today, localNow }: QueryContext,
  buildingId: BuildingId | null,
): Promise<Today['rooms']> {
  const rooms = await listBookable(db, { buildingId })
  const rows = await bookings.listBetween(db, { from: today, to: today, buildingId, includeCancelled: false })
  const seen = await seeBookings(db, { actor, today }, rows)
  const uses = seen.filter((use) => use.status === 'confirmed')
  const overlaps = await repository.listOverlaps(db)
  const byRoom = Map.groupBy(uses, (use) => use.roomId)
  // A booking of the whole hall is in each half of it.
  const usesOf = (room: RoomId) =>
    (overlaps.get(room) ?? [room])
      .flatMap((id) => byRoom.get(id) ?? [])
      .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  return rooms
    .map((room) => {
      const here = usesOf(room.id)
      return {
        roomId: room.id,
        roomName: room.name,
        buildingName: room.building_name,
        now: toUse(here.find((use) => use.startsAt <= localNow && localNow < leavesAt(use))),
        next: toUse(here.find((use) => use.startsAt > localNow)),
      }
    })
    .toSorted(inUseFirst)
}

type Room = Today['rooms'][number]

const toUse = (booking: Booking | undefined): Room['now'] =>
  booking === undefined
    ? null
    : {
        title: booking.title,
        startsAt: booking.startsAt,
        endsAt: booking.endsAt,
        sessionId: booking.sessionId,
      }

const names = new Intl.Collator('en-GB', { numeric: true })
const used = (room: Room) => (room.now === null && room.next === null ? 1 : 0)
const inUseFirst = (a: Room, b: Room) =>
  used(a) - used(b) || names.compare(`${a.buildingName} ${a.roomName}`, `${b.buildingName} ${b.roomName}`)
