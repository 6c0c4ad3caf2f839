import { trainingId, type ProgrammeId, type StaffId } from '../../shared/ids.ts'
import type { Training } from '../../shared/staff/training.contract.ts'
import type { NewId } from '../context.ts'
import type { Db, Tx } from '../store.ts'

/** What staff are trained in (everybody unless said), narrowed to a programme when one is named. */
export async function listTraining(
  db: Db,
  { staffIds, programmeId }: { staffIds?: readonly StaffId[]; programmeId?: ProgrammeId } = {},
): Promise<Training[]> {
  let query = db.selectFrom('staff_training').selectAll()
  if (staffIds) query = query.where('staff_id', 'in', staffIds)
  if (programmeId) query = query.where('programme_id', '=', programmeId)
  const rows = await query.orderBy('staff_id').orderBy('id').execute()
  return rows.map((row) => ({
    staffId: row.staff_id,
    programmeId: row.programme_id,
    trainedOn: row.trained_on,
    expiresOn: row.expires_on,
  }))
}

/** Makes exactly these what somebody is trained in. */
export async function setTraining(
  tx: Tx,
  newId: NewId,
  staffId: StaffId,
  wanted: readonly Omit<Training, 'staffId'>[],
): Promise<void> {
  const there = await tx.selectFrom('staff_training').selectAll().where('staff_id', '=', staffId).execute()
  for (const row of there.filter((one) => !wanted.some((other) => other.programmeId === one.programme_id)))
    await tx.deleteFrom('staff_training').where('id', '=', row.id).execute()
  for (const { programmeId, trainedOn, expiresOn } of wanted) {
    const dates = { trained_on: trainedOn, expires_on: expiresOn }
    const before = there.find((row) => row.programme_id === programmeId)
    if (before === undefined)
      await tx
        .insertInto('staff_training')
        .values({ id: newId(trainingId), staff_id: staffId, programme_id: programmeId, ...dates })
        .execute()
    else if (before.trained_on !== trainedOn || before.expires_on !== expiresOn)
      await tx.updateTable('staff_training').set(dates).where('id', '=', before.id).execute()
  }
}
