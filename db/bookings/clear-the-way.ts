import {
  inEachOthersWay,
  heldTimes,
  shortenedBeside,
  type Buffers,
  type Times,
} from '../../shared/bookings/held.rules.ts'
import { refuseObstacles } from '../../shared/bookings/obstacles.rules.ts'
import type { Obstacle } from '../../shared/bookings/obstacles.contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { BookingId } from '../../shared/ids.ts'
import { mayCloseAt } from '../../shared/users/scope.rules.ts'
import type { Common } from '../context.ts'
import type { Db, Tx } from '../store.ts'
import { listByIds, updateBooking, type BookingRow } from './bookings.repository.ts'
import type { EquipmentWanted } from './equipment-use.repository.ts'
import { findObstacles, wantedIn, type WantedRoom } from './obstacles.repository.ts'
import { seeBookings } from './seen-bookings.ts'
import type { Place } from './booking-set.repository.ts'
import type { WantedRoomRow } from './wanted-rooms.repository.ts'

/** A booking to be made or moved: its rooms, the main one first, each with its minutes before and after. */
export interface Attempt {
  readonly rooms: readonly { readonly room: WantedRoomRow; readonly buffers: Buffers }[]
  readonly times: Times
  readonly equipment: readonly EquipmentWanted[]
  /** The booking itself, when it is there already. */
  readonly except: BookingId | null
  readonly waiveBuffers: boolean
  readonly overrideReason: string | null
  /** The reason it stands for already, at this time and place. */
  readonly standingOverride?: string | null
}

/** What an attempt may have, once nothing stands in its way. */
export interface Cleared {
  readonly places: readonly Place[]
  readonly overrideReason: string | null
}

type Asking = Pick<Common, 'actor' | 'today'>

/**
 * Makes sure that a booking can stand. Refuses (CONFLICT, with `details.obstacles`) what is in its way; a closure or
 * the hours give way to a named person's reason, and set-up and clear-down give way when they are waived. Other
 * bookings and equipment never do [FEATURES R10, R12].
 */
export async function clearTheWay(context: Asking & { tx: Tx }, attempt: Attempt): Promise<Cleared> {
  const { tx } = context
  const waived = attempt.waiveBuffers
    ? await waive(tx, context, attempt)
    : { attempt, others: [], beside: [] }
  for (const { row, columns } of waived.others) await updateBooking(tx, row.id, row.version, columns)
  const left = [...(await obstaclesOf(tx, waived.attempt)).values()].flat()
  const overrideReason = override(context, attempt, left)
  refuseObstacles(overrideReason === null ? left : left.filter((one) => !isShut(one)))
  return { places: placesOf(waived.attempt), overrideReason }
}

const placesOf = ({ rooms }: Attempt): Place[] =>
  rooms.map(({ room, buffers }) => ({ roomId: room.id, ...buffers }))

/** What is in the way of each room of an attempt, by the room; equipment is asked for with the main one. */
export async function obstaclesOf(db: Db, attempt: Attempt): Promise<Map<string, Obstacle[]>> {
  return findObstacles(db, wantedBy(attempt))
}

export const wantedBy = ({ rooms, times, equipment, except }: Attempt): WantedRoom[] =>
  rooms.map(({ room, buffers }, i) =>
    wantedIn(room, { ...times, ...buffers }, { except, equipment: i === 0 ? equipment : [] }),
  )

/** What a named person can set aside: that the place is not open. */
export const isShut = ({ kind }: Obstacle): boolean => kind === 'closure' || kind === 'hours'

/** The reason for which a booking stands although the place is shut; null where it is open or nobody gave one. */
function override({ actor }: Asking, attempt: Attempt, left: readonly Obstacle[]): string | null {
  if (!left.some(isShut)) return null
  if (attempt.overrideReason === null) return attempt.standingOverride ?? null
  for (const { room } of attempt.rooms)
    if (!mayCloseAt(actor, { buildingId: room.building_id, half: room.half }))
      throw new AppError('NOT_ALLOWED', `Only those who may close ${room.building_name} can book it while it is closed. Nothing was saved. Ask a facilities officer or a manager.`) // prettier-ignore
  return attempt.overrideReason
}

interface Shortened {
  readonly row: BookingRow
  readonly columns: NonNullable<ReturnType<typeof shortenedColumns>>
}
interface Waived {
  readonly attempt: Attempt
  readonly others: readonly Shortened[]
  /** When people are in the room for each neighbour that is met only in set-up or clear-down. */
  readonly beside: readonly Times[]
}

/**
 * The attempt with its set-up and clear-down shortened to what lies between it and its neighbours, and the neighbours
 * to be shortened as well, of those that this person may change.
 */
export async function waive(db: Db, viewer: Asking, attempt: Attempt): Promise<Waived> {
  const obstacles = await obstaclesOf(db, attempt)
  const ids = [...obstacles.values()].flat().flatMap((one) => (one.kind === 'booking' && one.onlyBuffers ? [one.bookingId] : [])) // prettier-ignore
  const rows = await listByIds(db, [...new Set(ids)])
  const seen = new Map((await seeBookings(db, viewer, rows)).map((one) => [one.id, one.mayChange]))
  const others = new Map<BookingId, Shortened>()
  const rooms = attempt.rooms.map(({ room, buffers }) => {
    const beside = rows.filter((row) =>
      obstacles.get(room.id)?.some((one) => one.kind === 'booking' && one.bookingId === row.id),
    )
    const own = beside.reduce((b, row) => shortenedBeside({ ...attempt.times, ...b }, actualOf(row)), buffers)
    for (const row of beside) {
      const columns = shortenedColumns(row, { ...attempt.times, ...own })
      if (seen.get(row.id) === true && columns !== null) others.set(row.id, { row, columns })
    }
    return { room, buffers: own }
  })
  return { attempt: { ...attempt, rooms }, others: [...others.values()], beside: rows.map(actualOf) }
}

/** When people are in the room: until they left, if that was early. */
const actualOf = (row: BookingRow): Times & Buffers => ({
  startsAt: row.starts_at,
  endsAt: row.ended_at ?? row.ends_at,
  setupMinutes: row.setup_minutes,
  cleardownMinutes: row.cleardown_minutes,
})

/** A neighbour's minutes and hold where they have to give way; null where they need not. */
function shortenedColumns(row: BookingRow, own: Times & Buffers) {
  const actual = actualOf(row)
  const held = { heldFrom: row.held_from, heldUntil: row.held_until }
  if (!inEachOthersWay({ ...own, ...heldTimes(own) }, { ...actual, ...held })) return null
  const buffers = shortenedBeside(actual, own)
  const { heldFrom, heldUntil } = heldTimes({ ...actual, ...buffers })
  // One that ended as soon as it began is held for its set-up alone, and for some time it has to be.
  if (heldFrom >= heldUntil) return null
  return {
    setup_minutes: buffers.setupMinutes,
    cleardown_minutes: buffers.cleardownMinutes,
    held_from: heldFrom,
    held_until: heldUntil,
  }
}
