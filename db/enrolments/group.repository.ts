import { sql } from 'kysely'
import type { AgeRange } from '../../shared/enrolments/age.rules.ts'
import type { BuildingId, GroupId, LocalityId, ProgrammeId } from '../../shared/ids.ts'
import type { DeliveryMode } from '../../shared/programmes/session-kinds.ts'
import { fromFlag } from '../flag.ts'
import { ageFromAsPlanned, ageToAsPlanned, placeKindAsPlanned } from '../groups/as-planned.ts'
import type { Db } from '../store.ts'

/** What enrolling needs to know of a group. */
export interface EnrolmentGroup {
  readonly id: GroupId
  readonly name: string
  readonly cancelled: boolean
  /** The days of its first and last session that runs; null when it has none. */
  readonly firstDate: string | null
  readonly lastDate: string | null
  readonly ages: AgeRange
  /** Places; null is as many as come. What one of them is, is said by the programme. */
  readonly capacity: number | null
  readonly placeKind: 'person' | 'family'
  readonly programmeId: ProgrammeId
  readonly programmeName: string
  readonly buildingId: BuildingId | null
  readonly localityId: LocalityId | null
  readonly localityName: string | null
  readonly mode: DeliveryMode
  /** How many sessions somebody has to come to; null where there is no rule. */
  readonly completeAt: number | null
}

const daysOf = (edge: 'min' | 'max') =>
  sql<string | null>`(SELECT substr(${sql.raw(edge)}(starts_at), 1, 10) FROM session WHERE group_id = programme_group.id AND did_not_run = 0)` // prettier-ignore

const rows = (db: Db, id: GroupId) =>
  db
    .selectFrom('programme_group')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .leftJoin('building', 'building.id', 'programme_group.building_id')
    .leftJoin('locality', 'locality.id', 'building.locality_id')
    .where('programme_group.id', '=', id)
    .selectAll('programme_group')
    .select([placeKindAsPlanned.as('place_kind'), ageFromAsPlanned.as('age_from')])
    .select([ageToAsPlanned.as('age_to'), 'programme.name as programme'])
    .select(['locality.id as locality_id', 'locality.name as locality'])
    .select([daysOf('min').as('first_date'), daysOf('max').as('last_date')])

/** The group, with the ages in whole years and what a place is, as its programme had them when it was planned. */
export async function findGroup(db: Db, id: GroupId): Promise<EnrolmentGroup | undefined> {
  const row = await rows(db, id).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    name: row.name,
    cancelled: fromFlag(row.cancelled),
    firstDate: row.first_date,
    lastDate: row.last_date,
    ages: { from: row.age_from, to: row.age_to },
    capacity: row.capacity,
    placeKind: row.place_kind,
    programmeId: row.programme_id,
    programmeName: row.programme,
    buildingId: row.building_id,
    localityId: row.locality_id,
    localityName: row.locality,
    mode: row.mode,
    completeAt: row.complete_at,
  }
}
