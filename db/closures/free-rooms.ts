import { inEachOthersWay } from '../../shared/bookings/held.rules.ts'
import { takesOutright } from '../../shared/bookings/outright.rules.ts'
import { isOpenFor, openOn } from '../../shared/buildings/opening.rules.ts'
import { shuts, type Closed } from '../../shared/closures/closed.rules.ts'
import type { IsFree, Need, OfferedRoom, Use } from '../../shared/closures/offers.rules.ts'
import { bankHolidayOn } from '../../shared/groups/calendar.rules.ts'
import type { RoomId, StaffId } from '../../shared/ids.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { overlaps } from '../../shared/time/interval.ts'
import type { Who } from '../../shared/users/scope.rules.ts'
import type { EquipmentWanted } from '../bookings/equipment-use.repository.ts'
import { readOpenings } from '../buildings/opening.repository.ts'
import { listRoomPlaces, type RoomPlace } from '../rooms/places.repository.ts'
import { listBankHolidays } from '../settings/calendar.repository.ts'
import type { Db } from '../store.ts'
import { listClosed } from './closed.repository.ts'
import { listHeldOn, type HeldRoom } from './desk.repository.ts'

/** Every room that can be booked, as it is offered to a booking that cannot stay where it is. */
export async function listOffered(
  db: Db,
): Promise<Map<RoomId, OfferedRoom & Pick<RoomPlace, 'building' | 'room'>>> {
  const places = await listRoomPlaces(db)
  return new Map(
    [...places].map(([id, { facts, place, room, building }]) => {
      const { setupMinutes, cleardownMinutes } = room
      return [id, { ...facts, place, setupMinutes, cleardownMinutes, room, building }]
    }),
  )
}
export type Offered = Awaited<ReturnType<typeof listOffered>>

/** A booking to find rooms for, who leads the group whose session it is, and what it has with it. */
export type LedNeed = Need & {
  readonly leaderIds: readonly StaffId[]
  readonly things: readonly EquipmentWanted[]
}

/**
 * Answers whether somebody may take a room for a booking and nothing is in the way: what is held, closed or not open is
 * read once for all, so that hundreds of bookings can be asked about with every room of the county.
 */
export async function freeRooms(
  db: Db,
  {
    who,
    offered,
    needs,
    also,
  }: { who: Who; offered: Offered; needs: readonly LedNeed[]; also: readonly Closed[] },
): Promise<IsFree> {
  if (needs.length === 0) return () => false
  const held = new Map<string, HeldRoom[]>()
  for (const one of await listHeldOn(db, [...new Set(needs.map((need) => dateOf(need.startsAt)))])) {
    const key = `${one.roomId} ${dateOf(one.heldFrom)}`
    held.set(key, [...(held.get(key) ?? []), one])
  }
  const isShut = await shutting(db, needs, also)
  const isOpen = await opening(db)
  const leaders = new Map(needs.map((need) => [need.bookingId, need.leaderIds]))
  const mayTake = (use: Use, need: Need) => {
    const place = offered.get(use.room.id)
    if (place === undefined) return false
    const { id, half } = place.building
    const leads = who.staffId !== null && (leaders.get(need.bookingId) ?? []).includes(who.staffId)
    return takesOutright(who, { buildingId: id, half, needsApproval: place.room.needsApproval }, leads)
  }
  const isTaken = (use: Use, need: Need) =>
    [...use.room.sharing].some((id) =>
      held
        .get(`${id} ${dateOf(use.startsAt)}`)
        ?.some((one) => one.leadId !== need.bookingId && inEachOthersWay(use, one)),
    )
  return (use, need) => mayTake(use, need) && isOpen(use) && !isShut(use, need) && !isTaken(use, need)
}

/** What is closed while any of the bookings is on; of each, only what is closed at its own time is looked through. */
async function shutting(db: Db, needs: readonly Need[], also: readonly Closed[]) {
  const from = needs.map((need) => need.startsAt).reduce((a, b) => (a < b ? a : b))
  const until = needs.map((need) => need.endsAt).reduce((a, b) => (a > b ? a : b))
  const closed: readonly Closed[] = [...(await listClosed(db, from, until)), ...also]
  const during = new Map(
    needs.map((need) => {
      const time = { start: need.startsAt, end: need.endsAt }
      return [
        need.bookingId,
        closed.filter((one) => overlaps({ start: one.startsAt, end: one.endsAt }, time)),
      ]
    }),
  )
  return (use: Use, need: Need) => (during.get(need.bookingId) ?? []).some((one) => shuts(one, use.room))
}

async function opening(db: Db) {
  const openings = await readOpenings(db)
  const holidays = { bankHolidays: await listBankHolidays(db) }
  return ({ room, startsAt, endsAt }: Use): boolean => {
    const hours = openings.get(room.buildingId)
    const date = dateOf(startsAt)
    return hours === undefined || isOpenFor(openOn(hours, date, bankHolidayOn(holidays, date)), { start: startsAt, end: endsAt }) // prettier-ignore
  }
}
