import { sql, type Insertable } from 'kysely'
import type { GroupId, MeasureId, SessionId } from '../../shared/ids.ts'
import { cameThere } from '../enrolments/expected.repository.ts'
import type { Db, Tx } from '../store.ts'
import type { FeedbackAskedTable, FeedbackTallyTable } from './outcomes.table.ts'

/** Whose feedback: of one group, or of sessions in a period and of groups as a whole. Dates are local, both included. */
export type FeedbackScope = { readonly groupId: GroupId } | { readonly from: string; readonly to: string }

/** One place where feedback is kept. */
export interface FeedbackPlace {
  readonly groupId: GroupId
  readonly sessionId: SessionId | null
  readonly measureId: MeasureId
}

const inScope = (scope: FeedbackScope, table: 'feedback_tally' | 'feedback_asked' | 'reading') =>
  'groupId' in scope
    ? sql<boolean>`${sql.ref(`${table}.group_id`)} = ${scope.groupId}`
    : sql<boolean>`(${sql.ref(`${table}.session_id`)} IS NULL OR ${sql.ref(`${table}.session_id`)} IN (SELECT id FROM session WHERE starts_at >= ${scope.from} AND starts_at < ${`${scope.to}U`}))`

/** Forms without a name. */
export const listTallies = (db: Db, scope: FeedbackScope) =>
  db
    .selectFrom('feedback_tally')
    .where(inScope(scope, 'feedback_tally'))
    .selectAll()
    .orderBy('item')
    .orderBy('value')
    .orderBy('id')
    .execute()

/** How many were asked, where somebody said. */
export const listAsked = (db: Db, scope: FeedbackScope) =>
  db.selectFrom('feedback_asked').where(inScope(scope, 'feedback_asked')).selectAll().orderBy('id').execute()

/** Answers by name to these measures; of records that were taken into another none are left. */
export const listAnswers = (db: Db, scope: FeedbackScope, measureIds: readonly MeasureId[]) =>
  db
    .selectFrom('reading')
    .innerJoin('person', 'person.id', 'reading.person_id')
    .where('person.merged_into_id', 'is', null)
    .where('reading.measure_id', 'in', measureIds)
    .where('reading.value', 'is not', null)
    .where(inScope(scope, 'reading'))
    .select(['reading.group_id', 'reading.session_id', 'reading.measure_id', 'reading.edition'])
    .select(['reading.person_id', 'reading.item', 'reading.value'])
    .orderBy('reading.id')
    .execute()

/** Whoever came to the sessions of a group; volunteers never. One row for each session and person. */
export const listCame = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('mark')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .innerJoin('person', 'person.id', 'mark.person_id')
    .where('session.group_id', '=', groupId)
    .where('session.did_not_run', '=', 0)
    .where('person.merged_into_id', 'is', null)
    .where(cameThere, '=', 1)
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM enrolment WHERE group_id = session.group_id AND person_id = mark.person_id AND role = 'volunteer')`,
    )
    .select(['mark.session_id', 'mark.person_id'])
    .orderBy('mark.session_id')
    .orderBy('mark.person_id')
    .execute()

/**
 * How many different people came, by session or by whole group; volunteers never. Of a county's ten years this is one
 * pass over the marks: who volunteers and who was merged is looked up in two small sets.
 */
export async function countCame(
  db: Db,
  by: 'session' | 'group',
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const place = sql<string>`${sql.ref(by === 'session' ? 'session.id' : 'session.group_id')}`
  const rows = await db
    .selectFrom('session')
    .innerJoin('mark', 'mark.session_id', 'session.id')
    .innerJoin('mark_code', 'mark_code.id', 'mark.code')
    .where('session.did_not_run', '=', 0)
    .where(cameThere, '=', 1)
    .where(sql<boolean>`${place} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .where(sql<boolean>`mark.person_id NOT IN (SELECT id FROM person WHERE merged_into_id IS NOT NULL)`)
    .where(
      sql<boolean>`(session.group_id, mark.person_id) NOT IN (SELECT group_id, person_id FROM enrolment WHERE role = 'volunteer')`,
    )
    .groupBy(place)
    .select([place.as('place'), sql<number>`count(DISTINCT mark.person_id)`.as('people')])
    .execute()
  return new Map(rows.map((row) => [row.place, row.people]))
}

/** The sessions of a group that ran until a day, the first first. */
export const listRan = (db: Db, groupId: GroupId, until: string) =>
  db
    .selectFrom('session')
    .where('group_id', '=', groupId)
    .where('did_not_run', '=', 0)
    .where('starts_at', '<', `${until}U`)
    .select(['id', 'starts_at'])
    .orderBy('starts_at')
    .orderBy('id')
    .execute()

/** The day of each session of a period. */
export async function sessionDays(
  db: Db,
  { from, to }: { from: string; to: string },
): Promise<ReadonlyMap<SessionId, string>> {
  const rows = await db
    .selectFrom('session')
    .where('starts_at', '>=', from)
    .where('starts_at', '<', `${to}U`)
    .select(['id', 'starts_at'])
    .execute()
  return new Map(rows.map((row) => [row.id, row.starts_at.slice(0, 10)]))
}

/** The day of the last session of each group that ran until a day: the day that feedback on a whole group is of. */
export async function lastDays(db: Db, until: string): Promise<ReadonlyMap<GroupId, string>> {
  const rows = await db
    .selectFrom('session')
    .where('did_not_run', '=', 0)
    .where('starts_at', '<', `${until}U`)
    .groupBy('group_id')
    .select((eb) => ['group_id', eb.fn.max('starts_at').as('last')])
    .execute()
  return new Map(
    rows.flatMap((row) => (row.group_id === null ? [] : [[row.group_id, row.last.slice(0, 10)]])),
  )
}

const here = ({ groupId, sessionId, measureId }: FeedbackPlace) =>
  sql<boolean>`group_id = ${groupId} AND session_id IS ${sessionId} AND measure_id = ${measureId}`

/** Forms without a name at one place. */
export const talliesAt = (db: Db, place: FeedbackPlace) =>
  db.selectFrom('feedback_tally').where(here(place)).selectAll().orderBy('id').execute()

/** Answers by name at one place. */
export const answersAt = (db: Db, place: FeedbackPlace) =>
  db
    .selectFrom('reading')
    .where(here(place))
    .where('value', 'is not', null)
    .selectAll()
    .orderBy('id')
    .execute()

/** How many were asked at one place, where somebody said. */
export const askedAt = (db: Db, place: FeedbackPlace) =>
  db.selectFrom('feedback_asked').where(here(place)).selectAll().executeTakeFirst()

/** Writes a tally, changes its number, or takes it away where there are none left. */
export async function putTally(
  tx: Tx,
  there: { id: string } | undefined,
  row: Insertable<FeedbackTallyTable>,
): Promise<void> {
  if (there === undefined) await tx.insertInto('feedback_tally').values(row).execute()
  else if (row.people === 0) await tx.deleteFrom('feedback_tally').where('id', '=', there.id).execute()
  else await tx.updateTable('feedback_tally').set({ people: row.people }).where('id', '=', there.id).execute()
}

/** Writes how many were asked, or takes it away. */
export async function putAsked(
  tx: Tx,
  there: { id: string } | undefined,
  row: Insertable<FeedbackAskedTable> | null,
): Promise<void> {
  if (row === null) {
    if (there !== undefined) await tx.deleteFrom('feedback_asked').where('id', '=', there.id).execute()
  } else if (there === undefined) await tx.insertInto('feedback_asked').values(row).execute()
  else await tx.updateTable('feedback_asked').set({ people: row.people }).where('id', '=', there.id).execute()
}
