import { hasPlaceFrom, holdsPlace, mostTaken } from '../../shared/enrolments/places.rules.ts'
import { eventAsAt } from '../../shared/enrolments/roster.rules.ts'
import type { EnrolmentId } from '../../shared/ids.ts'
import { mustNotMeetOf } from '../people/must-not-meet.repository.ts'
import type { Db } from '../store.ts'
import { findById } from './enrolments.repository.ts'
import { findGroup } from './group.repository.ts'
import { listMembers } from './members.repository.ts'

/** Whether somebody has a place for which there is no room, and nobody has said why: it has gone to another since. */
export async function hasPlaceTooMany(db: Db, id: EnrolmentId, today: string): Promise<boolean> {
  const row = await findById(db, id)
  const group = row && (await findGroup(db, row.group_id))
  if (!group || group.capacity === null) return false
  const members = await listMembers(db, group)
  const line = eventAsAt(members.find((one) => one.enrolmentId === id)?.events ?? [], today)
  if (line === null || line.overrideReason !== null || !holdsPlace(line, today)) return false
  return mostTaken(members, [], today, today) > group.capacity
}

/** Those of the group with a place whom somebody who has one as well must not meet. */
export async function mustNotMeetThere(db: Db, id: EnrolmentId, today: string): Promise<EnrolmentId[]> {
  const row = await findById(db, id)
  const group = row && (await findGroup(db, row.group_id))
  if (!group) return []
  const there = (await listMembers(db, group)).filter((one) => hasPlaceFrom(one.events, today))
  const self = there.find((one) => one.enrolmentId === id)
  if (self === undefined) return []
  const kept = (await mustNotMeetOf(db, [self.personId])).get(self.personId) ?? []
  return there
    .filter((one) => kept.some((pair) => pair.otherId === one.personId))
    .map((one) => one.enrolmentId)
}
