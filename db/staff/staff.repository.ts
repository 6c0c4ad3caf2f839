import type { Insertable, Selectable, Updateable } from 'kysely'
import type { StaffId } from '../../shared/ids.ts'
import type { Staff } from '../../shared/staff/staff.contract.ts'
import { fromFlag } from '../flag.ts'
import type { Db, Tx } from '../store.ts'
import type { StaffTable } from './staff.table.ts'

export type StaffRow = Selectable<StaffTable>

export const toStaff = (row: StaffRow): Staff => ({
  id: row.id,
  name: row.name,
  jobTitle: row.job_title,
  stream: row.stream,
  localityId: row.locality_id,
  phone: row.phone,
  email: row.email,
  archived: fromFlag(row.archived),
  version: row.version,
})

/** Everyone who works or worked in the service, by name. */
export const list = (db: Db): Promise<StaffRow[]> =>
  db.selectFrom('staff').selectAll().orderBy('name_key').orderBy('id').execute()

export const findById = (db: Db, id: StaffId): Promise<StaffRow | undefined> =>
  db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()

export async function insertStaff(tx: Tx, staff: Insertable<StaffTable>): Promise<void> {
  await tx.insertInto('staff').values(staff).execute()
}

/** Answers false when the row is no longer at `version`. */
export async function updateStaff(
  tx: Tx,
  id: StaffId,
  version: number,
  change: Updateable<StaffTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable('staff')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
