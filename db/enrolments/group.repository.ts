import { sql } from 'kysely'
import type { AgeRange } from '../../shared/enrolments/age.rules.ts'
import type { GroupId } from '../../shared/ids.ts'
import { fromFlag } from '../flag.ts'
import type { Db } from '../store.ts'

/** What enrolling needs to know of a group. */
export interface EnrolmentGroup {
  readonly cancelled: boolean
  /** The day of its first session that runs; null when it has none. */
  readonly firstDate: string | null
  readonly ages: AgeRange
}

/** The group, with the ages its programme is for, in whole years. */
export async function findGroup(db: Db, id: GroupId): Promise<EnrolmentGroup | undefined> {
  const row = await db
    .selectFrom('programme_group')
    .innerJoin('programme', 'programme.id', 'programme_group.programme_id')
    .where('programme_group.id', '=', id)
    .select(['programme_group.cancelled', 'programme.age_from', 'programme.age_to'])
    .select(
      sql<
        string | null
      >`(SELECT substr(min(starts_at), 1, 10) FROM session WHERE group_id = programme_group.id AND did_not_run = 0)`.as(
        'first_date',
      ),
    ) // prettier-ignore
    .executeTakeFirst()
  if (!row) return undefined
  return {
    cancelled: fromFlag(row.cancelled),
    firstDate: row.first_date,
    ages: { from: row.age_from, to: row.age_to },
  }
}
