import type { BuildingId } from '../../shared/ids.ts'
import { dueOf } from '../../shared/outcomes/due.rules.ts'
import type { OutcomeGroup } from '../../shared/outcomes/outcomes.contract.ts'
import { dateOf } from '../../shared/time/civil.ts'
import type { QueryContext } from '../context.ts'
import { readDueGroups } from './due.repository.ts'
import { dueCounts } from './due.service.ts'
import { listRunning } from './overview.repository.ts'

/**
 * Groups that are running or ended lately (in one building, if said), by name: who has numbers of those enrolled today or
 * completed, so that no count is above who is there, and what is due of everybody who was ever enrolled.
 */
export async function readOverview(
  { db, today, localNow }: QueryContext,
  buildingId: BuildingId | null = null,
): Promise<OutcomeGroup[]> {
  const groups = await listRunning(db, today, buildingId)
  const known = await readDueGroups(db, groups.map((group) => group.id), today) // prettier-ignore
  return groups.flatMap((group) => {
    const rows = known.get(group.id)
    if (rows === undefined) return []
    const due = dueOf(rows, today)
    const there = rows.people.filter((one) => one.belongs).map((one) => one.personId)
    const among = (some: ReadonlySet<string>) => there.filter((id) => some.has(id)).length
    return [
      {
        groupId: group.id,
        groupName: group.name,
        programmeName: group.programme_name,
        colour: group.colour,
        firstDate: dateOf(group.first),
        lastDate: dateOf(group.last),
        finished: dateOf(group.last) < today,
        measured: group.measured === 1,
        enrolled: there.length,
        before: among(due.withBefore),
        after: among(due.withAfter),
        matched: among(due.matched),
        due: dueCounts(rows, due, localNow),
      },
    ]
  })
}
