import { sql, type SelectQueryBuilder } from 'kysely'
import type { BuildingId, StaffId } from '../../shared/ids.ts'
import type { Actor } from '../context.ts'
import type { Tables } from '../tables.ts'

/** Whose work to look at: one building, the groups that one person leads, or everything. */
export interface Whose {
  readonly buildingId: BuildingId | null
  /** Only groups that this person leads; `nobody` for somebody who is not a member of staff. */
  readonly leader: StaffId | 'nobody' | null
}

/** Facilitators see the groups they lead, wherever those meet; everybody else the building they look at. */
export function whoseWork(actor: Actor, buildingId: BuildingId | null): Whose {
  if (actor.role === 'facilitator') return { buildingId: null, leader: actor.staffId ?? 'nobody' }
  return { buildingId, leader: null }
}

/** Narrows a query that has programme_group in it to the groups that are somebody's work. */
export function ofWhose<DB extends Tables, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  { buildingId, leader }: Whose,
): SelectQueryBuilder<DB, TB, O> {
  let narrowed = query
  if (buildingId !== null)
    narrowed = narrowed.where(sql<boolean>`programme_group.building_id = ${buildingId}`)
  if (leader !== null)
    narrowed = narrowed.where(
      sql<boolean>`EXISTS (SELECT 1 FROM group_facilitator WHERE group_id = programme_group.id AND staff_id = ${sql<StaffId>`${leader}`})`,
    )
  return narrowed
}
