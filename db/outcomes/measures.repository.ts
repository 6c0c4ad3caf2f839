import { type Insertable, type Selectable, type Updateable } from 'kysely'
import type { GroupId, MeasureId } from '../../shared/ids.ts'
import { measureDetailsSchema } from '../../shared/outcomes/measure-details.ts'
import type { Measure } from '../../shared/outcomes/outcomes.contract.ts'
import type { MeasureFields } from '../../shared/outcomes/measures.rules.ts'
import { fromFlag, toFlag } from '../flag.ts'
import type { TimePoint } from '../../shared/outcomes/time-points.ts'
import { toTimePoints } from '../programmes/programme-measures.repository.ts'
import type { Db, Tx } from '../store.ts'
import type { MeasureTable } from './outcomes.table.ts'

/** The one way from a row to a measure. */
export const toMeasure = (row: Selectable<MeasureTable>): Measure => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  minimum: row.minimum,
  maximum: row.maximum,
  wholeNumbers: fromFlag(row.whole_numbers),
  direction: row.direction,
  goalLimit: row.goal_limit,
  source: row.source,
  details: measureDetailsSchema.parse(JSON.parse(row.details)),
  edition: row.edition,
  retired: fromFlag(row.retired),
  version: row.version,
})

/** The columns that a form or the library fills in. A scale has no goals, whatever its form still held about them. */
export const measureColumns = (m: MeasureFields) => ({
  name: m.name,
  kind: m.kind,
  minimum: m.minimum,
  maximum: m.maximum,
  whole_numbers: toFlag(m.wholeNumbers),
  direction: m.direction,
  goal_limit: m.kind === 'scale' ? 0 : m.goalLimit,
  source: m.source,
  details: JSON.stringify(m.details),
})

/** Every measure, retired ones last. */
export const list = (db: Db) =>
  db.selectFrom('measure').selectAll().orderBy('retired').orderBy('name').orderBy('id').execute()

/** The measure as it is now; earlier editions are in `measure_edition`. */
export const findById = (db: Db, id: MeasureId) =>
  db.selectFrom('measure').selectAll().where('id', '=', id).executeTakeFirst()

/** The measures of a group's programme, and any other with something recorded in the group. */
export const listOfGroup = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('measure')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb(
          'id',
          'in',
          eb
            .selectFrom('programme_measure')
            .innerJoin('programme_group as g', 'g.programme_id', 'programme_measure.programme_id')
            .where('g.id', '=', groupId)
            .select('programme_measure.measure_id'),
        ),
        eb('id', 'in', eb.selectFrom('reading').where('group_id', '=', groupId).select('measure_id')),
        eb('id', 'in', eb.selectFrom('goal').where('group_id', '=', groupId).select('measure_id')),
      ]),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()

/** When the programme of a group asks for each of its measures. */
export async function listAsked(
  db: Db,
  groupId: GroupId,
): Promise<{ measureId: MeasureId; timePoints: TimePoint[] }[]> {
  const rows = await db
    .selectFrom('programme_measure')
    .innerJoin('programme_group', 'programme_group.programme_id', 'programme_measure.programme_id')
    .where('programme_group.id', '=', groupId)
    .orderBy('programme_measure.id')
    .select(['programme_measure.measure_id', 'programme_measure.time_points'])
    .execute()
  return rows.map((row) => ({ measureId: row.measure_id, timePoints: toTimePoints(row.time_points) }))
}

/** Adds a measure. */
export async function insertMeasure(tx: Tx, measure: Insertable<MeasureTable>): Promise<void> {
  await tx.insertInto('measure').values(measure).execute()
}

/** Answers false when the row is no longer at `version`. */
export async function updateMeasure(
  tx: Tx,
  id: MeasureId,
  version: number,
  change: Updateable<MeasureTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('measure')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** What has been recorded with a measure that is of no edition: goals in words, and the highest of them. */
export const readGoals = (db: Db, id: MeasureId) =>
  db
    .selectFrom('goal')
    .where('measure_id', '=', id)
    .select((eb) => [eb.fn.countAll<number>().as('goals'), eb.fn.max('item').as('highest')])
    .executeTakeFirstOrThrow()
