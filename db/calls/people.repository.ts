import { sql } from 'kysely'
import type { Recorded } from '../../shared/calls/coming.rules.ts'
import type { GroupId, PersonId } from '../../shared/ids.ts'
import { fromFlag } from '../flag.ts'
import type { Db } from '../store.ts'

const lineToday = (today: string) =>
  sql<string>`(SELECT id FROM enrolment_event WHERE enrolment_id = enrolment.id AND on_date <= ${today} ORDER BY on_date DESC, step DESC LIMIT 1)`

const reachable = [
  'person.first_name',
  'person.last_name',
  'person.known_as',
  'person.date_of_birth',
  'person.phone',
  'person.email',
  'person.address',
  'person.safe_to_call',
  'person.safe_to_text',
  'person.safe_to_write',
  'person.language',
  'person.interpreter',
] as const

/** Whoever has a place in these groups on a local date, or the offer of one, with what it takes to reach them. One query. */
export const listHolding = (db: Db, groupIds: readonly GroupId[], today: string) =>
  db
    .selectFrom('enrolment')
    .innerJoin('enrolment_event as line', (join) => join.on('line.id', '=', lineToday(today)))
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .where('enrolment.group_id', 'in', groupIds)
    .where('line.status', 'in', ['enrolled', 'offered'])
    .where('person.merged_into_id', 'is', null)
    .select(['enrolment.id as enrolment_id', 'enrolment.group_id', 'enrolment.person_id', 'enrolment.role'])
    .select(['line.status', 'line.on_date', 'line.expires_on'])
    .select(['person.family_id', 'person.alert', ...reachable])
    .orderBy('person.sort_key')
    .execute()
export type Holding = Awaited<ReturnType<typeof listHolding>>[number]

/** The key under which one person's marks in one group stand. */
export const inGroup = (groupId: string, personId: string) => `${groupId} ${personId}`

/**
 * What is recorded since a local date of those who have a place in these groups, oldest first, by `inGroup`. Sessions
 * that did not run have no part in it. These are the marked rows of `expectedRows`, and with them the marks that count
 * in no denominator but are news of somebody: not expected, and a contact made.
 */
export async function listRecorded(
  db: Db,
  groupIds: readonly GroupId[],
  since: string,
): Promise<Map<string, Recorded[]>> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('session.group_id', 'in', groupIds)
    .where('session.did_not_run', '=', 0)
    .where('session.starts_at', '>=', since)
    .select(['session.group_id', 'session.starts_at', 'mark.person_id'])
    .select(['mark_code.attended', 'mark_code.expected', 'mark_code.apology', 'mark_code.contact'])
    .orderBy('session.starts_at')
    .execute()
  const marks = new Map<string, Recorded[]>()
  for (const row of rows) {
    const key = inGroup(row.group_id, row.person_id)
    const recorded = {
      startsAt: row.starts_at,
      attended: fromFlag(row.attended),
      expected: fromFlag(row.expected),
      apology: fromFlag(row.apology),
      contact: fromFlag(row.contact),
    }
    const some = marks.get(key)
    if (some) some.push(recorded)
    else marks.set(key, [recorded])
  }
  return marks
}

/** Every try to reach these people about an absence or an offer since a local date, oldest first. */
export const listTries = (db: Db, personIds: readonly PersonId[], since: string) =>
  db
    .selectFrom('contact')
    .where('person_id', 'in', personIds)
    .where('about', 'in', ['absence', 'offer'])
    .where('at', '>=', since)
    .select(['person_id', 'group_id', 'at', 'way', 'about', 'outcome'])
    .orderBy('at')
    .execute()
export type TryRow = Awaited<ReturnType<typeof listTries>>[number]

/** The adults of these people in the order in which they are rung. Ask told.rules.ts which of them may be. */
export const listAdults = (db: Db, personIds: readonly PersonId[]) =>
  db
    .selectFrom('person_adult as adult')
    .leftJoin('person', 'person.id', 'adult.adult_id')
    .where('adult.person_id', 'in', personIds)
    .select(['adult.person_id as child_id', 'adult.adult_id', 'adult.name', 'adult.relation'])
    .select('adult.may_collect')
    .select(['adult.phone as named_phone', ...reachable])
    .orderBy(sql`adult.emergency = 0`)
    .orderBy('adult.emergency')
    .orderBy('adult.id')
    .execute()
export type AdultRow = Awaited<ReturnType<typeof listAdults>>[number]
