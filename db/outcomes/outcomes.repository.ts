import { sql, type Insertable, type Selectable } from 'kysely'
import type { GroupId, MeasureId, PersonId } from '../../shared/ids.ts'
import type { Reading } from '../../shared/outcomes/outcomes.contract.ts'
import { inBatches } from '../batches.ts'
import { statusAsAt } from '../enrolments/enrolments.repository.ts'
import type { Db, Tx } from '../store.ts'
import type { Kept } from './falls.ts'
import type { GoalTable, ReadingTable } from './outcomes.table.ts'

/** Where one number stands. */
export interface Place {
  readonly groupId: GroupId
  readonly personId: PersonId
  readonly measureId: MeasureId
  readonly item: number
}

/** The one way from a row to a reading. */
export const toReading = (row: Selectable<ReadingTable>): Reading => ({
  personId: row.person_id,
  measureId: row.measure_id,
  edition: row.edition,
  timePoint: row.time_point,
  round: row.round,
  sessionId: row.session_id,
  item: row.item,
  completedBy: row.completed_by,
  takenBy: row.taken_by,
  value: row.value,
  notDoneReason: row.not_done_reason,
  fallReason: row.fall_reason,
  takenOn: row.taken_on,
  version: row.version,
})

/** A reading with the row that it is kept in. */
export const toKept = (row: Selectable<ReadingTable>): Kept => ({ id: row.id, ...toReading(row) })

/** The one way from a reading to its row. */
export const fromReading = (groupId: GroupId, one: Kept): Insertable<ReadingTable> => ({
  id: one.id,
  group_id: groupId,
  person_id: one.personId,
  measure_id: one.measureId,
  edition: one.edition,
  time_point: one.timePoint,
  round: one.round,
  session_id: one.sessionId,
  item: one.item,
  completed_by: one.completedBy,
  taken_by: one.takenBy,
  value: one.value,
  not_done_reason: one.notDoneReason,
  fall_reason: one.fallReason,
  taken_on: one.takenOn,
  version: one.version,
})

const everEnrolled = sql<number>`EXISTS (SELECT 1 FROM enrolment_event WHERE enrolment_id = enrolment.id AND status = 'enrolled')`

/**
 * The people whose outcomes a group keeps: everyone ever enrolled in it, and anyone with something recorded, by
 * last name. `status` is the one on the date.
 */
export const listPeople = (db: Db, groupId: GroupId, today: string) =>
  db
    .selectFrom('person')
    .leftJoin('enrolment', (join) =>
      join.onRef('enrolment.person_id', '=', 'person.id').on('enrolment.group_id', '=', groupId),
    )
    .where((eb) =>
      eb.or([
        eb('person.id', 'in', eb.selectFrom('enrolment').where('group_id', '=', groupId).where(everEnrolled, '=', 1).select('person_id')), // prettier-ignore
        eb('person.id', 'in', eb.selectFrom('reading').where('group_id', '=', groupId).select('person_id')),
        eb('person.id', 'in', eb.selectFrom('goal').where('group_id', '=', groupId).select('person_id')),
      ]),
    )
    .select(['person.id', 'person.first_name', 'person.last_name', 'person.known_as'])
    .select(statusAsAt(sql.ref('enrolment.id'), sql`${today}`).as('status'))
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .execute()

/** Of these people, those who were ever enrolled in a group, by their names. */
export const listEnrolled = (db: Db, groupId: GroupId, ids: readonly PersonId[]) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .where('group_id', '=', groupId)
    .where('person_id', 'in', ids)
    .where(everEnrolled, '=', 1)
    .select(['person.id', 'person.first_name', 'person.last_name', 'person.known_as'])
    .execute()

/** Whether a person was ever enrolled in a group. */
export async function wasEnrolled(db: Db, groupId: GroupId, personId: PersonId): Promise<boolean> {
  const row = await db
    .selectFrom('enrolment')
    .where('group_id', '=', groupId)
    .where('person_id', '=', personId)
    .where(everEnrolled, '=', 1)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether there is such a group. */
export const findGroup = (db: Db, id: GroupId) =>
  db.selectFrom('programme_group').select('id').where('id', '=', id).executeTakeFirst()

/** Every goal of a group's people. */
export const listGoals = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('goal')
    .where('group_id', '=', groupId)
    .select(['person_id', 'measure_id', 'item', 'text'])
    .orderBy('person_id')
    .orderBy('measure_id')
    .orderBy('item')
    .execute()

/** Every reading of a group's people, those not done included. */
export const listReadings = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('reading')
    .where('group_id', '=', groupId)
    .selectAll()
    .orderBy('person_id')
    .orderBy('measure_id')
    .orderBy('item')
    .orderBy('time_point')
    .orderBy('round')
    .orderBy('completed_by')
    .execute()

/** Every reading of some people in a group. */
export const listReadingsOf = (db: Db, groupId: GroupId, ids: readonly PersonId[]) =>
  db
    .selectFrom('reading')
    .where('group_id', '=', groupId)
    .where('person_id', 'in', ids)
    .selectAll()
    .orderBy('id')
    .execute()

const goals = (db: Db, { groupId, personId, measureId, item }: Place) =>
  db
    .selectFrom('goal')
    .where('group_id', '=', groupId)
    .where('person_id', '=', personId)
    .where('measure_id', '=', measureId)
    .where('item', '=', item)

/** The words of one goal of a person in a group. */
export const findGoal = (db: Db, place: Place) => goals(db, place).selectAll().executeTakeFirst()

const readings = (db: Db, { groupId, personId, measureId, item }: Place) =>
  db
    .selectFrom('reading')
    .where('group_id', '=', groupId)
    .where('person_id', '=', personId)
    .where('measure_id', '=', measureId)
    .where('item', '=', item)

/** Whether anything is recorded for a goal, numbers and reasons alike. */
export const hasReadings = async (db: Db, place: Place): Promise<boolean> =>
  (await readings(db, place).select('id').limit(1).executeTakeFirst()) !== undefined

/** Adds a goal in its own words. */
export async function insertGoal(tx: Tx, goal: Insertable<GoalTable>): Promise<void> {
  await tx.insertInto('goal').values(goal).execute()
}
/** Gives a goal other words; its numbers stay. */
export async function updateGoal(tx: Tx, id: string, text: string): Promise<void> {
  await tx.updateTable('goal').set({ text }).where('id', '=', id).execute()
}
/** Takes a goal away. Whether it has numbers is for whoever asks (see `hasReadings`). */
export async function deleteGoal(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('goal').where('id', '=', id).execute()
}

/** Adds readings, many at once. */
export async function insertReadings(tx: Tx, rows: readonly Insertable<ReadingTable>[]): Promise<void> {
  for (const some of inBatches(rows)) await tx.insertInto('reading').values(some).execute()
}

/** Writes what is kept of a reading, and counts its version on. Its place stays, but for who completed it. */
export async function updateReading(tx: Tx, one: Kept): Promise<void> {
  await tx
    .updateTable('reading')
    .set((eb) => ({
      value: one.value,
      not_done_reason: one.notDoneReason,
      fall_reason: one.fallReason,
      taken_on: one.takenOn,
      taken_by: one.takenBy,
      completed_by: one.completedBy,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', one.id)
    .execute()
}

/** Back to nothing recorded. */
export async function deleteReadings(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('reading').where('id', 'in', ids).execute()
}
