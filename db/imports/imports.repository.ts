import type { Insertable } from 'kysely'
import { idOf, type EnrolmentId, type GroupId, type PersonId } from '../../shared/ids.ts'
import type { EnrolmentStatus } from '../../shared/enrolments/enrolments.contract.ts'
import { inBatches } from '../batches.ts'
import type { Db, Tx } from '../store.ts'
import type { ImportBatchTable, ImportLeftOutTable } from './imports.table.ts'

export const batchId = idOf('list')
export const leftOutId = idOf('row of a list')

/** Where a person stands with a group at the end of their history there. */
export interface Standing {
  readonly enrolmentId: EnrolmentId
  readonly personId: PersonId
  readonly status: EnrolmentStatus
  readonly since: string
  readonly step: number
  readonly version: number
}

/** The last line of everyone's history with a group, those to come included, by person. */
export async function standings(db: Db, groupId: GroupId): Promise<Map<PersonId, Standing>> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('enrolment_event as event', 'event.enrolment_id', 'enrolment.id')
    .where('enrolment.group_id', '=', groupId)
    .orderBy('event.on_date')
    .orderBy('event.step')
    .select(['enrolment.id as enrolmentId', 'enrolment.person_id as personId', 'enrolment.version'])
    .select(['event.status', 'event.on_date as since', 'event.step'])
    .execute()
  return new Map(rows.map((row) => [row.personId, row]))
}

/** Every row left out of the group's lists, the newest list first. */
export const listLeftOut = (db: Db, groupId: GroupId) =>
  db
    .selectFrom('import_left_out as row')
    .innerJoin('import_batch as batch', 'batch.id', 'row.batch_id')
    .where('batch.group_id', '=', groupId)
    .orderBy('batch.at', 'desc')
    .orderBy('batch.id')
    .orderBy('row.row_number')
    .select(['batch.file_name', 'batch.at', 'row.row_number', 'row.cells', 'row.reason'])
    .execute()

/** Records a list that was read in, and the rows of it that were not used. */
export async function insertBatch(
  tx: Tx,
  batch: Insertable<ImportBatchTable>,
  leftOut: readonly Insertable<ImportLeftOutTable>[],
): Promise<void> {
  await tx.insertInto('import_batch').values(batch).execute()
  for (const some of inBatches(leftOut)) await tx.insertInto('import_left_out').values(some).execute()
}
