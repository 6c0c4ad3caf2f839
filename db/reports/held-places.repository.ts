import { sql } from 'kysely'
import type { EnrolmentId } from '../../shared/ids.ts'
import type { HeldPlace } from '../../shared/reports/completion.rules.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { cameThere } from '../enrolments/expected.repository.ts'
import type { Db } from '../store.ts'

interface Held {
  readonly from: string
  readonly to: string
  readonly lets: (groupId: string) => boolean
}

/** Enrolments, but for those of volunteers, that were or became a place by the last day, and did not all end before the first. */
const heldIn = (db: Db, { from, to }: Held) =>
  db
    .selectFrom('enrolment')
    .where(sql<boolean>`enrolment.role IS NOT 'volunteer'`)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('enrolment_event as began')
          .whereRef('began.enrolment_id', '=', 'enrolment.id')
          .where('began.status', '=', 'enrolled')
          .where('began.on_date', '<=', to)
          .select('began.id'),
      ),
    )
    .where((eb) =>
      eb.or([
        eb(sql`(SELECT max(on_date) FROM enrolment_event WHERE enrolment_id = enrolment.id)`, '>=', from),
        eb(sql`(SELECT status FROM enrolment_event WHERE enrolment_id = enrolment.id ORDER BY on_date DESC, step DESC LIMIT 1)`, '=', 'enrolled'),
      ]),
    ) // prettier-ignore

/** The days on which people came, by group and person, in groups that have a rule for completing; complete registers only. */
async function daysCame(db: Db, { to }: Held): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('programme_group')
    .innerJoin('session', 'session.group_id', 'programme_group.id')
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('programme_group.complete_at', 'is not', null)
    .where('session.did_not_run', '=', 0)
    .where('session.register_completed_at', 'is not', null)
    .where('session.starts_at', '<', `${to}U`)
    .where(cameThere, '=', 1)
    .select(['session.group_id', 'mark.person_id', 'session.starts_at'])
    .orderBy('session.starts_at')
    .execute()
  const days = new Map<string, string[]>()
  for (const { group_id, person_id, starts_at } of rows) {
    const key = `${group_id} ${person_id}`
    const known = days.get(key)
    if (known) known.push(dateOf(starts_at))
    else days.set(key, [dateOf(starts_at)])
  }
  return days
}

/** The histories of the people who held a place in some groups on a day of a period, local dates with both ends included; three queries. */
export async function readHeldPlaces(db: Db, held: Held): Promise<HeldPlace[]> {
  const enrolments = await heldIn(db, held)
    .innerJoin('programme_group', 'programme_group.id', 'enrolment.group_id')
    .select(['enrolment.id', 'enrolment.person_id', 'enrolment.group_id', 'programme_group.complete_at'])
    .execute()
    .then((rows) => rows.filter((one) => held.lets(one.group_id)))
  const lines = await db
    .selectFrom('enrolment_event as line')
    .where(
      sql<boolean>`line.enrolment_id IN (SELECT value FROM json_each(${JSON.stringify(enrolments.map((one) => one.id))}))`,
    )
    .where('line.on_date', '<=', held.to)
    .select(['line.enrolment_id', 'line.status', 'line.on_date', 'line.reason_kind'])
    .orderBy('line.enrolment_id')
    .orderBy('line.on_date')
    .orderBy('line.step')
    .execute()
  const histories = new Map<EnrolmentId, HeldPlace['lines'][number][]>()
  for (const { enrolment_id, status, on_date: onDate, reason_kind: reasonKind } of lines) {
    const line = { status, onDate, reasonKind }
    const known = histories.get(enrolment_id)
    if (known) known.push(line)
    else histories.set(enrolment_id, [line])
  }
  const came = await daysCame(db, held)
  return enrolments.map((one) => ({
    personId: one.person_id,
    groupId: one.group_id,
    lines: histories.get(one.id) ?? [],
    completeAt: one.complete_at,
    cameOn: came.get(`${one.group_id} ${one.person_id}`) ?? [],
  }))
}
