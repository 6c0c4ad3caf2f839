import { heldTimes, inEachOthersWay, type Buffers } from '../../shared/bookings/held.rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { RoomId } from '../../shared/ids.ts'
import type { PlannedDate } from '../../shared/series/plan.rules.ts'
import type { Rule } from '../../shared/series/rule.ts'
import type { RunRow } from '../../shared/series/series.contract.ts'
import { count } from '../../shared/text.ts'
import { at, dateOf } from '../../shared/time/civil.ts'
import { fullDate } from '../../shared/time/format.ts'
import type { BookableRoom } from '../buildings/rooms.repository.ts'

/** The rooms of one date, the main one first. */
export type Rooms = readonly [BookableRoom, ...BookableRoom[]]

/** What is known of the rooms of a run. */
export interface RunRooms {
  /** By room, every room that shares its floor, itself among them. */
  readonly sharing: ReadonlyMap<RoomId, ReadonlySet<RoomId>>
  /** The rooms of a date, by the room chosen for it alone; null for that of the run. */
  readonly ofDate: (ownRoomId: RoomId | null) => Rooms
  readonly buffersOf: (room: BookableRoom) => Buffers
}

/** The rows that are to be held. */
export const keptOf = <R extends Pick<RunRow, 'state'>>(rows: readonly R[]) =>
  rows.filter((row) => row.state === 'keep')

/** Refuses (INVALID_INPUT) rooms of one date that are in two buildings, or that share floor and cannot both be held. */
export function refuseUnfit(rows: readonly PlannedDate[], { ofDate, sharing }: RunRooms): void {
  for (const row of keptOf(rows)) {
    const rooms = ofDate(row.ownRoomId)
    for (const [index, room] of rooms.entries())
      for (const other of rooms.slice(index + 1)) {
        const why = unfitWords(room, other, sharing)
        if (why !== null)
          throw new AppError('INVALID_INPUT', `${room.name} and ${other.name} cannot both be booked for ${fullDate(row.startsAt)}: ${why}. Nothing was saved. Choose another room.`, { dates: [row.date] }) // prettier-ignore
      }
  }
}

function unfitWords(room: BookableRoom, other: BookableRoom, sharing: RunRooms['sharing']): string | null {
  if (room.building_id !== other.building_id) return 'they are in two buildings'
  return sharing.get(room.id)?.has(other.id) ? 'they share their floor' : null
}

/** Refuses (INVALID_INPUT) two dates of one day in one room without its clear-down and set-up between them, which no other booking shows. */
export function refuseTooClose(rows: readonly PlannedDate[], look: RunRooms): void {
  const kept = keptOf(rows)
  for (const [index, row] of kept.entries()) {
    const next = kept[index + 1]
    if (next === undefined || dateOf(next.startsAt) !== dateOf(row.startsAt)) continue
    const room = sharedBy(row, next, look)
    if (room === undefined) continue
    const buffers = look.buffersOf(room)
    const held = (one: PlannedDate) => ({ ...one, ...heldTimes({ ...one, ...buffers }) })
    if (inEachOthersWay(held(row), held(next)))
      throw new AppError('INVALID_INPUT', `Two dates of this series on ${fullDate(row.startsAt)} are too close: ${room.name} is kept free for ${count(buffers.cleardownMinutes, 'minute')} after one and ${count(buffers.setupMinutes, 'minute')} before the next. Nothing was saved. Choose another time, date or room for one of them.`, { dates: [row.date, next.date] }) // prettier-ignore
  }
}

/** A room of the one that shares floor with a room of the other. */
const sharedBy = (one: PlannedDate, other: PlannedDate, { ofDate, sharing }: RunRooms) =>
  ofDate(one.ownRoomId).find((room) =>
    ofDate(other.ownRoomId).some((next) => sharing.get(room.id)?.has(next.id)),
  )

/** Whether a row is at another time than its rule gives it. */
export const isMoved = (
  { date, startsAt, endsAt }: RunRow,
  { startTime, endTime }: Pick<Rule, 'startTime' | 'endTime'>,
): boolean => startsAt !== at(date, startTime) || endsAt !== at(date, endTime)
