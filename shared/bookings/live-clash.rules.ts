import type { Building, Room } from '../buildings/buildings.contract.ts'
import { isOpenFor } from '../buildings/opening.rules.ts'
import type { OpenHours } from '../buildings/opening.contract.ts'
import type { ClosedTime } from '../closures/closures.contract.ts'
import { dateOf } from '../time/civil.ts'
import { overlaps } from '../time/interval.ts'
import type { Target } from './board-move.rules.ts'
import type { Booking } from './bookings.contract.ts'
import { leavesAt } from './day-board.rules.ts'
import { buffersInRoom, heldTimes, inEachOthersWay, meetOnlyInBuffers, type Buffers } from './held.rules.ts'
import type { Obstacle } from './obstacles.contract.ts'

/** What the board shows, which is all that is asked while a booking is being moved. The data side decides at the end. */
export interface OnBoard {
  readonly buildings: readonly Building[]
  readonly bookings: readonly Booking[]
  readonly closed: readonly ClosedTime[]
  readonly openHours: readonly OpenHours[]
  /** The rooms that share floor with each room. */
  readonly sharing: ReadonlyMap<string, ReadonlySet<string>>
}

/** The minutes before and after that a booking would have in a room: its own, or those of a new booking there. */
export function buffersThere(board: OnBoard, roomId: string, moving: Booking | null): Buffers {
  const to = roomOf(board, roomId)?.room ?? { setupMinutes: 0, cleardownMinutes: 0 }
  if (moving === null) return to
  if (moving.roomId === roomId) return moving
  return buffersInRoom(moving, roomOf(board, moving.roomId)?.room ?? moving, to)
}

/** What stands in the way of a booking at a target, by the same rules as the data side, with its words. */
export function obstaclesAt(board: OnBoard, target: Target, moving: Booking | null): Obstacle[] {
  const place = roomOf(board, target.roomId)
  if (place === null) return []
  return [
    ...clashesAt(board, target, moving),
    ...closuresAt(board, target, place),
    ...hoursAt(board, target, place),
  ]
}

interface Place {
  readonly room: Room
  readonly building: Building
}

function roomOf({ buildings }: OnBoard, roomId: string): Place | null {
  for (const building of buildings) {
    const room = building.rooms.find((one) => one.id === roomId)
    if (room) return { room, building }
  }
  return null
}

function clashesAt(board: OnBoard, target: Target, moving: Booking | null): Obstacle[] {
  const wanted = { ...target, ...heldTimes({ ...target, ...buffersThere(board, target.roomId, moving) }) }
  const except = moving === null ? null : (moving.leadId ?? moving.id)
  const floor = board.sharing.get(target.roomId)
  return board.bookings
    .filter((b) => b.status === 'confirmed' && (b.roomId === target.roomId || floor?.has(b.roomId) === true))
    .filter((b) => (b.leadId ?? b.id) !== except)
    .map((b) => ({ ...b, endsAt: leavesAt(b) }))
    .filter((b) => inEachOthersWay(b, wanted))
    .map(({ id, roomId, roomName, title, heldFrom, heldUntil, contact, ...b }) => ({
      kind: 'booking',
      bookingId: id,
      roomId,
      roomName,
      title,
      heldFrom,
      heldUntil,
      contact,
      onlyBuffers: meetOnlyInBuffers(b, wanted),
    }))
}

const closuresAt = (board: OnBoard, target: Target, { room, building }: Place): Obstacle[] =>
  board.closed
    .filter((one) => one.roomIds.includes(room.id))
    .filter((one) =>
      overlaps({ start: one.startsAt, end: one.endsAt }, { start: target.startsAt, end: target.endsAt }),
    )
    .map(({ closureId, reason, startsAt, endsAt, ...one }) => ({
      kind: 'closure',
      closureId,
      reason,
      startsAt,
      endsAt,
      roomId: room.id,
      placeName: one.everywhere || one.buildingIds.includes(building.id) ? building.name : room.name,
    }))

function hoursAt({ openHours }: OnBoard, target: Target, { room, building }: Place): Obstacle[] {
  const date = dateOf(target.startsAt)
  const day = openHours.find((one) => one.buildingId === building.id && one.date === date)
  if (day === undefined || isOpenFor(day, { start: target.startsAt, end: target.endsAt })) return []
  return [
    { kind: 'hours', roomId: room.id, buildingName: building.name, hours: day.hours, reason: day.reason },
  ]
}
