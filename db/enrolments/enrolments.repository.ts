import { sql, type Insertable, type Updateable } from 'kysely'
import { historyLineId } from '../../shared/enrolments/history.contract.ts'
import type { PlaceEvent } from '../../shared/enrolments/places.rules.ts'
import type { EnrolmentStatus } from '../../shared/enrolments/statuses.ts'
import type { EnrolmentId, GroupId } from '../../shared/ids.ts'
import { inBatches } from '../batches.ts'
import type { Db, Tx } from '../store.ts'
import type { EnrolmentEventTable, EnrolmentTable, OfferSkipTable } from './enrolments.table.ts'

/** The kind of id that a line of a history has. */
export const eventId = historyLineId

/**
 * SQL for the status of an enrolment on a date: the last line of its history on or before it. The same rule as
 * `eventAsAt` of roster.rules.ts; both arguments are SQL, such as sql.ref('enrolment.id').
 */
export const statusAsAt = (enrolment: ReturnType<typeof sql>, date: ReturnType<typeof sql>) =>
  sql<EnrolmentStatus | null>`(SELECT status FROM enrolment_event WHERE enrolment_id = ${enrolment} AND on_date <= ${date} ORDER BY on_date DESC, step DESC LIMIT 1)` // prettier-ignore

const people = (db: Db) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .leftJoin('family', 'family.id', 'person.family_id')
    .selectAll('person')
    .select([
      'enrolment.id as enrolment_id',
      'enrolment.version as enrolment_version',
      'family.name as family_name',
    ])
    .orderBy('person.sort_key')
    .orderBy('person.id')

/** SQL for the id of the line of `enrolment` that holds on a date. */
export const latestEvent = (date: string) =>
  sql<string>`(SELECT id FROM enrolment_event WHERE enrolment_id = enrolment.id AND on_date <= ${date} ORDER BY on_date DESC, step DESC LIMIT 1)` // prettier-ignore
const firstEvent = sql<string>`(SELECT id FROM enrolment_event WHERE enrolment_id = enrolment.id ORDER BY on_date, step LIMIT 1)` // prettier-ignore

/**
 * Everyone whose history with the group began on or before the date, with the line that holds on it, by last name.
 * Those expected at a session are the rows whose status is `enrolled` on the session's date.
 */
export const rosterAsAt = (db: Db, groupId: GroupId, date: string) =>
  people(db)
    .innerJoin('enrolment_event as event', (join) => join.on('event.id', '=', latestEvent(date)))
    .where('enrolment.group_id', '=', groupId)
    .select(['event.status', 'event.on_date', 'event.reason'])
    .execute()
export type RosterRecord = Awaited<ReturnType<typeof rosterAsAt>>[number]

/** As rosterAsAt, with those whose history only begins later, under its first line. */
export const rosterWithComing = (db: Db, groupId: GroupId, date: string): Promise<RosterRecord[]> =>
  people(db)
    .innerJoin('enrolment_event as event', (join) =>
      join.on('event.id', '=', sql<string>`coalesce(${latestEvent(date)}, ${firstEvent})`),
    )
    .where('enrolment.group_id', '=', groupId)
    .select(['event.status', 'event.on_date', 'event.reason'])
    .execute()

/**
 * How many people, and how many families (a person without a family is one), are enrolled in each group on a date.
 * Volunteers take no place, and are not among them.
 */
export async function enrolledCounts(
  db: Db,
  date: string,
  groupIds?: readonly GroupId[],
): Promise<Map<GroupId, { people: number; families: number }>> {
  let query = db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .where(statusAsAt(sql.ref('enrolment.id'), sql`${date}`), '=', 'enrolled')
    .where(sql<boolean>`enrolment.role IS NOT 'volunteer'`)
    .groupBy('enrolment.group_id')
    .select('enrolment.group_id')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .select(sql<number>`count(DISTINCT coalesce(person.family_id, person.id))`.as('families'))
  if (groupIds) query = query.where('enrolment.group_id', 'in', groupIds)
  const rows = await query.execute()
  return new Map(rows.map(({ group_id, people, families }) => [group_id, { people, families }]))
}

/** One enrolment: its group, its person and its version. */
export const findById = (db: Db, id: EnrolmentId) =>
  db.selectFrom('enrolment').selectAll().where('id', '=', id).executeTakeFirst()

/** What of a line decides who has a place when. */
export const eventColumns = [
  'enrolment_event.enrolment_id',
  'enrolment_event.on_date as onDate',
  'enrolment_event.step',
  'enrolment_event.status',
  'enrolment_event.reason',
  'enrolment_event.expires_on as expiresOn',
] as const

/** The whole history of an enrolment, first line first. */
export const listEvents = (db: Db, id: EnrolmentId): Promise<PlaceEvent[]> =>
  db
    .selectFrom('enrolment_event')
    .select(eventColumns)
    .where('enrolment_id', '=', id)
    .orderBy('on_date')
    .orderBy('step')
    .execute()

/** Adds enrolments and the first lines of their histories, many at once. */
export async function insertEnrolments(
  tx: Tx,
  enrolments: readonly Insertable<EnrolmentTable>[],
  events: readonly Insertable<EnrolmentEventTable>[],
): Promise<void> {
  for (const some of inBatches(enrolments)) await tx.insertInto('enrolment').values(some).execute()
  for (const some of inBatches(events)) await tx.insertInto('enrolment_event').values(some).execute()
}

/** Adds a line to a history. Answers false, and adds nothing, when the enrolment is no longer at `version`. */
export async function addEvent(
  tx: Tx,
  version: number,
  event: Insertable<EnrolmentEventTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('enrolment')
    .set({ version: version + 1 })
    .where('id', '=', event.enrolment_id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await tx.insertInto('enrolment_event').values(event).execute()
  return true
}

/** Changes what is kept of a referral. Answers false when the enrolment is no longer at `version`. */
export async function updateEnrolment(
  tx: Tx,
  id: EnrolmentId,
  version: number,
  change: Updateable<EnrolmentTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('enrolment')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Keeps why somebody was passed over. */
export async function insertSkips(tx: Tx, skips: readonly Insertable<OfferSkipTable>[]): Promise<void> {
  for (const some of inBatches(skips)) await tx.insertInto('offer_skip').values(some).execute()
}
