import { AppError } from '../../shared/errors.ts'
import type { GroupId, RoomId, StaffId } from '../../shared/ids.ts'
import { mayChange, mayRunGroup, type Who } from '../../shared/users/scope.rules.ts'
import { askedOf } from '../bookings/rooms-for.ts'
import { takesOutright } from '../../shared/bookings/outright.rules.ts'
import type { WantedRoomRow } from '../bookings/wanted-rooms.repository.ts'
import { listFacilitators } from '../groups/groups.repository.ts'
import type { Db } from '../store.ts'
import type { StoredOccurrence } from './edit.repository.ts'

/** Whose a series is, for one person: its group's, if it has one. */
export interface Rights {
  readonly leads: boolean
  /** Whether one of its dates is theirs to change. */
  readonly mayChange: (occurrence: StoredOccurrence) => boolean
}

/** What one person may do with a series: by place, because they lead its group, or because they made a booking of it. */
export async function readRights(db: Db, who: Who, groupId: GroupId | null): Promise<Rights> {
  const leaderIds = groupId === null ? [] : await leadersOf(db, groupId)
  const leads = groupId !== null && mayRunGroup(who, leaderIds)
  return { leads, mayChange: (occurrence) => leads || mayChangeOne(who, occurrence, leaderIds) }
}

const leadersOf = async (db: Db, groupId: GroupId): Promise<StaffId[]> =>
  ((await listFacilitators(db, [groupId])).get(groupId) ?? []).map((one) => one.staffId)

const mayChangeOne = (
  who: Who,
  { buildingId, half, bookedBy }: StoredOccurrence,
  leaderIds: readonly StaffId[],
) => buildingId !== null && mayChange(who, { buildingId, half, bookedBy, leaderIds })

/** Refuses (NOT_ALLOWED) a series that is not this person's to change. */
export function refuseNotTheirs(rights: Rights, occurrences: readonly StoredOccurrence[]): void {
  if (occurrences.every(rights.mayChange)) return
  throw new AppError(
    'NOT_ALLOWED',
    'These bookings are not yours to change. Nothing was changed. Ask whoever looks after the building, whoever leads the group, or a manager.',
  )
}

/** Refuses (NOT_ALLOWED) a room that they would have to ask for: what stands already is not given up for a request. */
export function refuseOthersRoom(
  who: Who,
  rights: Rights,
  rooms: ReadonlyMap<RoomId, WantedRoomRow>,
  wanted: readonly RoomId[],
): void {
  for (const id of wanted) {
    const room = rooms.get(id)
    if (room === undefined || takesOutright(who, askedOf(room), rights.leads)) continue
    throw new AppError(
      'NOT_ALLOWED',
      `${room.name} is not yours to book outright, so nothing was moved there. Ask whoever looks after ${room.building_name}, or choose another room.`,
    )
  }
}
