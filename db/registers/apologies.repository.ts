import { sql } from 'kysely'
import type { EnrolmentId, GroupId, PersonId } from '../../shared/ids.ts'
import { APOLOGIES } from '../../shared/registers/registers.rules.ts'
import { enrolledThatDay, invited, statusThatDay } from '../enrolments/expected.repository.ts'
import type { Db, Tx } from '../store.ts'

/** The sessions of some days, not complete and not called off, that expect a person, with what is recorded there. */
export function listExpecting(
  db: Db,
  personId: PersonId,
  groupId: GroupId | null,
  { from, to }: { readonly from: string; readonly to: string },
) {
  let query = db
    .selectFrom('enrolment')
    .innerJoin('session', 'session.group_id', 'enrolment.group_id')
    .innerJoin('programme_group as g', 'g.id', 'session.group_id')
    .leftJoin('mark', (join) =>
      join.onRef('mark.session_id', '=', 'session.id').onRef('mark.person_id', '=', 'enrolment.person_id'),
    )
    .where('enrolment.person_id', '=', personId)
    .where('session.starts_at', '>=', from)
    // Every time of a day sorts before the day with "U" after it, "T" being what stands between date and time.
    .where('session.starts_at', '<', `${to}U`)
    .where('session.did_not_run', '=', 0)
    .where('session.register_completed_at', 'is', null)
    .where(enrolledThatDay)
    .where(sql<boolean>`${invited}`)
  if (groupId !== null) query = query.where('enrolment.group_id', '=', groupId)
  return query
    .select(['session.id', 'session.starts_at', 'g.name as group_name', 'mark.code'])
    .orderBy('session.starts_at')
    .orderBy('session.id')
    .execute()
}

/**
 * Takes back the apologies of somebody at sessions of a group from a local date on that no longer expect them: whoever
 * has left is not absent. Complete registers stay as they were signed for.
 */
export async function takeBackApologies(tx: Tx, enrolmentId: EnrolmentId, from: string): Promise<void> {
  const gone = tx
    .selectFrom('enrolment')
    .innerJoin('session', 'session.group_id', 'enrolment.group_id')
    .innerJoin('mark', (join) =>
      join.onRef('mark.session_id', '=', 'session.id').onRef('mark.person_id', '=', 'enrolment.person_id'),
    )
    .where('enrolment.id', '=', enrolmentId)
    .where('session.starts_at', '>=', from)
    .where('session.register_completed_at', 'is', null)
    .where('mark.code', '=', APOLOGIES)
    .where(sql<boolean>`${statusThatDay} IS NOT 'enrolled'`)
    .select('mark.id')
  await tx.deleteFrom('mark').where('id', 'in', gone).execute()
}
