import { holdsPlace, mostTaken } from '../../shared/enrolments/places.rules.ts'
import { eventAsAt } from '../../shared/enrolments/roster.rules.ts'
import type { EnrolmentId } from '../../shared/ids.ts'
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
